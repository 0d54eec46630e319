"""Figures brought in through the page's own widgets: our area, doubts settled, other areas, one Undo."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pmdesk.actions.records import save
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.bring_in import BringInPage
from pmdesk.ui.pages.bring_in_series import series_lines
from tests.exchange.made_files import as_csv
from tests.running import Running

HEADINGS = ["Local authority", "Indicator", "Polarity", "Period", "Value"]
ROWS = [
    HEADINGS,
    ["Aldermoor", "Recycling (%)", "High", "2022/23", "41.2"],
    ["Aldermoor", "Recycling (%)", "High", "2023/24", "56.89999999999999"],
    ["Bury", "Recycling (%)", "High", "2022/23", "*"],
    ["Bury", "Recycling (%)", "High", "2023/24", "39"],
    ["England", "Recycling (%)", "High", "2023/24", "43.8"],
    ["Aldermoor", "Days to process", "Ascending", "2022/23", "21"],
    ["Aldermoor", "Days to process", "Ascending", "2023/24", "about 20"],
    ["Bury", "Calls waiting", "Ascending", "2023/24", "5"],
    ["Aldermoor", "Calls waiting", "Ascending", "2023/24", "4"],
]


@pytest.fixture
def started(run: Running) -> Running:
    run.start()
    return run


def brought_up(started: Running, path: Path) -> BringInPage:
    page = started.office.visit("import")
    assert isinstance(page, BringInPage)
    started.window.toasts.hide()
    started.office.visit("import", path)
    started.qtbot.waitUntil(lambda: page.figures is not None or bool(started.toast()), timeout=20_000)
    return page


def bring_in(started: Running, page: BringInPage) -> None:
    started.qtbot.mouseClick(page.agree, Qt.MouseButton.LeftButton)
    started.qtbot.waitUntil(lambda: page.figures is None, timeout=20_000)


def test_figures_come_in_with_other_areas_and_go_out_with_one_undo(started: Running, tmp_path: Path) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    assert page.head.title() == "Bring in figures"
    assert page.figure_body.asks.area.value() == "Aldermoor", "the council's own name says which area is ours"
    assert page.agree.text() == "Bring in 8 figures"
    assert "3 new measures, 4 readings, 3 series of other areas" in page.foot._promise.text()
    (refused,) = page.figure_body.refused.lines()
    assert refused.reasons == ("‘about 20’ is no figure.",)
    bring_in(started, page)
    assert started.counts("measure", "reading", "comparator") == {"measure": 3, "reading": 4, "comparator": 3}
    assert started.window.current() == "measures"
    (recycling,) = [row for row in started.register.all("measure") if row["title"] == "Recycling (%)"]
    assert (recycling["polarity"], recycling["unit"]) == ("higher", "%")
    values = {row["period"]: row["value"] for row in started.register.all("reading", measure=recycling["id"])}
    assert values == {"2022-23": "41.2", "2023-24": "56.9"}
    page = brought_up(started, tmp_path / "figures.csv")
    assert not page.agree.isEnabled()
    page.escape()
    started.press("Undo: Brought in a file", started.window.topbar)
    assert started.counts("measure", "reading", "comparator") == {"measure": 0, "reading": 0, "comparator": 0}


def test_a_doubtful_polarity_is_asked_once_for_all_like_it(started: Running, tmp_path: Path) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    body = page.figure_body
    doubtful = [line for line in body.series.lines() if line.state == "close"]
    assert [line.title for line in doubtful] == ["Days to process", "Calls waiting"]
    assert doubtful[0].reasons == ("‘Ascending’ can mean either way. Say which is better.",)
    body.series.choose(doubtful[0].key)
    body.series.setFocus()
    started.qtbot.keyClick(body.series, Qt.Key.Key_Return)
    body.dialog.fields["polarity"].editor.set_value("lower")
    started.press("Use for all 2 like it", body.dialog)
    assert [line.state for line in body.series.lines()] == ["met", "met", "met"]
    bring_in(started, page)
    polarities = {row["title"]: row["polarity"] for row in started.register.all("measure")}
    assert polarities == {"Recycling (%)": "higher", "Days to process": "lower", "Calls waiting": "lower"}


def test_a_series_is_left_out_with_the_space_bar(started: Running, tmp_path: Path) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    body = page.figure_body
    key = next(line.key for line in body.series.lines() if line.title == "Calls waiting")
    body.series.choose(key)
    body.series.setFocus()
    started.qtbot.keyClick(body.series, Qt.Key.Key_Space)
    assert page.agree.text() == "Bring in 6 figures"
    (left,) = [line for line in body.series.lines() if line.state == "dash"]
    assert left.reasons == ("Left out: as you asked",)
    started.qtbot.keyClick(body.series, Qt.Key.Key_Space)
    assert page.agree.text() == "Bring in 8 figures"


def test_nothing_comes_in_before_the_area_is_chosen(started: Running, tmp_path: Path) -> None:
    rows = [[cell.replace("Aldermoor", "Trafford") for cell in row] for row in ROWS]
    page = brought_up(started, as_csv(tmp_path / "figures.csv", rows))
    assert page.agree.text() == "Nothing new to bring in"
    assert page.foot._promise.text() == "Say first which area is yours."
    area = page.figure_body.asks.area.editor
    area.setFocus()
    started.qtbot.keyClicks(area, "traf")
    started.qtbot.keyClick(area, Qt.Key.Key_Return)
    assert page.agree.text() == "Bring in 8 figures"
    page.figure_body.asks.others.click()
    assert page.agree.text() == "Bring in 4 figures"


def test_a_column_is_put_right_once(started: Running, tmp_path: Path) -> None:
    made_up = {"Bury": "Wendle", "England": "Marsh"}
    rows = [["Whose", *HEADINGS[1:]], *([made_up.get(row[0], row[0]), *row[1:]] for row in ROWS[1:])]
    page = brought_up(started, as_csv(tmp_path / "figures.csv", rows))
    body = page.figure_body
    assert not body.asks.area.isVisibleTo(body), "nothing says that the first column holds areas"
    assert not page.agree.isEnabled(), "but one of them is the council's own"
    assert page.foot._promise.text().startswith("Say first which column holds the areas: ‘Aldermoor’")
    row = next(row for row in body.columns.rows if row.heading == "Whose")
    assert row.choice.value() == "split"
    row.choice.set_value("area")
    row.choice.edited.emit()
    started.qtbot.waitUntil(lambda: body.asks.area.value() == "Aldermoor", timeout=20_000)
    assert page.agree.text() == "Bring in 8 figures"


@pytest.mark.parametrize(
    "rows",
    [
        [["Indicator", "Q1", "Q2"], ["Visits", "10", "20"], ["Calls", "3", "4"]],
        [["Ref", "Indicator", "Q1", "Q2"], ["BV1", "Visits", "10", "20"], ["BV2", "Calls", "3", "4"]],
    ],
)
def test_the_year_of_bare_quarters_is_asked(started: Running, tmp_path: Path, rows: list[list[str]]) -> None:
    page = brought_up(started, as_csv(tmp_path / "visits.csv", rows))
    assert page.foot._promise.text() == "Say first which year the quarters are of."
    editor = page.figure_body.asks.year.editor
    editor.setFocus()
    started.qtbot.keyClicks(editor, "2024/25")
    started.qtbot.keyClick(editor, Qt.Key.Key_Return)
    started.qtbot.waitUntil(lambda: page.agree.text() == "Bring in 4 figures", timeout=20_000)
    bring_in(started, page)
    assert {row["period"] for row in started.register.all("reading")} == {"2024-25 Q1", "2024-25 Q2"}


def test_which_kind_of_year_a_quarter_is_of_is_asked(started: Running, tmp_path: Path) -> None:
    rows = [["Area", "Indicator", "Period", "Value"]]
    rows += [["Aldermoor", "Visits", f"2023 Q{quarter}", str(quarter)] for quarter in (1, 2, 3, 4)]
    page = brought_up(started, as_csv(tmp_path / "visits.csv", rows))
    assert page.foot._promise.text() == "Say first which kind of year the quarters are of."
    kind = page.figure_body.asks.kind.editor
    kind.set_value("calendar")
    kind.edited.emit()
    started.qtbot.waitUntil(lambda: page.agree.text() == "Bring in 4 figures", timeout=20_000)
    bring_in(started, page)
    assert [row["period"] for row in started.register.all("reading")] == [
        *("2022-23 Q4", "2023-24 Q1", "2023-24 Q2", "2023-24 Q3")
    ]
    assert "Brought in 4 figures." in started.toast()


def test_the_last_figure_of_each_series_is_shown_before_it_comes_in(started: Running, tmp_path: Path) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    said = {line.title: line.quiet for line in page.figure_body.series.lines()}
    assert said["Recycling (%)"].startswith("2023-24: 56.9%, ")
    assert said["Days to process"].startswith("2022-23: 21, ")


def test_a_file_that_says_nothing_is_asked_about_and_the_last_one_put_away(
    started: Running, tmp_path: Path
) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    started.office.visit("import", as_csv(tmp_path / "odd.csv", [["Colour", "Weight"], ["red", "2"]]))
    started.qtbot.waitUntil(lambda: page.unknown.isVisible(), timeout=20_000)
    assert page.figures is None
    assert not page.foot.isVisible(), "nothing of the last file can be agreed to"
    assert page.unknown.kind is not None
    page.unknown.kind.set_value("organisation")
    started.press("Look at it so", page.unknown)
    started.qtbot.waitUntil(lambda: page.look is not None, timeout=20_000)
    assert page.look is not None
    assert page.look.entity == "organisation"


def test_everything_has_a_name(started: Running, tmp_path: Path) -> None:
    page = brought_up(started, as_csv(tmp_path / "figures.csv", ROWS))
    if os.environ.get("SHOT"):
        page.window().resize(1440, 900)
        page.window().grab().save(os.environ["SHOT"])
    assert unnamed(page) == []
    page.figure_body.answer(page.figure_body.series.lines()[0].key)
    assert unnamed(page.figure_body.dialog) == []


def test_a_file_of_codes_is_read_with_the_names_the_register_has(started: Running, tmp_path: Path) -> None:
    save(started.register, "measure", {"code": "CHN1", "title": "Cost of a school pupil"})
    rows = [["Local Authority", "CHN1 2021-22", "CHN1 2022-23", "CHN2 2022-23"],
            ["Aldermoor", "5000", "5100", "7000"], ["Bury", "4000", "4100", "6000"]]  # fmt: skip
    page = brought_up(started, as_csv(tmp_path / "codes.csv", rows))
    titles = {line.title for line in series_lines(page.figures.plan.series, look_first=True)}
    assert titles == {"CHN1  Cost of a school pupil", "CHN2"}
