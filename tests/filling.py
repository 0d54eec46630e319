"""Fills in a form as a person does in Chrome, by that browser's engine: clicks into a box, types, saves."""

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

TAB = 9


class Box(NamedTuple):
    """A field as the engine gives it: its name, its place, its choice's state ('' for text)."""

    page: int
    name: str
    said: str
    state: str
    left: float
    bottom: float
    right: float
    top: float


class Filling:
    """A form in the engine's hands."""

    def __init__(self, made: bytes) -> None:
        self.document = pypdfium2.PdfDocument(made)
        self.document.init_forms()
        self.form: Any = self.document.formenv.raw
        self.pages = [self.document[number] for number in range(len(self.document))]
        self.boxes = [box for number in range(len(self.pages)) for box in self._boxes(number)]

    def type(self, name: str, text: str) -> None:
        """Click into the box, and type over what stands there."""
        self.focus(name)
        page = self.pages[next(box.page for box in self.boxes if box.name == name)]
        raw.FORM_SelectAllText(self.form, page)
        raw.FORM_ReplaceSelection(self.form, page, _wide(text))
        raw.FORM_ForceToKillFocus(self.form)

    def press(self, name: str, state: str = "yes") -> None:
        """Click a tick or one choice."""
        box = next(box for box in self.boxes if box.name == name and box.state in ("", state))
        self._click(box.page, (box.left + box.right) / 2, (box.bottom + box.top) / 2)
        raw.FORM_ForceToKillFocus(self.form)

    def focus(self, name: str) -> None:
        """Click into a box and stay there."""
        box = next(box for box in self.boxes if box.name == name)
        self._click(box.page, box.left + 6, box.top - 8)

    def key(self, page: int, code: int) -> None:
        raw.FORM_OnKeyDown(self.form, self.pages[page], code, 0)
        raw.FORM_OnChar(self.form, self.pages[page], code, 0)
        raw.FORM_OnKeyUp(self.form, self.pages[page], code, 0)

    def focused(self) -> str:
        """The name of the box with the keyboard; '' for none."""
        page, found = ctypes.c_int(), raw.FPDF_ANNOTATION()
        raw.FORM_GetFocusedAnnot(self.form, page, found)
        if not found:
            return ""
        name = self._text(raw.FPDFAnnot_GetFormFieldName, found)
        raw.FPDFPage_CloseAnnot(found)
        return name

    def saved(self) -> bytes:
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _click(self, number: int, x: float, y: float) -> None:
        page = self.pages[number]
        raw.FORM_OnMouseMove(self.form, page, 0, x, y)
        raw.FORM_OnLButtonDown(self.form, page, 0, x, y)
        raw.FORM_OnLButtonUp(self.form, page, 0, x, y)

    def _boxes(self, number: int) -> Iterator[Box]:
        page = self.pages[number]
        for place in range(raw.FPDFPage_GetAnnotCount(page)):
            found = raw.FPDFPage_GetAnnot(page, place)
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(found, rect)
            yield Box(
                number,
                self._text(raw.FPDFAnnot_GetFormFieldName, found),
                self._text(raw.FPDFAnnot_GetFormFieldAlternateName, found),
                self._text(raw.FPDFAnnot_GetFormFieldExportValue, found),
                rect.left,
                rect.bottom,
                rect.right,
                rect.top,
            )
            raw.FPDFPage_CloseAnnot(found)

    def _text(self, ask: Any, annotation: Any) -> str:
        length = ask(self.form, annotation, None, 0)
        kept = (ctypes.c_ushort * (length // 2 + 1))()
        ask(self.form, annotation, kept, length)
        return bytes(kept).decode("utf-16-le").split("\0")[0]


@contextmanager
def filling(made: bytes) -> Iterator[Filling]:
    """The form, closed in the order that the engine asks for."""
    hands = Filling(made)
    try:
        yield hands
    finally:
        for page in hands.pages:
            page.close()
        hands.document.close()


def filled(made: bytes, typed: Mapping[str, str], pressed: Mapping[str, str] | None = None) -> bytes:
    """The form with these boxes typed in and these choices pressed, as it is saved."""
    with filling(made) as hands:
        for name, text in typed.items():
            hands.type(name, text)
        for name, state in (pressed or {}).items():
            hands.press(name, state)
        return hands.saved()


def _wide(text: str) -> Any:
    kept = (text + "\0").encode("utf-16-le")
    return (ctypes.c_ushort * (len(kept) // 2)).from_buffer_copy(kept)
