"""One thing to settle on the screen: a panel for each side, and nothing to press for a reader."""

from typing import Any

from pmdesk.figures.conflicts import Choice, Conflict
from pmdesk.register.store import memory
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.context import Context
from pmdesk.ui.pages.conflict_view import ConflictView

CHOICES = (
    Choice(1, "Move", "Ruth Adeyemi", "this laptop", "3 May 2026, 10:00", "", "Take this"),
    Choice(2, "Play", "Helen Marsh", "laptop 3f2a", "4 May 2026, 09:12", "", "Take this"),
)
TOLD = Conflict("x:purpose", "values", "partnership", "x", "Arts", "purpose", "Purpose", CHOICES, True, ())


def test_sides_can_be_taken_and_another_written(qtbot: Any) -> None:
    taken: list[int] = []
    wrote: list[object] = []
    with memory() as register:
        view = ConflictView(
            Context(register, "2026-04-27"), TOLD, taken.append, wrote.append, lambda: None, lambda: None
        )
        qtbot.addWidget(view)
        view.show()
        assert unnamed(view) == []
        assert view.takes[1].accessibleName() == "Take this: Play, Helen Marsh"
        view.takes[1].click()
        view.ask_another()
        assert view.field and view.save_button
        view.field.editor.set_value("Both")
        view.save_button.click()
        view.refused("Too long.")
        assert (taken, wrote, view.field.error()) == ([2], ["Both"], "Too long.")


def test_who_can_only_read_presses_nothing(qtbot: Any) -> None:
    with memory() as register:
        register.read_only = True
        view = ConflictView(
            Context(register, "2026-04-27"), TOLD, lambda n: None, lambda v: None, lambda: None, lambda: None
        )
        qtbot.addWidget(view)
        assert view.takes == [] and view.field is None
        view.focus()
