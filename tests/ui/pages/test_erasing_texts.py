"""One text that names a person: ticked, written anew, left."""

from typing import Any

from pmdesk.actions.erasing import Place
from pmdesk.ui.pages.erasing_texts import PlaceField

KNOWN = ("r.aims", "outside_body", "r", "Dock Trust", "aims", "whole", "Ask Ann Pugh.")


def test_a_text_in_force_can_be_written_anew_or_emptied(qtbot: Any) -> None:
    field = PlaceField(Place(*KNOWN, "Ask Ann Pugh.", "Ask (erased).", 2))
    qtbot.addWidget(field)
    assert field.value() and field.editor.instead() is None
    field.editor.write_another()
    assert field.editor.instead() == "Ask (erased)."
    field.editor.text.set_value("")
    assert field.editor.instead() == ""
    assert "by name" in field._help and "And 2 earlier texts." in field._help


def test_an_earlier_text_only_goes(qtbot: Any) -> None:
    field = PlaceField(Place(*KNOWN, "", "", 1))
    qtbot.addWidget(field)
    assert field.editor.another.isHidden() and field.editor.instead() is None
    field.editor.set_value(False)
    assert not field.value() and field.editor.focus_target() is field.editor.tick
