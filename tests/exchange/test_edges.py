"""Edges of files that come in: a heading alone, a mark, a cell nobody expects, and what is made of each."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pmdesk.exchange import tables, workbooks
from pmdesk.exchange.about_measures import read_about
from pmdesk.exchange.circles import _end
from pmdesk.exchange.delimited import decode
from pmdesk.exchange.figure_cells import FigureCell
from pmdesk.exchange.figure_choices import Choices, KnownFigures
from pmdesk.exchange.figure_file import _together, understand
from pmdesk.exchange.figure_headings import _tidy, data_heading
from pmdesk.exchange.figure_heads import DataColumn, _as_value, _words_over
from pmdesk.exchange.figure_layout import read_layout
from pmdesk.exchange.figure_plan import plan_figures
from pmdesk.exchange.figure_points import Point, _give_latest, _why_not, gather
from pmdesk.exchange.figure_roles import _areas, _made_how, _two_titles
from pmdesk.exchange.figure_splits import _may_split
from pmdesk.exchange.figure_table import _nameless
from pmdesk.exchange.figure_work import _as_kept, _hundredfold
from pmdesk.exchange.grids import _carried, read_book
from pmdesk.exchange.match import Records
from pmdesk.exchange.measure_words import read_aggregation
from pmdesk.exchange.names import Names
from pmdesk.exchange.people import read_people
from pmdesk.exchange.return_files import FORM_SIZE_ALLOWED, _begins_as_pdf, _inside
from pmdesk.exchange.return_forms import _NOT_OURS, _is_hostile, _text, _what_it_is
from pmdesk.exchange.sheets import read_sheet
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.exchange.workbooks import _check_member, _choose, _rows, check_zip, read_workbook, shown
from tests.exchange.figure_made import file_of, grid_of, layout_of, written
from tests.exchange.made_files import as_csv
from tests.exchange.test_grants import grant, planned
from tests.exchange.test_plan import planned as planned_list


def test_a_list_about_measures_may_call_the_title_a_measure_and_rows_without_a_name_are_passed(
    tmp_path: Path,
) -> None:
    about = read_about(
        as_csv(tmp_path / "a.csv", [["Measure", "Frequency"], ["Missed bins", "Yearly"], ["", "Yearly"]])
    )
    assert set(about) == {"missed bins"} and about["missed bins"].frequency == "year"


def test_text_of_two_bytes_a_letter_without_a_mark_is_read_in_either_order() -> None:
    text = "Name,Note\r\nDock Trust,Rang\r\n"
    assert decode(text.encode("utf-16-be")) == text == decode(text.encode("utf-16-le"))


def test_a_table_that_is_another_list_by_its_headings_is_no_file_of_figures(tmp_path: Path) -> None:
    book = read_book(written(tmp_path, "Area|Indicator|2022-23|2023-24\nFife|Visits|1|2\nBute|Visits|3|4"))
    asked = list[list[str]]()

    def is_another(headings: list[str]) -> bool:
        asked.append(list(headings))
        return True

    assert understand(book, {}, other_list=is_another) is None and asked
    assert understand(book, {}, other_list=lambda _headings: False) is not None


def test_a_bound_of_an_interval_is_reckoned() -> None:
    found = data_heading("Lower CI 2022-23")
    assert found is not None and found.kind == "reckoned"


def test_how_periods_add_up_is_read_from_its_words() -> None:
    assert read_aggregation("Ratio of two numbers") == "ratio"
    assert read_aggregation("mean of the year") == "average"
    assert read_aggregation("Year to date") == "cumulative"


def test_a_name_is_known_once() -> None:
    names = Names()
    for _each in range(2):
        names.add("Dock Trust")
    assert names.near("Dock Trsut") == "Dock Trust"


def test_signs_alone_name_nobody() -> None:
    assert read_people("; ;").named == () == read_people("( )").named


def test_a_sheet_that_is_empty_and_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("\n\n")
    with pytest.raises(Unreadable, match="is empty"):
        read_sheet(tmp_path / "empty.csv")
    with pytest.raises(Unreadable, match="could not be read"):
        read_sheet("a\0b.csv")


def test_a_cell_is_shown_as_in_the_sheet() -> None:
    assert shown(True) == "TRUE" and shown(False) == "FALSE" and shown(None) == ""


def test_a_zip_that_is_no_workbook_and_one_that_is_broken() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    with pytest.raises(Unreadable):
        check_zip(packed.getvalue())
    with pytest.raises(Unreadable):
        check_zip(packed.getvalue()[:-30])


def test_a_workbook_without_a_sheet_and_a_flag_among_figures() -> None:
    with pytest.raises(Unreadable, match="no sheet"):
        _choose([], None)


def test_a_label_with_an_open_bracket_is_tidied() -> None:
    found = data_heading("Visits (2022-23)")
    assert found is not None and found.label == "Visits"
    assert _tidy("Visits (") == "Visits" == _tidy("Visits)")


def test_series_of_one_title_in_two_units_stay_two() -> None:
    def one(unit: str) -> Any:
        return SimpleNamespace(
            code="", title="Spend", role="", unit=unit, points=[1], missing=Counter(), doubts=[]
        )

    kept = _together([one("£"), one("%"), one("£"), one("")])
    assert [(each.unit, len(each.points)) for each in kept] == [("£", 3), ("%", 1)]


def test_words_alone_over_figures_are_no_headings_over_them() -> None:
    assert _words_over([["Report", "of 2024"], ["Area", "2001"]], 1) is None
    assert _words_over([["5", "6"], ["2001", "2002"]], 1) is None
    value = DataColumn(0, "Bins", SimpleNamespace(kind="value"))  # type: ignore[arg-type]
    assert _as_value(value) is value


def test_a_title_whose_cells_say_how_figures_are_made_is_no_title() -> None:
    roles = {"title": 0}
    _made_how(roles, [["Value"], ["Percent"]])
    assert roles == {"how": 0}
    assert _two_titles([0, 1], {"code": 2}, ["KPI", "Name", "Code"], [["A", "Bins", "1"]]) == {}


def test_a_column_of_nothing_but_codes_is_the_code_of_the_area() -> None:
    roles = {"area": 0}
    _areas(roles, {"area": [0]}, ["Area", "Value"], {1}, [["Area", "Value"], ["E08000009", "1"]],
           [["E08000009", "1"]])  # fmt: skip
    assert roles == {"area_code": 0}


def test_a_column_of_very_many_words_is_no_breakdown() -> None:
    assert not _may_split("Group name", [[f"Name {n}"] for n in range(70)], 0)


def test_a_column_of_text_beside_values_is_their_measure() -> None:
    assert _nameless(["Thing", "Value"], {"value": 1}, set(), [["Bins", "1"]]) == {"title": 0}
    assert _nameless(["Value"], {"value": 0}, set(), [["1"]]) == {}


def test_a_figure_without_a_number_is_no_hundredfold() -> None:
    point = Point(2, "Value", 0, -1, "2022-23", "value", FigureCell(None, "suppressed"))
    assert _hundredfold(point) is point
    assert _as_kept("numerator", "1,200") == "1200" and _as_kept("commentary", "12") == "12"


def test_what_stands_beside_no_reading_is_given_to_none() -> None:
    points = [Point(2, "Target", 0, -1, "2022-23", "target", FigureCell(Decimal(1)))]
    _give_latest(points, 0, {"commentary": "Snow"})
    assert points[0].beside == ()


def test_a_figure_of_no_kind_says_so() -> None:
    figure = SimpleNamespace(series=0, area=0, kind=None, period="2022-23", cell=None)
    assert "actual figure or a target" in str(_why_not(figure))  # type: ignore[arg-type]


def test_a_merged_cell_beyond_a_short_row_is_carried_nowhere() -> None:
    assert _carried([["Area", "Fife"], ["x"]], [((0, 1), (1, 1))]) == [["Area", "Fife"], ["x"]]


def test_an_empty_note_adds_nothing() -> None:
    records = Records({})
    place = records.make("organisation", "Trust", None, 2)
    records.add_note(place, "")
    assert "note" not in records.made[place].values


def test_a_file_that_goes_away_is_no_pdf_and_one_too_large_in_an_archive_is_said(tmp_path: Path) -> None:
    assert not _begins_as_pdf(tmp_path / "gone")
    assert _inside(Path("a.zip"), "form.pdf", bytes(FORM_SIZE_ALLOWED + 1)).problem is not None


def test_a_stream_is_text_and_a_page_that_runs_something_is_hostile() -> None:
    stream = SimpleNamespace(get_data=lambda: b"words", get_object=lambda: None)
    stream.get_object = lambda: stream
    assert _text(stream) == "words"
    note = {"/AA": {}}
    reader = SimpleNamespace(pages=[{"/Annots": [note]}])
    assert _is_hostile({}, {}, reader)  # type: ignore[arg-type]


def test_half_of_a_link_is_no_milestone() -> None:
    assert _end(Records({}), "m1") == "m1"


def test_a_table_without_one_cell_of_text_has_no_title() -> None:
    found = read_layout(grid_of("Area code|2022-23|2023-24\n1|1|2\n2|3|4"), "")
    assert found is None or "title" not in found.roles


def test_a_row_of_what_is_reckoned_is_no_figure_and_an_empty_floor_is_none() -> None:
    found = gather(layout_of(
        "Indicator|Type|2022-23|2023-24\nBins|Actual|1|2\nBins|Target|3|4\nBins|Variance|5|6\nBins|Floor||"
    ))  # fmt: skip
    assert {point.kind for point in found.points} == {"value", "target"} and len(found.points) == 4
    unsaid = gather(layout_of("Area|Indicator|2022-23|2023-24\nFife|Bins|1|2\nFife|||"))
    assert len(unsaid.points) == 2


def test_a_folder_that_needs_no_sync_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "os", SimpleNamespace(name="nt"))
    tables._sync_folder(tmp_path)


def test_two_grants_of_a_name_that_are_another_thing_here_make_their_own(tmp_path: Path) -> None:
    known: dict[str, list[Mapping[str, object]]] = {
        "partnership": [
            {"id": "p1", "name": "Warm rooms", "kind": "strategic"},
            {"id": "p2", "name": "Warm rooms (B1)", "kind": "strategic"},
        ]
    }
    plan = planned(tmp_path, grant("B1", "Warm rooms", "Hub"), known=known)
    made = [write for write in plan.writes if write.kind == "partnership" and write.id is None]
    assert [write.values["name"] for write in made] == ["Warm rooms (B1)"]


def test_a_funder_that_is_no_council_and_a_council_that_gives_to_itself(tmp_path: Path) -> None:
    own = grant("B1", "One", "Moor Fund", Funding_Org_Name="x")
    own[-1] = "Moor Fund"
    plan = planned(tmp_path, own)
    made = [write.values for write in plan.writes if write.kind == "organisation"]
    assert [each["name"] for each in made] == ["Moor Fund"] and made[0].get("kind") != "council"


def test_a_grant_whose_name_is_there_twice_is_refused(tmp_path: Path) -> None:
    known: dict[str, list[Mapping[str, object]]] = {
        "partnership": [{"id": f"p{n}", "name": "Warm rooms", "kind": "grant"} for n in (1, 2)]
    }
    plan = planned(tmp_path, grant("", "Warm rooms", "Hub", Award_Date=""), known=known)
    assert [row.state for row in plan.rows] == ["refused"]


def test_a_page_without_words_is_not_ours() -> None:
    page = SimpleNamespace(
        get=lambda name: {"/Font": {"/F1": 1}} if name == "/Resources" else None, get_contents=lambda: None
    )
    assert _what_it_is(SimpleNamespace(pages=[page])) == _NOT_OURS  # type: ignore[arg-type]


def test_far_cells_long_sheets_flags_under_per_cent_and_what_lies_about_its_size(tmp_path: Path) -> None:
    class Far:
        start, total_height, total_width, merged_cell_ranges = (0, 0), 1, 1, None

        def iter_rows(self) -> Any:
            return iter([[True, 0.5], [0.95, "x"], [1.0, 2.0]])

    rows = _rows(Far(), 1, 0, [(0, 0), (0, 9), (1, 0)])  # type: ignore[arg-type]
    assert rows == [["TRUE", "0.5"], ["95%", "x"]]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    data = bytearray(packed.getvalue())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # locked, as its list says
    with pytest.raises(Unreadable, match="password"):
        check_zip(bytes(data))
    with zipfile.ZipFile(io.BytesIO(packed.getvalue())) as archive, pytest.raises(Unreadable):
        _check_member(archive, archive.infolist()[0], 3)


def test_an_empty_cell_of_no_measure_is_missed_by_none() -> None:
    found = gather(layout_of("Indicator|2022-23|2023-24\nBins|1|2\n||"))
    assert len(found.points) == 2 and not any(found.missing.values())


def test_far_and_locked_workbooks_are_refused_by_their_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine as calamine

    class Book:
        sheets_metadata, sheet_names = (), ("A",)

        def get_sheet_by_name(self, _name: str) -> Any:
            return SimpleNamespace(total_height=1 << 30, total_width=1 << 10)

    kinds = SimpleNamespace(from_filelike=lambda _file: Book())
    monkeypatch.setattr(calamine, "CalamineWorkbook", kinds)
    monkeypatch.setattr(workbooks, "check_zip", lambda _data: None)
    with pytest.raises(Unreadable):
        read_workbook(b"PK", None, 10)

    def locked(_file: object) -> Any:
        raise calamine.PasswordError("locked")

    monkeypatch.setattr(kinds, "from_filelike", locked)
    with pytest.raises(Unreadable, match="password"):
        read_workbook(b"PK", None, 10)


def test_an_area_is_called_by_its_name_once_that_is_known_and_targets_of_others_stay_out(
    tmp_path: Path,
) -> None:
    measure = {"id": "m1", "title": "Bins"}
    for area, changed in (("E08000002", True), ("Bury Borough", False)):
        known = KnownFigures([measure], {}, {}, {"m1": [{"id": "c1", "area": area, "figures": "2021-22\t7"}]})
        text = (
            "Area|Area code|Indicator|Type|2022/23|2023/24\nTrafford|E08000009|Bins|Actual|1|2\n"
            "Bury Borough|E08000002|Bins|Actual|8|9\nBury Borough|E08000002|Bins|Target|8|9"
        )
        plan = plan_figures(file_of(written(tmp_path, text)), Choices(), known, "Trafford Council")
        (bury,) = [write for write in plan.writes if write.kind == "comparator"]
        assert (
            bury.id == "c1" and ("area" in bury.values) is changed and bury.values["area_code"] == "E08000002"
        )


def test_a_new_owner_may_be_anybody(tmp_path: Path) -> None:
    plan = planned_list(tmp_path, "measure", [["Measure", "Owner"], ["Missed bins", "Rowan Pugh"]], known={})
    (person,) = [write for write in plan.writes if write.kind == "person"]
    assert person.values == {"name": "Rowan Pugh"}


def test_an_empty_cell_in_a_row_without_a_measure_is_missed_by_none() -> None:
    found = gather(layout_of("Indicator|2022-23|2023-24\nBins|1|2\n|3|"))
    assert len(found.points) == 2 and not found.missing and len(found.problems) == 1


def test_one_code_for_two_units_says_which(tmp_path: Path) -> None:
    text = "Code|Indicator|Unit|2022-23|2023-24\nB1|Bins|%|1|2\nB1|Bins|Tonnes|3|4"
    assert [each.code for each in file_of(written(tmp_path, text)).series] == ["B1", "B1 (tonnes)"]


def test_cells_of_nothing_are_an_empty_sheet(tmp_path: Path) -> None:
    (tmp_path / "blank.csv").write_text(",,\n,,\n")
    with pytest.raises(Unreadable, match="is empty"):
        read_sheet(tmp_path / "blank.csv")


def test_a_remark_that_names_nobody_is_kept_in_the_note(tmp_path: Path) -> None:
    rows = [["Name", "Members"], ["Dock Trust", "Ann Lee; (misprinted)"]]
    plan = planned_list(tmp_path, "outside_body", rows, known={})
    assert any("misprinted" in str(write.values.get("note")) for write in plan.writes)


def test_a_file_of_what_is_reckoned_alone_holds_no_figure(tmp_path: Path) -> None:
    text = (
        "Indicator|Type|2022-23|2023-24\nBins|Actual||\nBins|Variance|1|2\nBees|Actual||\nBees|Variance|3|4"
    )
    assert understand(read_book(written(tmp_path, text)), {}) is None


def test_the_family_of_our_own_area_is_the_measures(tmp_path: Path) -> None:
    text = "Area|Family group|Indicator|2022-23|2023-24\nTrafford|A|Bins|1|2\nBury|A|Bins|3|4"
    plan = plan_figures(
        file_of(written(tmp_path, text)), Choices(), KnownFigures([], {}, {}, {}), "Trafford Council"
    )
    (measure,) = [write for write in plan.writes if write.kind == "measure"]
    assert measure.values["family"] == "A"
