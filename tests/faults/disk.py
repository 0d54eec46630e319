"""A disk that loses its power: what was synced stays, what was not may be dropped, torn, or come alone."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.calls import Call

SECTOR = 512


class Left(NamedTuple):
    """A file as a cut left it; two of the same `name` and the same recording have the same bytes."""

    name: tuple[int, ...]
    synced: bytes
    calls: tuple[Call, ...]

    def data(self) -> bytes:
        return bytes(_applied(self.synced, self.calls))


class Disk:
    """Files as a disk has them: whole up to the last sync, and what has been asked of it since."""

    def __init__(self, folder: Path) -> None:
        self._contents: dict[int, bytes] = {}
        self._names: dict[str, int] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                self._names[str(path)] = len(self._contents)
                self._contents[len(self._contents)] = path.read_bytes()
        self._live = dict(self._names)
        self._waiting: dict[int, list[Call]] = {}
        self._synced: dict[int, int] = {}  # how often
        self._renaming: list[Call] = []
        self._made: dict[int, int] = {}

    def take(self, call: Call) -> None:
        """One call that the process made and that came back well."""
        if call.name in ("create", "rename", "link", "unlink"):
            self._made[len(self._renaming)] = self._rename(self._live, call, None)
            self._renaming.append(call)
        elif call.name == "fsync" and call.path in self._live:
            inode = self._live[call.path]
            if waiting := self._waiting.pop(inode, []):
                self._contents[inode] = bytes(_applied(self._contents.get(inode, b""), waiting))
                self._synced[inode] = self._synced.get(inode, 0) + 1
        elif call.name == "fsync":
            self._sync_names(call.path)
        elif call.name in ("write", "ftruncate") and call.path in self._live:
            self._waiting.setdefault(self._live[call.path], []).append(call)

    def after_a_cut(self, chance: random.Random) -> dict[str, Left]:
        """The files as they may be found when the power comes back, by their paths."""
        kept = chance.choice((0.0, 0.3, 0.7, 0.95, 1.0))
        names = dict(self._names)
        for at, call in enumerate(self._renaming):
            if chance.random() < kept:
                self._rename(names, call, self._made[at])
        return {path: self._survives(inode, kept, chance) for path, inode in names.items()}

    def _survives(self, inode: int, kept: float, chance: random.Random) -> Left:
        some, name = list[Call](), [inode, self._synced.get(inode, 0)]
        for at, call in enumerate(self._waiting.get(inode, ())):
            if chance.random() < kept:
                for sector, part in _torn(call, chance):
                    some.append(part)
                    name += (at, sector)
        return Left(tuple(name), self._contents.get(inode, b""), tuple(some))

    def _sync_names(self, folder: str) -> None:
        inside = {path for path in {*self._live, *self._names} if str(Path(path).parent) == folder}
        for path in inside:
            if path in self._live:
                self._names[path] = self._live[path]
            else:
                self._names.pop(path, None)
        left = [(at, call) for at, call in enumerate(self._renaming) if str(Path(call.path).parent) != folder]
        self._made = {new: self._made[at] for new, (at, _call) in enumerate(left)}
        self._renaming = [call for _at, call in left]

    def _rename(self, names: dict[str, int], call: Call, inode: int | None) -> int:
        if call.name == "create":
            if inode is None:
                inode = len(self._contents)
                self._contents[inode] = b""
            names[call.path] = inode
        elif call.name == "unlink":
            return names.pop(call.path, -1)
        elif call.path in names:
            inode = names[call.path]
            names[str(call.to)] = inode
            if call.name == "rename":
                del names[call.path]
        return -1 if inode is None else inode


def _torn(call: Call, chance: random.Random) -> Iterator[tuple[int, Call]]:
    """A write whole, or one in three only in some of its sectors; each part with its number, -1 for all."""
    if call.name != "write" or chance.random() > 0.33:
        yield -1, call
        return
    at = 0
    while at < len(call.data):
        size = SECTOR - (call.offset + at) % SECTOR
        if chance.random() < 0.5:
            yield at, call._replace(offset=call.offset + at, data=call.data[at : at + size])
        at += size


def _applied(content: bytes, calls: Iterable[Call]) -> bytearray:
    made = bytearray(content)
    for call in calls:
        end = call.offset + len(call.data) if call.name == "write" else int(call.to)
        if len(made) < end:
            made.extend(bytes(end - len(made)))
        if call.name == "write":
            made[call.offset : end] = call.data
        else:
            del made[end:]
    return made
