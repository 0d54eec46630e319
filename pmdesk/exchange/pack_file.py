"""A pack as bytes: one laptop's signed saves, made to travel by stick, by e-mail or through a shared folder.

`pmdesk pack N` and a line end, then one raw deflate stream of lines of JSON in UTF-8:

1. the manifest: {format, register, from (the laptop's key), made (its clock, ms), part, of, count (of lines
   below), sha256 (of them), have: {chains: [[key, n, hash]], loose: [hash]}, member (an id, or null)};
2. its Ed25519 signature;
3. a line each: [signature, signed body, [[place, salt, value]]], a save with the values that go with it.

No archive and no database: no names of files to climb out by, no SQL that meets a stranger's bytes, one
decompression with a bound. Bytes are written in base64 without its filling. The limits are chosen so that no
pack of ours meets them: a signed body has at most 4 MB and a value 100,000 letters, either at most doubled as
JSON; a save with more values than fit goes on in another line of the same save, a register in another part.
"""

import hashlib
import json
import zlib
from binascii import b2a_base64
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pmdesk.domain.holding import Have

FORMAT = 1
MAGIC = b"pmdesk pack "

LONGEST_LINE = 10_000_000  # bytes: twice a body of 4 MB, and the values
LONGEST_HEAD = 1_000_000  # the manifest
MOST_UNPACKED = 64 * 1024 * 1024
MOST_RATIO = 200  # of unpacked to packed bytes
MOST_CHAINS, MOST_LOOSE = 3_000, 10_000
MOST_PARTS = 9_999

_FULL_LINE = 1_000_000  # with so many bytes of values a line is closed
_FULL_PART = 32 * 1024 * 1024


class PackedSave(NamedTuple):
    """A save as it travels: the signed bytes, their signature, (place, salt, value) of what goes along."""

    body: bytes
    sig: bytes
    values: tuple[tuple[int, bytes, str], ...]


class About(NamedTuple):
    """What a pack says of itself; `member` is whose eyes it was made for, None for a whole register."""

    register: str
    device: bytes
    made: int
    have: Have = Have()
    member: str | None = None


class Manifest(NamedTuple):
    """The first line of a pack, read: what it says of itself, and which of how many parts it is."""

    about: About
    part: int
    of: int
    lines: int
    sha256: bytes


class Written(NamedTuple):
    """One part, to be kept in a file: its bytes, and the name by which its reader knows it again."""

    data: bytes
    id: str


def write_parts(about: About, saves: Iterable[PackedSave], sign: Callable[[bytes], bytes]) -> list[Written]:
    """The packs that hold the saves, nearly always one; `sign` gives the signature of a manifest's bytes."""
    parts = [_Part()]
    for save in saves:
        for line in _lines(save):
            if parts[-1].is_full():
                parts.append(_Part())
            parts[-1].add(line)
    heads = [
        manifest_line(Manifest(about, n, len(parts), part.lines, part.sha256()))
        for n, part in enumerate(parts, 1)
    ]
    return [Written(part.written(head, sign), pack_id(head)) for part, head in zip(parts, heads, strict=True)]


def manifest_line(manifest: Manifest) -> bytes:
    """The manifest as signed. Of what one has, what is too much to say is left unsaid: it comes again."""
    about, have = manifest.about, manifest.about.have
    said = {
        "format": FORMAT,
        "register": about.register,
        "from": text(about.device),
        "made": about.made,
        "part": manifest.part,
        "of": manifest.of,
        "count": manifest.lines,
        "sha256": text(manifest.sha256),
        "have": {
            "chains": [[text(each.device), each.n, text(each.hash)] for each in have.chains[:MOST_CHAINS]],
            "loose": [text(each) for each in have.loose[:MOST_LOOSE]],
        },
        "member": about.member,
    }
    return _json(said)


def pack_id(head: bytes) -> str:
    """The name of the pack with that manifest, which says when it was made and what is in it."""
    return hashlib.sha256(head).hexdigest()


def text(data: bytes) -> str:
    """Bytes as they are written in a pack."""
    return b2a_base64(data, newline=False).rstrip(b"=").decode("ascii")


class _Part:
    """Lines on their way into one pack, compressed as they come."""

    def __init__(self) -> None:
        self.lines, self.unpacked = 0, 0
        self._deflate = zlib.compressobj(6, wbits=-15)
        self._packed, self._sha256 = bytearray(), hashlib.sha256()

    def add(self, line: bytes) -> None:
        self.lines, self.unpacked = self.lines + 1, self.unpacked + len(line)
        self._packed += self._deflate.compress(line)
        self._sha256.update(line)

    def is_full(self) -> bool:
        return self.unpacked >= _FULL_PART

    def sha256(self) -> bytes:
        return self._sha256.digest()

    def written(self, manifest: bytes, sign: Callable[[bytes], bytes]) -> bytes:
        """The file. The head is a piece of the stream that refers to nothing: so it can be made last."""
        head = manifest + b"\n" + text(sign(manifest)).encode("ascii") + b"\n"
        lines = bytes(self._packed + self._deflate.flush())
        deflate = zlib.compressobj(6, wbits=-15)
        packed = deflate.compress(head) + deflate.flush(zlib.Z_FULL_FLUSH) + lines
        if len(head) + self.unpacked > MOST_RATIO * len(packed):
            # A register of little but one letter: as it is, so that no reader takes it for a bomb.
            plain = zlib.compressobj(0, wbits=-15)
            packed = plain.compress(head + zlib.decompress(lines, wbits=-15)) + plain.flush()
        return MAGIC + str(FORMAT).encode("ascii") + b"\n" + packed


def _lines(save: PackedSave) -> Iterator[bytes]:
    """A save's line, or several of it where its values are too many for one."""
    some, size = list[tuple[int, str, str]](), 0
    for place, salt, value in save.values:
        if size >= _FULL_LINE:
            yield _line(save, some)
            some, size = [], 0
        some.append((place, text(salt), value))
        size += 4 * len(value)
    yield _line(save, some)


def _line(save: PackedSave, values: list[tuple[int, str, str]]) -> bytes:
    return _json([text(save.sig), save.body.decode("utf-8"), values]) + b"\n"


def _json(said: object) -> bytes:
    return _encode(said).encode("utf-8")


# Made once: json.dumps makes a new one for every call that is not quite plain.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
