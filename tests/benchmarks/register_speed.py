"""What a save, a search, a list and a check cost, beside the least that SQLite could do.

Four times `quick_check` is hardly a limit for a check that also asks whether what is stored was signed. The
row "floor" is SQLite's own integrity check, each save's signature verified and each value hashed, and no
save read, no chain followed, no table compared with the journal: that alone was 3.6 times it at M and 3.9 to
4.2 at S (November 2026), which leaves next to nothing of four for the rest.
"""

import hashlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from pmdesk.register.store import Register, open_register
from tests.benchmarks.played import beside_raw, copies
from tests.benchmarks.timing import Line, alone, turn_by_turn


def lines(path: Path, size: str, rounds: int) -> Iterator[Line]:
    """On a register of that size, which stays as it is."""
    with copies(path) as (register, raw):
        ours, peer = beside_raw(register, raw, _saver(register), max(rounds, 40))
    yield Line(f"one save of an update, {size}", ours, peer, "the same statements raw", times=1.3)
    with open_register(path, read_only=True) as register:
        yield _search(register, size, rounds)
        yield from _lists(register, size, rounds)


def check(path: Path, size: str, rounds: int) -> Iterator[Line]:
    """All that `check` looks at, beside SQLite's own quick look at its pages."""
    with open_register(path, read_only=True) as register:
        quick = lambda: register.db.execute("PRAGMA quick_check").fetchall()  # noqa: E731
        ours, peer = turn_by_turn(
            lambda: _sound(register), quick, rounds if size in ("S", "M", "tiny") else 1
        )
        yield Line(f"check, {size}", ours, peer, "quick_check", times=4)
        least, peer = turn_by_turn(
            lambda: _verified(register), quick, rounds if size in ("S", "M", "tiny") else 1
        )
        yield Line(f"floor: pages, signatures and values hashed, {size}", least, peer, "quick_check")


def _verified(register: Register) -> None:
    """The least that tells whether pages, saves and values are what they were."""
    register.db.execute("PRAGMA integrity_check").fetchall()
    for device, body, signature in register.db.execute("SELECT device, body, sig FROM entry"):
        Ed25519PublicKey.from_public_bytes(device).verify(signature, body)
    for salt, value in register.db.execute("SELECT salt, value FROM payload"):
        hashlib.sha256(salt + value.encode()).digest()


def _sound(register: Register) -> None:
    if problems := register.check():
        raise RuntimeError(str(problems[0]))


def _saver(register: Register) -> Callable[[], None]:
    page = register.page("progress_update", register.listed("progress_update")[:100])
    records, count = itertools.cycle([str(row["id"]) for row in page]), itertools.count()

    def save() -> None:
        with register.change("Saved progress update") as change:
            n = next(count)
            change.set("progress_update", next(records), {"done": f"Done {n}", "issues": f"Issue {n}"})

    return save


def _search(register: Register, size: str, rounds: int) -> Line:
    """Every key of a word typed in the search box: the slowest key counts."""
    keys = ["d", "de", "deb", "debt", "debt a", "debt advice"]
    slowest = max(alone(lambda key=key: register.search(key), rounds) for key in keys)  # type: ignore[misc]
    return Line(f"search, the slowest key of a word, {size}", slowest, most=20)


def _lists(register: Register, size: str, rounds: int) -> Iterator[Line]:
    def first_page() -> None:
        register.db.orders.clear()
        register.page("progress_update", register.listed("progress_update")[:128])

    def raw_page() -> None:
        register.db.execute("SELECT n FROM progress_update WHERE deleted = 0").fetchall()
        register.db.execute("SELECT * FROM progress_update LIMIT 128").fetchall()

    ours, peer = turn_by_turn(first_page, raw_page, rounds)
    yield Line(f"a list's first page, {size}", ours, peer, "its numbers and 128 rows, raw", most=40)
    for what, kind, given in (
        ("updates by period", "progress_update", {"order": "period"}),
        ("updates by period, last first", "progress_update", {"order": "period", "descending": True}),
        ("milestones by title", "milestone", {"order": ""}),
        ("milestones by title, last first", "milestone", {"descending": True}),
        ("milestones not done yet", "milestone", {"where": {"done_on": None}}),
        ("updates by typing", "progress_update", {"typed": "debt advice"}),
    ):

        def shown(kind: str = kind, given: dict[str, Any] = given) -> None:
            # Who types or narrows has the whole list before them; who sorts it otherwise has not.
            if "order" in given or "descending" in given:
                register.db.orders.clear()
            register.listed(kind, **given)

        took = alone(shown, rounds)
        yield Line(f"a list of {what}, {size}", took, most=40)
