from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.actions.drafts import kept_draft
from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.record_page import Edit
from pmdesk.ui.pages.edit_record import EditRecord, say_saved
from pmdesk.ui.pages.editor_for import help_for
from tests.register.laptops import laptops, put

Council = Any


def form_of(council: Council, edit: Edit, key: str = "bodies") -> EditRecord:
    page = council.page(key)
    form = page.edit(edit)
    assert form is not None
    return form  # type: ignore[no-any-return]


def body(council: Council) -> Edit:
    return Edit("outside_body", council.ids["Advice"])


def ctrl_s(qtbot: QtBot, form: EditRecord) -> None:
    qtbot.keyClick(form.window(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_new_body_is_typed_saved_and_shown(council: Council, qtbot: QtBot) -> None:
    page = council.page("bodies")
    qtbot.keyClick(council.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.form()
    assert form.fields["name"].editor.hasFocus()
    qtbot.keyClicks(form.fields["name"].editor, "Moorland Arts Trust")
    qtbot.keyClicks(form.fields["support"].editor, "12k")
    ctrl_s(qtbot, form)
    assert page.form() is None
    row = council.register.find("outside_body", "Moorland Arts Trust")[0]
    assert row["support"] == 1_200_000
    assert page.shown() == row["id"]
    assert council.sentence() == "Saved Moorland Arts Trust."


def test_only_what_was_changed_is_saved(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, body(council))
    assert form.fields["support"].value() == "£118,400"
    qtbot.keyClicks(form.fields["aims"].editor, "Advice for all")
    before = len(council.register.history(council.ids["Advice"]))
    assert form.save()
    lines = council.register.history(council.ids["Advice"])
    assert len(lines) == before + 1
    assert (lines[0].field, lines[0].new) == ("aims", "Advice for all")


def test_saving_nothing_writes_nothing(council: Council) -> None:
    form = form_of(council, body(council))
    before = len(council.register.history())
    assert form.save()
    assert len(council.register.history()) == before
    assert council.sentence() == "Nothing was changed."


def test_problems_stand_beside_their_fields_all_at_once_with_focus_on_the_first(
    council: Council, qtbot: QtBot
) -> None:
    form = form_of(council, body(council))
    form.fields["name"].editor.clear()
    form.fields["seats"].editor.setText("two")
    ctrl_s(qtbot, form)
    assert form.fields["name"].error() == "Name is needed"
    assert form.fields["seats"].error() == "‘two’ is no whole number."
    assert form.summary.isVisible()
    assert form.fields["name"].editor.hasFocus()
    assert council.row("outside_body", "Advice")["name"] == "Aldermoor Citizens Advice"
    qtbot.keyClicks(form.fields["name"].editor, "Citizens Advice")
    form.fields["seats"].editor.setText("3")
    ctrl_s(qtbot, form)
    assert council.row("outside_body", "Advice")["seats"] == 3


def test_a_name_nobody_has_is_a_problem_with_a_way_out(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, Edit("appointment", None, {"outside_body": council.ids["Almshouses"]}))
    qtbot.keyClicks(form.fields["person"].editor, "Jane Smith")
    qtbot.keyClicks(form.fields["starts"].editor, "31/2/2026")
    ctrl_s(qtbot, form)
    assert form.fields["person"].error().startswith("There is no Person called ‘Jane Smith’.")
    assert form.fields["starts"].error() != ""
    add = [one for one in form.findChildren(QPushButton) if one.text() == "Add ‘Jane Smith’ to the register"]
    add[0].click()
    form.fields["starts"].editor.setText("1/6/2026")
    ctrl_s(qtbot, form)
    jane = council.register.find("person", "Jane Smith")[0]
    assert jane["kind"] == "member"
    assert len(council.register.all("appointment", person=jane["id"])) == 1


def test_escape_leaves_and_undo_brings_the_words_back(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, body(council))
    qtbot.keyClicks(form.fields["aims"].editor, "Half a thought")
    qtbot.keyClick(council.window, Qt.Key.Key_Escape)
    page = council.window.page()
    assert page.form() is None
    assert council.row("outside_body", "Advice")["aims"] is None
    undo = [one for one in council.window.toasts.findChildren(QPushButton) if one.isVisible()]
    undo[0].click()
    assert page.form().fields["aims"].value() == "Half a thought"
    assert page.form().save()
    assert council.row("outside_body", "Advice")["aims"] == "Half a thought"


def test_escape_from_an_untouched_form_just_leaves(council: Council, qtbot: QtBot) -> None:
    form_of(council, body(council))
    qtbot.keyClick(council.window, Qt.Key.Key_Escape)
    assert council.window.page().form() is None
    assert council.sentence() == ""


def test_a_draft_is_kept_after_a_moment_and_offered_back(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, body(council))
    form._timer.setInterval(1)
    qtbot.keyClicks(form.fields["aims"].editor, "Not saved yet")
    qtbot.waitUntil(lambda: kept_draft(council.register, form.draft_page()) is not None)
    form._finish()  # as a kill would leave it
    page = council.window.page()
    page._drop_pane()
    again = page.edit(body(council))
    assert again.offer.isVisible()
    again.offer.take.click()
    assert again.fields["aims"].value() == "Not saved yet"
    assert not again.offer.isVisible()
    assert again.save()
    assert kept_draft(council.register, form.draft_page()) is None


def test_a_draft_can_be_thrown_away(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, body(council))
    qtbot.keyClicks(form.fields["aims"].editor, "Nonsense")
    form.discard()
    again = council.window.page().edit(body(council))
    again.offer.leave.click()
    assert kept_draft(council.register, again.draft_page()) is None
    assert not again.offer.isVisible()


def test_choosing_another_record_keeps_what_was_typed(council: Council, qtbot: QtBot) -> None:
    form = form_of(council, body(council))
    qtbot.keyClicks(form.fields["aims"].editor, "Kept")
    page = council.window.page()
    page.focus_list()
    qtbot.keyClick(page.list_part.list.view, Qt.Key.Key_Down)
    assert page.form() is None
    assert page.shown() == council.ids["Almshouses"]
    assert council.sentence() == "Not saved. What you typed is kept."


def test_what_was_kept_as_typed_is_said_and_stands_in_nobodys_way(council: Council) -> None:
    with council.register.change("Brought in a file", via="import:x") as change:
        change.set("outside_body", council.ids["Advice"], {"seats": "1 + 1 deputy", "status": "dormant"})
    form = form_of(council, body(council))
    assert form.fields["seats"].value() == "1 + 1 deputy"
    assert form.fields["status"].value() is None
    facts = ENTITIES["outside_body"].field("status")
    assert help_for(facts, {"status": "dormant"}) == "Kept as it was typed: ‘dormant’."
    form.fields["aims"].editor.setPlainText("Advice")
    assert form.save()
    assert council.row("outside_body", "Advice")["status"] == "dormant"


def test_the_first_date_of_a_milestone_is_read_only_once_it_is_set(council: Council) -> None:
    made = council.add(
        "stone", "milestone", title="Pool open", partnership=council.ids["Safety"], first_due="1/9/2026"
    )
    form = form_of(council, Edit("milestone", made), "partnerships")
    assert form.fields["first_due"].editor.isReadOnly()
    assert form.fields["first_due"].value() == "1 September 2026"


def test_a_record_deleted_meanwhile_does_not_open(council: Council) -> None:
    council.register.get("outside_body", council.ids["Canal"])
    page = council.page("bodies")
    page.delete(Edit("outside_body", council.ids["Canal"]))
    assert page.edit(Edit("outside_body", council.ids["Canal"])) is None
    assert council.sentence() == "This record has been deleted."


def test_a_value_that_came_while_the_form_was_open_is_not_replaced(council: Council, qtbot: QtBot) -> None:
    """A hub or a shared folder brings it: nobody here had it in view."""
    identity, (theirs,) = council.ids["Advice"], laptops(1)
    theirs.db.execute("UPDATE register SET id = ?", (council.register.id,))
    theirs.id = council.register.id
    theirs.merge(list(council.register.entries()), "pack:x")
    form = form_of(council, body(council))
    put(theirs, "outside_body", identity, aims="Theirs")
    council.register.merge(list(theirs.entries()), "pack:y")
    qtbot.keyClicks(form.fields["aims"].editor, "Ours")
    assert form.save()
    said = {each.value for each in council.register.rival_values(identity, "aims")}
    assert said == {"Theirs", form.fields["aims"].value()}


def test_what_is_a_sentence_itself_is_quoted_when_it_is_saved() -> None:
    assert say_saved("Dock Trust") == "Saved Dock Trust."
    assert say_saved("Why so few?") == "Saved ‘Why so few?’."
    assert say_saved("") == "Saved."
