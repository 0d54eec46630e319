"""The plans page by keyboard, over a real register: outline, golden thread, gaps mended, both sides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.actions.registers import Register, Unavailable, open_register
from pmdesk.figures.plan_outline import OutlineRow
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.register.store import create, memory
from pmdesk.ui import apart
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.plans import PlansPage
from pmdesk.ui.pages.plans_link import LinkMeasure
from pmdesk.ui.pages.plans_thread import ThreadView
from pmdesk.ui.theme import apply_theme
from tests.actions.thread_story import TODAY, Story, plans
from tests.ui.pages.looking import button


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
def story() -> Iterator[Story]:
    with memory() as register:
        yield plans(register)


def show(register: Register, said: Said, qtbot: QtBot) -> PlansPage:
    context = Context(
        register, TODAY, lambda page, argument: said.visits.append((page, argument)), said.toast
    )
    made = PlansPage(context)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def page(story: Story, said: Said, dressed: QApplication, qtbot: QtBot) -> PlansPage:
    made = show(story.register, said, qtbot)
    made.arrive()
    return made


def rows(page: PlansPage) -> list[str]:
    return [row.title for row in page.list_part.view.rows]


def thread(page: PlansPage) -> ThreadView:
    assert page.view.thread_part is not None
    return page.view.thread_part


def title(page: PlansPage) -> str:
    assert page.view.page is not None
    return page.view.page.title


def sections(page: PlansPage) -> list[str]:
    assert page.view.page is not None
    return [section.title for section in page.view.page.sections]


def press(page: PlansPage, qtbot: QtBot, word: str) -> None:
    """Press a button once it can be seen: what was just drawn is shown a moment later."""
    seen = [one for one in page.findChildren(QPushButton) if one.accessibleName() == word]
    assert seen, f"no button says {word}"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in seen))
    qtbot.mouseClick(button(page, word), Qt.MouseButton.LeftButton)


def form(page: PlansPage) -> EditRecord:
    made = page.form()
    assert isinstance(made, EditRecord)
    return made


def test_it_opens_with_the_first_plan_and_every_control_has_a_name(page: PlansPage, story: Story) -> None:
    assert title(page) == "Aldermoor Plan"
    assert page.list_part.head.quiet_words() == "4 with 8 objectives"
    assert rows(page)[:5] == [
        "Gaps", "By theme and by objective", "Corporate plans", "Aldermoor Plan", "2 Homes people can afford",
    ]  # fmt: skip
    for argument in ("gaps", "by-theme", story.ids["recycle"], story.ids["EN02"]):
        page.arrive(argument)
        assert unnamed(page) == []


def test_arrows_walk_the_outline_and_enter_goes_to_the_record(page: PlansPage, qtbot: QtBot) -> None:
    page.focus_list()
    view = page.list_part.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert title(page) == "2 Homes people can afford"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert title(page) == "Wendleshire Together", "closed, what is in it is passed over, and so is a heading"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert title(page) == "3.1 Less waste"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.view.edit_button.hasFocus()


def test_a_click_on_the_chevron_opens_and_closes(page: PlansPage, story: Story, qtbot: QtBot) -> None:
    view = page.list_part.view
    index = view.currentIndex()
    spot = QPoint(30, view.visualRect(index).center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not view.isExpanded(index)
    page.refresh()
    assert not view.isExpanded(view.currentIndex()), "what was closed stays closed"
    page.open(story.ids["less waste"])
    assert view.chosen_id() == story.ids["less waste"]


def test_rows_say_what_their_measures_say(page: PlansPage, story: Story) -> None:
    row = page.list_part.view.row_at(story.ids["greener"])
    assert isinstance(row, OutlineRow)
    assert [(each.shape, each.n) for each in row.counts] == [("close", 1)]
    page.list_part.choose(story.ids["greener"])
    index = page.list_part.view.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "3 A greener district, 1 close"


def test_typing_filters_and_escape_empties(page: PlansPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list_part.line, "recycle")
    assert rows(page)[2:] == ["Partnership plans", "Waste plan", "W1 Recycle more"]
    qtbot.keyClicks(page.list_part.line, " zebra")
    assert not page.list_part.view.isVisible()
    press(page, qtbot, "Show all")
    assert len(rows(page)) > 12
    qtbot.keyClicks(page.list_part.line, "homes")
    assert page.escape()
    assert page.list_part.line.text() == ""
    assert not page.escape()


def test_what_a_filter_leaves_out_is_shown_when_it_is_asked_for(
    page: PlansPage, story: Story, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.list_part.line, "homes")
    page.arrive(story.ids["recycle"])
    assert title(page) == "W1 Recycle more"
    assert page.list_part.view.chosen_id() == story.ids["recycle"]


def test_the_thread_is_walked_with_arrows_and_every_row_leads_on(
    page: PlansPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    page.arrive(story.ids["recycle"])
    view = thread(page)
    assert [view.row(at).spoken for at in range(view.row_count())] == [
        "Serves: 3 A greener district, Priority, Aldermoor Plan",
        "Serves: 3.1 Less waste, Aldermoor Plan",
        "Serves: Clean and green, Theme, Wendleshire Together",
        "W1 Recycle more, Waste plan",
        "Served by: EN02 Household waste recycled, 46.9% against 48.0%, Close, Better",
        "Served by: Wendle Waste Partnership, Partnership",
    ]
    view.setFocus()
    for _n in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert said.visits == [("measures", story.ids["EN02"])]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, view.height() - 10))
    assert said.visits[-1] == ("partnerships", story.ids["waste"])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert title(page) == "3 A greener district"


def test_from_a_measure_up(page: PlansPage, story: Story, said: Said, qtbot: QtBot) -> None:
    page.arrive(story.ids["EN02"])
    assert title(page) == "EN02 Household waste recycled"
    assert [node.title for node in thread(page).nodes][-2:] == [
        "W1 Recycle more",
        "EN02 Household waste recycled",
    ]
    assert page.list_part.view.chosen_id() == ""
    press(page, qtbot, "Open measure")
    assert said.visits == [("measures", story.ids["EN02"])]


def test_a_new_plan_is_shown_when_it_is_saved(page: PlansPage, said: Said) -> None:
    page.new()
    form(page).fields["name"].editor.set_value("Climate plan")
    page.save()
    assert title(page) == "Climate plan"
    assert said.toasts == ["Saved Climate plan."]
    assert "Other plans" in rows(page)


def test_a_new_objective_is_put_under_the_one_in_hand(page: PlansPage, story: Story, qtbot: QtBot) -> None:
    page.arrive(story.ids["greener"])
    page.list_part.new_objective()
    made = form(page)
    assert made.fields["plan"].value() == story.ids["corporate"]
    assert made.fields["parent"].value() == story.ids["greener"]
    made.fields["name"].editor.set_value("Cleaner air")
    made.fields["code"].editor.set_value("3.2")
    page.save()
    assert title(page) == "3.2 Cleaner air"
    at = rows(page).index("3.1 Less waste")
    assert rows(page)[at + 1] == "3.2 Cleaner air"


def test_an_objective_is_moved_under_another_by_its_form(page: PlansPage, story: Story) -> None:
    page.edit(Edit("objective", story.ids["less waste"], {}, "parent"))
    form(page).fields["parent"].editor.set_value(story.ids["homes"], "Homes people can afford")
    page.save()
    at = rows(page).index("2 Homes people can afford")
    assert rows(page)[at + 1] == "3.1 Less waste"


def test_a_gap_leads_to_where_it_is_mended_and_is_gone_then(
    page: PlansPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    page.arrive("gaps")
    assert title(page) == "Gaps"
    assert "Partnership objectives not aligned" in sections(page)
    table = page.view.tables[1]
    assert [table.cell(0, column).text for column in range(3)] == [
        "W2 Fewer loads rejected",
        "Waste plan",
        "Align it",
    ]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    made = form(page)
    assert made.fields["objective"].value() == story.ids["loads"]
    made.fields["serves"].editor.set_value(story.ids["homes"], "Homes people can afford")
    page.save()
    assert title(page) == "Gaps"
    assert "Partnership objectives not aligned" not in sections(page)
    assert page.list_part.view.rows[0].quiet == "9"
    assert callable(said.undo)
    said.undo()
    assert "Partnership objectives not aligned" in sections(page)


def test_a_measure_without_objective_gets_one(page: PlansPage, story: Story) -> None:
    page.arrive("gaps")
    page.follow(Lead("edit", Edit("measure", story.ids["HS04"], {}, "objective")))
    form(page).fields["objective"].editor.set_value(story.ids["homes"], "Homes people can afford")
    page.save()
    assert "Measures with no objective" not in sections(page)


def test_a_measure_that_is_there_is_linked(page: PlansPage, story: Story, said: Said, qtbot: QtBot) -> None:
    page.arrive(story.ids["homes"])
    assert "What is missing" in sections(page)
    press(page, qtbot, "Link a measure")
    made = page.record_part.currentWidget()
    assert isinstance(made, LinkMeasure)
    page.save()
    assert made.fields["measure"].error() == "Choose a measure."
    made.fields["measure"].editor.setText("zebra")  # type: ignore[attr-defined]
    page.save()
    assert made.fields["measure"].error() == "There is no measure called ‘zebra’."
    made.fields["measure"].editor.set_value(story.ids["HS04"], "Households in temporary accommodation")
    page.save()
    assert said.toasts == ["Households in temporary accommodation now shows Homes people can afford."]
    assert title(page) == "2 Homes people can afford"
    assert page.view.tables[1].cell(0, 0).text == "HS04 Households in temporary accommodation"
    assert callable(said.undo)
    said.undo()
    assert story.register.all("measure", objective=story.ids["homes"]) == []


def test_escape_leaves_the_form_for_the_record(page: PlansPage, story: Story) -> None:
    page.follow(Lead("link", Edit("serves", None, {"objective": story.ids["homes"]}, "measure")))
    page.focus_record()
    assert page.escape()
    assert page.record_part.currentWidget() is page.view


def test_the_same_figures_stand_on_both_sides(
    page: PlansPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    page.arrive("by-theme")
    sides = page.view.sides
    assert sides is not None
    told = [
        [part.list.row(at).spoken for at in range(part.list.row_count())]
        for part in (sides.themes, sides.objectives)
    ]
    assert told[0] == [
        "Clean and green, Wendleshire Together, 1 measure, 1 close",
        "EN02 Household waste recycled, 46.9% against 48.0%, better, Close, "
        "Wendle Waste Partnership. Also under 3.1 Less waste",
        "Safer streets, Wendleshire Together, 0 measures",
        "No measure shows this yet.",
        "No partnership serves this.",
    ]
    assert (
        "EN02 Household waste recycled, 46.9% against 48.0%, better, Close, "
        "Wendle Waste Partnership. Also under Clean and green" in told[1]
    )
    page.focus_record()
    assert sides.themes.list.hasFocus()
    qtbot.keyClick(sides.themes.list, Qt.Key.Key_Down)
    qtbot.keyClick(sides.themes.list, Qt.Key.Key_Return)
    assert said.visits == [("measures", story.ids["EN02"])]
    press(page, qtbot, "Make the paper")
    assert said.visits[-1] == ("papers", "alignment")


def test_a_plan_draws_its_balance_and_its_measures(
    page: PlansPage, story: Story, said: Said, qtbot: QtBot
) -> None:
    page.arrive(story.ids["partnership plan"])
    qtbot.waitUntil(lambda: page.view.multiples is not None)
    assert page.view.multiples is not None
    page.view.multiples.setFocus()
    qtbot.keyClick(page.view.multiples, Qt.Key.Key_Return)
    assert said.visits == [("measures", story.ids["EN02"])]
    balance = page.view.balance
    assert balance is not None
    assert "Outcome 1" in balance.accessibleDescription()
    balance.chosen.emit("outcome")
    assert said.visits[-1] == ("measures", {"kind": "outcome"})


def test_deleting_with_undo_and_what_hangs_on_it(page: PlansPage, story: Story, said: Said) -> None:
    page.arrive(story.ids["recycle"])
    page.delete(Edit("objective", story.ids["recycle"]))
    assert said.toasts[-1].startswith("Other records hang on this one (2 × Alignments, 1 × Measures)")
    page.arrive(story.ids["homes"])
    page.delete(Edit("objective", story.ids["homes"]))
    assert "2 Homes people can afford" not in rows(page)
    assert page.shown() == ""
    assert callable(said.undo)
    said.undo()
    assert "2 Homes people can afford" in rows(page)


def test_a_circle_from_a_merge_stands_at_the_top_and_says_so(page: PlansPage, story: Story) -> None:
    with story.register.change("Merged") as change:
        change.set("objective", story.ids["greener"], {"parent": story.ids["less waste"]})
    bus().changed.emit(change.changes)
    row = page.list_part.view.row_at(story.ids["greener"])
    assert isinstance(row, OutlineRow)
    assert (row.depth, row.problem) == (1, "It is part of itself, by way of others")
    page.arrive(story.ids["greener"])
    table = page.view.tables[0]
    assert "Out of its place" in [table.cell(at, 0).text for at in range(table.row_count())]


def test_what_another_page_saves_is_read_when_it_is_seen_again(page: PlansPage, story: Story) -> None:
    page.arrive(story.ids["greener"])
    page.hide()
    _id, changes = records.save(
        story.register, "objective", {"name": "A green district"}, story.ids["greener"]
    )
    bus().changed.emit(changes)
    assert title(page) == "3 A greener district"
    page.show()
    assert title(page) == "3 A green district"


def test_large_words_and_dark_draw_the_same_page(
    page: PlansPage, story: Story, dressed: QApplication, qtbot: QtBot
) -> None:
    page.arrive(story.ids["recycle"])
    apply_theme(dressed, "dark", 2.0)
    try:
        page.grab()
        assert thread(page).narrow
        assert thread(page).row_count() == 6
        page.arrive("by-theme")
        page.grab()
        sides = page.view.sides
        assert sides is not None
        qtbot.waitUntil(lambda: sides.objectives.y() > sides.themes.y())  # one below the other
    finally:
        apply_theme(dressed, "light", 1.0)


def test_an_empty_register_says_what_belongs_here(said: Said, dressed: QApplication, qtbot: QtBot) -> None:
    with memory() as register:
        page = show(register, said, qtbot)
        page.arrive()
        page.arrive("gaps")
        assert said.toasts == []
        press(page, qtbot, "Bring in a file")
        assert said.visits == [("import", None)]
        press(page, qtbot, "New plan")
        assert form(page).edit.kind == "plan"


def test_where_nothing_can_be_saved_nothing_can_be_asked_for(
    said: Said, dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "council.pmdesk"
    with create(path) as register:
        ids = plans(register).ids
    with open_register(path, read_only=True) as register:
        page = show(register, said, qtbot)
        page.arrive(ids["homes"])
        assert not page.list_part.plus.isEnabled()
        assert not page.view.edit_button.isEnabled()
        page.new()
        assert page.form() is None


def test_a_large_register_is_read_behind_the_window(
    said: Said, dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MANY", 0)
    with create(tmp_path / "council.pmdesk") as register:
        story = plans(register)
        page = show(register, said, qtbot)
        page.arrive(story.ids["recycle"])
        assert page.list_part.reading
        assert page.view.page is None
        qtbot.waitUntil(lambda: page.view.page is not None)
        assert title(page) == "W1 Recycle more"
        page.arrive("by-theme")
        assert page.view.page is not None
        assert page.view.page.quiet == "Reading the figures."
        qtbot.waitUntil(lambda: page.view.sides is not None)
        page.new()
        form(page).fields["name"].editor.set_value("Climate plan")
        page.save()
        qtbot.waitUntil(lambda: title(page) == "Climate plan")
        assert said.toasts == ["Saved Climate plan."]
        assert not page.list_part.reading


def test_what_cannot_be_read_behind_the_window_is_said(
    said: Said, dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MANY", 0)
    with create(tmp_path / "council.pmdesk") as register:
        plans(register)
        page = show(register, said, qtbot)
        qtbot.waitUntil(lambda: not page.list_part.reading)

        def lost(_register: object) -> object:
            raise Unavailable("The disk is gone.")

        page.list_part.reading = True
        page.list_part._apart.ask(lost, page.list_part._take)
        qtbot.waitUntil(lambda: not page.list_part.reading)
        assert said.toasts == ["The disk is gone."]
        assert title(page) == "Aldermoor Plan", "what was read before is still there"


def test_an_alignment_offers_the_objectives_of_other_plans(page: PlansPage, story: Story) -> None:
    one = story.ids["greener"]
    mine = story.register.get("objective", one)
    assert mine is not None
    page.edit(Edit("alignment", None, {"objective": one}, "serves"))
    form = page.form()
    assert isinstance(form, EditRecord)
    offered = {id for id, _name in form.fields["serves"].editor._find("")}
    others = {row["id"] for row in story.register.all("objective") if row["plan"] != mine["plan"]}
    assert offered == others
    form.fields["objective"].editor.set_value(None)
    assert len(form.fields["serves"].editor._find("")) > len(others), "nobody said which yet"
