"""Which saves are applied: `entry.stands` and the heads that follow from it, brought in line with the rights.

A save that does not stand is kept and travels on like every other. Its events are no heads and replace
nothing; what it erases is not erased. All of it is worked out anew whenever something comes that bears on
rights, so that a grant that comes late lets count what waited, in whatever order the two came.
"""

from collections.abc import Iterable, Sequence

from pmdesk.domain.laptop import MEMBER, OFFICER, STOPPED, laptop_id
from pmdesk.domain.member_scope import THEIRS
from pmdesk.domain.words import N_, Say
from pmdesk.register.database import Connection, among
from pmdesk.register.entries import Body, Ref, read_body, read_value
from pmdesk.register.forgetting import forget
from pmdesk.register.journal import LOST, PLACES, erase, payloads_of, records_of, waiting
from pmdesk.register.member_rights import MemberJudge, Wrote, was
from pmdesk.register.rights import (
    DECIDED,
    NOT_DECIDING,
    NOT_GRANTED,
    Rights,
    devices,
    is_recovery,
    laptop_records,
    may_be_on,
    on_chain,
    rights,
)

# What a save of our own has to touch before anybody's rights, or whose saves count, can change by it.
BEARING = frozenset((*DECIDED, "appointment", *THEIRS))
NOT_THEIRS = N_(
    "This laptop is a member’s: it writes that member’s own updates and report-backs, nothing else."
)
WAS_STOPPED = N_(
    "This laptop was stopped: what it saved from now on would not count. Ask the officer who stopped it."
)
Touched = set[tuple[str, str]]
Wanted = Sequence[tuple[str, str, str, object, tuple[Ref, ...]]]

_WAITING = "SELECT n FROM entry WHERE stands = 0"
# Whether no event that counts has replaced this one.
_UNREPLACED = (
    "NOT EXISTS (SELECT 1 FROM entry n JOIN supersedes s ON s.hash = n.hash AND s.place = event.id % 65536"
    " JOIN event c ON c.id = s.child AND c.record = event.record AND c.field = event.field"
    f" WHERE n.n = event.id / 65536 AND s.child / 65536 NOT IN ({_WAITING}))"
)
_IS_HEAD = f"(event.id / 65536 NOT IN ({_WAITING}) AND {_UNREPLACED})"


def settle(
    db: Connection,
    register_id: str,
    written: Iterable[tuple[str, str]],
    fresh: Sequence[tuple[bytes, Body]] = (),
) -> Touched:
    """Bring what stands in line with the entries that are here, within the caller's transaction.

    `written` are the records just written and not projected; the saves in `fresh` came just now, by their
    hashes, and erased nothing yet. The records whose heads or values changed are given back, to be projected.
    """
    unseen = {record for kind, record in written if kind == "laptop"}
    now = rights(db, register_id, unseen=unseen)
    flipped = waiting(db) ^ should_wait(db, register_id, now)
    db.executemany("UPDATE entry SET stands = 1 - stands WHERE n = ?", [(n,) for n in sorted(flipped)])
    touched = _erasures(db, flipped, fresh) | _heads_of(db, flipped)
    unseen |= {record for kind, record in touched if kind == "laptop"}
    return touched | _decided_heads(db, register_id, now, unseen)


def should_wait(db: Connection, register_id: str, now: Rights) -> set[int]:
    """The numbers of the saves that must not count, as these rights have it."""
    if not now.on:
        return set()
    waits, members = set[int](), list[bytes]()
    for device in devices(db):
        grant = now.of(device)
        if grant.role == STOPPED or not grant.role:
            chain = on_chain(db, device, grant.limit) if grant.limit else frozenset[bytes]()
            rows = db.execute("SELECT n, hash FROM entry WHERE device = ?", (device,))
            waits |= {n for n, digest in rows if bytes(digest) not in chain}
        if was(grant) == MEMBER:
            members.append(device)
    judge, theirs = MemberJudge(db, now, set(waits)), set[int]()
    for device in members:
        for n, body in db.execute("SELECT n, body FROM entry WHERE device = ?", (device,)).fetchall():
            if n not in waits and not judge.counts(device, *_wrote(db, n, read_body(body))):
                theirs.add(n)
    return waits | theirs


def wrong_heads(db: Connection, register_id: str, now: Rights) -> int:
    """How many events are marked wrongly as heads or not."""
    decided = _decided(db, register_id)
    expected = _expected(db, decided, now)
    (wrong,) = db.execute(f"SELECT count(*) FROM event WHERE head <> {_IS_HEAD}").fetchone()
    ours = [each[0] for each in decided]
    sql = f"SELECT id, {_IS_HEAD} FROM event WHERE id IN ({{marks}}) AND head <> {_IS_HEAD}"
    wrong -= len(among(db, sql, ours))
    heads = dict(among(db, "SELECT id, head FROM event WHERE id IN ({marks})", ours))
    return int(wrong) + sum(bool(heads[event]) != head for event, head in expected.items())


def refusal(
    db: Connection, register_id: str, device: bytes, wanted: Wanted, *, erases: bool = False
) -> Say | None:
    """Why a save of this laptop would not count; None when it would. Asked before it is signed."""
    if not may_be_on(db, register_id):
        return None
    now = rights(db, register_id, [device])
    if not now.on or _recovers(register_id, device, wanted, now):
        return None
    grant = now.of(device)
    decides = device in now.deciding and now.deciding[device][1] is None
    if not grant.role:
        return Say(NOT_GRANTED)
    if grant.role == STOPPED:
        return Say(WAS_STOPPED)
    if not decides and any(name in DECIDED.get(kind, ()) for kind, _record, name, *_ in wanted):
        return Say(NOT_DECIDING)
    if grant.role == OFFICER:
        return None
    wrote = [
        Wrote(record, kind, name, True, value, tuple(ref.hash for ref in refs))
        for kind, record, name, value, refs in wanted
    ]
    judge = MemberJudge(db, now, waiting(db))
    return None if judge.counts(device, wrote, erases) else Say(NOT_THEIRS)


def speaks(db: Connection, register_id: str, device: bytes) -> bool:
    """Whether what a laptop signs and sends out is the council's: of those that saved here, with roles on an
    officer's, or one that was an officer's until it was stopped.

    The forms that it had sent come back for weeks after, and nothing in them says when they were signed; a
    person looks at all that they bring. A member's laptop, and one that nobody trusts, sends none.
    """
    if db.execute("SELECT 1 FROM entry WHERE device = ? LIMIT 1", (device,)).fetchone() is None:
        return False
    if not may_be_on(db, register_id):
        return True
    now = rights(db, register_id)
    return not now.on or was(now.of(device)) == OFFICER


def _recovers(register_id: str, device: bytes, wanted: Wanted, now: Rights) -> bool:
    """Whether this save makes its own laptop one that decides."""
    return any(
        (kind, record, name) == ("laptop", laptop_id(device), "recovery")
        and is_recovery(register_id, device, value, now.recovery)
        for kind, record, name, value, _refs in wanted
    )


def _wrote(db: Connection, n: int, body: Body) -> tuple[list[Wrote], bool]:
    values = {place: read_value(payload.value) for place, payload in payloads_of(db, n).items()}
    return [
        Wrote(each.record, each.kind, each.field, place in values, values.get(place),
              tuple(ref.hash for ref in each.replaces))
        for place, each in enumerate(body.events)
    ], bool(body.erases)  # fmt: skip


def _erasures(db: Connection, flipped: set[int], fresh: Sequence[tuple[bytes, Body]]) -> Touched:
    """Erase what newly counting saves erase; the records whose values went."""
    now = [(digest, body) for digest, body in fresh if body.erases]
    waits = waiting(db)
    sql = 'SELECT n, hash, body FROM entry WHERE n IN ({marks}) AND instr(body, \'"erases":["\') > 0'
    turned = [(n, bytes(digest), read_body(body)) for n, digest, body in among(db, sql, flipped)]
    numbers = dict(among(db, "SELECT hash, n FROM entry WHERE hash IN ({marks})", [each for each, _ in now]))
    counting = {digest: body for digest, body in now if numbers[digest] not in waits}
    counting |= {digest: body for n, digest, body in turned if n not in waits}
    withdrawn = [digest for n, digest, _body in turned if n in waits]
    if withdrawn:
        _withdraw(db, withdrawn)
        everything = (
            f'SELECT hash, body FROM entry WHERE instr(body, \'"erases":["\') > 0 AND n NOT IN ({_WAITING})'
        )
        counting |= {bytes(digest): read_body(body) for digest, body in db.execute(everything)}
    erases = [(ref.hash, ref.place, digest) for digest, body in counting.items() for ref in body.erases]
    refs = [Ref(digest, place) for digest, place, _by in erases]
    if refs:
        forget(db, refs)
        erase(db, erases)
    return set(records_of(db, refs))


def _withdraw(db: Connection, saves: Iterable[bytes]) -> None:
    """What these saves erased is not erased any longer: it may come back with the next pack."""
    for digest in saves:
        db.execute("DELETE FROM erased WHERE by = ? AND hash NOT IN (SELECT hash FROM entry)", (digest,))
        db.execute("UPDATE erased SET by = ? WHERE by = ?", (LOST, digest))


def _heads_of(db: Connection, flipped: set[int]) -> Touched:
    """Mark anew the heads of every record that these saves speak of."""
    touched: Touched = set()
    for n in flipped:
        touched |= set(
            db.execute(
                "SELECT DISTINCT kind, record FROM event WHERE id >= ? AND id < ?",
                (n * PLACES, (n + 1) * PLACES),
            )
        )
    db.executemany(
        f"UPDATE event SET head = {_IS_HEAD} WHERE record = ? AND head <> {_IS_HEAD}",
        [(record,) for record in sorted({record for _kind, record in touched})],
    )
    return touched


_Decided = list[tuple[int, str, str, str, bytes]]  # event, record, kind, field, hash of its save


def _decided(db: Connection, register_id: str, unseen: Iterable[str] = ()) -> _Decided:
    """Every event of a field that only some laptops write."""
    ids = [register_id, *laptop_records(db, [*map(laptop_id, devices(db)), *unseen])]
    sql = (
        "SELECT e.id, e.record, e.kind, e.field, n.hash FROM event e JOIN entry n ON n.n = e.id / 65536"
        " WHERE e.record IN ({marks}) AND e.kind IN ('laptop', 'settings')"
    )
    return [each for each in among(db, sql, ids) if each[3] in DECIDED[each[2]]]


def _expected(db: Connection, decided: _Decided, now: Rights) -> dict[int, bool]:
    """Which of these are heads: what counts there and is not replaced by what counts there."""
    waits = waiting(db)
    counting = [
        each for each in decided
        if each[0] // PLACES not in waits and (not now.on or each[0] in now.accepted)
    ]  # fmt: skip
    sql = "SELECT child, hash, place FROM supersedes WHERE child IN ({marks})"
    named = dict[tuple[str, str], set[tuple[bytes, int]]]()
    about = {each[0]: (each[1], each[3]) for each in counting}
    for child, digest, place in among(db, sql, about):
        named.setdefault(about[child], set()).add((bytes(digest), place))
    return {
        event: event in about and (bytes(digest), event % PLACES) not in named.get((record, name), ())
        for event, record, _kind, name, digest in decided
    }


def _decided_heads(db: Connection, register_id: str, now: Rights, unseen: Iterable[str]) -> Touched:
    """Mark anew the heads of what only some laptops write."""
    decided = _decided(db, register_id, unseen)
    expected = _expected(db, decided, now)
    heads = dict(among(db, "SELECT id, head FROM event WHERE id IN ({marks})", list(expected)))
    wrong = {event for event, head in expected.items() if bool(heads[event]) != head}
    db.executemany("UPDATE event SET head = 1 - head WHERE id = ?", [(event,) for event in wrong])
    return {(kind, record) for event, record, kind, _name, _hash in decided if event in wrong}
