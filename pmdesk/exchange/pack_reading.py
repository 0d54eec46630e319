"""A pack read: bounded before it is unpacked, and whole before anybody sees a line of it.

Every refusal is one plain sentence (Unreadable). What a save says is for who takes it in to check.
"""

import hashlib
import json
import re
import zlib
from binascii import a2b_base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from pmdesk.domain.holding import Chain, Have
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.pack_file import (
    FORMAT,
    LONGEST_HEAD,
    LONGEST_LINE,
    MAGIC,
    MOST_CHAINS,
    MOST_LOOSE,
    MOST_PARTS,
    MOST_RATIO,
    MOST_UNPACKED,
    About,
    Manifest,
    PackedSave,
    pack_id,
)
from pmdesk.exchange.sheets import read_bytes
from pmdesk.exchange.unreadable import Unreadable

NOT_A_PACK = Say(N_("This is no pack made by pmdesk. Nothing was brought in."))
DAMAGED = Say(N_("This pack was damaged on its way. Ask for it once more. Nothing was brought in."))
CUT_SHORT = Say(N_("This pack was cut short on its way. Ask for it once more. Nothing was brought in."))
NEWER = Say(
    N_("This pack was made by a newer pmdesk. Nothing was brought in: bring this one up to date first.")
)
TOO_LARGE = Say(N_("This pack is larger than any that pmdesk makes. Nothing was brought in."))
ELSEWHERE = Say(N_("This pack is of another register. Nothing was brought in."))
NOT_SIGNED = Say(
    N_("The signature of this pack does not fit: somebody changed it on its way. Nothing was brought in.")
)

_MOST_PACKED = MOST_UNPACKED + 1024 * 1024  # one that is not compressed, or sealed
_FREE = 1024 * 1024  # so many unpacked bytes harm nobody, whatever the ratio
_CHUNK = 256 * 1024
_KEYS = {"format", "register", "from", "made", "part", "of", "count", "sha256", "have", "member"}
IsSigned = Callable[[bytes, bytes, bytes], bool]  # (public key, signature, what was said)


class Pack(NamedTuple):
    """A pack read whole: what it says of itself, its saves, and the name by which it is known again."""

    manifest: Manifest
    saves: tuple[PackedSave, ...]
    id: str


def pack_bytes(path: Path) -> bytes:
    """A pack's bytes from its file, sealed or not; Unreadable when there is none or it is too large."""
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        size = 0
    if size > _MOST_PACKED:
        raise Unreadable(TOO_LARGE)
    return read_bytes(path, _MOST_PACKED)


def looks_like_pack(start: bytes) -> bool:
    """Whether a file that begins so is meant as a pack."""
    return start.startswith(MAGIC)


def read_pack(data: bytes, register: str, is_signed: IsSigned) -> Pack:
    """The pack in these bytes, if it is one of this register; else Unreadable with the reason."""
    lines = _lines(_stream(data), len(data))
    head = next(lines, b"")
    manifest = _manifest(_json(head, LONGEST_HEAD))
    if not is_signed(manifest.about.device, _bytes(_ascii(next(lines, b"")), 64), head):
        raise Unreadable(NOT_SIGNED)
    if manifest.about.register != register:
        raise Unreadable(ELSEWHERE)
    sha256, saves = hashlib.sha256(), list[PackedSave]()
    for line in lines:
        sha256.update(line + b"\n")
        saves.append(_save(_json(line, LONGEST_LINE)))
    if len(saves) != manifest.lines or sha256.digest() != manifest.sha256:
        raise Unreadable(DAMAGED)
    return Pack(manifest, tuple(saves), pack_id(head))


def _stream(data: bytes) -> bytes:
    """The compressed stream after the first line, which says what this is."""
    if len(data) > _MOST_PACKED:
        raise Unreadable(TOO_LARGE)
    if not data.startswith(MAGIC):
        raise Unreadable(CUT_SHORT if data and MAGIC.startswith(data) else NOT_A_PACK)
    number, end, _ = data[len(MAGIC) : len(MAGIC) + 12].partition(b"\n")
    if not end:
        raise Unreadable(CUT_SHORT if len(data) < len(MAGIC) + 12 else NOT_A_PACK)
    if not number.isdigit():
        raise Unreadable(NOT_A_PACK)
    if int(number) > FORMAT:
        raise Unreadable(NEWER)
    if int(number) < FORMAT or number != str(FORMAT).encode("ascii"):
        raise Unreadable(DAMAGED)
    return data[len(MAGIC) + len(number) + 1 :]


def _lines(stream: bytes, size: int) -> Iterator[bytes]:
    """The lines of the stream without their ends; never more of it in memory than is allowed."""
    inflate, rest, unpacked = zlib.decompressobj(wbits=-15), bytearray(), 0
    most = min(MOST_UNPACKED, max(_FREE, MOST_RATIO * size))
    fed = stream
    while not inflate.eof:
        try:
            piece = inflate.decompress(fed, _CHUNK)
        except zlib.error as error:
            raise Unreadable(DAMAGED) from error
        if not piece and not inflate.eof:
            raise Unreadable(CUT_SHORT)
        unpacked += len(piece)
        if unpacked > most:
            raise Unreadable(TOO_LARGE)
        fed = inflate.unconsumed_tail
        first, *more = piece.split(b"\n")
        rest += first
        for part in more:
            yield bytes(rest)
            rest = bytearray(part)
        if len(rest) > LONGEST_LINE:
            raise Unreadable(TOO_LARGE)
    if rest or inflate.unused_data:
        raise Unreadable(DAMAGED)


def _json(line: bytes, most: int) -> object:
    if len(line) > most:
        raise Unreadable(TOO_LARGE)
    try:
        return _decode(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(DAMAGED) from error


def _manifest(said: object) -> Manifest:
    """The manifest, its shape exactly ours. Nothing in it lies deeper than four brackets, or anywhere."""
    if isinstance(said, dict) and _is_number(said.get("format")) and said["format"] > FORMAT:
        raise Unreadable(NEWER)
    _ask(isinstance(said, dict) and said.keys() == _KEYS)
    assert isinstance(said, dict)
    _ask(all(_is_number(said[name]) for name in ("format", "made", "part", "of", "count")))
    _ask(said["format"] == FORMAT and 1 <= said["part"] <= said["of"] <= MOST_PARTS)
    _ask(_is_id(said["register"]) and (said["member"] is None or _is_id(said["member"])))
    have = said["have"]
    _ask(isinstance(have, dict) and have.keys() == {"chains", "loose"})
    chains, loose = _list(have["chains"], MOST_CHAINS), _list(have["loose"], MOST_LOOSE)
    holds = Have(tuple(_chain(each) for each in chains), tuple(_bytes(each, 32) for each in loose))
    about = About(said["register"], _bytes(said["from"], 32), said["made"], holds, said["member"])
    return Manifest(about, said["part"], said["of"], said["count"], _bytes(said["sha256"], 32))


def _chain(said: object) -> Chain:
    device, n, digest = _list(said, 3, exactly=True)
    _ask(_is_number(n))
    assert isinstance(n, int)
    return Chain(_bytes(device, 32), n, _bytes(digest, 32))


def _save(said: object) -> PackedSave:
    sig, body, values = _list(said, 3, exactly=True)
    _ask(isinstance(body, str))
    try:
        return PackedSave(
            str(body).encode("utf-8"),
            _bytes(sig, 64),
            tuple(_value(each) for each in _list(values, 100_000)),
        )
    except UnicodeEncodeError as error:
        raise Unreadable(DAMAGED) from error


def _value(said: object) -> tuple[int, bytes, str]:
    if not isinstance(said, list) or len(said) != 3:
        raise Unreadable(DAMAGED)
    place, salt, value = said
    if not _is_number(place) or not isinstance(value, str):
        raise Unreadable(DAMAGED)
    value.encode("utf-8")
    return place, _bytes(salt, 16), value


def _list(said: object, most: int, *, exactly: bool = False) -> list[object]:
    _ask(isinstance(said, list) and (len(said) == most if exactly else len(said) <= most))
    assert isinstance(said, list)
    return said


def _bytes(said: object, length: int) -> bytes:
    """So many bytes (16, 32 or 64), from the one text that stands for them."""
    if not isinstance(said, str) or _TEXTS[length](said) is None:
        raise Unreadable(DAMAGED)
    return a2b_base64(said + "=" * (-len(said) % 4))


def _ascii(line: bytes) -> str:
    return line.decode("ascii", errors="replace")


def _is_number(said: object) -> bool:
    return type(said) is int and 0 <= said < 1 << 53


def _is_id(said: object) -> bool:
    return isinstance(said, str) and len(said) == 36 and said.isascii()


def _ask(right: bool) -> None:
    if not right:
        raise Unreadable(DAMAGED)


# Bytes as text: the last letter has bits to spare, which are nought, so that there is one text for each.
_TEXTS = {
    16: re.compile("[A-Za-z0-9+/]{21}[AQgw]").fullmatch,
    32: re.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]").fullmatch,
    64: re.compile("[A-Za-z0-9+/]{85}[AQgw]").fullmatch,
}
_decode = json.JSONDecoder().decode
