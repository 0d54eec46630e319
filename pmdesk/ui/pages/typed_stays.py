"""Typing is never lost: a form is shown anew after another save, and what was typed still stands in it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLineEdit

from pmdesk.ui.field import Field
from pmdesk.ui.reference import Reference
from pmdesk.ui.words import _


class State(NamedTuple):
    """What an editor holds: its value, and the words that stand in it where it refers to a record."""

    value: object
    words: str = ""


def states(fields: Mapping[str, Field]) -> dict[str, State]:
    """What each field holds now."""
    return {name: _state(field.editor) for name, field in fields.items()}


def saved_meanwhile(value: object) -> str:
    """What is said below a field under which something else was saved."""
    return (
        _("Saved meanwhile: {value}. ‘Put back’ shows it.", value=value)
        if isinstance(value, str | int) and value != ""
        else _("Something else was saved here meanwhile. ‘Put back’ shows it.")
    )


def show_anew(
    fields: Mapping[str, Field],
    shown: Mapping[str, State],
    show: Callable[[], object],
    say: Callable[[object], str] = saved_meanwhile,
) -> dict[str, State]:
    """Let `show` fill the fields; what differed from `shown` is put back as it was typed.

    Where something else would stand there now, `say` says so below the field. Gives what `show` showed.
    """
    typed = {name: (state, _cursor(fields[name].editor)) for name, state in states(fields).items()
             if state != shown.get(name)}  # fmt: skip
    show()
    now = states(fields)
    for name, (state, cursor) in typed.items():
        editor = fields[name].editor
        if now[name] not in (shown.get(name), state):
            fields[name].advise(say(now[name].words or now[name].value))
        _put(editor, state, cursor)
    return now


def _state(editor: Any) -> State:
    return State(editor.value(), editor.text() if isinstance(editor, Reference) else "")


def _cursor(editor: Any) -> int | None:
    line = editor.focus_target()
    return line.cursorPosition() if isinstance(line, QLineEdit) else None


def _put(editor: Any, state: State, cursor: int | None) -> None:
    if isinstance(editor, Reference):
        editor.set_value(state.value, state.words)
        if state.value is None:
            editor.setText(state.words)
    else:
        editor.set_value(state.value)
    line = editor.focus_target()
    if cursor is not None and isinstance(line, QLineEdit):
        line.setCursorPosition(cursor)
