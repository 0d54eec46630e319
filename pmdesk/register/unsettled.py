"""What a merge left for a person to settle: found by index, and kept for this laptop so that asking is cheap.

A merge never fails for a rule (journal.md, 2, 3 and 11): a field may have two values, a record may be deleted
here and edited there, one reading may come twice, partnerships may report to each other in a circle. Which
these are is a pure function of the journal. The list of them stands in `local`, outside the journal, and is
brought up to date within the transaction of every save and merge that touches one of their records.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.register.database import Connection, among
from pmdesk.register.journal import PLACES
from pmdesk.register.local import local, set_local

NAME = "unsettled"
VALUES, DELETED, TWICE, CIRCLE = "values", "deleted", "twice", "circle"
# Of these there is one only with the same values in these fields (actions/across.py, actions/updates.py).
ONCE: Mapping[str, tuple[str, str]] = {
    "reading": ("measure", "period"),
    "target": ("measure", "period"),
    "annual_update": ("appointment", "municipal_year"),
    "progress_update": ("partnership", "period"),
}
# Of a progress update that was signed off there may be later versions.
_VERSIONS = {
    "progress_update": " AND coalesce({0}.status, '') <> 'replaced' AND {0}.corrects IS NULL",
}
# Records of these are above one another by this field; links of milestones are records of their own.
ABOVE: Mapping[str, str] = {"partnership": "parent", "objective": "parent"}
LINKS = "waits_for"

Touched = Iterable[tuple[str, str]]


class Unsettled(NamedTuple):
    """One thing to settle: its sort, record and field; `others` are records that stand beside it."""

    sort: str
    kind: str
    record: str
    field: str = ""
    others: tuple[str, ...] = ()

    @property
    def records(self) -> tuple[str, ...]:
        return (self.record, *self.others)


def kept(db: Connection) -> list[Unsettled] | None:
    """The list as it is kept; None when nobody has made it yet."""
    text = local(db, NAME)
    if text is None:
        return None
    try:
        return [
            Unsettled(str(sort), str(kind), str(record), str(field), tuple(map(str, others)))
            for sort, kind, record, field, others in json.loads(text)
        ]
    except (ValueError, TypeError, LookupError):
        return None  # not ours: it is made anew


def keep(db: Connection, found: Iterable[Unsettled]) -> None:
    """Keep the list, within the caller's transaction."""
    set_local(db, NAME, json.dumps([[*each[:4], list(each.others)] for each in sorted(set(found))]))


def note(db: Connection, touched: Touched, *, can_begin: bool = True) -> None:
    """Bring the kept list up to date for records that were written, within the caller's transaction.

    What is typed and saved here names every value seen and is checked: it `can_begin` nothing of this sort.
    """
    stood = kept(db)
    if stood is None or not (stood or can_begin):
        return
    named = dict((record, kind) for kind, record in touched)
    left, again = list[Unsettled](), dict(named)
    for each in stood:
        if named.keys() & set(each.records):
            again |= dict.fromkeys(each.records, each.kind)
        else:
            left.append(each)
    now = sorted({*left, *find(db, [(kind, record) for record, kind in again.items()])})
    if now != stood:
        keep(db, now)


def hanging(db: Connection, kinds: Iterable[str], kind: str, record: str) -> set[str]:
    """The records of these kinds, deleted ones too, that cannot be without this one: in one question."""
    named = [
        (each, field.name)
        for each in sorted(set(kinds))
        for field in ENTITIES[each].references
        if field.refers == kind and field.required
    ]
    if not named:
        return set()
    sql = " UNION ".join(f'SELECT id FROM {each} WHERE "{name}" = ?' for each, name in named)
    return {id for (id,) in db.execute(sql, [record] * len(named))}


def find(db: Connection, touched: Touched) -> list[Unsettled]:
    """Everything to settle in which one of these records stands."""
    by_kind: dict[str, list[str]] = {}
    for kind, record in sorted(set(touched)):
        if kind in ENTITIES and not ENTITIES[kind].sealed:
            by_kind.setdefault(kind, []).append(record)
    kinds = {record: kind for kind, records in by_kind.items() for record in records}
    found = _rivals(db, kinds)
    for kind in by_kind.keys() & ONCE.keys():
        found += _twice(db, kind, by_kind[kind])
    for kind in by_kind.keys() & ABOVE.keys():
        found += _circles(db, kind, by_kind[kind])
    if LINKS in by_kind:
        found += _waiting_circles(db, by_kind[LINKS])
    return sorted(set(found))


def find_all(db: Connection) -> list[Unsettled]:
    """Everything to settle in the register, out of the whole journal; nothing where one laptop wrote it."""
    one, other = db.execute(
        "SELECT (SELECT min(device) FROM entry), (SELECT max(device) FROM entry)"
    ).fetchone()
    if one == other:
        return []
    touched = set(
        db.execute(
            "SELECT min(kind), record FROM event WHERE head = 1 GROUP BY record, field HAVING count(*) > 1"
        )
    )
    for kind in ENTITIES:
        touched |= {(kind, id) for (id,) in db.execute(f"SELECT id FROM {kind} WHERE deleted = 1")}
    for kind, same in ONCE.items():
        names = ", ".join(same)
        rows = db.execute(
            f"SELECT min(id) FROM {kind} t WHERE deleted = 0{_versions(kind, 't')} AND {same[0]} IS NOT NULL"
            f" AND {same[1]} IS NOT NULL GROUP BY {names} HAVING count(*) > 1"
        )
        touched |= {(kind, id) for (id,) in rows}
    for kind, above in {**ABOVE, LINKS: "waits_for"}.items():
        rows = db.execute(f"SELECT id FROM {kind} WHERE deleted = 0 AND {above} IS NOT NULL")
        touched |= {(kind, id) for (id,) in rows}
    return find(db, touched)


def _rivals(db: Connection, kinds: Mapping[str, str]) -> list[Unsettled]:
    """Fields with values that differ, and deletions that did not see an edit, of these records."""
    rows = among(
        db,
        "SELECT record, field FROM event WHERE head = 1 AND record IN ({marks})"
        " GROUP BY record, field HAVING count(*) > 1 OR field = 'deleted'",
        kinds,
    )
    doubtful = [record for record, field in rows if field == "deleted"]
    deletions = {record: _deletion(db, record) for record in doubtful}
    found = [
        Unsettled(DELETED, kinds[record], record, "deleted") for record, open in deletions.items() if open
    ]
    sql = "SELECT id FROM record WHERE deleted = 1 AND id IN ({marks})"
    gone = {id for (id,) in among(db, sql, {record for record, _field in rows})}
    for record, field in rows:
        is_ours = ENTITIES[kinds[record]].has(field) and record not in gone
        if is_ours and not deletions.get(record) and _differ(db, record, field):
            found.append(Unsettled(VALUES, kinds[record], record, field))
    return found


def _differ(db: Connection, record: str, field: str) -> bool:
    """Whether the values that stand beside each other are not the same: who wrote alike agrees."""
    (values,) = db.execute(
        "SELECT count(DISTINCT coalesce(p.value, '')) FROM event e LEFT JOIN payload p ON p.event = e.id"
        " WHERE e.record = ? AND e.field = ? AND e.head = 1",
        (record, field),
    ).fetchone()
    return int(values) > 1


def _deletion(db: Connection, record: str) -> bool:
    """Whether a record was deleted by one who had not seen what another laptop wrote of it meanwhile."""
    said = db.execute(
        "SELECT e.id, p.value FROM event e LEFT JOIN payload p ON p.event = e.id"
        " WHERE e.record = ? AND e.field = 'deleted' AND e.head = 1",
        (record,),
    ).fetchall()
    deleted = [event for event, value in said if value == "true"]
    return bool(deleted) and (len(deleted) < len(said) or bool(unseen(db, record, deleted)))


def unseen(db: Connection, record: str, deleted: Iterable[int]) -> list[int]:
    """The events of a record that none of its deletions had in view; what one save wrote it had in view."""
    seen, saves = set[tuple[bytes, int]](), set[object]()
    for event in deleted:
        seen |= set(db.execute("SELECT hash, place FROM supersedes WHERE child = ?", (event,)))
        saves |= set(
            db.execute("SELECT coalesce(batch, n) FROM entry WHERE n = ?", (event // PLACES,)).fetchone()
        )
    rows = db.execute(
        f"SELECT e.id, n.hash, e.id % {PLACES}, coalesce(n.batch, n.n) FROM event e"
        f" JOIN entry n ON n.n = e.id / {PLACES} WHERE e.record = ? AND e.head = 1 AND e.field <> 'deleted'"
        " ORDER BY n.at, e.id",
        (record,),
    )
    return [id for id, digest, place, save in rows if save not in saves and (digest, place) not in seen]


def _twice(db: Connection, kind: str, records: list[str]) -> list[Unsettled]:
    """Records of which there may be only one with these values."""
    one, other = ONCE[kind]
    rows = among(
        db,
        f"SELECT a.id, b.id FROM {kind} a JOIN {kind} b ON b.{one} = a.{one} AND b.{other} = a.{other}"
        f" AND b.id <> a.id WHERE a.deleted = 0 AND b.deleted = 0{_versions(kind, 'a')}{_versions(kind, 'b')}"
        " AND a.id IN ({marks})",
        records,
    )
    groups: dict[str, set[str]] = {}
    for first, second in rows:
        groups.setdefault(first, {first}).add(second)
    return [Unsettled(TWICE, kind, min(ids), "", tuple(sorted(ids - {min(ids)}))) for ids in groups.values()]


def _versions(kind: str, table: str) -> str:
    return _VERSIONS.get(kind, "").format(table)


def _circles(db: Connection, kind: str, records: list[str]) -> list[Unsettled]:
    """Circles of records above one another that go through one of these."""
    found = list[Unsettled]()
    for record in records:
        way, now = list[str](), record
        while now and now not in way:
            way.append(now)
            sql = f"SELECT {ABOVE[kind]} FROM {kind} WHERE id = ? AND deleted = 0"
            row = db.execute(sql, (now,)).fetchone()
            now = str(row[0]) if row and row[0] else ""
        if now:
            ring = way[way.index(now) :]
            found.append(
                Unsettled(CIRCLE, kind, min(ring), ABOVE[kind], tuple(sorted(set(ring) - {min(ring)})))
            )
    return found


def _waiting_circles(db: Connection, links: list[str]) -> list[Unsettled]:
    """Circles of milestones that wait for each other, as the links that close them."""
    found = list[Unsettled]()
    for link in links:
        row = db.execute(
            f"SELECT milestone, waits_for FROM {LINKS} WHERE id = ? AND deleted = 0", (link,)
        ).fetchone()
        ring = _way(db, str(row[1]), str(row[0])) if row and row[0] and row[1] else None
        if ring is not None:
            whole = sorted({link, *ring})
            found.append(Unsettled(CIRCLE, LINKS, whole[0], "waits_for", tuple(whole[1:])))
    return found


def _way(db: Connection, start: str, end: str) -> list[str] | None:
    """The fewest links by which `start` waits for `end`, directly or not; None where it does not."""
    ways: dict[str, list[str]] = {start: []}
    coming = [start]
    for now in coming:
        if now == end:
            return ways[now]
        rows = db.execute(
            f"SELECT id, waits_for FROM {LINKS} WHERE milestone = ? AND deleted = 0 ORDER BY id", (now,)
        )
        for link, after in rows:
            if after and after not in ways:
                ways[after] = [*ways[now], link]
                coming.append(after)
    return None
