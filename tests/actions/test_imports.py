"""Bringing a spreadsheet into a real register: look, agree, undo, and the same file twice."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter

from pmdesk.actions.imports import (
    Cancelled,
    Unreadable,
    bring_in,
    choices,
    look,
    look_again,
    outcome,
    require_columns,
)
from pmdesk.domain.words import N_, Words
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, create, memory, open_register
from tests.exchange.made_files import BODIES, GRANTS, PARTNERSHIPS, as_csv, in_every_format
from tests.register.laptops import add, laptops, meet, put

KINDS = ("outside_body", "appointment", "person", "organisation", "partnership")
BODIES_MADE = Counter(outside_body=29, appointment=40, person=19, organisation=9)
SAY = Words()


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


def test_a_value_that_came_since_the_look_is_not_replaced(tmp_path: Path) -> None:
    """The preview showed 'Old': the file's value and the one that came since stand beside each other."""
    ours, theirs = laptops(2)
    record = add(ours, "organisation", name="Holm Library", contact="Old")
    meet(ours, theirs)
    path = tmp_path / "in.csv"
    path.write_text("Name,Contact\nHolm Library,The file’s\n", encoding="utf-8")
    looked = look(path, ours, "organisation")
    put(theirs, "organisation", record, contact="Theirs")
    meet(ours, theirs)
    assert bring_in(ours, looked, SAY).changed == 1
    assert [each.value for each in ours.rival_values(record, "contact")] == ["Theirs", "The file’s"]
    assert [each.field for each in ours.unsettled()] == ["contact"]


def counts(register: Register) -> Counter[str]:
    return +Counter({kind: register.count(kind) for kind in KINDS})


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_bodies_of_nine_councils_in_twice_and_out_again(
    form: str, register: Register, tmp_path: Path
) -> None:
    path = in_every_format(tmp_path, BODIES)[form]
    first = bring_in(register, look(path, register), SAY)
    assert first[:5] == (29, 29, 0, 0, 0)
    assert first.made == counts(register) == BODIES_MADE
    assert len(register.all("appointment", person=None)) == 17
    assert {each.row for each in first.doubtful_rows} == {2, 3, 6, 11, 17, 19, 22, 23, 24, 25, 30}
    second = bring_in(register, look(path, register), SAY)
    assert second[:5] == (29, 0, 0, 29, 0)
    assert (second.changes, second.doubtful_rows) == (None, ())
    assert register.undo_label() == "Brought in a file"
    register.undo()
    assert counts(register) == Counter()
    assert register.check() == []
    assert bring_in(register, look(path, register), SAY).added == 29


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_partnerships_beside_them(form: str, register: Register, tmp_path: Path) -> None:
    bring_in(register, look(BODIES, register, "appointment"), SAY)
    result = bring_in(
        register, look(in_every_format(tmp_path, PARTNERSHIPS)[form], register, "partnership"), SAY
    )
    assert result.made == Counter(partnership=13, organisation=2, person=5)
    (air,) = register.find("partnership", "kent & medway air quality partnership")
    assert (air["funding_cash"], air["lead_officer_name"]) == (560500, "Regulatory Services Manager")
    (deputy,) = register.find(
        "outside_body", "Standing Conference on Problems Associated with the Coastline (SCOPAC)"
    )
    seats = register.all("appointment", outside_body=deputy["id"])
    assert {seat["capacity"] for seat in seats} == {"representative + deputy"}
    register.undo()
    assert counts(register) == BODIES_MADE


def test_nothing_is_written_by_looking(register: Register) -> None:
    looked = look(BODIES, register)
    assert counts(register) == Counter()
    assert outcome(looked).made == BODIES_MADE
    assert outcome(looked).changes is None
    assert (looked.entity, looked.sheet.source) == ("outside_body", BODIES.name)


def test_a_column_is_fixed_once_and_rows_are_mended(register: Register, tmp_path: Path) -> None:
    path = as_csv(
        tmp_path / "a.csv", [["Thing", "Wer", "Seats"], ["Dock Trust", "A Shaw", "1"], ["", "B Nair", "1"]]
    )
    looked = look(path, register, "outside_body", mapping={"thing": "Name"})
    assert [each.target for each in looked.columns] == ["outside_body.name", None, "outside_body.seats"]
    assert outcome(looked)[:5] == (2, 1, 0, 0, 1)
    assert [str(each.say) for each in outcome(looked).refused_rows] == [
        "the name is empty. Type it or leave the row out."
    ]
    looked = look_again(looked, register, mapping={"Wer": "appointment.person"})
    looked = look_again(looked, register, answers={(3, "Thing"): "Moor Arts"})
    assert bring_in(register, looked, SAY).made == Counter(outside_body=2, person=2, appointment=2)
    left = look_again(looked, register, left_out=frozenset((2, 3)))
    assert [str(each.say) for each in outcome(left).refused_rows] == ["left out", "left out"]


def test_a_field_given_to_another_column_is_taken_from_the_first(register: Register, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["Body", "Full title"], ["DT", "Dock Trust"]])
    looked = look(path, register, "outside_body", mapping={"Full title": "name"})
    assert [each.target for each in looked.columns] == [None, "outside_body.name"]
    assert ("appointment.person", "Appointment: Person") in [
        (key, str(said)) for key, said in choices("outside_body")
    ]
    assert look_again(looked, register, entity="organisation").columns[0].target == "organisation.name"


def test_doubtful_rows_can_wait(register: Register) -> None:
    looked = look(BODIES, register, accepted=frozenset((3,)))
    result = bring_in(register, looked, SAY)
    assert result[:5] == (29, 19, 0, 0, 10)
    assert register.find("outside_body", "Hundred of Wisbech IDB")
    later = look_again(looked, register, accepted=frozenset(range(40)))
    assert bring_in(register, later, SAY)[:5] == (29, 10, 0, 19, 0)
    assert counts(register) == BODIES_MADE


def test_a_change_since_the_look_is_seen(register: Register, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["Name", "Category"], ["Dock Trust", "Community"]])
    looked = look(path, register, "outside_body")
    with register.change(N_("Saved outside body")) as change:
        change.add("outside_body", {"name": "DOCK TRUST", "category": "Strategic"})
    result = bring_in(register, looked, SAY)
    assert result[:5] == (1, 0, 1, 0, 0)
    assert [each["category"] for each in register.all("outside_body")] == ["Community"]


def test_stopping_leaves_nothing_half_done(register: Register) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        seen.append((done, of))
        return False

    with pytest.raises(Cancelled):
        bring_in(register, look(BODIES, register), SAY, stop)
    assert seen == [(0, 97)]
    assert counts(register) == Counter()
    assert bring_in(register, look(BODIES, register), SAY, lambda done, of: True).added == 29


def test_a_register_that_can_only_be_read(tmp_path: Path) -> None:
    create(tmp_path / "a.pmdesk").close()
    with open_register(tmp_path / "a.pmdesk", read_only=True) as register, pytest.raises(Unavailable):
        bring_in(register, look(BODIES, register), SAY)


def test_what_cannot_be_looked_at_says_why(register: Register, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", [["Alpha", "Beta"], ["1", "2"]])
    with pytest.raises(Unreadable, match="No heading of"):
        look(path, register)
    with pytest.raises(Unreadable, match="no list called ‘colour’"):
        look(path, register, "colour")
    assert outcome(look(path, register, "person")).refused == 2 - 1


def test_hostile_cells_come_in_as_plain_text(register: Register, tmp_path: Path) -> None:
    names = ['=HYPERLINK("http://x","y")', "<b>&", '"><img', "Robert'); DROP TABLE person;--", "a\x00b"]
    path = as_csv(tmp_path / "a.csv", [["Name"], *[[name.replace("\x00", "")] for name in names]])
    bring_in(register, look(path, register, "organisation"), SAY)
    assert {each["name"] for each in register.all("organisation")} == {*names[:4], "ab"}


def test_merged_headings_titles_and_a_total_row(register: Register, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Reps May 25")
    sheet.merge_range(0, 0, 0, 4, "Representation on outside bodies")
    for column, heading in enumerate(["Organisation", "No. of reps", "Member(s)"]):
        sheet.merge_range(2, column, 3, column, heading)
    sheet.merge_range(2, 3, 2, 4, "Term of office")
    sheet.write_row(3, 3, ["From", "To"])
    sheet.write_row(4, 0, ["Dock Trust", 2, "Pickersgill, J; Lowe, A", "19/05/25", "May-27"])
    sheet.write_row(6, 0, ["Total", 2])
    book.close()
    looked = look(tmp_path / "a.xlsx", register)
    assert [each.target for each in looked.columns] == [
        "outside_body.name",
        "outside_body.seats",
        "appointment.person",
        "appointment.starts",
        "appointment.ends",
    ]
    result = bring_in(register, looked, SAY)
    assert result[:5] == (2, 1, 0, 0, 1)
    assert [(each.row, str(each.say)) for each in result.refused_rows] == [(7, "a total row, left out")]
    assert {seat["person_name"] for seat in register.all("appointment", ends="2027-05")} == {
        "Pickersgill, J",
        "Lowe, A",
    }


def test_many_rows_take_no_longer_each_than_few(register: Register, tmp_path: Path) -> None:
    rows = [
        ["Council", "Body", "Seats", "Member"],
        *([f"Council {i % 7}", f"Body number {i}", "2", f"Person {i % 900}"] for i in range(3000)),
    ]
    looked = look(as_csv(tmp_path / "a.csv", rows), register)
    assert outcome(looked).made["appointment"] == 6000
    assert looked.plan.states() == Counter(ready=3000)


def test_a_note_gets_each_line_once_however_the_sheet_is_read(register: Register, tmp_path: Path) -> None:
    path = in_every_format(tmp_path, BODIES)["csv"]
    for entity in ("outside_body", "appointment", "appointment"):
        result = bring_in(register, look(path, register, entity), SAY)
    assert result.changes is None
    notes = [str(row["note"]).split("\n") for row in register.all("appointment") if row["note"]]
    assert notes and all(len(lines) == len(set(lines)) for lines in notes)


def test_a_list_of_readings_must_say_of_what_and_when(register: Register, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "weeks.csv", [["Measure", "Week ending", "Value"], ["Bins", "5/1/24", "7"]])
    with pytest.raises(Unreadable, match=r"No column of ‘weeks\.csv’ is read as ‘Period’"):
        require_columns(look(path, register, "reading"))
    require_columns(look(path, register, "reading", mapping={"Week ending": "period"}))


def test_headings_without_rows_are_said(register: Register, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "heads.csv", [["Measure", "Period", "Value"]])
    with pytest.raises(Unreadable, match=r"‘heads\.csv’ has headings and no rows"):
        look(path, register, "reading")


def test_another_areas_reading_never_comes_in_as_ours(register: Register, tmp_path: Path) -> None:
    path = as_csv(
        tmp_path / "voids.csv", [["Area", "Measure", "Period", "Value"], ["Bury", "Voids", "2023-24", "5"]]
    )
    for entity in ("reading", "target"):
        with pytest.raises(Unreadable, match=r"‘Area’ names an area that is not yours \(‘Bury’\)"):
            look(path, register, entity)
    assert look(path, register, "reading", mapping={"Area": None}).mapping["Area"] is None


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_555_grants_to_359_bodies_in_twice_and_out_again(
    form: str, register: Register, tmp_path: Path
) -> None:
    path = in_every_format(tmp_path, GRANTS)[form]
    first = bring_in(register, look(path, register), SAY)
    assert first[:5] == (555, 555, 0, 0, 0)
    assert first.made == Counter(partnership=555, partner=555, organisation=360)
    assert register.count("organisation", kind="voluntary") == 359
    assert register.count("partnership", kind="grant") == register.count("partner", role="Recipient") == 555
    assert all(each["lead_organisation_name"] for each in register.all("partnership"))
    second = bring_in(register, look(path, register, "partnership"), SAY)
    assert second[:5] == (555, 0, 0, 555, 0)
    assert second.changes is None
    register.undo()
    assert counts(register) == Counter()
    assert register.count("partner") == 0
    assert register.check() == []


def test_what_a_partner_said_is_not_changed_by_a_file(register: Register, tmp_path: Path) -> None:
    said = ["organisation", "said_on", "said_by", "text"]
    bring_in(
        register, look(as_csv(tmp_path / "o.csv", [["name", "kind"], ["Police", "police"]]), register), SAY
    )
    rows = [said, ["Police", "2026-04-20", "Ann", "We were short."]]
    assert (
        bring_in(register, look(as_csv(tmp_path / "a.csv", rows), register, "partner_words"), SAY).added == 1
    )
    rows[1][2] = "Somebody else"
    again = bring_in(register, look(as_csv(tmp_path / "b.csv", rows), register, "partner_words"), SAY)
    assert (again.same, again.changes) == (1, None)
    [kept] = register.all("partner_words")
    assert kept["said_by"] == "Ann"
