"""What is kept beside a measure and its readings, and counts of ratings: worked out anew in each save.

Lists and the Desk read these. Kept equals recomputed: `check` and a test say so.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmdesk.domain.periods import is_period
from pmdesk.domain.rating import rules_of
from pmdesk.domain.series import Rule
from pmdesk.register.database import Connection, among, write_all
from pmdesk.register.differing import write_differing
from pmdesk.register.worked_out import NOTHING, Beside, Changed, Kept, Line, Stands, worked_out

__all__ = ["Before", "Kept", "before", "keep", "rebuild_kept", "rules", "wrongly_kept"]

# The kinds whose change bears on what is kept.
BEARING = ("measure", "earlier_tolerance", "target", "reading", "rating_rule", "settings")
_RULING = ("rating_rule", "settings")
_HANGING = ("earlier_tolerance", "target", "reading")
_RULE = ("id", "starts", "method", "tolerance", "green_word", "amber_word", "red_word")
# Rows that stand beside no measure, and counts that counting does not find.
_STRAY = (
    "SELECT n FROM measure_kept WHERE n NOT IN (SELECT n FROM measure) UNION ALL"
    " SELECT n FROM reading_kept WHERE measure NOT IN (SELECT n FROM measure) LIMIT 1"
)
_COUNTED = "SELECT partnership, rating, count(*) FROM measure_kept GROUP BY partnership, rating"


class Before(NamedTuple):
    """What stood before a save: the measures its records hung on, and the rules in force."""

    measures: Changed
    rules: tuple[Rule, ...]


def before(db: Connection, touched: Iterable[tuple[str, str]]) -> Before | None:
    """To be asked before a save's records are projected; None when nothing kept can change."""
    bearing = [(kind, record) for kind, record in touched if kind in BEARING]
    return Before(_measures(db, bearing), tuple(rules(db))) if bearing else None


def keep(db: Connection, touched: Iterable[tuple[str, str]], stood: Before | None) -> None:
    """Work out anew what a save bears on, within its transaction, after its records were projected."""
    if stood is None:
        return
    said = list(touched)
    ruled = any(kind in _RULING for kind, _record in said)
    now = rules(db) if ruled else stood.rules
    wanted = dict(_measures(db, said))
    for measure, periods in stood.measures.items():
        here = wanted.get(measure, ())
        wanted[measure] = None if here is None or periods is None else {*here, *periods}
    changed = [rule for rule in now if rule not in stood.rules]
    changed += [rule for rule in stood.rules if rule not in now]
    if changed:
        wanted |= dict.fromkeys(_rated_since(db, min(rule.starts for rule in changed)))
    _keep(db, sorted(wanted), now, wanted)


def rebuild_kept(db: Connection) -> None:
    """Work out everything kept anew, within the caller's transaction."""
    for table in ("reading_kept", "measure_kept", "rating_count"):
        db.execute(f"DELETE FROM {table}")
    _keep(db, _all(db), rules(db))


def wrongly_kept(db: Connection) -> list[str]:
    """The ids of measures beside which something else is kept than their records say; '' for the counts."""
    wrong = []
    for some, stands in worked_out(db, _all(db), rules(db)):
        wrong += [
            each.id
            for each in some
            if each.kept != stands.kept.get(each.n)
            or {line.n: line for line in each.lines} != stands.lines.get(each.n, {})
        ]
    counts = "SELECT partnership, rating, measures FROM rating_count"
    miscounted = (
        f"SELECT * FROM ({_COUNTED} EXCEPT {counts}) UNION ALL SELECT * FROM ({counts} EXCEPT {_COUNTED})"
    )
    if db.execute(_STRAY).fetchone() or db.execute(miscounted).fetchone():
        wrong.append("")
    return wrong


def rules(db: Connection) -> list[Rule]:
    """The council's rules of rating, the first one first."""
    first = db.execute("SELECT rating_rule FROM settings WHERE deleted = 0").fetchone()
    rows = db.execute(f"SELECT {', '.join(_RULE)} FROM rating_rule WHERE deleted = 0 AND stub = 0").fetchall()
    return rules_of(
        str(first[0] or "") if first else "", [dict(zip(_RULE, row, strict=True)) for row in rows]
    )


def _all(db: Connection) -> list[str]:
    return [measure for (measure,) in db.execute("SELECT id FROM measure ORDER BY n")]


def _measures(db: Connection, touched: Iterable[tuple[str, str]]) -> Changed:
    """The measures that records are, or hang on as the tables stand now."""
    records: dict[str, list[str]] = {kind: [] for kind in ("measure", *_HANGING)}
    for kind, record in touched:
        if kind in records:
            records[kind].append(record)
    periods: dict[str, set[str]] = {}
    sql = "SELECT measure, period FROM reading WHERE id IN ({marks}) AND measure IS NOT NULL"
    for measure, period in among(db, sql, records.pop("reading")):
        periods.setdefault(measure, set()).update([period] if is_period(period) else ())
    whole = records.pop("measure")
    for kind, hanging in records.items():
        sql = f"SELECT measure FROM {kind} WHERE id IN ({{marks}}) AND measure IS NOT NULL"
        whole += [measure for (measure,) in among(db, sql, hanging)]
    return {**periods, **dict.fromkeys(whole)}


def _rated_since(db: Connection, day: str) -> set[str]:
    return {
        measure
        for (measure,) in db.execute(
            "SELECT m.id FROM measure m WHERE m.n IN (SELECT measure FROM reading_kept WHERE ends >= ?)",
            (day,),
        )
    }


def _keep(
    db: Connection,
    measures: Sequence[str],
    now: Sequence[Rule],
    touched: Changed = NOTHING,
) -> None:
    counts = Counter[tuple[str, str]]()
    for some, stands in worked_out(db, measures, now, touched):
        _write_lines(db, some, stands)
        _write_kept(db, some, stands.kept, counts)
    changed = [(*key, by) for key, by in counts.items() if by]
    write_all(
        db,
        "INSERT INTO rating_count VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET measures = measures + excluded.measures",
        changed,
    )
    write_all(
        db,
        "DELETE FROM rating_count WHERE partnership = ? AND rating = ? AND measures = 0",
        [key[:2] for key in changed],
    )


def _write_lines(db: Connection, some: Sequence[Beside], stands: Stands) -> None:
    """Only what differs is written: a save of one reading touches one row of a hundred."""
    stood = {n: line for lines in stands.lines.values() for n, line in lines.items()}
    wanted = {line.n: line for each in some for line in each.lines}
    write_all(db, "DELETE FROM reading_kept WHERE n = ?", [(n,) for n in stood.keys() - wanted.keys()])
    staying = {n: line for n, line in wanted.items() if n in stood}
    write_differing(db, "reading_kept", Line._fields, stood, staying)
    # One that moved here from another measure may stand there still.
    fresh = sorted(line for n, line in wanted.items() if n not in stood)
    write_all(db, "INSERT OR REPLACE INTO reading_kept VALUES (?, ?, ?, ?, ?, ?, ?)", fresh)


def _write_kept(
    db: Connection, some: Sequence[Beside], kept: dict[int, Kept], counts: Counter[tuple[str, str]]
) -> None:
    written = [each.kept for each in some if each.kept and each.kept != kept.get(each.n)]
    gone = [each.n for each in some if each.kept is None and each.n in kept]
    for row in [kept[n] for n in (*gone, *(row.n for row in written)) if n in kept]:
        counts[row.partnership, row.rating] -= 1
    for row in written:
        counts[row.partnership, row.rating] += 1
    write_all(db, "DELETE FROM measure_kept WHERE n = ?", [(n,) for n in gone])
    marks = ", ".join("?" * len(Kept._fields))
    fresh = [row for row in written if row.n not in kept]
    write_all(db, f"INSERT INTO measure_kept VALUES ({marks})", fresh)
    staying = {row.n: row for row in written if row.n in kept}
    write_differing(db, "measure_kept", Kept._fields, kept, staying)
