"""Measures with targets and readings for the tests of what is kept, and the kept tables as they stand."""

from pmdesk.domain.periods import period_bounds
from pmdesk.register.entries import Scalar
from pmdesk.register.kept import rebuild_kept
from pmdesk.register.store import Register, memory

QUARTERS = tuple(f"20{year}-{year + 1} Q{quarter}" for year in (23, 24, 25) for quarter in (1, 2, 3, 4))
TABLES = ("measure_kept", "reading_kept", "rating_count")


def add(register: Register, kind: str, /, **values: Scalar) -> str:
    """One record in a save of its own; its id."""
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, /, **values: Scalar) -> None:
    with register.change("Saved record") as change:
        change.set(kind, record, values)


def take_out(register: Register, kind: str, record: str) -> None:
    with register.change("Deleted record") as change:
        change.delete(kind, record)


def laptop(identity: str) -> Register:
    """A second laptop's copy of a register, still without its saves."""
    register = memory()
    register.db.execute("UPDATE register SET id = ?", (identity,))
    register.id = identity
    return register


def waste(register: Register, /, **more: Scalar) -> str:
    """EN02 of the sample: household waste recycled, four quarters of which the third is missed."""
    given: dict[str, Scalar] = {
        "title": "Household waste recycled", "code": "EN02", "unit": "%", "polarity": "higher",
        "aggregation": "ratio", "frequency": "quarter", "tolerance": "2",
    }  # fmt: skip
    measure = add(register, "measure", **{**given, **more})
    add(register, "target", measure=measure, period="2025-26", value="46")
    for quarter, value in zip(QUARTERS[8:], ("46.5", "45.5", "40", "46"), strict=True):
        add(register, "reading", measure=measure, period=quarter, value=value)
    return measure


def reading(register: Register, measure: str, period: str) -> str:
    """The id of a measure's reading for a period."""
    return str(register.all("reading", measure=measure, period=period)[0]["id"])


def ratings(register: Register, measure: str) -> dict[str, str]:
    """{last day of the period: rating} of a measure, as kept."""
    rows = register.db.execute(
        "SELECT k.ends, k.rating FROM reading_kept k JOIN measure m ON m.n = k.measure WHERE m.id = ?",
        (measure,),
    )
    return dict(rows.fetchall())


def ends(period: str) -> str:
    return period_bounds(period)[1]


def kept(register: Register) -> dict[str, list[tuple[object, ...]]]:
    """Everything kept, with ids in place of row numbers, which differ from laptop to laptop."""
    ids = dict(register.db.execute("SELECT n, id FROM record").fetchall())
    found = {name: register.db.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
    found["measure_kept"] = [(ids[n], *rest) for n, *rest in found["measure_kept"]]
    found["reading_kept"] = [(ids[n], ids[of], *rest) for n, of, *rest in found["reading_kept"]]
    return {name: sorted(rows) for name, rows in found.items()}


def counted(register: Register) -> dict[tuple[str, str], int]:
    """How many measures of each partnership have each rating, counted one by one."""
    rows = register.db.execute(
        "SELECT partnership, rating, count(*) FROM measure_kept GROUP BY 1, 2"
    ).fetchall()
    return {(partnership, rating): many for partnership, rating, many in rows}


def holds(register: Register) -> None:
    """Kept equals recomputed, and the counts are what counting finds."""
    before = kept(register)
    with register.writing():
        rebuild_kept(register.db)
    assert kept(register) == before
    assert {(partnership, rating): many for partnership, rating, many in before["rating_count"]} == counted(
        register
    )


def by_partnership(register: Register) -> dict[str, dict[str, int]]:
    """How many measures have each rating, as it is kept: {partnership, '' for none: {rating: how many}}."""
    found: dict[str, dict[str, int]] = {}
    for partnership, rating, measures in register.db.execute("SELECT * FROM rating_count"):
        found.setdefault(partnership, {})[rating] = measures
    assert register.ratings() == {
        rating: sum(each.get(rating, 0) for each in found.values())
        for rating in {rating for each in found.values() for rating in each}
    }
    return found
