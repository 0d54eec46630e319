"""A health check by PDF: forms for those that have not answered, read back, sealed, and kept nowhere."""

from pathlib import Path

import pypdfium2
import pytest

from pmdesk.actions.health_checks import answer, close_check, health_of, open_check
from pmdesk.actions.health_forms import make_forms, receive_forms
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register, create
from tests.actions.health_story import TODAY, Story, story
from tests.filling import filled

EN = words_in("en")


@pytest.fixture
def made(tmp_path: Path) -> Story:
    register = create(tmp_path / "register.pmdesk")
    found = story(register)
    open_check(register, found.check, TODAY)
    answer(register, found.check, found.organisations["Council"], [4, 4, 4])
    return found


def fill(path: Path, numbers: str, said: str = "") -> Path:
    """Choose a box for each statement ('-' for none) and type words for everybody."""
    pressed = {f"s{at}": number for at, number in enumerate(numbers, 1) if number != "-"}
    path.write_bytes(filled(path.read_bytes(), {"said": said} if said else {}, pressed))
    return path


def state(register: Register, made: Story) -> object:
    row = register.get("health_check", made.check)
    assert row is not None
    return health_of(register, row)


def test_forms_go_out_and_come_back_sealed(made: Story, tmp_path: Path) -> None:
    register, folder = made.register, tmp_path / "forms"
    paths = make_forms(register, made.check, folder, EN, TODAY)
    assert [path.name.partition(" – ")[0] for path in paths] == ["Health", "Housing", "Police", "Voices"]
    fill(paths[0], "34-", "Zephyrquill")
    fill(paths[2], "132")
    fill(paths[3], "---")
    found = receive_forms(register, made.check, [folder])
    assert [each.organisation for each in found if each.problem is None] == ["Health", "Police"]
    assert register.count("health_answer") == 3
    assert register.path is not None
    assert b"Zephyrquill" not in register.path.read_bytes()
    close_check(register, made.check, TODAY)
    results = health_of(register, register.get("health_check", made.check) or {}).results
    assert results is not None
    assert [spread and spread.middle for spread in results.statements] == [3, 4, None]


def test_what_is_no_form_of_this_check_is_refused(made: Story, tmp_path: Path) -> None:
    register = made.register
    paths = make_forms(register, made.check, tmp_path / "forms", EN, TODAY)
    given = {"title": "Other", "partnership": made.partnership, "template": "eight_heads"}
    other, _ = save(register, "health_check", given)
    open_check(register, other, TODAY)
    junk = tmp_path / "junk.pdf"
    junk.write_bytes(b"no pdf")
    said = [str(each.problem) for each in receive_forms(register, other, [fill(paths[0], "111"), junk])]
    assert said[0] == "It is a form of another health check."
    assert "damaged" in said[1]
    assert register.count("health_answer", health_check=other) == 0


def test_no_form_when_all_have_answered_or_it_is_not_open(made: Story, tmp_path: Path) -> None:
    for each in made.organisations.values():
        answer(made.register, made.check, each, [1, 2, 3])
    with pytest.raises(Refused, match="Everybody"):
        make_forms(made.register, made.check, tmp_path / "forms", EN, TODAY)
    close_check(made.register, made.check, TODAY)
    with pytest.raises(Refused, match="no answers now"):
        make_forms(made.register, made.check, tmp_path / "forms", EN, TODAY)


def test_the_form_can_be_read_by_anybody_with_a_reader(made: Story, tmp_path: Path) -> None:
    path = make_forms(made.register, made.check, tmp_path / "forms", words_in("cy"), TODAY)[0]
    text = pypdfium2.PdfDocument(path.read_bytes())[0].get_textpage().get_text_range()
    assert "We keep our word." in text
    assert "Cytuno’n gryf" in text
