"""Finds the files that came back: in folders, in e-mails that were saved, in zip archives; reads their bytes.

Each comes with its name as a person would look for it, or with the reason why it could not be read.
"""

import email
import email.policy
import os
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.return_forms import FORM_SIZE_ALLOWED
from pmdesk.exchange.sheets import read_bytes
from pmdesk.exchange.unreadable import Unreadable

FILES_ALLOWED = 3_000
HOLDER_SIZE_ALLOWED = 200 * 1024 * 1024  # an e-mail or an archive
MEMBER_FILE = ".pmdesk"

_PDF = b"%PDF-"
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".tif", ".tiff", ".bmp", ".webp")
_IGNORED = ("thumbs.db", "desktop.ini")


class Incoming(NamedTuple):
    """A file that came: what it is called, its bytes; else `problem`. A member's own file has its `path`."""

    name: str
    data: bytes = b""
    problem: Say | None = None
    path: Path | None = None


def files_under(paths: Sequence[Path]) -> list[Path]:
    """Every file in or under the paths, by name, folders within folders too; at most one too many."""
    return list(islice(_found(paths), FILES_ALLOWED + 1))


def incoming(files: Sequence[Path]) -> Iterator[tuple[int, Incoming]]:
    """What each of the files brings, with the place of that file, read one at a time; nothing is written."""
    for place, path in enumerate(files):
        if place >= FILES_ALLOWED:
            yield place, Incoming(path.parent.name or str(path.parent), problem=_too_many())
            return
        for each in _of_one(path):
            yield place, each


def _found(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from (Path(folder) / name for name in sorted(names) if not _is_ignored(name))


def _is_ignored(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _IGNORED


def _of_one(path: Path) -> Iterator[Incoming]:
    kind = path.suffix.casefold()
    if kind == MEMBER_FILE:
        yield Incoming(path.name, path=path)
        return
    try:
        if kind in (".eml", ".zip"):
            data = _bytes(path, HOLDER_SIZE_ALLOWED)
            yield from (_of_mail if kind == ".eml" else _of_archive)(path, data)
        elif (wrong := _no_form(kind)) and not _begins_as_pdf(path):
            yield Incoming(path.name, problem=wrong)
        else:
            yield Incoming(path.name, _bytes(path, FORM_SIZE_ALLOWED))
    except Unreadable as problem:
        yield Incoming(path.name, problem=problem.sentence)


def _begins_as_pdf(path: Path) -> bool:
    """Whether a file is a PDF whatever it is called: e-mail and phones lose endings."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PDF)) == _PDF
    except OSError:
        return False  # said when it is read


def _no_form(kind: str) -> Say | None:
    """Why a file of that kind cannot be one of our forms; None when it may be."""
    if kind == ".pdf":
        return None
    if kind in _PICTURES:
        return Say(N_("It is a picture. Type the answers in."))
    if kind == ".msg":
        return Say(N_("It is an e-mail of Outlook’s own kind. Save its attachment, and bring that in."))
    return Say(N_("It is no PDF, so it is none of our forms."))


def _bytes(path: Path, allowed: int) -> bytes:
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = 0
    if size > allowed:
        raise Unreadable(_too_large(allowed))
    if path.is_file() and not size:
        raise Unreadable(Say(N_("The file is empty.")))
    return read_bytes(path, allowed)


def _too_large(allowed: int) -> Say:
    return Say(N_("It is larger than {n} MB, which no form of ours is."), {"n": allowed // 1024 // 1024})


def _too_many() -> Say:
    return Say(N_("There are more than {n} files. Bring them in part by part."), {"n": FILES_ALLOWED})


def _unpacks_to_more() -> Say:
    n = HOLDER_SIZE_ALLOWED // 1024 // 1024
    return Say(N_("It unpacks to more than {n} MB. Bring the forms in part by part."), {"n": n})


def _of_mail(path: Path, mail_data: bytes) -> Iterator[Incoming]:
    """The PDF files attached to an e-mail, loose or in an archive; those of a forwarded one too."""
    try:
        mail = email.message_from_bytes(mail_data, policy=email.policy.default)
        attached = [
            (part.get_filename() or "", part.get_payload(decode=True) or b"")
            for part in mail.walk()
            if not part.is_multipart()
        ]
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as problem:
        raise Unreadable(Say(N_("This e-mail is damaged and cannot be read."))) from problem
    forms = [
        (name, data)
        for name, data in attached
        if isinstance(data, bytes) and (name.casefold().endswith(".pdf") or data.startswith(_PDF))
    ]
    archives = [
        data for name, data in attached if isinstance(data, bytes) and name.casefold().endswith(".zip")
    ]
    if not forms and not archives:
        raise Unreadable(Say(N_("No PDF is attached to this e-mail.")))
    for name, data in forms:
        yield _inside(path, name, data)
    for data in archives:
        yield from _of_archive(path, data)


def _of_archive(path: Path, data: bytes) -> Iterator[Incoming]:
    """The PDF files of a zip archive; their sizes are looked at before any is unpacked."""
    damaged = Say(N_("This archive is damaged or locked and cannot be read."))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [each for each in archive.infolist() if each.filename.casefold().endswith(".pdf")]
            if not entries:
                raise Unreadable(Say(N_("No PDF is in this archive.")))
            if len(entries) > FILES_ALLOWED:
                raise Unreadable(_too_many())
            # A small archive may unpack to a hundred times a disk; what is small enough is counted together.
            whole = sum(each.file_size for each in entries if each.file_size <= FORM_SIZE_ALLOWED)
            if whole > HOLDER_SIZE_ALLOWED:
                raise Unreadable(_unpacks_to_more())
            for entry in entries:
                name = entry.filename.rsplit("/", 1)[-1]
                if name.startswith("."):
                    continue
                if entry.file_size > FORM_SIZE_ALLOWED:
                    yield Incoming(f"{path.name}: {name}", problem=_too_large(FORM_SIZE_ALLOWED))
                    continue
                with archive.open(entry) as stream:
                    yield _inside(path, name, stream.read(FORM_SIZE_ALLOWED + 1))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError, EOFError) as problem:
        raise Unreadable(damaged) from problem


def _inside(path: Path, name: str, data: bytes) -> Incoming:
    called = " ".join(name.split())[:120] or path.stem
    if len(data) > FORM_SIZE_ALLOWED:
        return Incoming(f"{path.name}: {called}", problem=_too_large(FORM_SIZE_ALLOWED))
    return Incoming(f"{path.name}: {called}", data)
