"""A bad answer is said beside its question and at the top."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pmdesk.ui.editors import LineText
from pmdesk.ui.field import COLUMN, INDENT, ErrorSummary, Field, Mark, column, inset
from pmdesk.ui.window import MainWindow


def test_errors_are_summed_up_and_lead_to_the_field(window: MainWindow, qtbot: QtBot) -> None:
    page = window.visit("members")
    fields: dict[str, Field] = page.fields
    page.summary.show_errors({"held": "How many?", "attended": "Too many"}, fields)
    assert fields["held"].error() == "How many?"
    assert window.focusWidget() is fields["held"].editor
    assert fields["held"].editor.accessibleDescription() == "How many?"
    page.summary._go("attended")
    assert window.focusWidget() is fields["attended"].editor
    page.summary.show_errors({}, fields)
    assert (fields["held"].error(), page.summary.isVisible()) == ("", False)


def test_help_and_label_are_spoken(dressed: QApplication, qtbot: QtBot) -> None:
    field = Field("name", "What is it called?", LineText(), "As it calls itself.")
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "What is it called?"
    assert field.editor.accessibleDescription() == "As it calls itself."
    field.editor.set_value("Wendle")
    assert field.value() == "Wendle"


def test_questions_stand_in_one_column(dressed: QApplication, qtbot: QtBot) -> None:
    holder, layout = column()
    qtbot.addWidget(holder)
    layout.addWidget(inset(Mark("missed", "Missed")))
    assert holder.maximumWidth() == COLUMN + INDENT + 4


def test_a_sentence_that_names_no_field_stands_after_its_label(dressed: QApplication, qtbot: QtBot) -> None:
    fields = {name: Field(name, name.title(), LineText()) for name in ("from", "to", "name")}
    summary = ErrorSummary(named=True)
    qtbot.addWidget(summary)
    for field in fields.values():
        qtbot.addWidget(field)
    summary.show_errors(
        {"from": "‘x’ is no date.", "to": "‘x’ is no date.", "name": "Name is needed"}, fields
    )
    lines = [each.accessibleName() for each in summary.findChildren(QLabel) if each.accessibleName()]
    assert lines[-3:] == ["From: ‘x’ is no date.", "To: ‘x’ is no date.", "Name is needed"]
    assert fields["from"].error() == "‘x’ is no date."


def test_advice_stands_under_the_editor_and_is_heard_but_is_no_error(qtbot: QtBot) -> None:
    field = Field("ends", "To", LineText())
    qtbot.addWidget(field)
    field.advise("")
    assert field.advice() == ""
    field.advise("This is longer than a term here.")
    assert field.advice() == "This is longer than a term here."
    assert "longer" in field.editor.accessibleDescription()
    assert field.error() == ""
    field.advise("A trustee decides for the charity.", "")
    assert "longer" not in field.editor.accessibleDescription()
    field.advise("")
    assert field.editor.accessibleDescription() == ""


def test_a_bad_field_on_the_edge_makes_room_for_its_bar(qtbot: QtBot) -> None:
    field = Field("name", "Name", LineText())
    qtbot.addWidget(field)
    field.set_indent(0)
    field.show()
    QApplication.processEvents()
    assert field.editor.x() == 0
    field.set_error("Write a name.")
    QApplication.processEvents()
    assert field.editor.x() == INDENT
    field.set_error("")
    QApplication.processEvents()
    assert field.editor.x() == 0
