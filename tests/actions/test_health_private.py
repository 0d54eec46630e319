"""Looking for private answers with fresh eyes: by differences, copies, merges, undo and small groups."""

from pathlib import Path

import pytest

from pmdesk.actions import records
from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.health_checks import answer, close_check, health_of, open_check
from pmdesk.actions.settling import settle
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register, create, open_register
from tests.actions.health_story import ORGANISATIONS, STATEMENTS, TODAY, Story, hold_health_check, story
from tests.actions.saving import save

EN = words_in("en")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return create(tmp_path / "register.pmdesk")


def again(register: Register, check: str, **more: str) -> str:
    """Another check of the same partnership."""
    row = register.get("health_check", check)
    assert row
    given = {"template": "own", "statements": STATEMENTS, "partnership": str(row["partnership"])}
    return save(register, "health_check", **{"title": "Once more", **given, **more})


def test_no_second_check_shows_one_answer_by_the_difference(register: Register) -> None:
    check = hold_health_check(register)
    with pytest.raises(Refused, match="read from the difference"):
        open_check(register, again(register, check), "2026-10-23")
    # Neither by one statement more, nor by other spaces and letters.
    more = again(register, check, statements="We  keep OUR word.\nSomething new.")
    with pytest.raises(Refused, match="read from the difference"):
        open_check(register, more, TODAY)
    open_check(register, again(register, check), "2026-10-24")


def test_other_statements_may_be_asked_at_once(register: Register) -> None:
    check = hold_health_check(register)
    open_check(register, again(register, check, template="eight_heads", statements=""), TODAY)


def test_deleting_the_first_check_does_not_open_the_way(register: Register) -> None:
    check = hold_health_check(register)
    second = again(register, check)
    records.delete(register, "health_check", check)
    with pytest.raises(Refused, match="read from the difference"):
        open_check(register, second, TODAY)


def fill(made: Story, *names: str) -> None:
    open_check(made.register, made.check, TODAY)
    for name in names:
        answer(made.register, made.check, made.organisations[name], [1, 2, 3])


def test_a_partner_who_leaves_or_is_deleted_makes_no_group_of_two(register: Register) -> None:
    made = story(register)
    fill(made, "Council", "Police", "Health")
    for partner in register.all("partner", organisation=made.organisations["Health"]):
        records.save(register, "partner", {"left": "1/4/2026"}, str(partner["id"]))
    # What was answered counts as it was given: the group stays at three, whoever leaves meanwhile.
    close_check(register, made.check, TODAY)
    row = register.get("health_check", made.check)
    assert row
    results = health_of(register, row).results
    assert results and results.n == 3


def test_undo_and_redo_bring_no_answer_back_and_take_none_away(register: Register) -> None:
    made = story(register)
    fill(made, "Council", "Police", "Health")
    for step in (register.undo, register.redo):
        while step():
            pass
    assert register.count("health_answer") == 3
    close_check(register, made.check, TODAY)
    while register.undo():
        pass
    row = register.get("health_check", made.check)
    # Undone at most is the check itself with all of it; its results are never opened anew.
    assert row is None or row["deleted"] or health_of(register, row).state == "closed"


def test_files_compared_before_and_after_an_answer_do_not_say_which(register: Register) -> None:
    """Two answers that differ as much as answers can leave rows of the same length."""
    made = story(register)
    open_check(register, made.check, TODAY)
    answer(register, made.check, made.organisations["Police"], [1, None, None])
    answer(register, made.check, made.organisations["Health"], [4, 4, 4], "x" * 900)
    lengths = {len(str(row["answers"])) for row in register.all("health_answer")}
    assert len(lengths) == 1


def test_the_page_to_settle_never_holds_two_answers_beside_each_other(
    register: Register, tmp_path: Path
) -> None:
    made = story(register)
    open_check(register, made.check, TODAY)
    answer(register, made.check, made.organisations["Police"], [1, 1, 1])
    answer(register, made.check, made.organisations["Police"], [4, 4, 4])
    assert [each for each in conflicts(register, EN) if each.kind in ("health_answer", "health_box")] == []
    for row in register.all("health_answer"):
        with pytest.raises(Refused):
            settle(register, f"{row['id']}:answers", take=1)
    register.close()
    assert open_register(tmp_path / "register.pmdesk").check() == []


def twin(made: Story, *names: str) -> str:
    """Another partnership with these partners, and a check of the same statements in it."""
    partnership = save(made.register, "partnership", name="Safer Aldermoor too", kind="thematic")
    for name in names:
        save(made.register, "partner", partnership=partnership, organisation=made.organisations[name])
    given = {"title": "How we work together", "template": "own", "statements": STATEMENTS}
    return save(made.register, "health_check", partnership=partnership, **given)


def test_a_twin_partnership_shows_nobody_s_answer_by_the_difference(register: Register) -> None:
    made = story(register)
    fill(made, "Council", "Police", "Health")
    close_check(register, made.check, TODAY)
    # The same partners, and one or two more.
    for names in (ORGANISATIONS[:3], ORGANISATIONS[:4], ORGANISATIONS):
        with pytest.raises(Refused, match="about ‘Safer Aldermoor’"):
            open_check(register, twin(made, *names), "2026-04-28")
    # A partnership of other partners is asked at once.
    more = {name: save(register, "organisation", name=name) for name in ("Church", "Chamber", "College")}
    made.organisations.update(more)
    open_check(register, twin(made, *ORGANISATIONS, *more), "2026-04-28")


def test_partners_who_are_asked_and_do_not_answer_make_no_other_group(register: Register) -> None:
    made = story(register)
    fill(made, "Council", "Police", "Health")
    more = {name: save(register, "organisation", name=name) for name in ("Church", "Chamber", "College")}
    made.organisations.update(more)
    second = twin(made, *ORGANISATIONS, *more)
    open_check(register, second, TODAY)  # while the first is open still
    close_check(register, made.check, TODAY)
    for name in ("Council", "Police", "Health", "Housing"):
        answer(register, second, made.organisations[name], [1, 2, 3])
    with pytest.raises(Refused, match="about ‘Safer Aldermoor’"):
        close_check(register, second, TODAY)
    row = register.get("health_check", second)
    assert row and health_of(register, row).state == "open"
    for name in ("Church", "Chamber"):
        answer(register, second, more[name], [1, 2, 3])
    close_check(register, second, TODAY)


def test_two_checks_open_at_once_in_one_partnership_are_told_apart_by_three(register: Register) -> None:
    made = story(register)
    second = again(register, made.check)
    open_check(register, made.check, TODAY)
    open_check(register, second, TODAY)
    for check, names in ((made.check, ("Council", "Police", "Health")), (second, ORGANISATIONS[:4])):
        for name in names:
            answer(register, check, made.organisations[name], [1, 2, 3])
    close_check(register, made.check, TODAY)
    with pytest.raises(Refused, match="from the difference"):
        close_check(register, second, TODAY)


def test_what_is_kept_of_three_answers_cannot_be_turned_back(register: Register) -> None:
    """In the file, in its entries and in what is listed stands no quartile of so few."""
    check = hold_health_check(register)
    [box] = [row for row in register.all("health_box") if row["health_check"] == check]
    assert '"statements":[[3,null,3.0,null,' in str(box["results"])
