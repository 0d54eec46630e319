"""The one place where the window does a verb: every page is told what changed, or its sentence is shown."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar, runtime_checkable

from pmdesk.actions.records import in_view, seen_now
from pmdesk.actions.registers import Unavailable, is_damage
from pmdesk.actions.taking_back import undo_this
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.words import _

Problems = Mapping[str, str]
Result = TypeVar("Result")


@runtime_checkable
class Changes(Protocol):
    """What a save did, as the register says it."""

    entry: str
    label: str
    touched: frozenset[tuple[str, str]]

    def touches(self, *kinds: str) -> bool: ...


def do(
    context: Context,
    verb: Callable[[], Result],
    on_refused: Callable[[Problems], object] | None = None,
    *,
    seen: int | None = None,
) -> Result | None:
    """Do `verb` and tell every page what changed; None when refused or impossible.

    A refusal goes to `on_refused` as {field: sentence}, or into a toast; a fault of the disk into a toast.
    `seen` is what `records.seen_now` said when a form that stands open read what it shows: what a hub or a
    pack brought since is not replaced unseen. A page that is told of every change need not say it.
    """
    try:
        with in_view(context.register, context.told if seen is None else seen):
            done = verb()
    except Refused as refused:
        problems = {name: _(sentence) for name, sentence in refused.problems.items()}
        if on_refused:
            on_refused(problems)
        else:
            context.toast(" ".join(problems.values()))
        return None
    except Unavailable as fault:
        if is_damage(fault):
            bus().damaged.emit()  # more than a toast can say: the band above every page leads on
        else:
            context.toast(_(fault.sentence))
        return None
    tell(context, changes_in(done))
    return done


def changes_in(done: object) -> Changes | None:
    """What changed, out of what a verb gave back: Changes, or (id, Changes)."""
    parts = done if isinstance(done, tuple) else (done,)
    return next((part for part in parts if isinstance(part, Changes)), None)


def tell(context: Context, changes: Changes | None) -> None:
    """Let every page know; nothing was written, nothing is told."""
    if changes is not None and changes.touched:
        context.told = seen_now(context.register)
        context.save_state()
        bus().changed.emit(changes)


def say_done(context: Context, sentence: str, done: object) -> None:
    """A toast with Undo for a save just made; without Undo when nothing was written."""
    changes = changes_in(done)
    if changes is None or not changes.touched:
        context.toast(_("Nothing was changed."))
        return
    context.toast(sentence, lambda: do(context, lambda: undo_this(context.register, changes.entry)))


def say_failed(context: Context, error: object) -> None:
    """Say why work beside the window came to nothing; what is our own fault is raised here."""
    if isinstance(error, Stopped):
        context.toast(_("Stopped. Nothing was written."))
    elif isinstance(error, Refused):
        context.toast(" ".join(_(sentence) for sentence in error.problems.values()))
    elif isinstance(error, Unavailable):
        context.toast(_(error.sentence))  # of another file as a rule: a copy, a pack, a backup
    elif isinstance(error, BaseException):
        raise error
