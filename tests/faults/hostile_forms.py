"""Hostile forms: PDFs damaged, rewritten, their ticket forged; refused by a sentence, writing nothing."""

import random
import re
import time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    TextStringObject,
)

from pmdesk.actions.records import save
from pmdesk.actions.returns_in import look_at_returns
from pmdesk.actions.returns_out import send_returns
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, open_register
from tests.faults.sweep import clock

HANGS = 10.0
TODAY = "2026-04-07"


def forms(
    folder: Path, many: int, until: float, chance: random.Random
) -> tuple[int, list[str], dict[str, int]]:
    """Each looked at beside a sound one; the register stays as it was."""
    with open_register(folder / "a.pmdesk") as register:
        good = _good(register, folder)
        path, before = folder / "spoilt.pdf", register.count("annual_update")
        tried, lost, states = 0, list[str](), dict[str, int]()
        while tried < many and clock() < until:
            data, what = _spoilt(good, chance)
            path.write_bytes(data)
            began = time.monotonic()
            try:
                (file,) = look_at_returns(register, [path]).files
                states[file.state] = states.get(file.state, 0) + 1
            except Exception as error:
                lost.append(f"form {what}: {type(error).__name__}: {error}")
            if time.monotonic() - began > HANGS:
                lost.append(f"form {what}: a hang")
            tried += 1
        if register.count("annual_update") != before:
            lost.append("a look at forms wrote something")
    return tried, lost, {"forms spoilt": tried, "of them refused": states.get("refused", 0)}


def _good(register: Register, folder: Path) -> bytes:
    body = save(register, "outside_body", {"name": "Hostile Trust"})[0]
    person = save(register, "person", {"name": "Hostile Member", "kind": "member"})[0]
    save(register, "appointment", {"outside_body": body, "person": person})
    if not register.all("municipal_year", name="2025-26"):
        save(register, "municipal_year", {"name": "2025-26"})
    (path,) = send_returns(register, folder / "forms", "2025-26", [body], Words(), TODAY)
    writer = PdfWriter(clone_from=BytesIO(path.read_bytes()))
    for page in writer.pages:
        writer.update_page_form_field_values(page, {"main_business": "A roof"}, auto_regenerate=False)
    return _written(writer)


def _spoilt(good: bytes, chance: random.Random) -> tuple[bytes, str]:
    kind = chance.choice(("bits", "bits", "cut", "token", "token", "object", "object", "ticket"))
    data = bytearray(good)
    if kind == "bits":
        for _ in range(chance.choice((1, 3, 30, 3000))):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == "cut":
        del data[chance.randrange(len(data)) :]
    elif kind == "token":
        return _token(good, chance)
    elif kind == "object":
        return _object(good, chance)
    else:
        return _ticket(good, chance)
    return bytes(data), kind


def _token(good: bytes, chance: random.Random) -> tuple[bytes, str]:
    """A number, a name or a reference is another one: lengths, offsets, kids and parents that go nowhere."""
    found = list(re.finditer(rb"\d+ 0 R|/[A-Z]\w+|\b\d+\b", good))
    one, other = chance.choice(found), chance.choice(found)
    new = chance.choice((other[0], b"999999999", b"-1", b"/Fields", b"[[[[[[[", b"1 0 R"))
    return good[: one.start()] + new + good[one.end() :], f"token {one[0]!r} to {new!r}"


def _object(good: bytes, chance: random.Random) -> tuple[bytes, str]:
    """A well-formed PDF in which one thing of the form is not what it should be."""
    writer = PdfWriter(clone_from=BytesIO(good))
    form = writer._root_object["/AcroForm"]
    field = chance.choice(form["/Fields"])
    where = chance.choice((form, field.get_object(), field.get_object(), writer._root_object))
    key = chance.choice(("/Fields", "/Kids", "/T", "/V", "/FT", "/AS", "/Ff", "/AcroForm", "/Names", "/AA"))
    strange = (
        NullObject(),
        NumberObject(-1),
        FloatObject("1e308"),
        NameObject("/x"),
        field,
        writer._root_object.indirect_reference,
        ArrayObject([field] * 500),
        ArrayObject([ArrayObject([field])]),
        DictionaryObject({NameObject("/Kids"): ArrayObject([field])}),
        TextStringObject("x" * 50_000),
    )
    new = chance.choice(strange)
    try:
        where[NameObject(key)] = new
        return _written(writer), f"{key} becomes {type(new).__name__}"
    except Exception:  # what pypdf cannot write is no file
        return good[: len(good) // 2], "half"


def _ticket(good: bytes, chance: random.Random) -> tuple[bytes, str]:
    reader = PdfReader(BytesIO(good))
    ticket = str((reader.get_fields() or {})["ticket"]["/V"])
    at = chance.randrange(len(ticket))
    forged = chance.choice(
        (ticket[:at] + chance.choice("AZaz09-_.") + ticket[at + 1 :], ticket[at:], "a.b.c", "." * 5, "")
    )
    writer = PdfWriter(clone_from=reader)
    for field in writer._root_object["/AcroForm"]["/Fields"]:
        if field.get_object().get("/T") == "ticket":
            field.get_object()[NameObject("/V")] = TextStringObject(forged)
    return _written(writer), "ticket"


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
