"""Reads what stands in the fields of a form that came back; trusts nothing in it and runs nothing of it.

Anything that is no form of ours is refused with a sentence that says what it is and what to do.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from pmdesk.domain.return_form import ANSWERS, OFF, TICKET, states_of
from pmdesk.domain.words import LANGUAGES, N_, Say, words_in
from pmdesk.exchange.unreadable import Unreadable

if TYPE_CHECKING:
    from pypdf import PdfReader

FORM_SIZE_ALLOWED = 10 * 1024 * 1024
_FIELDS_ALLOWED, _DEPTH_ALLOWED, _PAGES_LOOKED_AT, _PAGES_ALLOWED = 400, 4, 5, 50
_TEXT_LOOKED_AT = 400_000
_RUNS = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE")

_DAMAGED = N_("The file is damaged and cannot be read. Ask for it once more.")
_SCAN = N_("It is a scan or a picture: its words cannot be read. Type the answers in.")
_PRINTED = N_(
    "It was printed to a new PDF, so its boxes are gone. Ask for the file that was saved, or type the answers"
    " in."
)
_NOT_OURS = N_("It is a PDF, but none of our forms.")
_LOCKED = N_("It is locked with a password. Ask for it without one.")
_PAGES = N_("It has {n} pages, which no form of ours has. Ask for the form alone.")
_HOSTILE = N_("It has a script or another file inside, which our forms never have. It was not opened.")


class ReturnedForm(NamedTuple):
    """What came back: the ticket, and each answer as it was typed; a choice by its state, '' where empty.

    `gone` are answers whose boxes the form has no more.
    """

    ticket: str
    answers: Mapping[str, str]
    gone: tuple[str, ...]


Pressed = Callable[[str], bool]


def read_form(data: bytes, names: Sequence[str] = ANSWERS, pressed: Pressed | None = None) -> ReturnedForm:
    """The form in these bytes; Unreadable with a sentence for all else.

    `names` are the answers looked for, `pressed` says which of them are chosen by a box: those of an annual
    update where nothing else is said.
    """
    if len(data) > FORM_SIZE_ALLOWED:
        raise Unreadable(_too_large())
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(Say(_DAMAGED))
    # Deferred, since it takes a second; what it has to say of a file is said here in a sentence.
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(Say(_LOCKED))
        return _read(reader, names, pressed or _is_pressed)
    except Unreadable:
        raise
    except Exception as problem:  # a hostile file may raise anything at all
        raise Unreadable(Say(_DAMAGED)) from problem


def _too_large() -> Say:
    return Say(
        N_("It is larger than {n} MB, which no form of ours is."), {"n": FORM_SIZE_ALLOWED // 1024 // 1024}
    )


def _read(reader: "PdfReader", names: Sequence[str], pressed: Pressed) -> ReturnedForm:
    root = _resolved(reader.trailer["/Root"])
    form = _resolved(root.get("/AcroForm")) or {}
    fields = dict(_fields(form))
    if TICKET not in fields:
        raise Unreadable(Say(_what_it_is(reader)))
    if len(reader.pages) > _PAGES_ALLOWED:
        raise Unreadable(Say(_PAGES, {"n": len(reader.pages)}))
    if _is_hostile(root, form, reader):
        raise Unreadable(Say(_HOSTILE))
    answers = {name: _answer(pressed(name), fields[name]) for name in names if name in fields}
    gone = tuple(name for name in names if name not in fields)
    return ReturnedForm(_text(fields[TICKET].get("/V")), answers, gone)


def _fields(form: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every field with its whole name; a form that goes round in circles, or on for ever, ends."""
    waiting = [("", field, 0) for field in reversed(_listed(form.get("/Fields")))]
    seen = 0
    while waiting:
        above, field, depth = waiting.pop()
        seen += 1
        if seen > _FIELDS_ALLOWED or depth > _DEPTH_ALLOWED:
            raise Unreadable(Say(_DAMAGED))
        if not hasattr(field, "get"):
            continue
        name = ".".join(part for part in (above, _text(field.get("/T"))) if part)
        kids = [kid for kid in _listed(field.get("/Kids")) if hasattr(kid, "get") and "/T" in kid]
        if kids:
            waiting += [(name, kid, depth + 1) for kid in reversed(kids)]
        elif name:
            yield name, field


def _answer(pressed: bool, field: Any) -> str:
    """A text as typed, lines ended by '\\n'; the state of a choice, by its boxes where it has no value."""
    value = _text(field.get("/V"))
    if not pressed:
        return value.replace("\r\n", "\n").replace("\r", "\n")
    boxes = [box for box in (field, *_listed(field.get("/Kids"))) if hasattr(box, "get")]
    states = [state.removeprefix("/") for state in (value, *(_text(box.get("/AS")) for box in boxes))]
    return next((state for state in states if state not in ("", OFF)), "")


def _is_pressed(name: str) -> bool:
    return name == "declared" or bool(states_of(name))


def _text(value: Any) -> str:
    """A string, a name or a stream as text; '' for anything else."""
    value = _resolved(value)
    if hasattr(value, "get_data"):
        value = value.get_data()
    if isinstance(value, bytes):
        return value.decode("utf-16") if value[:2] in (b"\xfe\xff", b"\xff\xfe") else value.decode("latin-1")
    return str(value) if isinstance(value, str) else ""


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _listed(value: Any) -> list[Any]:
    """The things of an array, each resolved; no more than a form may have."""
    found = _resolved(value)
    return [_resolved(each) for each in found[: _FIELDS_ALLOWED + 1]] if isinstance(found, list) else []


def _is_hostile(root: Any, form: Any, reader: "PdfReader") -> bool:
    """Whether opening it would run something, or it carries files."""
    names = _resolved(root.get("/Names")) or {}
    if "/JavaScript" in names or "/EmbeddedFiles" in names or "/AA" in root or "/XFA" in form:
        return True
    if _runs(root.get("/OpenAction")):
        return True
    for page in reader.pages:
        for note in (page, *_listed(page.get("/Annots"))):
            if hasattr(note, "get") and ("/AA" in note or _runs(note.get("/A"))):
                return True
    return False


def _runs(action: Any) -> bool:
    """Whether an action, or one of those that follow it, runs something; a chain of many is one that may."""
    waiting, seen = [_resolved(action)], 0
    while waiting:
        found = waiting.pop()
        if not isinstance(found, dict):
            continue
        seen += 1
        if seen > _FIELDS_ALLOWED or str(_resolved(found.get("/S"))) in _RUNS:
            return True
        after = _resolved(found.get("/Next"))
        waiting += _listed(after) if isinstance(after, list) else [after]
    return False


def _what_it_is(reader: "PdfReader") -> str:
    """Why a PDF without our fields is none: a scan, one of ours that was printed anew, or something else."""
    pages = reader.pages[:_PAGES_LOOKED_AT]
    if not any(_resolved((_resolved(page.get("/Resources")) or {}).get("/Font")) for page in pages):
        return _SCAN
    first = pages[0]
    content = first.get_contents()
    if content is None or len(content.get_data()) > _TEXT_LOOKED_AT:
        return _NOT_OURS
    said = " ".join(first.extract_text().split())
    ours = {words_in(code)("Annual update: {body}").partition("{")[0].strip() for code in LANGUAGES}
    return _PRINTED if any(start in said for start in ours) else _NOT_OURS
