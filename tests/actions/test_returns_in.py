"""Sixty forms at once, bad ones among them: looked at, chosen from, taken in by one save with one Undo."""

import time
from pathlib import Path

import pytest

from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.paper_run import Stopped
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.actions.returns_in import Looked, chosen_files, coming_in, look_at_returns, take_returns
from pmdesk.actions.updates import save_update
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.figures.returned_forms import why
from pmdesk.register.store import Register
from tests.actions.return_story import TODAY, council, fill, sent, updates
from tests.exchange import returned
from tests.filling import filled


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return council(tmp_path)


def look(register: Register, *paths: Path) -> Looked:
    return look_at_returns(register, paths)


def states(looked: Looked) -> dict[str, str]:
    return {file.name: file.state for file in looked.files}


def test_sixty_at_once_with_a_bad_one_of_each_kind(tmp_path: Path) -> None:
    register = council(tmp_path, seats=60)
    inbox = tmp_path / "inbox"
    paths = sent(register, inbox)
    for path in paths:
        fill(path, {"main_business": f"Tŷ Glân’s roof,\nfor {path.stem}"})
    bad = paths[:8]
    good = [path.read_bytes() for path in bad]
    makers = (
        lambda form: returned.scan(),
        lambda form: returned.other_paper(),
        returned.printed,
        returned.locked,
        returned.with_script,
        returned.damaged,
        lambda form: returned.other_ticket(form, "forged"),
        lambda form: form + b" " * (11 * 1024 * 1024),
    )
    for path, data, make in zip(bad, good, makers, strict=True):
        path.write_bytes(make(data))
    began = time.monotonic()
    looked = look(register, inbox)
    assert time.monotonic() - began < 30
    assert updates(register) == {}
    found = states(looked)
    assert [name for name, state in found.items() if state == "refused"] == [path.name for path in bad]
    assert list(found.values()).count("complete") == 52
    assert len({why(file, Words()) for file in looked.files if file.state == "refused"}) == 8
    changes = take_returns(register, looked, (), TODAY)
    assert len(changes.touched) == 52
    taken = updates(register)
    assert {str(row["status"]) for row in taken.values()} == {"submitted"}
    assert taken["Body 09"]["main_business"] == "Tŷ Glân’s roof,\nfor Member 09 – Body 09, 2025-26"
    (kept,) = register.received_files(str(taken["Body 09"]["id"]))
    assert (kept.name, kept.bytes) == (paths[8].name, paths[8].read_bytes())
    assert register.undo_label() == "Received annual updates"
    register.undo()
    assert updates(register) == {}
    assert register.check() == []


def test_the_same_again_is_known_and_after_undo_it_may_come_again(register: Register, tmp_path: Path) -> None:
    fill(sent(register, tmp_path / "in")[0])
    take_returns(register, look(register, tmp_path / "in"), (), TODAY)
    again = look(register, tmp_path / "in")
    assert list(states(again).values()) == ["known", "refused", "refused"]
    with pytest.raises(Refused, match="nothing to take in"):
        take_returns(register, again, (), TODAY)
    register.undo()
    take_returns(register, look(register, tmp_path / "in"), (), TODAY)
    assert updates(register)["Body 01"]["status"] == "submitted"


def test_two_files_for_one_seat_wait_for_a_choice(register: Register, tmp_path: Path) -> None:
    form = sent(register, tmp_path / "in")[0]
    other = form.with_name("later.pdf")
    other.write_bytes(filled(fill(form).read_bytes(), {"main_business": "Another roof"}))
    form.with_name("copy.pdf").write_bytes(form.read_bytes())
    looked = look(register, form, other, form.with_name("copy.pdf"))
    assert states(looked) == {form.name: "twice", "later.pdf": "twice", "copy.pdf": "known"}
    (difference,) = looked.files[1].differences
    assert (difference.field, difference.here, difference.theirs) == (
        "main_business", "A new roof", "Another roof",
    )  # fmt: skip
    with pytest.raises(Refused, match="nothing to take in"):
        take_returns(register, looked, (), TODAY)
    with pytest.raises(Refused, match="one file for each seat"):
        take_returns(register, looked, [file.key for file in looked.files], TODAY)
    chosen = chosen_files(looked, ["later.pdf"], take_form=False)
    assert coming_in(looked, chosen) == chosen
    take_returns(register, looked, chosen, TODAY)
    assert updates(register)["Body 01"]["main_business"] == "Another roof"


def test_two_files_that_say_the_same_are_one(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0])
    form.with_name("again.pdf").write_bytes(filled(form.read_bytes(), {}))
    form.with_name("again.pdf").open("ab").write(b"\n")
    looked = look(register, form, form.with_name("again.pdf"))
    assert states(looked) == {form.name: "complete", "again.pdf": "known"}
    take_returns(register, looked, (), TODAY)
    assert len(updates(register)) == 1


def test_what_differs_from_the_register_is_kept_or_taken(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0])
    take_returns(register, look(register, form), (), TODAY)
    later = form.with_name("later.pdf")
    later.write_bytes(filled(form.read_bytes(), {"main_business": "Another roof"}))
    looked = look(register, later)
    assert states(looked) == {"later.pdf": "differs"}
    with pytest.raises(Refused, match="waits for a choice"):
        chosen_files(looked, ["nobody.pdf"], take_form=False)
    take_returns(register, looked, chosen_files(looked, (), take_form=True), TODAY)
    update = updates(register)["Body 01"]
    assert (update["main_business"], update["meetings_held"]) == ("Another roof", 6)
    assert register.received_files(str(update["id"]))[0].name == "later.pdf"


def test_a_draft_of_an_incomplete_form(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0], {}, {})
    take_returns(register, look(register, form), (), TODAY)
    update = updates(register)["Body 01"]
    assert (update["status"], update["submitted_on"]) == ("draft", None)


def test_what_changed_after_the_look_is_not_overwritten(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0])
    looked = look(register, form)
    seat = {"appointment": looked.judged[0].seat, "municipal_year": looked.judged[0].year}
    save_update(register, "annual_update", seat | {"main_business": "Typed meanwhile"}, None, TODAY)
    with pytest.raises(Refused, match="changed meanwhile"):
        take_returns(register, looked, (), TODAY)
    assert updates(register)["Body 01"]["main_business"] == "Typed meanwhile"


def test_a_form_and_a_members_file_for_one_seat_are_not_two_updates(
    register: Register, tmp_path: Path
) -> None:
    """Neither knows of the other: each would begin the year's update anew."""
    (form,) = sent(register, tmp_path / "in", "Body 01")
    fill(form)
    member = str(register.find("person", "Member 01")[0]["id"])
    own = make_member_file(register, member, tmp_path / "own.pmdesk", TODAY)
    with open_register(own) as theirs:
        (year,) = theirs.all("municipal_year", name="2025-26")
        (seat,) = theirs.all("appointment")
        save(theirs, "annual_update", {"appointment": str(seat["id"]), "municipal_year": str(year["id"])})
    looked = look(register, form, own)
    with pytest.raises(Refused, match="one after the other"):
        take_returns(register, looked, coming_in(looked, ()), TODAY)
    assert updates(register) == {}


def test_e_mails_archives_and_members_files_come_together(register: Register, tmp_path: Path) -> None:
    one, two, three = (fill(path) for path in sent(register, tmp_path / "in"))
    returned.mail(tmp_path / "one.eml", {"form.pdf": one.read_bytes()})
    returned.archive(tmp_path / "two.zip", {"form.pdf": two.read_bytes()})
    member = str(register.find("person", "Member 03")[0]["id"])
    own = make_member_file(register, member, tmp_path / "own.pmdesk", TODAY)
    with open_register(own) as theirs:
        seat = {
            "appointment": theirs.all("appointment")[0]["id"],
            "municipal_year": theirs.all("municipal_year")[0]["id"],
        }
        save_update(theirs, "annual_update", seat | {"main_business": "From my own file"}, None, TODAY)
    looked = look(register, tmp_path / "one.eml", tmp_path / "two.zip", own)
    assert list(states(looked).values()) == ["complete", "complete", "member"]
    take_returns(register, looked, (), TODAY)
    assert set(updates(register)) == {"Body 01", "Body 02", "Body 03"}
    assert updates(register)["Body 03"]["main_business"] == "From my own file"
    assert list(states(look(register, own, three)).values()) == ["known", "differs"]


def test_stopped_and_refused(register: Register, tmp_path: Path) -> None:
    sent(register, tmp_path / "in")
    with pytest.raises(Stopped):
        look_at_returns(register, [tmp_path / "in"], None, lambda done, of: done < 1)
    looked = look(register, tmp_path / "gone.pdf")
    assert not looked.any_read and "no file" in why(looked.files[0], Words())
    register.set_local("member", "somebody")
    with pytest.raises(Refused, match="received in the council’s register"):
        look(register, tmp_path / "in")


def test_only_one_year_when_asked(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0])
    save(register, "municipal_year", {"name": "2024-25"})
    assert not look_at_returns(register, [form], "2024-25").any_read
