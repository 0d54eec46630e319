"""The fields of a fillable PDF: boxes to type in, ticks and choices; each tagged, named aloud and drawn.

What stands in a box is drawn here, in the form's own font; a reader draws a box anew once it is typed in.
/NeedAppearances is left out on purpose: with it, Chrome's engine draws all boxes anew without their edges,
and loses ŵ and ŷ.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc

from pmdesk.papers.file_bytes import add, dictionary, stream
from pmdesk.papers.form_font import FORM_FONT, add_form_font, typed_codes
from pmdesk.papers.lettering import REGULAR, Style, break_lines, printable
from pmdesk.papers.shapes import INK, LINE
from pmdesk.papers.structure import Tag
from pmdesk.papers.tagged import TaggedPdf

TYPED = Style(REGULAR, 10.5, 14, INK)
PADDING = 4.0
SIDE = 13.0  # of a tick's or a choice's box
_READ_ONLY, _MANY_LINES, _RADIO = 1, 1 << 12, 1 << 15
_HIDDEN, _PRINTED = 2, 4

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


class Noted(pdfdoc.PDFObject):  # type: ignore[misc]
    """An annotation or field whose parts are bytes already; the rest it learns at the end.

    Its place in the tags, and its page: `P` has that page's number, from 0, until it is written.
    """

    def __init__(self, said: dict[str, bytes]) -> None:
        self.said = said

    def __setitem__(self, name: str, meant: object) -> None:
        self.said[name] = str(meant).encode("ascii")

    def format(self, document: Any) -> bytes:
        said = dict(sorted(self.said.items()))
        if "P" in said:
            number, version = document.idToObjectNumberAndVersion[f"Page{int(said['P']) + 1}"]
            said["P"] = b"%d %d R" % (number, version)
        return dictionary(said)


class State(NamedTuple):
    """One choice: its state inside the PDF, what a screen reader says of it, where its box stands."""

    code: str
    said: str
    x: float
    y: float


class Form:
    """The form of a document: its fields in the order they are drawn, which is the order of the Tab key."""

    def __init__(self, pdf: TaggedPdf) -> None:
        self.pdf = pdf
        self._document: Any = pdf.canvas._doc
        self._fields: list[Any] = []
        self._font = add_form_font(self._document)
        self._drawn: dict[bytes, int] = {}
        self._last: Box = (0, 0, 0, 0)

    def text(
        self, tag: Tag, name: str, said: str, value: str, box: Box, most: int, many: bool = True
    ) -> None:
        """A box to type in; with `many` over many lines, which scroll once it is full."""
        width, height = box[2] - box[0], box[3] - box[1]
        typed = printable(value)
        field = self._field(name, said, b"/Tx", box) | {
            "DA": _default_look(),
            "Ff": b"%d" % (_MANY_LINES if many else 0),
            "MaxLen": b"%d" % most,
            "V": self._string(typed),
            "DV": self._string(typed),
            "AP": b"<</N %d 0 R>>" % self._box_drawn(typed, width, height, many),
        }
        self._add(tag, name, field)

    def tick(self, tag: Tag, name: str, said: str, state: str, x: float, y: float) -> None:
        """A box to tick, its lower left corner at (x, y)."""
        field = self._field(name, said, b"/Btn", (x, y, x + SIDE, y + SIDE)) | {
            "V": b"/Off",
            "AS": b"/Off",
            "MK": b"<</BC[%b]/CA(4)>>" % _ink(LINE),
            "AP": self._two_states(state, *(_tick(on) for on in (True, False))),
        }
        self._add(tag, name, field)

    def choice(self, tags: Sequence[Tag], name: str, said: str, states: Sequence[State], chosen: str) -> None:
        """Boxes of which one is chosen, each under its tag; the arrow keys go from one to the next."""
        known = chosen if any(state.code == chosen for state in states) else "Off"
        parent = Noted(
            {
                "FT": b"/Btn",
                "Ff": b"%d" % _RADIO,
                "T": self._string(name),
                "TU": self._string(said),
                "V": b"/%b" % known.encode("ascii"),
            }
        )
        named = self._document.Reference(parent, f"field {name}")
        above = named.format(self._document)
        kids = []
        for tag, state in zip(tags, states, strict=True):
            box = (state.x, state.y, state.x + SIDE, state.y + SIDE)
            widget = self._widget(box) | {
                "Parent": above,
                "TU": self._string(state.said),
                "AS": b"/%b" % (state.code if state.code == known else "Off").encode("ascii"),
                "MK": b"<</BC[%b]/CA(l)>>" % _ink(LINE),
                "AP": self._two_states(state.code, *(_dot(on) for on in (True, False))),
            }
            place = f"{name} {state.code}"
            self.pdf.note(tag, Noted(widget), place)
            kids.append(self._document.refAnnotation(place).format(self._document))
        parent.said["Kids"] = b"[" + b" ".join(kids) + b"]"
        self._fields.append(named)

    def kept(self, name: str, value: str) -> None:
        """A field that nobody sees or changes; what is in it is checked when it comes back.

        The Tab key of Chrome's engine goes to it all the same, and would turn the page to wherever it is: it
        lies in a corner of the box before it.
        """
        left, bottom = self._last[:2]
        field = self._field(name, name, b"/Tx", (left, bottom, left, bottom)) | {
            "F": b"%d" % _HIDDEN,
            "Ff": b"%d" % _READ_ONLY,
            "DA": _default_look(),
            "V": self._string(value),
        }
        self.pdf.canvas._addAnnotation(Noted(field), name)
        self._fields.append(self._document.refAnnotation(name))

    def finish(self) -> None:
        """Tell the document of its form; all pages may still be turned after it."""
        fields = b" ".join(each.format(self._document) for each in self._fields)
        said = b"<</Fields[%b]/DA%b/DR<</Font<</%b %d 0 R>>>>>>" % (
            fields, _default_look(), FORM_FONT.encode("ascii"), self._font,
        )  # fmt: skip
        self._document.form = add(self._document, "form", said)

    def _field(self, name: str, said: str, kind: bytes, box: Box) -> dict[str, bytes]:
        self._last = box
        return self._widget(box) | {"FT": kind, "T": self._string(name), "TU": self._string(said)}

    def _widget(self, box: Box) -> dict[str, bytes]:
        return {
            "Type": b"/Annot",
            "Subtype": b"/Widget",
            "Rect": b"[%b]" % " ".join(f"{side:.2f}" for side in box).encode("ascii"),
            "F": b"%d" % _PRINTED,
            "BS": b"<</W 1/S/S>>",
            "MK": b"<</BC[%b]>>" % _ink(LINE),
            "P": b"%d" % self.pdf.page,
        }

    def _add(self, tag: Tag, name: str, field: Mapping[str, bytes]) -> None:
        self.pdf.note(tag, Noted(dict(field)), name)
        self._fields.append(self._document.refAnnotation(name))

    def _string(self, text: str) -> bytes:
        made: bytes = pdfdoc.format(pdfdoc.PDFString(text), self._document)
        return made

    def _two_states(self, code: str, on: bytes, off: bytes) -> bytes:
        drawn = (code.encode("ascii"), self._picture(on, SIDE, SIDE), self._picture(off, SIDE, SIDE))
        return b"<</N<</%b %d 0 R/Off %d 0 R>>>>" % drawn

    def _box_drawn(self, text: str, width: float, height: float, many: bool) -> int:
        lines = _lines(text, width, height, many)
        edge = b"q %b RG 1 w 0.5 0.5 %.2f %.2f re S Q" % (_ink(LINE), width - 1, height - 1)
        if not lines:
            return self._picture(b"/Tx BMC EMC " + edge, width, height)
        first = height - PADDING - TYPED.size if many else (height - TYPED.size) / 2 + 2
        letters = b" T* ".join(b"(%b) Tj" % escapePDF(typed_codes(line)).encode("latin-1") for line in lines)
        said = b"%b /Tx BMC q BT /%b %g Tf %b rg %g TL %g %.2f Td %b ET Q EMC" % (
            edge, FORM_FONT.encode("ascii"), TYPED.size, _ink(INK), TYPED.leading, PADDING, first, letters,
        )  # fmt: skip
        return self._picture(said, width, height)

    def _picture(self, code: bytes, width: float, height: float) -> int:
        """A drawing of its own, made once for all fields that look the same."""
        key = b"%b %.2f %.2f" % (code, width, height)
        if key not in self._drawn:
            said = {
                "Type": b"/XObject",
                "Subtype": b"/Form",
                "BBox": b"[0 0 %.2f %.2f]" % (width, height),
                "Resources": b"<</Font<</%b %d 0 R>>>>" % (FORM_FONT.encode("ascii"), self._font),
            }
            self._drawn[key] = add(self._document, f"drawn{len(self._drawn)}", stream(said, code))
        return self._drawn[key]


def _default_look() -> bytes:
    return b"(/%b %g Tf %b rg)" % (FORM_FONT.encode("ascii"), TYPED.size, _ink(INK))


@lru_cache
def _ink(colour: tuple[float, float, float]) -> bytes:
    return " ".join(f"{part:.3g}" for part in colour).encode("ascii")


def _lines(text: str, width: float, height: float, many: bool) -> list[str]:
    """The lines that are seen of a text; the rest scrolls."""
    if not text:
        return []
    if not many:
        return [text.replace("\n", " ")]
    broken = [
        line
        for typed in text.split("\n")
        for line in (break_lines(typed, TYPED, width - 2 * PADDING) or [""])
    ]
    return broken[: max(1, int((height - 2 * PADDING) / TYPED.leading))]


@lru_cache
def _tick(on: bool) -> bytes:
    box = b"%b RG 1 w 0.5 0.5 12 12 re S" % _ink(LINE)
    return box + (b" %b RG 1.6 w 3 6.6 m 5.6 3.6 l 10.2 9.8 l S" % _ink(INK) if on else b"")


@lru_cache
def _dot(on: bool) -> bytes:
    ring = b"%b RG 1 w %b S" % (_ink(LINE), _circle(6.5, 6.0))
    return ring + (b" %b rg %b f" % (_ink(INK), _circle(6.5, 3.2)) if on else b"")


def _circle(centre: float, radius: float) -> bytes:
    """Four curves, each a quarter."""
    near, far, bend = centre - radius, centre + radius, radius * 0.5523
    low, high = centre - bend, centre + bend
    curves = (
        (far, centre), (far, high, high, far, centre, far), (low, far, near, high, near, centre),
        (near, low, low, near, centre, near), (high, near, far, low, far, centre),
    )  # fmt: skip
    said = [" ".join(f"{number:.2f}" for number in curve) for curve in curves]
    return f"{said[0]} m {' c '.join(said[1:])} c".encode("ascii")
