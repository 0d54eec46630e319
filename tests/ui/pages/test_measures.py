"""The measures by keyboard, in a real register: the list, one of them, its forms, and back."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.actions.registers import Register, open_register, start
from pmdesk.actions.today import today
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.buttons import Button
from pmdesk.ui.context import Context
from pmdesk.ui.paged_model import PAGE
from pmdesk.ui.pages.history_view import HistoryView
from pmdesk.ui.pages.measures import MeasuresPage
from tests.actions.measure_council import TODAY, Measures, council


class Said:
    """What the page asked of the window."""

    def __init__(self) -> None:
        self.visits: list[tuple[str, object]] = []
        self.toasts: list[str] = []
        self.undo: object = None

    def toast(self, sentence: str, undo: object = None) -> None:
        self.toasts.append(sentence)
        self.undo = undo


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The register's file, made once, and the ids of what is in it."""
    found = council(tmp_path_factory.mktemp("measures"))
    path = found.register.path
    found.register.close()
    assert path is not None
    return path, found.ids


@pytest.fixture
def made(kept: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Measures]:
    with open_register(Path(copy(kept[0], tmp_path))) as register:
        yield Measures(register, dict(kept[1]))


def show(register: object, said: Said, qtbot: QtBot, width: int = 1232) -> MeasuresPage:
    context = Context(
        register, TODAY, lambda page, argument: said.visits.append((page, argument)), said.toast
    )
    qtbot.wait(1)  # the page of the test before goes only in an event loop
    page = MeasuresPage(context)
    qtbot.addWidget(page)
    page.resize(width, 844)
    with qtbot.waitExposed(page):
        page.show()
    page.arrive(None)
    return page


@pytest.fixture
def page(made: Measures, said: Said, dressed: QApplication, qtbot: QtBot) -> MeasuresPage:
    return show(made.register, said, qtbot)


def titles(page: MeasuresPage) -> list[str]:
    rows = [page.part.model.row(at) for at in range(page.part.model.rowCount())]
    return [row.title.split()[0] for row in rows if row]


def test_every_measure_with_its_count(page: MeasuresPage) -> None:
    assert titles(page) == ["CH8", "EN02", "HS01", "SC03", "Meetings"]
    assert page.part.head.quiet_words() == "5"
    assert unnamed(page) == []


def test_typing_filters_and_escape_takes_it_back(page: MeasuresPage, qtbot: QtBot) -> None:
    page.part.line.setFocus()
    qtbot.keyClicks(page.part.line, "wendle")
    assert titles(page) == ["EN02", "HS01"]
    assert page.part.head.quiet_words() == "2"
    assert page.escape()
    assert len(titles(page)) == 5
    assert not page.escape()


def test_heads_sort_and_turn(page: MeasuresPage, qtbot: QtBot) -> None:
    rating = page.part.list.head_row.parts["rating"]
    qtbot.mouseClick(rating, Qt.MouseButton.LeftButton)
    assert titles(page)[:2] == ["CH8", "SC03"]
    assert rating.accessibleName() == "Rating, sorted"
    qtbot.mouseClick(rating, Qt.MouseButton.LeftButton)
    assert titles(page)[0] == "Meetings"
    assert rating.accessibleName() == "Rating, sorted downwards"


def test_the_head_it_is_sorted_by_has_room_for_its_word_and_its_chevron(page: MeasuresPage) -> None:
    """Pressed, it kept the room it had without one: 'Targ'."""
    heads = page.part.list.head_row
    for key, part in heads.parts.items():
        if isinstance(part, QPushButton) and part.isVisible():
            part.click()
            assert heads.order == heads._orders[key]
            assert part.width() >= part.sizeHint().width(), part.text()


def test_every_order_is_in_the_menu_too(page: MeasuresPage) -> None:
    [sort] = [each.menu() for each in page.part.filters.menu.actions() if each.text() == "Sort by"]
    for action in sort.actions():
        action.trigger()
        assert len(titles(page)) == 5
    assert [action.text() for action in sort.actions()] == [
        "Measure", "Latest", "Target", "Rating", "Direction", "Due", "Effort",
    ]  # fmt: skip


def test_filters_are_offered_counted_put_in_force_and_taken_off(page: MeasuresPage, qtbot: QtBot) -> None:
    filters = page.part.filters
    menus = {each.text(): each.menu() for each in filters.menu.actions()}
    rating = menus["Rating"]
    assert rating is not None
    rating.aboutToShow.emit()
    assert [each.text() for each in rating.actions()] == [
        "Close (1)", "Missed (2)", "Suppressed (1)", "No reading yet (1)",
    ]  # fmt: skip
    rating.actions()[1].trigger()
    assert titles(page) == ["CH8", "SC03"]
    [noteless] = [each for each in filters.menu.actions() if each.text() == "Missed, with no note"]
    noteless.trigger()
    assert [part.accessibleName() for part in filters.parts] == [
        "Take off the filter Rating: Missed", "Take off the filter Missed, with no note", "Clear all",
    ]  # fmt: skip
    qtbot.mouseClick(filters.parts[0], Qt.MouseButton.LeftButton)
    assert list(filters.chosen) == ["noteless"]
    assert page.escape()
    assert filters.chosen == {}
    assert filters.isHidden()


def test_the_desk_can_ask_for_a_filter(page: MeasuresPage) -> None:
    page.arrive({"overdue": True})
    assert titles(page) == ["CH8"]
    page.arrive({"ready": False})
    assert titles(page) == ["CH8", "HS01", "SC03", "Meetings"]


def test_what_nobody_outside_judges_and_its_effort(page: MeasuresPage) -> None:
    page.part.nobody_button.click()
    assert titles(page) == ["CH8", "HS01", "SC03", "Meetings"]
    assert page.part.above.text().startswith("Nobody outside the council judges 4 of 5 measures.")
    assert "12 hours a year on these, 40 hours on those" in page.part.above.text()
    assert "hours" in page.part.list.head_row.parts
    page.part.all_button.click()
    assert page.part.above.text().startswith("1 close, 2 missed, 1 suppressed, 1 no reading yet. A year ago:")
    assert "due" in page.part.list.head_row.parts


def test_enter_opens_a_measure_and_escape_leads_back_to_it(
    page: MeasuresPage, made: Measures, qtbot: QtBot
) -> None:
    page.focus_list()
    view = page.part.list.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.shown() == made.ids["EN02"]
    assert page.stack.currentWidget() is page.view
    assert page.view.head.title() == "EN02 Household waste recycled"
    assert page.view.crumbs.place.text() == "2 of 5"
    assert page.view.crumbs.name.text() == "Wendle Waste Partnership"
    qtbot.waitUntil(lambda: page.view.chart is not None)
    assert unnamed(page) == []
    assert page.escape()
    assert page.stack.currentWidget() is page.part
    assert page.part.list.chosen_id() == made.ids["EN02"]
    assert page.shown() == ""


def test_choosing_the_section_again_leads_back_to_the_list(
    page: MeasuresPage, made: Measures, said: Said
) -> None:
    page.open(made.ids["EN02"])
    page.again()
    assert (page.shown(), page.part.isVisible(), page.part.list.chosen_id()) == ("", True, made.ids["EN02"])
    page.open(made.ids["EN02"])
    form = page.edit(Edit("target", None, {"measure": made.ids["EN02"]}))
    assert form is not None
    form.fields["note"].editor.set_value("Agreed by email")
    page.again()
    assert (page.form(), page.part.isVisible()) == (None, True)
    assert said.toasts == ["Not saved. What you typed is kept."]


def test_a_click_opens_and_the_second_of_a_double_click_opens_nothing_more(
    page: MeasuresPage, made: Measures, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 60_000)  # however busy the machine is
    view = page.part.list.view
    place = view.visualRect(page.part.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.shown() == made.ids["EN02"]
    table = page.view.tables["Readings"]
    table.clicked.emit(table.model().index(0, 0))
    assert page.form() is None
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 0)
    table.clicked.emit(table.model().index(0, 0))
    assert page.form() is not None


def test_the_next_and_the_one_before_in_the_present_order(
    page: MeasuresPage, made: Measures, qtbot: QtBot
) -> None:
    page.part.filters.choose("rating", "red")
    page.open(made.ids["CH8"])
    crumbs = page.view.crumbs
    assert (crumbs.place.text(), crumbs.before.isEnabled(), crumbs.after.isEnabled()) == (
        "1 of 2",
        False,
        True,
    )
    qtbot.mouseClick(crumbs.after, Qt.MouseButton.LeftButton)
    assert page.view.head.title() == "SC03 Primary class size"
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.view.head.title() == "CH8 Days lost to sickness"
    page.step(-1)
    assert page.shown() == made.ids["CH8"]


def test_a_measure_that_the_filter_leaves_out_is_shown_all_the_same(
    page: MeasuresPage, made: Measures
) -> None:
    page.part.filters.choose("rating", "red")
    page.arrive(made.ids["EN02"])
    assert page.shown() == made.ids["EN02"]
    assert page.part.filters.chosen == {}


def test_what_was_missed_asks_for_its_note_and_leads_to_it(
    page: MeasuresPage, made: Measures, qtbot: QtBot
) -> None:
    page.open(made.ids["CH8"])
    assert page.view.ask.words.text().startswith("2009-10 Q4 was missed and has no note yet.")
    qtbot.mouseClick(page.view.ask.button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert form is not None
    assert (form.edit.kind, form.edit.field) == ("reading", "commentary")
    form.fields["commentary"].editor.set_value("Flu in the depot")
    form.fields["cause"].editor.set_value("outside_control")
    page.save()
    assert page.form() is None
    assert page.view.ask.isHidden()
    assert page.view.tables["Readings"].cell(0, 6).text.startswith("Flu in the depot. Cause:")
    page.open(made.ids["EN02"])
    assert page.view.ask.isHidden()


def test_a_row_opens_its_form_and_cancel_leads_back(page: MeasuresPage, made: Measures, qtbot: QtBot) -> None:
    page.open(made.ids["EN02"])
    table = page.view.tables["Readings"]
    assert [table.cell(0, at).text for at in range(6)] == [
        "2025-26 Q4",
        "46.9",
        "48.0",
        "−1.1",
        "Close",
        "Better",
    ]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    form = page.form()
    assert form is not None
    assert form.fields["value"].value() == "46.9"
    assert page.escape()
    assert page.stack.currentWidget() is page.view
    assert page.shown() == made.ids["EN02"]


def test_a_saved_reading_is_seen_at_once_in_page_and_list(
    page: MeasuresPage, made: Measures, said: Said
) -> None:
    page.open(made.ids["EN02"])
    page.edit(Edit("reading", None, {"measure": made.ids["EN02"]}))
    form = page.form()
    assert form is not None
    form.fields["period"].editor.set_value("2026-27 Q1")
    form.fields["value"].editor.set_value("48.9")
    page.save()
    assert page.view.head.title() == "EN02 Household waste recycled"
    assert page.view.tables["Readings"].cell(0, 4).text == "Met"
    page.back_to_list()
    row = page.part.model.row(1)
    assert row is not None
    assert row.pill == ("met", "Met")
    assert callable(said.undo)
    said.undo()
    row = page.part.model.row(1)
    assert row is not None
    assert row.pill == ("close", "Close")


def test_a_new_tolerance_changes_no_rating_before_today_and_the_page_says_what_held(
    page: MeasuresPage, made: Measures, said: Said, qtbot: QtBot
) -> None:
    page.open(made.ids["CH8"])
    assert "Earlier tolerances" not in page.view.tables
    page.edit(Edit("measure", made.ids["CH8"], {}, "tolerance"))
    form = page.form()
    assert form is not None
    form.fields["tolerance"].editor.set_value("50")
    page.save()
    assert said.toasts[-1].startswith("Saved Days lost to sickness. Periods that ended before today keep")
    readings = page.view.tables["Readings"]
    assert [readings.cell(row, 4).text for row in range(4)] == ["Missed", "Missed", "Missed", "Close"]
    table = page.view.tables["Earlier tolerances"]
    assert [table.cell(0, column).text for column in range(2)] == [
        say_date(today(made.register), Words()),
        "5%",
    ]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    form = page.form()
    assert form is not None and form.fields["tolerance"].value() == "5"
    page.escape()
    [earlier] = made.register.all("earlier_tolerance")
    page.delete(Edit("earlier_tolerance", str(earlier["id"])))
    readings = page.view.tables["Readings"]
    assert [readings.cell(row, 4).text for row in range(4)] == ["Close"] * 4


def test_a_reading_opens_at_its_value_or_at_the_note_it_lacks(
    page: MeasuresPage, made: Measures, qtbot: QtBot
) -> None:
    page.activateWindow()
    for code, field in (("EN02", "value"), ("CH8", "commentary")):
        page.open(made.ids[code])
        table = page.view.tables["Readings"]
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Return)
        form = page.form()
        assert form is not None
        qtbot.waitUntil(lambda form=form, field=field: form.fields[field].editor.hasFocus())
        assert form.fields["measure"].editor.isReadOnly()
        reading = str(form.edit.record)
        page.escape()
        page.view.draw_chart()
        assert page.view.chart is not None
        page.view.chart.opened.emit(reading)
        again = page.form()
        assert again is not None and again.edit.field == field


def test_a_form_asks_what_its_measure_has(page: MeasuresPage, made: Measures) -> None:
    ratio = made.add("ratio", "measure", title="Paid on time", aggregation="ratio", polarity="band")
    asked = {}
    for measure in (made.ids["EN02"], ratio):
        for kind in ("target", "reading"):
            form = page.edit(Edit(kind, None, {"measure": measure}))
            assert form is not None
            asked[measure, kind] = {"low", "high", "numerator", "denominator"} & form.fields.keys()
    assert asked[made.ids["EN02"], "target"] == set()
    assert asked[ratio, "target"] == {"low", "high"}
    assert asked[ratio, "reading"] == {"numerator", "denominator"}
    sums = made.add("sums", "measure", title="Homes")
    given = {"measure": sums, "period": "2024-25 Q1", "numerator": "5", "denominator": "9"}
    counted = made.add("counted", "reading", **given)
    form = page.edit(Edit("reading", counted))
    assert form is not None
    assert {"numerator", "denominator"} <= form.fields.keys(), "what holds something is shown"
    form = page.edit(Edit("target", None))
    assert form is not None
    assert "low" in form.fields, "nobody said which measure yet"
    assert not form.fields["measure"].editor.isReadOnly()


def test_a_profile_is_typed_target_after_target(
    page: MeasuresPage, made: Measures, said: Said, qtbot: QtBot
) -> None:
    measure = made.add("empty", "measure", title="Homes built", frequency="quarter")
    page.open(measure)
    form = page.edit(Edit("target", None, {"measure": measure}))
    assert form is not None
    for name, typed in (("period", "2026-27 Q4"), ("value", "5"), ("agreed_by", "Cabinet"),
                        ("agreed_on", "12 March 2026")):  # fmt: skip
        form.fields[name].editor.set_value(typed)
    [button] = [each for each in form.findChildren(Button) if each.text() == "Save and add the next"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    following = page.form()
    assert following is not None and following is not form
    values = {name: following.fields[name].value() for name in ("period", "value", "agreed_by", "agreed_on")}
    assert values == {
        "period": "2027-28 Q1", "value": None, "agreed_by": "Cabinet", "agreed_on": "12 March 2026",
    }  # fmt: skip
    assert not following.dirty()
    following.fields["value"].editor.set_value("6")
    page.save()
    assert (page.form(), page.shown()) == (None, measure)
    rows = made.register.all("target", measure=measure)
    assert [(row["period"], row["value"], row["agreed_on"]) for row in rows] == [
        ("2026-27 Q4", "5", "2026-03-12"), ("2027-28 Q1", "6", "2026-03-12"),
    ]  # fmt: skip


def test_a_new_measure_is_shown_when_it_is_saved(page: MeasuresPage) -> None:
    page.new()
    form = page.form()
    assert form is not None
    form.fields["title"].editor.set_value("Potholes mended")
    page.save()
    assert page.view.head.title() == "Potholes mended"
    assert not page.view.chart_part.isVisible()
    assert page.view.crumbs.place.text() == "6 of 6"


def test_an_answer_is_given_where_it_is_asked(page: MeasuresPage, made: Measures, qtbot: QtBot) -> None:
    page.open(made.ids["EN02"])
    [button] = [
        each for each in page.view.side.findChildren(type(page.view.crumbs.up)) if each.text() == "Answer"
    ]
    assert button.accessibleName() == "Answer: Who agreed 50.0%, and when?"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert form is not None
    assert (form.edit.kind, form.edit.record, form.edit.field) == (
        "target",
        made.ids["EN02 target"],
        "agreed_by",
    )


def test_links_lead_to_other_pages(page: MeasuresPage, made: Measures, said: Said, qtbot: QtBot) -> None:
    page.open(made.ids["EN02"])
    qtbot.mouseClick(page.view.enter_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.view.crumbs.name, Qt.MouseButton.LeftButton)
    page.follow(Lead("plans", made.ids["greener"]))
    [story] = [each for each in page.view.more.menu().actions() if each.text() == "Print its story"]
    story.trigger()
    page.part.enter.click()
    assert said.visits == [
        ("readings", made.ids["EN02"]), ("partnerships", made.ids["waste"]), ("plans", made.ids["greener"]),
        ("papers", ("measure", made.ids["EN02"])), ("readings", None),
    ]  # fmt: skip


def test_an_objective_more_and_taken_off_again(page: MeasuresPage, made: Measures, said: Said) -> None:
    page.open(made.ids["EN02"])
    form = page.edit(Edit("serves", None, {"measure": made.ids["EN02"]}))
    assert form is not None
    form.fields["objective"].editor.set_value(made.ids["less"], "Less waste")
    page.save()
    [place] = [each for each in page.view.shown.page.places if each.removal] if page.view.shown else []
    assert place.text == "Less waste"
    assert place.removal is not None
    page.follow(place.removal)
    assert page.view.shown is not None
    assert not [each for each in page.view.shown.page.places if each.removal]
    assert said.toasts[-1].startswith("Deleted")


def test_its_history_and_back(page: MeasuresPage, made: Measures) -> None:
    page.open(made.ids["EN02"])
    page.follow(Lead("history", Edit("measure", made.ids["EN02"])))
    assert isinstance(page.stack.currentWidget(), HistoryView)
    assert page.escape()
    assert page.stack.currentWidget() is page.view


def test_a_deleted_measure_leads_back_to_the_list(page: MeasuresPage, made: Measures, said: Said) -> None:
    page.open(made.ids["XX01"])
    page.follow(Lead("delete", Edit("measure", made.ids["XX01"])))
    assert page.stack.currentWidget() is page.part
    assert titles(page) == ["CH8", "EN02", "HS01", "SC03"]
    assert said.toasts[0] == "Deleted Meetings held."


def test_the_chart_as_a_table_and_as_a_picture(
    page: MeasuresPage, made: Measures, said: Said, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(made.ids["EN02"])
    qtbot.waitUntil(lambda: page.view.chart is not None)
    assert (
        page.view.chart_part.finding.text() == page.view.shown.figures.finding if page.view.shown else False
    )
    qtbot.mouseClick(page.view.chart_part.toggle, Qt.MouseButton.LeftButton)
    table = page.view.chart_part.table
    assert table.isVisible()
    assert page.view.chart is not None
    assert not page.view.chart.isVisible()
    assert [table.cell(11, at).text for at in range(3)] == ["2025-26 Q4", "46.9", "48.0"]
    qtbot.mouseClick(page.view.chart_part.toggle, Qt.MouseButton.LeftButton)
    assert page.view.chart.isVisible()
    page.save_picture(tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert said.toasts == ["Saved chart.png."]


def test_a_long_row_of_readings_is_one_click_away(page: MeasuresPage, made: Measures, qtbot: QtBot) -> None:
    with made.register.change("Brought in a file") as change:
        for year in range(1990, 2020):
            period = f"{year}-{(year + 1) % 100:02}"
            change.add("reading", {"measure": made.ids["HS01"], "period": period, "value": "5"})
    page.open(made.ids["HS01"])
    assert page.view.tables["Readings"].row_count() == 24
    [more] = [
        each for each in page.view.findChildren(type(page.view.crumbs.up)) if each.text() == "Show all 31"
    ]
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert page.view.tables["Readings"].row_count() == 31


def test_the_pane_goes_below_where_the_window_is_narrow(
    page: MeasuresPage, made: Measures, qtbot: QtBot
) -> None:
    page.open(made.ids["EN02"])
    qtbot.waitUntil(lambda: page.view.side.mapTo(page, page.view.side.rect().topLeft()).x() > 900)
    page.resize(720, 844)
    qtbot.waitUntil(lambda: page.view.side.mapTo(page, page.view.side.rect().topLeft()).x() < 100)
    assert page.view.side.isVisible()


def test_a_thousand_measures_are_read_by_the_page(
    made: Measures, said: Said, dressed: QApplication, qtbot: QtBot
) -> None:
    with made.register.change("Brought in a file") as change:
        for n in range(1_000):
            change.add("measure", {"title": f"Measure {n:04}"})
    page = show(made.register, said, qtbot)
    page.part.list.view.grab()
    assert page.part.model.pages_held() == 1
    assert page.part.model.rowCount() == 1_005
    assert page.part.choose(records_last(made))
    page.part.list.view.grab()
    assert page.part.model.pages_held() <= 3
    assert page.part.model.rowCount() > 2 * PAGE


def records_last(made: Measures) -> str:
    [row] = [row for row in made.register.all("measure") if row["title"] == "Measure 0999"]
    return str(row["id"])


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Register]:
    found = start(tmp_path / "empty.pmdesk", "Aldermoor", "2025-26", by="Helen Marsh", today=TODAY)
    yield found
    found.close()


def test_an_empty_list_says_what_belongs_there(
    bare: Register, said: Said, dressed: QApplication, qtbot: QtBot
) -> None:
    register = bare
    page = show(register, said, qtbot)
    empty = page.part.stack.currentWidget()
    texts = [each.text() for each in empty.findChildren(type(page.view.crumbs.up))]
    assert texts == ["New measure", "Bring in a file"]
    assert page.part.line.isHidden()
    records.save(register, "measure", {"title": "Recycled"})
    page.refresh()
    assert titles(page) == ["Recycled"]
    page.part.line.setText("zzz")
    page.part.read_again()
    assert page.part.stack.currentWidget() is not page.part.list
    page.part.show_all()
    assert page.part.stack.currentWidget() is page.part.list


def test_where_nothing_can_be_saved_nothing_can_be_asked_for(
    made: Measures, said: Said, dressed: QApplication, qtbot: QtBot
) -> None:
    path = made.register.path
    assert path is not None
    with open_register(path, read_only=True) as register:
        page = show(register, said, qtbot)
        page.open(made.ids["CH8"])
        assert not page.view.enter_button.isEnabled()
        assert page.view.ask.isHidden()
        page.new()
        assert page.form() is None
        assert not page.part.add.isEnabled()
