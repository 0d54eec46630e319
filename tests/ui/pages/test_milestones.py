"""The milestones page by keyboard, in a real register."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.figures.record_page import Edit
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.charts.timeline import TimelineChart
from pmdesk.ui.context import Context
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.milestone_forms import DoneForm, RedateForm
from pmdesk.ui.pages.milestones import MilestonesPage
from tests.actions.paper_story import TODAY, Story, council


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


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = council(tmp_path)
    yield made
    made.register.close()


def show(story: Story, said: Said, qtbot: QtBot) -> MilestonesPage:
    context = Context(
        story.register, TODAY, lambda page, argument: said.visits.append((page, argument)), said.toast
    )
    made = MilestonesPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def page(story: Story, said: Said, qtbot: QtBot) -> MilestonesPage:
    made = show(story, said, qtbot)
    made.arrive(story.ids["station"])
    qtbot.waitUntil(lambda: made.view.chart is not None)
    return made


def chart(page: MilestonesPage) -> TimelineChart:
    assert page.view.chart is not None
    return page.view.chart


def test_a_milestone_is_shown_among_those_of_its_partnership(page: MilestonesPage) -> None:
    row = page.row()
    assert row is not None
    assert row.title == "Bus station design agreed"
    assert page.view.crumbs.name.text() == "Wendle Valley Town Centre Board"
    assert page.view.finding.text() == page.figures.finding if page.figures else False
    assert page.view.in_hand.redates.row_count() == 2
    assert page.view.in_hand.redates.cell(0, 3).text == "Drawings late"
    assert unnamed(page) == []


def test_arrows_take_the_next_in_hand(page: MilestonesPage, qtbot: QtBot) -> None:
    page.focus_list()
    qtbot.keyClick(chart(page), Qt.Key.Key_Down)
    assert page.view.in_hand.title.text() == "High Street works start"


def test_a_new_date_is_typed_saved_and_taken_back(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.view.in_hand.redate_button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert isinstance(form, RedateForm)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.fields["date"].error() == "New date is needed"
    assert form.fields["reason"].error() == "Say why the date moves."
    form.fields["date"].editor.set_value("31/7/2026")
    form.fields["reason"].editor.set_value("The steel is late")
    form.fields["cause"].editor.set_value("another_partner")
    page.save()
    assert page.form() is None
    assert said.toasts == ["Re-dated Bus station design agreed."]
    row = page.row()
    assert row is not None
    assert (str(row.first_due), str(row.now), row.times_redated) == ("2026-03-31", "2026-07-31", 3)
    assert callable(said.undo)
    said.undo()
    row = page.row()
    assert row is not None
    assert (str(row.now), row.times_redated) == ("2026-06-12", 2)


def test_done_on_a_day(page: MilestonesPage, said: Said, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.view.in_hand.done_button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert isinstance(form, DoneForm)
    assert form.fields["done_on"].value() == "27 April 2026"
    form.fields["done_on"].editor.set_value("28/4/2026")
    page.save()
    assert form.fields["done_on"].error() == "This day is still to come."
    form.fields["done_on"].editor.set_value("24/4/2026")
    page.save()
    row = page.row()
    assert row is not None
    assert row.done
    assert said.toasts == ["Done: Bus station design agreed."]
    assert page.view.in_hand.redate_button.isHidden()


def test_enter_edits_and_escape_leaves(page: MilestonesPage, qtbot: QtBot) -> None:
    page.focus_list()
    qtbot.keyClick(chart(page), Qt.Key.Key_Return)
    form = page.form()
    assert isinstance(form, EditRecord)
    assert form.fields["title"].value() == "Bus station design agreed"
    assert page.escape()
    assert page.form() is None
    assert not page.escape()


def test_a_new_one_of_this_partnership(page: MilestonesPage, story: Story, qtbot: QtBot) -> None:
    page.new()
    form = page.form()
    assert isinstance(form, EditRecord)
    assert form.fields["partnership"].value() == story.ids["board"]
    form.fields["title"].editor.set_value("Toilets open")
    form.fields["first_due"].editor.set_value("1/6/2026")
    page.save()
    assert page.form() is None
    row = page.row()
    assert row is not None
    assert row.title == "Toilets open"


def test_the_window_can_ask_for_the_form(page: MilestonesPage, story: Story) -> None:
    page.arrive(Edit("milestone", story.ids["works"]))
    form = page.form()
    assert isinstance(form, EditRecord)
    assert form.fields["title"].value() == "High Street works start"


def test_the_table_has_the_same_facts_and_is_remembered(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.view.toggle, Qt.MouseButton.LeftButton)
    table = page.view.table
    assert table.isVisible()
    assert not chart(page).isVisible()
    assert [table.cell(1, column).text for column in range(7)] == [
        "Bus station design agreed",
        "Wendleshire County Council",
        "31 March 2026",
        "12 Jun",
        "Past its first date",
        "73 days, twice",
        "Another partner",
    ]
    page.focus_list()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert page.view.in_hand.title.text() == "High Street works start"
    again = show(story, said, qtbot)
    assert again.view.table.isVisible()
    assert again.view.chart is None
    assert again.view.toggle.text() == "Show as chart"


def test_all_partnerships_or_one(page: MilestonesPage, story: Story) -> None:
    which = page.view.which
    assert [which.itemText(at) for at in range(which.count())] == [
        "All partnerships",
        "Wendle Valley Town Centre Board",
    ]
    page.show_partnership("")
    assert page.view.crumbs.isHidden()
    assert which.value() == ""


def test_a_partnership_without_any_says_what_belongs_there(
    page: MilestonesPage, story: Story, qtbot: QtBot
) -> None:
    page.arrive(story.ids["grant"])
    assert page.view.empty.isVisible()
    assert not chart(page).isVisible()
    assert page.view.empty.button is not None
    qtbot.mouseClick(page.view.empty.button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert isinstance(form, EditRecord)
    assert form.fields["partnership"].value() == story.ids["grant"]


def test_the_chart_is_saved_as_a_picture(page: MilestonesPage, said: Said, tmp_path: Path) -> None:
    page.save_picture(tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert said.toasts == ["Saved chart.png."]
    page.save_picture(tmp_path / "nowhere" / "chart.png")
    assert said.toasts[-1].startswith("There is no folder ‘")


def test_where_nothing_can_be_saved_nothing_can_be_asked_for(story: Story, said: Said, qtbot: QtBot) -> None:
    path = story.register.path
    assert path is not None
    with open_register(path, read_only=True) as register:
        made = show(Story(register, story.ids), said, qtbot)
        made.arrive(story.ids["station"])
        assert not made.view.in_hand.redate_button.isEnabled()
        assert not made.view.add_button.isEnabled()
        made.new()
        assert made.form() is None


def test_a_long_name_leaves_the_buttons_in_the_window(page: MilestonesPage) -> None:
    name = "Consultative Committee for the Enhancement of Everything " * 5
    page.view.crumbs.show_way("p", name)
    assert page.view.crumbs.name.text().endswith("…")
    assert len(page.view.crumbs.name.text()) <= 60
    assert page.view.crumbs.name.accessibleName() == name


def waits(story: Story) -> None:
    """High Street works wait for the bus station."""
    save(story.register, "waits_for", {"milestone": story.ids["works"], "waits_for": story.ids["station"]})


def redating(page: MilestonesPage, qtbot: QtBot) -> RedateForm:
    qtbot.mouseClick(page.view.in_hand.redate_button, Qt.MouseButton.LeftButton)
    form = page.form()
    assert isinstance(form, RedateForm)
    return form


def test_the_form_says_when_nothing_waits(page: MilestonesPage, qtbot: QtBot) -> None:
    assert redating(page, qtbot).moves.sentence.text() == "No other milestone waits for this one."


def test_one_reached_late_moves_what_waits_for_it_and_says_so(story: Story, said: Said, qtbot: QtBot) -> None:
    waits(story)
    page = MilestonesPage(Context(story.register, "2026-06-30", lambda *_given: None, said.toast))
    qtbot.addWidget(page)
    page.show()
    page.arrive(story.ids["station"])
    page.mark_done()
    form = page.form()
    assert isinstance(form, DoneForm)
    assert form.moves.sentence.text() == "This moves 1 later date too. Untick it if it stays."
    page.save()
    assert said.toasts[-1] == "Done: Bus station design agreed. 1 milestone that waits for it was re-dated."
    moved = story.register.all("forecast", milestone=story.ids["works"])
    assert "2026-06-30" in [row["made_on"] for row in moved]


def test_later_dates_are_listed_as_the_new_one_is_typed(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    waits(story)
    form = redating(page, qtbot)
    moves = form.moves
    assert moves.sentence.text().startswith("Other milestones wait for this one.")
    typing = form.fields["date"].editor.focus_target()
    qtbot.keyClicks(typing, "22/6/")
    assert moves.rows == {}
    qtbot.keyClicks(typing, "2026")
    assert moves.sentence.text() == "This moves 1 later date too. Untick it if it stays."
    row = moves.rows[story.ids["works"]]
    assert row.tick.isChecked()
    assert row.about.text() == (
        "Wendleshire County Council. From 30 November 2026 to 10 December 2026, "
        "because it waits for ‘Bus station design agreed’."
    )
    assert unnamed(form) == []
    form.fields["reason"].editor.set_value("The steel is late")
    page.save()
    assert said.toasts == ["Re-dated Bus station design agreed and 1 milestone that waits for it."]
    rows = {row.id: row for row in page.figures.rows} if page.figures else {}
    assert str(rows[story.ids["works"]].now) == "2026-12-10"
    reason = "Waits for ‘Bus station design agreed’, which moved to 22 June 2026."
    assert rows[story.ids["works"]].reason == reason
    assert callable(said.undo)
    said.undo()
    assert story.register.count("forecast") == 3


def test_what_is_unticked_stays(page: MilestonesPage, story: Story, qtbot: QtBot) -> None:
    waits(story)
    form = redating(page, qtbot)
    typing = form.fields["date"].editor.focus_target()
    qtbot.keyClicks(typing, "22/6/2026")
    qtbot.keyClick(typing, Qt.Key.Key_Tab)
    row = form.moves.rows[story.ids["works"]]
    assert form.focusWidget() is row.tick
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    assert form.moves.sentence.text() == "No other date will be moved."
    assert "Stays on 30 November 2026" in row.about.text()
    typing.clear()
    qtbot.keyClicks(typing, "1/6/2026")
    assert form.moves.sentence.text() == "This date moves no other milestone."
    form.fields["date"].editor.set_value("22/6/2026")
    form.fields["reason"].editor.set_value("The steel is late")
    page.save()
    assert page.figures is not None
    assert str(page.figures.rows[-1].now) == "2026-11-30"


def test_what_it_waits_for_is_added_by_typing_and_taken_off(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    part = page.view.in_hand.waits_for
    assert part.empty.isVisible()
    part.add_button.setFocus()
    qtbot.keyClick(part.add_button, Qt.Key.Key_Return)
    assert part.choose.hasFocus()
    qtbot.keyClicks(part.choose, "Masterplan")
    qtbot.keyClick(part.choose, Qt.Key.Key_Return)
    assert said.toasts == ["Bus station design agreed now waits for Masterplan adopted."]
    assert [line.name.text() for line in part.parts] == ["Masterplan adopted"]
    assert not part.choose.isVisible()
    assert part.add_button.hasFocus()
    assert unnamed(page) == []
    qtbot.keyClick(part.parts[0].off, Qt.Key.Key_Return)
    assert said.toasts[-1] == "Took off Masterplan adopted."
    assert part.parts == []
    assert callable(said.undo)
    said.undo()
    assert len(part.parts) == 1


def test_what_waits_for_it_is_added_and_a_circle_is_refused_beside_the_list(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    waits(story)
    page.refresh()
    later, before = page.view.in_hand.wait_for_it, page.view.in_hand.waits_for
    assert [line.name.accessibleName() for line in later.parts] == [
        "High Street works start, slipping, 30 November 2026"
    ]
    qtbot.mouseClick(before.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(before.choose, "High Street")
    qtbot.keyClick(before.choose, Qt.Key.Key_Return)
    assert "neither would ever begin" in before.problem.text()
    assert before.problem.isVisible()
    assert said.toasts == []
    assert page.escape()
    assert not before.choose.isVisible()
    qtbot.mouseClick(later.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(later.choose, "Masterplan")
    qtbot.keyClick(later.choose, Qt.Key.Key_Return)
    assert said.toasts == ["Masterplan adopted now waits for Bus station design agreed."]
    qtbot.mouseClick(later.parts[0].name, Qt.MouseButton.LeftButton)
    assert page.view.in_hand.title.text() == "High Street works start"


def test_itself_is_not_among_those_to_choose(page: MilestonesPage, qtbot: QtBot) -> None:
    part = page.view.in_hand.waits_for
    qtbot.mouseClick(part.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part.choose, "Bus")
    assert part.choose.value() is None
    qtbot.keyClick(part.choose, Qt.Key.Key_Return)
    assert part.choose.isVisible()


def test_the_slip_chart_stands_under_the_timeline(
    page: MilestonesPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    part = page.view.slip
    qtbot.waitUntil(lambda: part.chart is not None)
    assert part.chart is not None
    assert part.chart.isVisible()
    assert part.finding.text() == "The date of ‘High Street works start’ has moved once since March 2026"
    assert part.about.text().startswith("Each line is one milestone: its forecast date (up)")
    qtbot.mouseClick(part.toggle, Qt.MouseButton.LeftButton)
    assert part.table.isVisible()
    assert not part.chart.isVisible()
    assert part.toggle.accessibleName() == "Show the slip chart as a chart"
    assert [part.table.cell(1, column).text for column in range(4)] == [
        "High Street works start", "27 April 2026", "30 November 2026", "90 days later",
    ]  # fmt: skip
    assert unnamed(page) == []
    qtbot.keyClick(part.table, Qt.Key.Key_Return)
    assert page.view.in_hand.title.text() == "High Street works start"
    again = show(story, said, qtbot)
    assert again.view.slip.table.isVisible()


def test_a_line_of_the_slip_chart_is_taken_in_hand(page: MilestonesPage, qtbot: QtBot) -> None:
    part = page.view.slip
    qtbot.waitUntil(lambda: part.chart is not None)
    assert part.chart is not None
    part.chart.setFocus()
    qtbot.keyClick(part.chart, Qt.Key.Key_Up)
    qtbot.keyClick(part.chart, Qt.Key.Key_Return)
    assert page.view.in_hand.title.text() == "High Street works start"
    row = chart(page).row_in_hand()
    assert row is not None
    assert row.title == "High Street works start"


def test_a_slip_bends_the_line_at_once(page: MilestonesPage, story: Story, qtbot: QtBot) -> None:
    part = page.view.slip
    form = redating(page, qtbot)
    form.fields["date"].editor.set_value("1/12/2027")
    form.fields["reason"].editor.set_value("The steel is late")
    page.save()
    assert part.figures is not None
    assert part.figures.lines[0].title == "Bus station design agreed"
    assert str(part.figures.lines[0].points[-1].forecast) == "2027-12-01"


def test_where_no_milestone_has_a_date_there_is_no_slip_chart(page: MilestonesPage, story: Story) -> None:
    page.arrive(story.ids["grant"])
    assert not page.view.slip.isVisible()


def test_the_slip_chart_is_saved_as_a_picture(page: MilestonesPage, said: Said, tmp_path: Path) -> None:
    for name, opening in (("slip.png", b"\x89PNG"), ("slip.svg", b"<?xml")):
        page.save_slip_picture(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(opening)
        assert said.toasts[-1] == f"Saved {name}."
