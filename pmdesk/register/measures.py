"""Lists of measures of any length, and counts for the Desk: read from what is kept beside each measure.

A list reads row numbers and a page of rows; a count reads a handful of rows; nothing here walks the readings
but the ratings as they stood on a past day.
"""

from array import array
from collections.abc import Mapping, Sequence

from pmdesk.register.database import Connection
from pmdesk.register.kept import Kept
from pmdesk.register.search import match

# What a list can be narrowed by: name -> (SQL, how many times the value stands in it).
_NARROWED: Mapping[str, tuple[str, int]] = {
    "rating": ("k.rating = ?", 1),
    "owner": ("t.owner = ?", 1),
    "owner_organisation": ("t.owner_organisation = ?", 1),
    "partnership": ("t.partnership = ?", 1),
    "kind": ("t.kind = ?", 1),
    "objective": (
        "(t.objective = ? OR t.id IN (SELECT measure FROM serves WHERE objective = ? AND deleted = 0))",
        2,
    ),
    "overdue": ("k.next_ends <> '' AND k.next_ends < ?", 1),
    "ready": ("(k.missing = '') = ?", 1),
    "noteless": ("k.noteless = ?", 1),
    "central": ("(t.measured_by IS NOT NULL) = ?", 1),
}
_ORDERS: Mapping[str, str] = {
    "code": "coalesce(t.code, '') = '', t.code {way}, r.sort",
    "title": "r.sort {way}",
    "rating": "k.rank {way}, r.sort",
    "direction": "k.direction {way}, r.sort",
    "latest": "k.ends {way}, r.sort",
    "target": "coalesce(k.target_period, '') = '', k.target_period {way}, r.sort",
    "due": "k.next_ends = '', k.next_ends {way}, r.sort",
    "effort": "coalesce(t.effort_hours, 0) {way}, r.sort",
}


def numbers(
    db: Connection,
    typed: str = "",
    narrowed: Mapping[str, object] | None = None,
    order: str = "code",
    descending: bool = False,
) -> "array[int]":
    """Row numbers of the measures that match, in order; four bytes a row.

    `narrowed` maps names of _NARROWED to a value; `order` is a key of _ORDERS.
    """
    clauses, values = ["t.deleted = 0", "t.stub = 0"], list[object]()
    for name, wanted in (narrowed or {}).items():
        sql, times = _NARROWED[name]
        clauses.append(sql)
        values += [int(wanted) if isinstance(wanted, bool) else wanted] * times
    if query := match(typed):
        clauses.append(f"t.n IN ({_TYPED})")
        values += [query, f"title : ({query})"]
    by = _ORDERS[order].format(way="DESC" if descending else "ASC")
    sql = (
        "SELECT t.n FROM measure t JOIN record r ON r.n = t.n LEFT JOIN measure_kept k ON k.n = t.n"
        f" WHERE {' AND '.join(clauses)} ORDER BY {by}, t.n"
    )
    return array("I", (n for (n,) in db.execute(sql, values)))


# The measure's own words, or the name of its partnership, its owner or its objective.
_TYPED = (
    "SELECT rowid FROM search WHERE search MATCH ? UNION SELECT m.n FROM measure m JOIN record o"
    " ON o.id IN (m.partnership, m.owner, m.owner_organisation, m.objective)"
    " WHERE o.n IN (SELECT rowid FROM search WHERE search MATCH ?)"
)


def kept(db: Connection, wanted: Sequence[int]) -> dict[int, Kept]:
    """What is kept beside these measures, by their row numbers."""
    marks = ", ".join("?" * len(wanted))
    rows = db.execute(f"SELECT * FROM measure_kept WHERE n IN ({marks})", list(wanted))
    return {row[0]: Kept(*row) for row in rows}


def counts(db: Connection) -> dict[str, dict[str, int]]:
    """How many measures have each rating, by partnership ('' for those of none)."""
    found: dict[str, dict[str, int]] = {}
    for partnership, rating, measures in db.execute("SELECT * FROM rating_count"):
        found.setdefault(partnership, {})[rating] = measures
    return found


def ratings_at(db: Connection, day: str) -> dict[int, tuple[str, str]]:
    """Each measure's rating as it stood on a past day: {row number: (last day of the period, rating)}."""
    rows = db.execute(
        "SELECT measure, max(ends), rating FROM reading_kept WHERE ends <= ? GROUP BY measure", (day,)
    )
    return {measure: (ends, rating) for measure, ends, rating in rows}


def ratings_of(db: Connection, measure: int) -> dict[int, tuple[str, str, str, str]]:
    """The readings of a measure: {reading's row number: (rating, path, variance, direction)}, as kept."""
    rows = db.execute(
        "SELECT n, rating, path, variance, direction FROM reading_kept WHERE measure = ?", (measure,)
    )
    return {n: (rating, path, variance, direction) for n, rating, path, variance, direction in rows}

