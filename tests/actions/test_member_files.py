"""A member's file holds only what the member needs, and what comes back may change only what is theirs."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmdesk.actions.encrypting import change_passphrase
from pmdesk.actions.erasing import WHOLE_TEXT, erase, look_at_erasure
from pmdesk.actions.laptop_list import laptops_page
from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.member_files import (
    MemberReturn,
    look_at_member_file,
    make_member_file,
    member_of,
    save_copy,
    say_returned,
    take_member_file,
)
from pmdesk.actions.records import save
from pmdesk.actions.registers import NeedsPassphrase, open_register, open_sample, start
from pmdesk.actions.roles import switch_roles_on
from pmdesk.actions.updates import move_on, save_update
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.database import sniff
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register

TODAY = "2026-04-27"
Elsewhere = pytest.MonkeyPatch


@pytest.fixture
def council(tmp_path: Path, sample_file: Path) -> Iterator[Register]:
    copy = tmp_path / "aldermoor.pmdesk"
    copy.write_bytes(sample_file.read_bytes())
    with open_register(copy) as register:
        yield register


def person(register: Register, name: str) -> str:
    return str(register.find("person", name)[0]["id"])


def file_of(council: Register, folder: Path, name: str = "Robert Ashdown") -> Path:
    return make_member_file(council, person(council, name), folder / f"{name}.pmdesk", TODAY)


def missing_update(register: Register) -> tuple[str, str]:
    """(seat, year) of the member's update that nobody has begun: Moorland Arts Trust."""
    body = register.find("outside_body", "Moorland Arts Trust")[0]
    seat = register.all("appointment", outside_body=body["id"])[0]
    year = register.find("municipal_year", "2025-26")[0]
    return str(seat["id"]), str(year["id"])


def written(path: Path, submit: bool = True) -> str:
    """The member opens the file on another laptop, writes the update and closes it; the update's id."""
    with open_register(path) as own:
        seat, year = missing_update(own)
        typed = {
            "appointment": seat,
            "municipal_year": year,
            "meetings_held": "6",
            "meetings_attended": "5",
            "main_business": "The roof was mended and the autumn show opened.",
            "declared": True,
        }
        update, _ = save_update(own, "annual_update", typed, None, TODAY, submit=submit)
    return update


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From here on another laptop is at work."""
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))


def test_it_has_the_members_bodies_and_updates_and_nobody_elses(council: Register, tmp_path: Path) -> None:
    joan = council.find("person", "Joan Pickersgill")[0]
    save(council, "person", {"phone": "01234 567890"}, str(joan["id"]))
    body = council.find("outside_body", "Moorland Arts Trust")[0]
    save(council, "outside_body", {"note": "Their treasurer is under suspicion"}, str(body["id"]))
    made = file_of(council, tmp_path)
    raw = made.read_bytes()
    for secret in (b"Pickersgill", b"01234 567890", b"under suspicion", b"Wendle Internal Drainage Board"):
        assert secret not in raw
    with open_register(made) as own:
        assert member_of(own) == person(council, "Robert Ashdown") and own.check() == []
        seats = own.all("appointment")
        assert {seat["person"] for seat in seats} == {member_of(own)}
        assert {row["name"] for row in own.all("outside_body")} == {
            str(seat["outside_body_name"]) for seat in seats
        }
        ids = {seat["id"] for seat in seats}
        assert all(row["appointment"] in ids for row in own.all("annual_update"))
        assert own.count("annual_update") and not own.count("partnership") and not own.count("measure")
        assert (own.local("me"), own.local("today")) == (member_of(own), TODAY)


@pytest.mark.usefixtures("elsewhere")
def test_what_is_written_there_comes_back_and_both_are_sound(council: Register, tmp_path: Path) -> None:
    made = file_of(council, tmp_path)
    update = written(made)
    found = look_at_member_file(council, made)
    assert (found.name, [each.after for each in found.records]) == ("Robert Ashdown", ["submitted"])
    (told,) = found.records
    assert told.title.startswith("Moorland Arts Trust") and told.before == ""
    assert {"main_business", "meetings_attended"} <= set(told.fields)
    assert council.get("annual_update", update) is None, "nothing is written before the person agrees"
    changes = take_member_file(council, found)
    assert ("annual_update", update) in changes.touched
    row = council.get("annual_update", update) or {}
    assert (row["status"], row["meetings_attended"]) == ("submitted", 5)
    assert council.check() == [] and council.rivals() == []
    again = look_at_member_file(council, made)
    assert (again.records, again.entries) == ((), ())


@pytest.mark.usefixtures("elsewhere")
def test_an_update_written_on_both_sides_keeps_both(council: Register, tmp_path: Path) -> None:
    seat, year = missing_update(council)
    begun = {"appointment": seat, "municipal_year": year, "main_business": "Begun here."}
    update, _ = save_update(council, "annual_update", begun, None, TODAY)
    made = file_of(council, tmp_path)
    with open_register(made) as own:
        save_update(own, "annual_update", {"main_business": "Written there."}, update, TODAY)
    save_update(council, "annual_update", {"main_business": "Changed here."}, update, TODAY)
    take_member_file(council, look_at_member_file(council, made))
    assert ("annual_update", update, "main_business") in council.rivals()
    assert council.check() == []


def refused(council: Register, path: Path) -> str:
    before = list(council.entries())
    with pytest.raises(Refused) as caught:
        look_at_member_file(council, path)
    assert list(council.entries()) == before
    return str(caught.value)


@pytest.mark.usefixtures("elsewhere")
def test_what_is_not_the_members_is_refused_whole(council: Register, tmp_path: Path) -> None:
    made = file_of(council, tmp_path)
    written(made)
    with open_register(made) as own:
        body = own.find("outside_body", "Moorland Arts Trust")[0]
        save(own, "outside_body", {"name": "Mine"}, str(body["id"]))
    assert "not that member’s: Outside body Moorland Arts Trust." in refused(council, made)


@pytest.mark.usefixtures("elsewhere")
def test_one_that_another_program_changed_is_refused_in_plain_words(
    council: Register, tmp_path: Path
) -> None:
    made = file_of(council, tmp_path)
    written(made)
    with closing(sqlite3.connect(made)) as other, other:
        other.execute("UPDATE annual_update SET main_business = 'Forged'")
    said = refused(council, made)
    assert said.startswith("This file was damaged on its way, or changed by some other program.")


@pytest.mark.usefixtures("elsewhere")
def test_half_a_file_is_not_called_the_register(council: Register, tmp_path: Path) -> None:
    made = file_of(council, tmp_path)
    made.write_bytes(made.read_bytes()[:40_000])
    assert refused(council, made).startswith("This file was damaged on its way")


@pytest.mark.usefixtures("elsewhere")
def test_an_update_cannot_be_moved_to_anothers_seat(council: Register, tmp_path: Path) -> None:
    robert = person(council, "Robert Ashdown")
    other = next(row for row in council.all("appointment") if row["person"] not in (None, robert))
    made = file_of(council, tmp_path)
    update = written(made)
    with open_register(made) as own, own.change("Saved annual update") as change:
        change.set("annual_update", update, {"appointment": str(other["id"])})
    assert "not that member’s" in refused(council, made)


@pytest.mark.usefixtures("elsewhere")
def test_a_member_agrees_to_nothing_and_changes_nothing_that_was_agreed(
    council: Register, tmp_path: Path
) -> None:
    made = file_of(council, tmp_path)
    update = written(made)
    with open_register(made) as own:
        with pytest.raises(Refused, match="for the council"):
            move_on(own, "annual_update", update, "accepted", TODAY)
        with own.change("Saved annual update") as change:
            change.set("annual_update", update, {"status": "accepted"})
    assert "not that member’s" in refused(council, made)

    again = file_of(council, tmp_path)
    update = written(again)
    take_member_file(council, look_at_member_file(council, again))
    move_on(council, "annual_update", update, "accepted", TODAY)
    with open_register(again) as own, own.change("Saved annual update") as change:
        change.set("annual_update", update, {"main_business": "Not what was accepted."})
    assert "Moorland Arts Trust" in refused(council, again)


@pytest.mark.usefixtures("elsewhere")
def test_a_report_back_comes_back_too(council: Register, tmp_path: Path) -> None:
    made = file_of(council, tmp_path)
    with open_register(made) as own:
        seat, _year = missing_update(own)
        save(own, "report_back", {"appointment": seat, "meeting_on": "4/3/26", "attendance": "attended"})
    found = look_at_member_file(council, made)
    assert [(each.kind, each.title) for each in found.records] == [
        ("report_back", "Moorland Arts Trust, Robert Ashdown, 2026-03-04")
    ]
    assert say_returned(found, Words()) == ["Report-back: Moorland Arts Trust, Robert Ashdown, 2026-03-04"]
    take_member_file(council, found)
    assert council.count("report_back", appointment=seat, meeting_on="2026-03-04") == 1
    assert council.check() == []


def test_a_copy_to_send_is_never_written_over_the_file_itself(council: Register, tmp_path: Path) -> None:
    with open_register(file_of(council, tmp_path)) as own:
        assert own.path is not None
        with pytest.raises(Unavailable):
            save_copy(own, own.path)
        assert look_at_member_file(council, save_copy(own, tmp_path / "to send.pmdesk")).records == ()


def test_another_register_a_whole_one_and_a_damaged_file_are_refused(
    council: Register, tmp_path: Path
) -> None:
    with open_sample(tmp_path / "other.pmdesk") as other:
        theirs = file_of(other, tmp_path)
    assert "another register" in refused(council, theirs)
    whole = tmp_path / "whole.pmdesk"
    council.backup_to(whole)
    assert "whole register" in refused(council, whole)
    (tmp_path / "notes.pmdesk").write_text("nothing of ours", encoding="utf-8")
    with pytest.raises(Unavailable):
        look_at_member_file(council, tmp_path / "notes.pmdesk")
    with pytest.raises(Unavailable):
        look_at_member_file(council, tmp_path / "gone.pmdesk")


def test_somebody_without_a_seat_gets_no_file(council: Register, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="sits on no outside body"):
        file_of(council, tmp_path, "Helen Marsh")
    assert not list(tmp_path.glob("Helen*"))


def test_a_members_file_makes_no_other(council: Register, tmp_path: Path) -> None:
    with open_register(file_of(council, tmp_path)) as own, pytest.raises(Refused, match="own file"):
        file_of(own, tmp_path, "Robert Ashdown")


def test_what_comes_back_is_not_touched(council: Register, tmp_path: Path) -> None:
    made = file_of(council, tmp_path)
    before = made.read_bytes()
    found = look_at_member_file(council, made)
    assert isinstance(found, MemberReturn) and found.records == ()
    assert made.read_bytes() == before


def test_a_member_file_has_a_passphrase_of_its_own_and_comes_back_without_one(
    council: Register, tmp_path: Path
) -> None:
    phrase = "march heavy average attack"
    member = person(council, "Robert Ashdown")
    with pytest.raises(Refused, match="at least 12"):
        make_member_file(council, member, tmp_path / "own.pmdesk", TODAY, "short")
    made = make_member_file(council, member, tmp_path / "own.pmdesk", TODAY, phrase)
    assert b"Moorland" not in made.read_bytes() and sniff(made)
    with pytest.raises(NeedsPassphrase):
        open_register(made)
    with open_register(made, passphrase=phrase) as own:
        assert own.check() == [] and member_of(own) == member
    assert look_at_member_file(council, made).member == member
    # The member chose another passphrase: this register does not know it.
    with open_register(made, passphrase=phrase) as own:
        change_passphrase(own, "uphold always march heavy")
    with pytest.raises(NeedsPassphrase, match=r"own\.pmdesk"):
        look_at_member_file(council, made)
    assert look_at_member_file(council, made, "uphold always march heavy").member == member


@pytest.mark.usefixtures("elsewhere")
def test_a_file_that_comes_back_after_an_erasure_brings_nothing_of_it_back(
    council: Register, tmp_path: Path
) -> None:
    member = person(council, "Robert Ashdown")
    save(council, "person", {"phone": "01234 567890"}, member)
    made = file_of(council, tmp_path)
    update = written(made)
    places = look_at_erasure(council, member, TODAY).places
    erase(council, member, "Robert Ashdown", dict.fromkeys((place.id for place in places), WHOLE_TEXT))
    take_member_file(council, look_at_member_file(council, made))
    row = council.get("annual_update", update) or {}
    assert row["main_business"] and council.check() == []
    told = council.get("person", member) or {}
    assert (told["name"], told["phone"], told["email"]) == ("(erased)", None, None)
    assert council.find("person", "Robert Ashdown") == []
    assert council.path and b"01234 567890" not in council.path.read_bytes()


def test_with_roles_on_the_members_laptop_is_asked_about_first(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(tmp_path / "begun.pmdesk", "Aldermoor District Council", "2025-26") as council:
        body = save(council, "outside_body", {"name": "Moorland Arts Trust"})[0]
        member = save(council, "person", {"name": "Robert Ashdown", "kind": "member"})[0]
        save(council, "appointment", {"outside_body": body, "person": member})
        switch_roles_on(council)
        path = make_member_file(council, member, tmp_path / "ashdown.pmdesk", TODAY)
        (tmp_path / "theirs").mkdir()
        monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "theirs"))
        update = written(path, submit=False)
        monkeypatch.setenv("PMDESK_HOME", str(home))
        with pytest.raises(Refused, match="not trusted as that of Robert Ashdown") as asked:
            look_at_member_file(council, path)
        (stranger,) = [each for each in laptops_page(council, Words()).lines if each.state == "unknown"]
        assert stranger.fingerprint in str(asked.value)
        trust_laptop(council, bytes.fromhex(stranger.key), "Robert’s tablet", member, "member")
        take_member_file(council, look_at_member_file(council, path))
        assert (council.get("annual_update", update) or {})["meetings_held"] == 6
        assert council.check() == [] and laptops_page(council, Words()).waiting == 0
