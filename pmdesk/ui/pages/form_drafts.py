"""Keeps what is typed in a form, three seconds after a change and on leaving; shows nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from pmdesk.actions.drafts import Draft, drop_draft, keep_draft, kept_draft
from pmdesk.actions.records import seen_now
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.words import _

KEEP_AFTER = 3000


def kept_now(context: Context, page: str, typed: Mapping[str, object], seen: int | None) -> bool:
    """Keep a draft; whether it is on the disk now. Why not is said."""

    def keep() -> bool:
        keep_draft(context.register, page, typed, seen)
        return True

    return do(context, keep) is not None


def say_not_kept(context: Context) -> None:
    """To who leaves a form whose words could not be kept: the stick is out, the disk is full."""
    context.toast(
        _(
            "What you typed cannot be kept just now, so it stays here. Save it when the register’s file can"
            " be written again, or leave once more to give it up."
        )
    )


class Drafts(QObject):
    """`typed` gives what differs from the register, `kept` is told the time a draft was kept ('10:42').

    `seen` is how far the register was in view of who types (`look`); it is kept with the draft.
    """

    def __init__(
        self, context: Context, typed: Callable[[], Mapping[str, object]], kept: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.seen: int | None = None
        self._context, self._typed, self._said = context, typed, kept
        self._page, self._last = "", dict[str, object]()
        self._failed, self._warned = False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    def begin(self, page: str) -> Draft | None:
        """Keep under this name from now on; what was kept there before, if anything."""
        self._timer.stop()
        self._page, self._last = page, {}
        self._failed, self._warned = False, False
        found = do(self._context, lambda: kept_draft(self._context.register, page))
        if found is not None:
            self._last = dict(found.typed)
            self.seen = min((at for at in (self.seen, found.seen) if at is not None), default=None)
        return found

    def look(self) -> None:
        """All that is in the register now is about to be shown."""
        self.seen = seen_now(self._context.register)

    def soon(self) -> None:
        """Something was typed: keep it in three seconds, counted from the first key."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> bool:
        """Keep what is typed now; whether there is anything unsaved."""
        self._timer.stop()
        if not self._page:
            return False
        typed = dict(self._typed())
        if typed == self._last:
            return bool(typed)
        if typed:
            self._failed = not kept_now(self._context, self._page, typed, self.seen)
            if not self._failed:
                self._last, self._warned = typed, False
                self._said(datetime.now().strftime("%H:%M"))
        else:
            self.drop()
        return bool(typed)

    def leave(self) -> bool:
        """Keep what is typed and say so; False, once, when it cannot be kept: who leaves had better stay."""
        if not self.keep():
            return True
        if not self._failed:
            said = _("Kept as a draft. It is not saved yet, and is filled in when you come back.")
            self._context.toast(said)
            return True
        if self._warned:
            return True
        self._warned = True
        say_not_kept(self._context)
        return False

    def drop(self) -> None:
        """Forget what was kept: it was saved, or thrown away."""
        self._timer.stop()
        self._last, self._failed = {}, False
        if self._page and not self._context.read_only:
            do(self._context, lambda: drop_draft(self._context.register, self._page))

    def end(self) -> None:
        """Keep nothing more under this name."""
        self._timer.stop()
        self._page, self._last = "", {}
