"""Bringing sheets in and merging a pack, beside the least work that must be done for it.

Twice the peer is no limit that an import into this journal can hold. Each cell is an event of its own with
a salted value beside it, so that it can be undone, merged and erased alone: 50,000 rows of three cells are
450,000 rows in five tables and the search, where the peer upserts 50,000 into one. The rows "floor" show it
in each run: the sheet read and its cells checked as the peer does it, then nothing but the import's own
statements, without a row planned, a value hashed or an entry signed. It was 2.8 to 3.1 times the peer
(November 2026).

A merge has its floor beside it in the same way: each signature verified, then the merge's own statements,
without a body read, a value's hash compared or a row worked out. What it is of 2 is what is left for those.
"""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import python_calamine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from pmdesk.actions.imports import bring_in, look
from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.packs import make_pack
from pmdesk.domain.check import Value
from pmdesk.domain.check import check as checked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.exchange.tables import write_table
from pmdesk.register.database import connect
from pmdesk.register.entries import Entry, read_body
from pmdesk.register.store import Register, create, open_register
from tests.benchmarks.played import Listening, play
from tests.benchmarks.timing import Line, turn_by_turn

QUARTERS = [f"20{year}-{year + 1} Q{quarter}" for year in range(21, 26) for quarter in (1, 2, 3, 4)]


def imports(folder: Path, rows: int, rounds: int) -> Iterator[Line]:
    """Peers read with calamine, check each cell by the same facts, and upsert into one plain table."""
    people = [(f"Councillor {n} Evans", f"Ward {n % 40}", f"c{n}@aldermoor.example") for n in range(rows)]
    sheet = folder / "people.xlsx"
    write_table(sheet, "People", ["Name", "Ward", "Email"], people)
    yield from _import(folder, sheet, "person", ("name", "ward", "email"), 0, rounds)
    codes = [(f"PI{n // 20:05d}", QUARTERS[n % 20], f"{40 + n % 17}.5") for n in range(rows)]
    sheet = folder / "readings.xlsx"
    write_table(sheet, "Readings", ["Measure", "Period", "Value"], codes)
    yield from _import(folder, sheet, "reading", ("measure", "period", "value"), rows // 20 + 1, rounds)


def _import(
    folder: Path, sheet: Path, kind: str, names: tuple[str, ...], measures: int, rounds: int
) -> Iterator[Line]:
    start = folder / f"before-{kind}.pmdesk"
    with create(start) as register, register.change("Brought in a file") as change:
        for n in range(measures):
            change.add("measure", {"title": f"PI{n:05d}", "code": f"PI{n:05d}", "polarity": "higher"})
    heard: list[Listening] = []
    count = itertools.count()

    def ours() -> None:
        path = folder / f"{kind}-{next(count)}.pmdesk"
        shutil.copy(start, path)
        _bring_in(path, sheet, kind, heard)

    mine, theirs = turn_by_turn(ours, lambda: _plain(folder / f"{kind}.plain", sheet, kind, names), rounds)
    yield Line(f"import of a sheet of {kind}", mine, theirs, "calamine + check + upsert", times=2)
    raw = folder / f"{kind}-raw.pmdesk"

    def floor() -> None:
        shutil.copy(start, raw)
        for _ in _typed(sheet, kind, names):
            pass
        db = connect(raw, read_only=False)
        play(db, heard[-1].heard)
        db.close()

    least, theirs = turn_by_turn(floor, lambda: _plain(folder / f"{kind}.plain", sheet, kind, names), rounds)
    yield Line(
        f"floor: read, checked, the same statements ({kind})", least, theirs, "calamine + check + upsert"
    )


def _bring_in(path: Path, sheet: Path, kind: str, heard: list[Listening]) -> None:
    with open_register(path) as register:
        heard[:] = [Listening(register.db)]
        register.db = heard[0]
        result = bring_in(register, look(sheet, register, kind), Words())
        if result.refused or not result.added:
            raise RuntimeError(str(result.refused_rows[:3]))


def _plain(path: Path, sheet: Path, kind: str, names: tuple[str, ...]) -> None:
    path.unlink(missing_ok=True)
    path.touch()
    db = connect(path, read_only=False)
    db.execute(f"CREATE TABLE plain ({', '.join(names)}, PRIMARY KEY ({names[0]}, {names[1]}))")
    typed = [tuple(row[name] for name in names) for row in _typed(sheet, kind, names)]
    db.execute("BEGIN")
    db.executemany(
        f"INSERT INTO plain VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET {names[2]} = excluded.{names[2]}",
        typed,
    )
    db.execute("COMMIT")
    db.close()


def _typed(sheet: Path, kind: str, names: tuple[str, ...]) -> Iterator[dict[str, Value]]:
    """The sheet's rows read by calamine alone, each cell checked by its field's facts."""
    cells = python_calamine.load_workbook(str(sheet)).get_sheet_by_index(0).to_python()[1:]
    return (checked(ENTITIES[kind], dict(zip(names, row, strict=True))) for row in cells)


def merging(folder: Path, saves: int, rounds: int) -> Iterator[Line]:
    """One laptop's work of so many saves merged into a register that has its beginning."""
    with create(folder / "writing.pmdesk") as register:
        base, pack = _written(register, saves)
        identity = register.id
    start = folder / "merging.pmdesk"
    with create(start) as other:
        other.db.execute("UPDATE register SET id = ?", (identity,))
    with open_register(start) as other:
        other.merge(base, "pack:base")
    count, signed, heard = itertools.count(), _signed(pack), list[Listening]()

    def ours() -> None:
        path = folder / f"merging-{next(count)}.pmdesk"
        shutil.copy(start, path)
        with open_register(path) as register:
            register.db = listening = Listening(register.db)
            heard[:] = [listening]
            if register.merge(pack, "pack:benchmark").new != len(pack):
                raise RuntimeError("not all of the pack was new")

    mine, theirs = turn_by_turn(ours, lambda: _verify(signed), rounds)
    yield Line(f"merge of {saves:,} entries", mine, theirs, "Ed25519 verification alone", times=2)

    def floor() -> None:
        path = folder / "merging-raw.pmdesk"
        shutil.copy(start, path)
        _verify(signed)
        db = connect(path, read_only=False)
        play(db, heard[-1].heard)
        db.close()

    least, theirs = turn_by_turn(floor, lambda: _verify(signed), rounds)
    yield Line("floor: verified, the same statements (merge)", least, theirs, "Ed25519 verification alone")

    def by_pack() -> None:
        path = folder / f"merging-{next(count)}.pmdesk"
        shutil.copy(start, path)
        with open_register(path) as register:
            look = look_at_pack(register, sent)
            for key in look.unknown:
                trust_laptop(register, key, "Another laptop")
            if take_pack(register, look).new < len(pack):
                raise RuntimeError("not all of the pack was new")

    with open_register(folder / "writing.pmdesk") as register:
        (sent,) = make_pack(register, folder / "merging.pmpack", Words()).paths
    mine, theirs = turn_by_turn(by_pack, lambda: _verify(signed), rounds)
    what = f"the same from a pack of {sent.stat().st_size / 1_000_000:.1f} MB, read and looked at first"
    yield Line(what, mine, theirs, "Ed25519 verification alone", times=2)


def _written(register: Register, saves: int) -> tuple[list[Entry], list[Entry]]:
    """A hundred measures; then saves of one reading each, every fifth a correction."""
    with register.change("Brought in a file") as change:
        measures = [
            change.add("measure", {"title": f"Measure {n}", "polarity": "higher"}) for n in range(100)
        ]
    base = list(register.entries())
    made: list[str] = []
    for n in range(saves):
        with register.change("Recorded reading") as change:
            if n % 5 == 4:
                change.set("reading", made[n // 2 % len(made)], {"value": f"{n % 90}.7"})
            else:
                period = f"{1950 + n // 100 % 70}-{n // 7000 % 12 + 1:02d}"
                values = {"measure": measures[n % 100], "period": period, "value": f"{n % 90}"}
                made.append(change.add("reading", values))
    return base, list(register.entries())[len(base) :]


def _signed(pack: list[Entry]) -> list[tuple[Ed25519PublicKey, bytes, bytes]]:
    return [(Ed25519PublicKey.from_public_bytes(read_body(e.body).device), e.sig, e.body) for e in pack]


def _verify(signed: list[tuple[Ed25519PublicKey, bytes, bytes]]) -> None:
    for key, signature, body in signed:
        key.verify(signature, body)
