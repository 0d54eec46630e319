"""Laptops that meet at a hub: files of one register, each with a key of its own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pmdesk.domain.telling import Told, quietly
from pmdesk.register.change import last_of
from pmdesk.register.entries import Body, Entry, Payload, Ref, body_bytes, read_body
from pmdesk.register.hub import Strangers, Synced, sync
from pmdesk.register.hub_link import connect
from pmdesk.register.hub_setup import place_of
from pmdesk.register.store import Register, create, open_register
from tests.hub_server import Hub


class Laptop:
    """A copy of a register on a laptop with a home of its own."""

    def __init__(self, folder: Path, file: Path | None = None) -> None:
        folder.mkdir(parents=True)
        self.home, self.file = folder / "home", folder / "aldermoor.pmdesk"
        self.home.mkdir()
        if file:
            shutil.copy(file, self.file)

    @contextmanager
    def open(self) -> Iterator[Register]:
        before = os.environ["PMDESK_HOME"]
        os.environ["PMDESK_HOME"] = str(self.home)
        try:
            with open_register(self.file) if self.file.exists() else create(self.file) as register:
                yield register
        finally:
            os.environ["PMDESK_HOME"] = before

    def add(self, kind: str = "partnership", /, **values: str | int | bool | None) -> str:
        with self.open() as register, register.change("Saved record") as change:
            return change.add(kind, values or {"name": "Moor"})

    def put(self, kind: str, record: str, /, **values: str | int | bool | None) -> None:
        with self.open() as register, register.change("Saved record") as change:
            change.set(kind, record, values)

    def sync(
        self, hub: Hub, login: str = "helen", strangers: Strangers | None = None, told: Told = quietly
    ) -> Synced:
        with self.open() as register:
            return sync_once(register, hub, login, strangers, told)

    def journal(self) -> dict[bytes, dict[int, Payload]]:
        """Every save here by hash, with the values beside it."""
        with self.open() as register:
            return {each.hash: each.payloads for each in register.entries()}

    def tables(self) -> list[tuple[object, ...]]:
        """What is on screen: every field of every record."""
        with self.open() as register:
            return register.db.execute(
                "SELECT e.record, e.field, n.hash, e.id % 65536, e.head FROM event e"
                " JOIN entry n ON n.n = e.id / 65536 ORDER BY 1, 2, 3, 4"
            ).fetchall()

    def check(self) -> list[str]:
        with self.open() as register:
            return [str(problem) for problem in register.check()]


def sync_once(
    register: Register,
    hub: Hub,
    login: str = "helen",
    strangers: Strangers | None = None,
    told: Told = quietly,
    *,
    everything: bool = False,
) -> Synced:
    link = connect(hub.url(login), None, register.id)
    try:
        return sync(register, link, strangers or (lambda _register, _keys: ()), told, everything=everything)
    finally:
        link.close()


def stored(hub: Hub) -> dict[bytes, dict[int, Payload]]:
    """What the hub has, by hash, as its administrator sees it."""
    schema = place_of(hub.register_id).schema
    with hub.admin() as db:
        found: dict[bytes, dict[int, Payload]] = {
            name: {} for (name,) in db.execute(f"SELECT hash FROM {schema}.entry")
        }
        for name, place, salt, value in db.execute(
            f"SELECT hash, place, salt, value FROM {schema}.payload", binary=True
        ):
            found[name][place] = Payload(salt, value)
    return found


def erasing(register: Register, record: str) -> None:
    """A save that erases every value of a record."""
    refs = tuple(
        Ref(each.hash, place)
        for each in list(register.entries())
        for place, event in enumerate(read_body(each.body).events)
        if event.record == record and place in each.payloads
    )
    key = register._device()
    seq, prev, at = last_of(register.db, key.public)
    said = body_bytes(
        Body(register.id, key.public, seq + 1, prev, at + 1, "", "Erased", "test", None, None, refs, ())
    )
    key.used(seq + 1)
    register.merge([Entry(said, key.sign(said), {})], "typed")
