"""Measures: the Desk's counts, ratings of a past day, their list, a reading saved, a column pasted."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pmdesk.actions.attention import attention
from pmdesk.actions.readings import TypedReading, save_readings
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, open_register
from tests.benchmarks.played import beside_raw, copies
from tests.benchmarks.timing import Line, alone, turn_by_turn

TODAY, PAST = "2026-04-27", "2024-12-31"
PASTED = 1_000
# Three honest ways to ask for each measure's rating on a past day; the quickest one here is the peer.
_RAW_PAST = (
    "SELECT measure, max(ends), rating FROM reading_kept WHERE ends <= ? GROUP BY measure",
    "SELECT measure, ends, rating FROM (SELECT measure, ends, rating, row_number() OVER"
    " (PARTITION BY measure ORDER BY ends DESC) AS place FROM reading_kept WHERE ends <= ?) WHERE place = 1",
    "SELECT m.n, (SELECT k.rating FROM reading_kept k WHERE k.measure = m.n AND k.ends <= ?"
    " ORDER BY k.ends DESC LIMIT 1) FROM measure m",
)


def lines(path: Path, size: str, rounds: int) -> Iterator[Line]:
    """On a register of that size, which stays as it is."""
    with open_register(path, read_only=True) as register:
        yield _desk(register, size, rounds)
        whole = alone(lambda: attention(register, TODAY, Words()), rounds)
        yield Line(f"the whole Desk with every group, {size}", whole)
        yield _past(register, size, rounds)
        yield from _lists(register, size, rounds)
    with copies(path) as (register, raw):
        ours, peer = beside_raw(register, raw, _saver(register), max(rounds, 40))
        yield Line(f"one save of a reading, {size}", ours, peer, "the same statements raw", times=1.3)
        for what, old in (("the last quarter", False), ("an old quarter", True)):
            ours, peer = beside_raw(register, raw, _paster(register, old), rounds)
            yield Line(f"{PASTED:,} readings pasted, {what}, {size}", ours, peer, "the same statements raw")


def _desk(register: Register, size: str, rounds: int) -> Line:
    """Ratings of all and of every partnership, and how many are due, without a note, and not ready."""

    def ours() -> None:
        register.ratings()
        for narrowed, order in (
            ({"overdue": TODAY}, "due"),
            ({"noteless": True}, "code"),
            ({"ready": False}, "code"),
        ):
            register.first_measures(narrowed, order, 0)

    def raw() -> None:
        for sql in (
            "SELECT partnership, rating, measures FROM rating_count",
            f"SELECT count(*) FROM measure_kept WHERE next_ends <> '' AND next_ends < '{TODAY}'",
            "SELECT count(*) FROM measure_kept WHERE noteless = 1",
            "SELECT count(*) FROM measure_kept WHERE missing = ''",
        ):
            register.db.execute(sql).fetchall()

    mine, theirs = turn_by_turn(ours, raw, max(rounds, 21))
    most = None if size == "XL" else 5  # said of L
    return Line(
        f"a live Desk's figures, {size}", mine, theirs, "reading the kept counts", times=1.5, most=most
    )


def _past(register: Register, size: str, rounds: int) -> Line:
    raw = [(lambda sql=sql: register.db.execute(sql, (PAST,)).fetchall()) for sql in _RAW_PAST]
    best = min(raw, key=lambda query: alone(query, 1))
    ours, peer = turn_by_turn(lambda: register.ratings_at(PAST), best, rounds)
    return Line(f"ratings as on a past day, {size}", ours, peer, "the best raw query found", times=1.2)


def _lists(register: Register, size: str, rounds: int) -> Iterator[Line]:
    def shown(**asked: Any) -> Callable[[], None]:
        def show() -> None:
            # Who types or narrows has the whole list before them; who sorts it otherwise has not.
            if "typed" not in asked and "narrowed" not in asked:
                register.db.orders.clear()
            order, down = asked.get("order", "code"), asked.get("descending", False)
            alone = not (asked.get("typed") or asked.get("narrowed"))
            begun = register.measures_beginning(order, down, 128) if alone else None  # as the list does
            numbers: Sequence[int] = begun[1] if begun else register.measures(**asked)[:128]
            register.page("measure", numbers)
            register.kept(numbers)

        return show

    def raw_page() -> None:
        numbers = register.db.execute("SELECT n FROM measure WHERE deleted = 0").fetchall()
        marks = ", ".join("?" * len(numbers[:128]))
        for table in ("measure", "measure_kept"):
            sql = f"SELECT * FROM {table} WHERE n IN ({marks})"
            register.db.execute(sql, [n for (n,) in numbers[:128]]).fetchall()

    ours, peer = turn_by_turn(shown(), raw_page, rounds)
    yield Line(f"measures, first page by code, {size}", ours, peer, "numbers and 128 rows, raw", most=40)
    (group, *_) = [str(row["id"]) for row in register.all("partnership")] or [""]
    for what, asked in (
        ("sorted by rating", {"order": "rating"}),
        ("sorted by title", {"order": "title"}),
        ("sorted by what is due", {"order": "due", "descending": True}),
        ("missed only", {"narrowed": {"rating": "red"}}),
        ("of one partnership", {"narrowed": {"partnership": group}}),
        ("found by typing", {"typed": "debt advice"}),
        ("found by a code", {"typed": "PI00000"}),
    ):
        yield Line(f"measures, {what}, {size}", alone(shown(**asked), rounds), most=40)
    keys = ["d", "de", "deb", "debt", "debt a"]
    slowest = max(alone(shown(typed=key), rounds) for key in keys)
    yield Line(f"measures, the slowest key of a word, {size}", slowest, most=40)


def _some(register: Register, many: int) -> list[str]:
    """The ids of measures from all over the list."""
    numbers = register.measures()
    wanted = numbers[:: max(1, len(numbers) // many)][:many]
    return [str(row["id"]) for row in register.page("measure", wanted)]


def _saver(register: Register) -> Callable[[], None]:
    """Correct the last reading of one measure after another."""
    last = [
        str(register.all("reading", measure=measure, period="2025-26 Q4")[0]["id"])
        for measure in _some(register, 100)
    ]
    readings, count = itertools.cycle(last), itertools.count(1)

    def save() -> None:
        with register.change("Recorded reading") as change:
            change.set("reading", next(readings), {"value": f"{40 + next(count) % 30}.5"})

    return save


def _paster(register: Register, old: bool) -> Callable[[], None]:
    """A quarter's readings of a thousand measures at once: the last one's with other values each time, or a
    year earlier each time, before all there is."""
    measures, count = _some(register, PASTED), itertools.count()

    def paste() -> None:
        n = next(count)
        year = 2015 - n if old else 2025
        period = f"{year}-{(year + 1) % 100:02} Q{1 if old else 4}"
        typed = {"value": f"{40 + n % 30}.25", "state": "actual"}
        save_readings(register, [TypedReading(each, period, typed) for each in measures])

    return paste
