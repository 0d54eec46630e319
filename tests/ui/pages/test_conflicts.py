"""Two laptops meet: the Desk says so, both sides stand there, one is taken or a third is written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.actions.updates import save_update
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.conflicts import ConflictsPage
from pmdesk.ui.pages.desk import DeskPage
from pmdesk.ui.theme import apply_theme
from tests.running import copy_of

Running = Any
PARTED = {
    ("partnership", "Active Aldermoor"): ("purpose", "Get everybody moving.", "More play for more people."),
    ("partnership", "Homelessness Forum"): ("total_budget", "1,000", "2,000"),
}


def part_and_meet(register: Any, other: Path) -> None:
    """What PARTED says is written here and on another laptop, and comes together here."""
    with open_register(other) as there:
        there.set_me(str(there.find("person", "Ruth Adeyemi")[0]["id"]))
        for (kind, name), (field, mine, theirs) in PARTED.items():
            record = str(register.find(kind, name)[0]["id"])
            save(register, kind, {field: mine}, record)
            save(there, kind, {field: theirs}, record)
        measure = register.find("measure", "EN02")[0]["id"]
        for one, value in ((register, "3"), (there, "4")):
            with one.change("Saved reading") as change:
                change.add("reading", {"measure": measure, "period": "2030-31 Q1", "value": value})
        entries = register.unknown(there.entries())
    register.merge(entries, "pack:test")


@pytest.fixture
def met(run: Running, sample_file: Path, tmp_path: Path) -> Running:
    there = tmp_path / "there.pmdesk"
    there.write_bytes(sample_file.read_bytes())
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    part_and_meet(run.register, there)
    return run


@pytest.fixture
def page(met: Running) -> ConflictsPage:
    shown = met.office.visit("conflicts")
    assert isinstance(shown, ConflictsPage)
    return shown


def test_the_desk_leads_there_only_when_there_is_something(run: Running, met: Running) -> None:
    desk = met.office.visit("desk")
    assert isinstance(desk, DeskPage)
    desk.refresh()
    assert desk._figures
    group = next(each for each in desk._figures.groups if each.key == "unsettled")
    assert (group.title, group.count) == ("Left by two laptops to settle", 3)
    desk.list.go.emit(group.items[0])
    shown = met.window.pages.currentWidget()
    assert isinstance(shown, ConflictsPage) and shown.view
    assert shown.view.conflict.id == group.items[0].id


def test_a_side_is_taken_by_keyboard_and_the_next_stands_there(page: ConflictsPage, met: Running) -> None:
    assert page.head.quiet_words() == "3 things to settle" and unnamed(page) == []
    assert page.view and page.view.conflict.title == "Active Aldermoor"
    assert [button.text() for button in page.view.takes] == ["Take this", "Take this"]
    page.focus_record()
    met.qtbot.waitUntil(page.view.takes[0].hasFocus)
    met.key(Qt.Key.Key_Tab)
    met.key(Qt.Key.Key_Return)
    row = met.register.find("partnership", "Active Aldermoor")[0]
    assert row["purpose"] == "More play for more people."
    assert met.toast() == "Settled: Active Aldermoor, Purpose"
    assert page.view.conflict.title == "Homelessness Forum"
    assert page.head.quiet_words() == "2 things to settle"
    met.press("Undo", met.window.toasts)
    assert page.head.quiet_words() == "3 things to settle"


def test_another_value_is_written_and_checked(page: ConflictsPage, met: Running) -> None:
    wanted = next(each for each in page.found if each.title == "Homelessness Forum")
    page.arrive(wanted.id)
    view = page.view
    assert view and view.field and view.write_button and view.save_button
    met.press("Write another")
    view.field.editor.set_value("a lot")
    met.press("Save this one")
    assert "a lot" in view.field.error() and page.view is view
    view.field.editor.set_value("1,500")
    met.press("Save this one")
    assert met.register.find("partnership", "Homelessness Forum")[0]["total_budget"] == 150000
    assert page.head.quiet_words() == "2 things to settle"


def test_another_value_by_keyboard_alone(page: ConflictsPage, met: Running) -> None:
    page.arrive(next(each for each in page.found if each.title == "Homelessness Forum").id)
    view = page.view
    assert view and view.field and view.write_button and view.save_button
    met.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert page.view is view and not met.toast()
    view.write_button.setFocus()
    met.key(Qt.Key.Key_Return)
    met.qtbot.waitUntil(view.field.editor.focus_target().hasFocus)
    met.qtbot.keyClicks(met.window.focusWidget(), "1,7")
    met.key(Qt.Key.Key_Escape)
    assert view.write_button.hasFocus() and not view.save_button.isVisible()
    met.key(Qt.Key.Key_Return)
    assert view.field.value() == "1,7"
    met.qtbot.keyClicks(met.window.focusWidget(), "00")
    met.key(Qt.Key.Key_Return)
    assert met.register.find("partnership", "Homelessness Forum")[0]["total_budget"] == 170000


def test_ctrl_s_saves_another_value_of_many_lines(page: ConflictsPage, met: Running) -> None:
    view = page.view
    assert view and view.field and view.conflict.field == "purpose"
    met.press("Write another")
    met.qtbot.keyClicks(met.window.focusWidget(), "Both of it.")
    met.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert met.register.find("partnership", "Active Aldermoor")[0]["purpose"] == "Both of it."


def test_left_for_now_and_at_last_nothing(page: ConflictsPage, met: Running) -> None:
    first = page.view.conflict.id if page.view else ""
    met.press("Leave it for now")
    assert page.view and page.view.conflict.id != first
    for _ in range(3):
        page.take(1)
    assert page.view is None and page.empty.isVisible() and not page.list.isVisible()
    assert page.head.quiet_words() == "Nothing is to be settled."


def test_a_record_carries_its_mark_until_settled(met: Running) -> None:
    record = str(met.register.find("partnership", "Active Aldermoor")[0]["id"])
    shown = met.office.visit("partnerships", record)
    assert shown.view.mark.words.text() == "Changed on two laptops: 1 thing to settle."
    shown.view.mark.button.click()
    page = met.window.pages.currentWidget()
    assert isinstance(page, ConflictsPage) and page.view and page.view.conflict.record == record
    page.take(2)
    shown = met.office.visit("partnerships", record)
    assert not shown.view.mark.isVisible()
    measure = met.office.visit("measures", str(met.register.find("measure", "EN02")[0]["id"]))
    assert measure.view.mark.isVisible()
    readings = next(part for part in measure.view.shown.page.sections if part.title == "Readings")
    said = [row.cells[-1].text for row in readings.rows if row.cells[0].text == "2030-31 Q1"]
    assert said and all(text.startswith("Two values, not settled yet.") for text in said)


def test_settled_elsewhere_meanwhile_is_said(page: ConflictsPage, met: Running) -> None:
    assert page.view
    told = page.view.conflict
    save(met.register, told.kind, {"purpose": "Later."}, told.record)
    page.take(1)
    assert "settled already" in met.toast()
    assert page.head.quiet_words() == "2 things to settle"


def test_after_a_members_file_is_taken_in_what_both_wrote_is_asked(
    run: Running, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    update = next(row for row in run.register.all("annual_update") if row["status"] == "draft")
    seat = run.register.get("appointment", update["appointment"])
    made = make_member_file(run.register, seat["person"], tmp_path / "own.pmdesk", "2026-04-27")
    with monkeypatch.context() as there, open_register(made) as own:
        there.setenv("PMDESK_HOME", str(tmp_path / "another laptop"))
        save_update(own, "annual_update", {"main_business": "The roof."}, update["id"], "2026-04-27")
    save_update(run.register, "annual_update", {"main_business": "The show."}, update["id"], "2026-04-27")
    page = run.office.visit("receive-returns")
    page.open([made])
    run.qtbot.waitUntil(lambda: page.looked is not None, timeout=20_000)
    for file in page.files:
        if file.key not in page.chosen:
            page.take(file.key, True)
    page.bring_in()
    shown = run.window.pages.currentWidget()
    assert isinstance(shown, ConflictsPage), run.toast()
    said = {choice.said for each in shown.found for choice in each.choices if each.field == "main_business"}
    assert said == {"The roof.", "The show."}


def test_the_grid_of_readings_marks_the_value(met: Running) -> None:
    measure = str(met.register.find("measure", "EN02")[0]["id"])
    reading = met.register.all("reading", measure=measure, period="2030-31 Q1")[0]
    page = met.office.visit("readings", measure)
    model = page.view.model
    at = next(at for at, line in enumerate(page.view.model.grid.lines) if line.key[1] == "2030-31 Q1")
    column = next(n for n, each in enumerate(model.columns) if each.field == "value")
    assert model.cell(at, column).doubt == "Two values, not settled yet."
    assert reading["id"] in {record for each in met.register.unsettled() for record in each.records}


def test_a_milestone_and_an_update_carry_the_mark_too(met: Running, tmp_path: Path) -> None:
    milestone = str(met.register.all("forecast")[0]["milestone"])
    update = str(next(row["id"] for row in met.register.all("annual_update") if row["status"] == "draft"))
    copy = tmp_path / "third.pmdesk"
    copy.write_bytes(met.register.path.read_bytes())
    with open_register(copy) as there:
        for register, word in ((met.register, "here"), (there, "there")):
            with register.change("Saved record") as change:
                change.set("milestone", milestone, {"note": word})
                change.set("annual_update", update, {"main_business": word})
        met.register.merge(met.register.unknown(there.entries()), "pack:test")
    for key, record, field in (
        ("milestones", milestone, "note"),
        ("annual-update", update, "main_business"),
    ):
        shown = met.office.visit(key, record)
        mark = shown.view.in_hand.mark if key == "milestones" else shown.frame.mark
        assert not mark.isHidden(), key
        mark.button.click()
        page = met.window.pages.currentWidget()
        assert isinstance(page, ConflictsPage) and page.view
        assert page.view.conflict.id == f"{record}:{field}"


def test_records_called_the_same_are_made_one_or_left_two(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    for name in ("Dock Trust", "Ferry Trust"):
        for kind in ("voluntary", "business"):
            save(run.register, "organisation", {"name": name, "kind": kind})
    page = run.office.visit("conflicts")
    assert isinstance(page, ConflictsPage)
    assert page.view and page.view.conflict.title == "Dock Trust" and unnamed(page) == []
    assert page.view.takes[-1].nextInFocusChain() is page.view.apart_button
    run.press("They are two", page)
    assert run.toast() == "They stay two: Dock Trust."
    assert page.view.conflict.title == "Ferry Trust" and page.view.write_button is None
    run.qtbot.waitUntil(page.view.takes[0].hasFocus)
    run.key(Qt.Key.Key_Return)
    assert run.toast() == "Made one: Ferry Trust." and page.view is None
    assert len(run.register.find("organisation", "Ferry Trust")) == 1
    run.press("Undo", run.window.toasts)
    assert page.view and page.view.conflict.title == "Ferry Trust"  # type: ignore[unreachable]
    assert len(run.register.find("organisation", "Dock Trust")) == 2


@pytest.mark.parametrize("size", [1.0, 1.5])
def test_a_long_text_and_what_it_replaced_are_read_whole(
    page: ConflictsPage, met: Running, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, size: float
) -> None:
    met.window.resize(1440, 900)
    apply_theme(qapp, "light", size)
    told = page.found[0]
    long = " ".join(f"Sentence {n} of what somebody wrote about the moor." for n in range(12))
    choices = tuple(
        replace(each, said=long[: 200 + n * 200], seen=f"It replaced ‘{long}’")
        for n, each in enumerate(told.choices)
    )
    monkeypatch.setattr("pmdesk.ui.pages.conflicts.conflicts", lambda *_all: [replace(told, choices=choices)])
    page.refresh()
    view = page.view
    assert view is not None

    def cut() -> list[str]:
        words = [each for each in view.findChildren(QLabel) if each.isVisible() and each.wordWrap()]
        return [each.text()[:40] for each in words if each.height() < each.heightForWidth(each.width())]

    met.qtbot.waitUntil(lambda: bool(view.isVisible() and not cut()), timeout=5000)
    words = [each for each in view.findChildren(QLabel)]
    assert sum(long in each.text() for each in words) == 2
    assert all(long in button.accessibleDescription() for button in view.takes)
