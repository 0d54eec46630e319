"""What can be read of a damaged register: its saves and their values, found by their shape, page by page.

Neither the header, nor the schema, nor any tree of pages is trusted: each record of SQLite says itself how
long its columns are, and a save's own are so particular that they are found wherever they stand. What is
found is believed by nobody before its signature and hashes were checked (rescuing.py). What does not fit one
page goes on in others by number; a journal left by a process that was killed holds pages as they were before.

https://www.sqlite.org/fileformat2.html
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pmdesk.register.cipher import RESERVED, Key, deciphered
from pmdesk.register.entries import LONGEST_BODY, LONGEST_VALUE, Payload
from pmdesk.register.ids import is_id

PAGE = 4096
MOST_COLUMNS = 20
MOST = 4 << 30  # bytes; a million saves are one gigabyte
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
# Columns of a table entry: n (the row's number), hash, device, seq, prev, at, five texts, body, sig, via.
_ENTRY = re.compile(rb"\x00\x4c\x4c[\x01-\x06\x08\x09][\x00\x4c][\x01-\x06]")
_ENTRY_COLUMNS = 13  # of the first pmdesk; later ones put more behind them
_PAYLOAD = re.compile(rb"[\x04-\x06]\x00\x2c")  # event, salt of 16 bytes, text
_ERASED = re.compile(rb"\x04\x4c[\x01-\x06\x08\x09]\x4c")  # hash, place, by
_NUMBERED = re.compile(rb"\x04\x4c[\x01-\x06\x08\x09][\x01-\x06\x08\x09]")  # device, seq, n: an index
_HERE = re.compile(rb"\x03[\x19\x11]\x55(member|me)([0-9a-f-]{36})")  # local: name, value
_LENGTHS = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


class Written(NamedTuple):
    """A save as it stands in the file, unproved; `n` of the row is not read."""

    body: bytes
    sig: bytes
    via: str


class Salvage(NamedTuple):
    """All that has the shape of a save or of what belongs to one.

    `payloads` are by the hash of salt and value, `erased` are (hash, place, by), `numbered` (device, seq).
    """

    written: list[Written]
    payloads: dict[bytes, Payload]
    erased: set[tuple[bytes, int, bytes]]
    numbered: set[tuple[bytes, int]]
    here: dict[str, str]


def salvage(path: Path, key: Key | None = None) -> Salvage:
    """Read a file and the journal beside it, under a passphrase's key where it has one.

    OSError when the disk does not give them.
    """
    data = _read(path)
    size = PAGE if key else _page_size(data)
    found = _found(path, data, size, key)
    return found if found.written or size == PAGE else _found(path, data, PAGE, key)


def _found(path: Path, data: bytes, size: int, key: Key | None) -> Salvage:
    found = Salvage([], {}, set(), set(), {})
    images = [_Image(data, size, {}, key)]
    before = _journalled(path.with_name(path.name + "-journal"), size)
    if before:
        images.append(_Image(data, size, before, key))
    for image in images:
        for number in image.numbers():
            _page(image, number, found)
    return found


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST)


def _page_size(data: bytes) -> int:
    """What the header says, where that can be; else what all our registers have."""
    told = int.from_bytes(data[16:18], "big")
    return told if data[:16] == b"SQLite format 3\0" and told in (512 << n for n in range(7)) else PAGE


def _journalled(path: Path, size: int) -> dict[int, bytes]:
    """Pages as they were before a save that did not end, by number; as far as the journal is whole."""
    try:
        data = _read(path)
    except OSError:
        return {}
    if data[:8] != _JOURNAL:
        return {}
    sector = int.from_bytes(data[20:24], "big")
    at, pages = (sector if 28 <= sector <= 65_536 else 512), dict[int, bytes]()
    while at + 4 + size <= len(data):
        pages.setdefault(int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 4 + size])
        at += size + 8
    return pages


class _Image:
    """The pages of a file, some of them as they were before; under a key, deciphered.

    A bit that flipped in an enciphered page spoils two blocks of 16 bytes: what stands in the others is
    there, though the page's own signature no longer holds.
    """

    def __init__(self, data: bytes, size: int, before: dict[int, bytes], key: Key | None) -> None:
        self._data, self.size, self._before, self._key = data, size, before, key
        self.usable = size - RESERVED if key else size

    def numbers(self) -> Iterator[int]:
        return iter(self._before or range(1, -(-len(self._data) // self.size) + 1))

    def page(self, number: int) -> bytes:
        """A page; of one cut off by the file's end what is there; nothing beyond it."""
        page = self._before.get(number)
        if page is None:
            page = self._data[(number - 1) * self.size : number * self.size] if number > 0 else b""
        return deciphered(page, number, self._key) if self._key else page


def _page(image: _Image, number: int, found: Salvage) -> None:
    page = image.page(number)
    for hit in _ENTRY.finditer(page):
        if written := _entry(image, page, hit.start() - 1):
            found.written.append(written)
    for hit in _PAYLOAD.finditer(page):
        if payload := _payload(image, page, hit.start()):
            found.payloads[payload.hash] = payload
    for hit in _ERASED.finditer(page):
        if columns := _columns(image, page, hit.start(), 3):
            found.erased.add((columns[0], _number(columns[1], page[hit.start() + 2]), columns[2]))
    for hit in _NUMBERED.finditer(page):
        if columns := _columns(image, page, hit.start(), 3):
            found.numbered.add((columns[0], _number(columns[1], page[hit.start() + 2])))
    for hit in _HERE.finditer(page):
        name, value = hit.group(1).decode(), hit.group(2).decode()
        if is_id(value):
            found.here[name] = value


def _entry(image: _Image, page: bytes, at: int) -> Written | None:
    columns = _columns(image, page, at, _ENTRY_COLUMNS) if at >= 0 else None
    if columns is None or len(columns[11]) != 64 or not columns[10].startswith(b"{"):
        return None
    return Written(columns[10], columns[11], columns[12].decode("utf-8", errors="replace"))


def _payload(image: _Image, page: bytes, at: int) -> Payload | None:
    columns = _columns(image, page, at, 3)
    if columns is None or not columns[2] or len(columns[2]) > 4 * LONGEST_VALUE:
        return None
    try:
        return Payload(columns[1], columns[2].decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _columns(image: _Image, page: bytes, at: int, many: int) -> list[bytes] | None:
    """The columns of the record that begins at a place, as bytes; None where that is no record of so many."""
    head = page[at]
    place, lengths = at + 1, list[int]()
    while place < at + head and len(lengths) < MOST_COLUMNS:
        serial, place = _varint(page, place)
        lengths.append(_LENGTHS.get(serial, (serial - 12) // 2 if serial >= 12 else -1))
    if place != at + head or len(lengths) < many or min(lengths) < 0 or sum(lengths) > 2 * LONGEST_BODY:
        return None
    # Rows and index entries leave a page at different lengths; only our rows are long.
    whole = _whole(image, page, at, head + sum(lengths))
    if len(whole) < head + sum(lengths):
        return None
    columns, place = [], head
    for length in lengths:
        columns.append(whole[place : place + length])
        place += length
    return columns


def _whole(image: _Image, page: bytes, at: int, length: int) -> bytes:
    """The bytes of a record, also where it goes on in other pages."""
    usable = image.usable
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if length <= most:
        return page[at : at + length]
    local = least + (length - least) % (usable - 4)
    local = local if local <= most else least
    parts, left = [page[at : at + local]], length - local
    further, seen = int.from_bytes(page[at + local : at + local + 4], "big"), set[int]()
    while left > 0 and further and further not in seen:
        seen.add(further)
        more = image.page(further)
        parts.append(more[4 : 4 + min(left, usable - 4)])
        left -= usable - 4
        further = int.from_bytes(more[:4], "big")
    return b"".join(parts)


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of up to three bytes, and where it ends: ours are no longer."""
    value = 0
    for place in range(at, min(at + 4, len(page))):
        value = value << 7 | page[place] & 0x7F
        if not page[place] & 0x80:
            return value, place + 1
    return 10, len(page) + 1  # a length that no record has


def _number(data: bytes, serial: int) -> int:
    return serial - 8 if serial in (8, 9) else int.from_bytes(data, "big", signed=True)
