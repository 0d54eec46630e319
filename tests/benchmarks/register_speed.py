"""What a save, a search, a list, a check and an import cost, beside the least that SQLite could do."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pmdesk.actions.imports import bring_in, look
from pmdesk.domain.check import check as checked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.register.database import connect
from pmdesk.register.store import Register, create, open_register
from tests.benchmarks.generator import generate
from tests.benchmarks.timing import Line, alone, turn_by_turn


class Listening:
    """A connection that notes every statement it passes on, to be played again without us."""

    def __init__(self, db: Any, heard: list[tuple[str, str, Any]]) -> None:
        self._db, self._heard = db, heard

    def execute(self, sql: str, values: Any = ()) -> Any:
        self._heard.append(("execute", sql, values))
        return self._db.execute(sql, values)

    def executemany(self, sql: str, values: Any) -> Any:
        self._heard.append(("executemany", sql, values := list(values)))
        return self._db.executemany(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)


def lines(folder: Path, size: str, rounds: int, rows: int) -> Iterator[Line]:
    path = folder / f"{size}.pmdesk"
    generate(path, size)
    yield _save(path, size, rounds)
    with open_register(path) as register:
        yield _search(register, size, rounds)
        yield from _lists(register, size, rounds)
        yield _check(register, size, rounds)
    if rows:
        yield _import(folder, rows, rounds)


def _save(path: Path, size: str, rounds: int) -> Line:
    """The peer does the same statements, with the same settings, on a copy: nothing is made or signed."""
    many = max(rounds, 40) + 1
    copies = [path.with_name(f"{size}-{name}.pmdesk") for name in ("listened", "raw")]
    for copy in copies:
        shutil.copy(path, copy)
    heard: list[list[tuple[str, str, Any]]] = [[] for _ in range(many)]
    with open_register(copies[0]) as register:
        real, save = register.db, _saver(register)
        for said in heard:
            register.db = Listening(real, said)
            save()
        register.db = real
    raw, played = connect(copies[1], read_only=False), iter(heard)
    with open_register(path) as register:
        ours, peer = turn_by_turn(_saver(register), lambda: _play(raw, next(played)), many - 1)
    raw.close()
    return Line(f"one save of an update, {size}", ours, peer, "the same statements raw", "1.3 times")


def _saver(register: Register) -> Callable[[], None]:
    page = register.page("progress_update", register.listed("progress_update")[:100])
    records, count = itertools.cycle([str(row["id"]) for row in page]), itertools.count()

    def save() -> None:
        with register.change("Saved progress update") as change:
            n = next(count)
            change.set("progress_update", next(records), {"done": f"Done {n}", "issues": f"Issue {n}"})

    return save


def _play(db: Any, heard: list[tuple[str, str, Any]]) -> None:
    for way, sql, values in heard:
        made = getattr(db, way)(sql, values)
        if way == "execute":
            made.fetchall()


def _search(register: Register, size: str, rounds: int) -> Line:
    """Every key of a word typed in the search box: the slowest key counts."""
    keys = ["d", "de", "deb", "debt", "debt a", "debt advice"]
    slowest = max(alone(lambda key=key: register.search(key), rounds) for key in keys)  # type: ignore[misc]
    return Line(f"search, the slowest key of a word, {size}", slowest, None, "", "20 ms with painting")


def _lists(register: Register, size: str, rounds: int) -> Iterator[Line]:
    def first_page() -> None:
        register.page("progress_update", register.listed("progress_update")[:128])

    def raw_page() -> None:
        register.db.execute("SELECT n FROM progress_update WHERE deleted = 0").fetchall()
        register.db.execute("SELECT * FROM progress_update LIMIT 128").fetchall()

    ours, peer = turn_by_turn(first_page, raw_page, rounds)
    yield Line(f"a list's first page, {size}", ours, peer, "its numbers and 128 rows, raw", "40 ms")
    for what, given in (
        ("sorted by period", {"order": "period"}),
        ("sorted by title", {"order": ""}),
        ("filtered by typing", {"typed": "debt advice"}),
    ):
        kind = "milestone" if "title" in what else "progress_update"
        took = alone(lambda kind=kind, given=given: register.listed(kind, **given), rounds)  # type: ignore[misc]
        yield Line(f"a list {what}, {size}", took, None, "", "40 ms with painting")


def _check(register: Register, size: str, rounds: int) -> Line:
    quick = lambda: register.db.execute("PRAGMA quick_check").fetchall()  # noqa: E731
    ours, peer = turn_by_turn(register.check, quick, min(rounds, 3))
    return Line(f"check, {size}", ours, peer, "quick_check", "4 times")


def _import(folder: Path, rows: int, rounds: int) -> Line:
    """The peer reads with calamine, checks each cell by the same facts, and upserts into one plain table."""
    from pmdesk.exchange.tables import write_table

    sheet = folder / "people.xlsx"
    people = [(f"Councillor {n} Evans", f"Ward {n % 40}", f"c{n}@aldermoor.example") for n in range(rows)]
    write_table(sheet, "People", ["Name", "Ward", "Email"], people)
    count = itertools.count()

    def ours() -> None:
        with create(folder / f"import-{next(count)}.pmdesk") as register:
            bring_in(register, look(sheet, register, "person"), Words())

    mine, theirs = turn_by_turn(ours, lambda: _plain_import(folder / "plain", sheet), min(rounds, 3))
    return Line(f"import of {rows:,} rows of xlsx", mine, theirs, "calamine + check + upsert", "2 times")


def _plain_import(path: Path, sheet: Path) -> None:
    import python_calamine

    path.unlink(missing_ok=True)
    path.touch()
    db = connect(path, read_only=False)
    db.execute("CREATE TABLE person (name TEXT PRIMARY KEY, ward TEXT, email TEXT)")
    cells = python_calamine.load_workbook(str(sheet)).get_sheet_by_index(0).to_python()[1:]
    typed = (checked(ENTITIES["person"], {"name": n, "ward": w, "email": e}) for n, w, e in cells)
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO person VALUES (?, ?, ?) ON CONFLICT(name) DO UPDATE SET ward = excluded.ward",
        [(row["name"], row["ward"], row["email"]) for row in typed],
    )
    db.execute("COMMIT")
    db.close()
