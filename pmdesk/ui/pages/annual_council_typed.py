"""What both forms of a sitting share: what is typed into one and not saved is kept, and offered back."""

from abc import abstractmethod
from collections.abc import Callable, Mapping

from PySide6.QtGui import QHideEvent

from pmdesk.actions.drafts import Draft
from pmdesk.domain.renewal import Sitting
from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.ui.context import Context
from pmdesk.ui.editors import Reference
from pmdesk.ui.pages.draft_offer import DraftOffer
from pmdesk.ui.pages.form_drafts import Drafts
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.words import _

# Told whether something was decided.
Closed = Callable[[bool], object]
_UNKNOWN = "?"  # before the name of somebody whom the register does not know


class SittingForm(FormPane):
    """A form about one seat; `verb` (change or end) is what the page opens it by.

    Whoever makes one puts the questions in, calls `begin`, and gives it a `save`.
    """

    verb = ""

    def __init__(
        self, context: Context, sitting: Sitting, line: SeatLine, closed: Closed, said: tuple[str, str, str]
    ) -> None:
        """`said` is the title, the line under it and the word of the button."""
        self._context, self._sitting, self.line, self._closed = context, sitting, line, closed
        super().__init__(context, *said, self.save, self.discard)
        self._start, self._over = dict[str, object](), False
        self._drafts = Drafts(context, self.typed, lambda _at: self.note.setText(_("Draft kept.")))
        self._drafts.seen = self.seen
        self.offer = DraftOffer()
        self.offer.taken.connect(self._take_draft)
        self.offer.left.connect(self._throw_away)
        self.add_above(self.offer)

    def begin(self) -> None:
        """All questions stand: offer what was typed here before, and take the keyboard."""
        self._start = self._values()
        for field in self.fields.values():
            field.editor.edited.connect(self._drafts.soon)
        self.offer.offer(self._drafts.begin(f"sitting:{self._sitting.year}:{self.verb}:{self.line.key}"))
        self.focus_field()

    @abstractmethod
    def save(self) -> bool:
        """Decide, and say so by `decided`; False where it cannot be."""

    def discard(self) -> None:
        self._closed(False)

    def typed(self) -> dict[str, object]:
        """What was typed, by field."""
        return {name: value for name, value in self._values().items() if value != self._start.get(name)}

    def dirty(self) -> bool:
        """Whether anything was typed that is not saved."""
        return not self._over and bool(self.typed())

    def keep(self) -> None:
        """Keep what is typed; an older draft that is still offered stays where nothing was."""
        if not self._over and (self.offer.draft is None or self.dirty()):
            self._drafts.keep()

    def bring_back(self, typed: Mapping[str, object]) -> None:
        """Put what was typed before into the form again."""
        for name, value in typed.items():
            if name in self.fields:
                self._put_in(name, value)
        self.offer.offer(None)
        self.focus_field()

    def decided(self) -> None:
        """It was saved: nothing of it is a draft any more."""
        self._over = True
        self._drafts.drop()
        self._closed(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def _take_draft(self, draft: Draft) -> None:
        self.seen_before(draft.seen)
        self.bring_back(draft.typed)

    def _throw_away(self) -> None:
        self._drafts.drop()
        self.focus_field()

    def _values(self) -> dict[str, object]:
        return {name: _typed_in(field.editor) for name, field in self.fields.items()}

    def _put_in(self, name: str, value: object) -> None:
        editor = self.fields[name].editor
        if not isinstance(editor, Reference):
            editor.set_value(value)
        elif str(value or "").startswith(_UNKNOWN):
            editor.setText(str(value)[1:])
        else:
            editor.set_value(value, self._context.register.title(str(value)) if value else "")
        editor.edited.emit()


def _typed_in(editor: object) -> object:
    """An editor's value; a name that nobody has is kept as it was typed."""
    if isinstance(editor, Reference) and (text := editor.unresolved()):
        return f"{_UNKNOWN}{text}"
    return editor.value()  # type: ignore[attr-defined]
