"""Records that are called the same, two at a time, for a person to say whether they are one.

Two laptops that bring in the same sheet make each record twice. That two are not one is a save like any
other, so that nobody is asked again on another laptop.
"""

from collections.abc import Collection
from itertools import combinations

from pmdesk.actions.conflicts import pair_of
from pmdesk.actions.member_files import member_of
from pmdesk.actions.same import Twins, same, twins
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.conflicts import Conflict
from pmdesk.register.apart import apart, keep_apart
from pmdesk.register.faults import storage
from pmdesk.register.store import Changes, Register

MOST = 50  # pairs that a person is shown at once
TWO = N_("Said that two records are two")


def lookalikes(register: Register, words: Words) -> list[Conflict]:
    """The pairs to look at, by kind and name; of several records called the same the oldest two first."""
    if member_of(register):
        return []
    called, found = twins(register), list[Conflict]()
    with storage():
        known = apart(register.db, (record for each in called for record in each.records))
    for each in called:
        pair = next((two for two in combinations(each.records, 2) if frozenset(two) not in known), None)
        if pair is not None:
            found.append(pair_of(register, each.kind, pair, words))
        if len(found) == MOST:
            break
    return found


def make_one(register: Register, pair: Conflict, take: int) -> Changes:
    """Keep the record of this side (1 or 2); the other goes into it, with Undo."""
    stays, goes = (str(pair.choices[n].plain) for n in (take - 1, 2 - take))
    return same(register, pair.kind, stays, goes)


def leave_apart(register: Register, pair: Conflict) -> Changes:
    """They are two: nobody is asked again, here or where this register merges; with Undo.

    Refused where one is gone meanwhile.
    """
    records = tuple(str(each.plain) for each in pair.choices)
    if any((register.get(pair.kind, record) or {"deleted": True})["deleted"] for record in records):
        raise Refused(Say(N_("There is no such record.")))
    with register.change(TWO) as change:
        keep_apart(change, pair.kind, records)
    return change.changes


def more_alike(register: Register, before: Collection[Twins]) -> int:
    """How many names stand twice that did not, or not of these records, `before` (what `twins` gave)."""
    return len(set(twins(register)) - set(before))
