"""One row at a time: values by field, kept words in the note, each doubt beside its column."""

from pathlib import Path

from pmdesk.exchange.columns import guess_mapping, targets
from pmdesk.exchange.rows import Draft, kept_line, read_columns, read_rows
from pmdesk.exchange.sheets import read_sheet
from tests.exchange.made_files import Rows, as_csv


def drafts(folder: Path, rows: Rows, entity: str = "partnership", **mapped: str) -> list[Draft]:
    sheet = read_sheet(as_csv(folder / "a.csv", rows))
    mapping = {
        heading: guess.target for heading, guess in guess_mapping(entity, sheet.headings).items()
    } | mapped
    return read_rows(sheet, entity, read_columns(sheet, mapping, targets(entity)), {}, frozenset())


def test_a_column_without_a_field_can_be_kept_in_the_note(tmp_path: Path) -> None:
    (draft,) = drafts(
        tmp_path, [["Name", "Note", "foi_ref"], ["Safer", "seen", "FOI/2019"]], foi_ref="partnership.note"
    )
    assert draft.notes == {"partnership": ["seen", "Foi ref: FOI/2019"]}


def test_two_columns_for_one_field(tmp_path: Path) -> None:
    rows = [["Name", "Aims", "Why"], ["Safer", "calm", ""], ["Calm", "", "peace"], ["Both", "one", "two"]]
    found = drafts(tmp_path, rows, Why="partnership.purpose")
    assert [each.values["partnership"]["purpose"] for each in found] == ["calm", "peace", "one"]
    assert [len(each.reasons) for each in found] == [0, 0, 1]


def test_a_reference_that_names_nobody_or_is_too_long(tmp_path: Path) -> None:
    rows = [["Name", "Lead officer"], ["Safer", "(to be found)"], ["Calm", "x" * 600], ["Still", "n/a"]]
    first, second, third = drafts(tmp_path, rows)
    assert first.notes == {"partnership": ["Lead officer: (to be found)"]}
    assert second.state == "refused"
    assert third.values["partnership"] == {"name": "Still"}


def test_a_name_that_is_too_long_to_be_one(tmp_path: Path) -> None:
    (draft,) = drafts(tmp_path, [["Body", "Member"], ["Dock Trust", "x" * 600]], "outside_body")
    assert draft.state == "refused"


def test_a_kept_line_says_its_column() -> None:
    assert kept_line("date_created", "2016-04 (current SLA)") == "Date created: 2016-04 (current SLA)"
