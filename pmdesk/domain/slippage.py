"""What waits for what, and what a slip pushes along (field.md, rule 8)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pmdesk.domain.dates import last_day
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.milestone import current_date
from pmdesk.domain.words import N_

WAITS_FOR = Entity(
    "waits_for",
    N_("What a milestone waits for"),
    N_("What milestones wait for"),
    (
        Field("milestone", N_("Milestone"), Type.REF, required=True, refers="milestone"),
        Field("waits_for", N_("Waits for"), Type.REF, required=True, refers="milestone"),
        NOTE,
    ),
    saved=N_("Linked two milestones"),
    removed=N_("Unlinked two milestones"),
    titled_by="",
)


class Dated(NamedTuple):
    """A milestone as the rules see it: its present date (ISO, '' for none) and whether it is done."""

    id: str
    now: str
    done: bool = False


class Push(NamedTuple):
    """A milestone that a slip moves: from one day to a later one, because it waits for `because`."""

    id: str
    before: str
    after: str
    because: str


Waits = Iterable[tuple[str, str]]  # (milestone, the one it waits for)


def dated(
    milestones: Iterable[Mapping[str, object]], forecasts: Iterable[Mapping[str, object]]
) -> list[Dated]:
    """Milestones as the rules take them: a date known by its month or year only counts as its last day.

    >>> dated([{"id": "a", "first_due": "2026-05"}], [])
    [Dated(id='a', now='2026-05-31', done=False)]
    """
    moved: dict[object, list[Mapping[str, object]]] = {}
    for each in forecasts:
        if last_day(each.get("date")):
            moved.setdefault(each.get("milestone"), []).append(each)
    return [
        Dated(
            str(each["id"]),
            last_day(current_date(each, moved.get(each["id"], ()))) or "",
            bool(each.get("done_on")),
        )
        for each in milestones
    ]


def pushes(
    milestones: Iterable[Dated], waits: Waits, moved: str, to: str, staying: Collection[str] = ()
) -> list[Push]:
    """Every later date that moves when one milestone moves to another day; the one moved is not among them.

    What waits goes to the later of its own date and its predecessor's new date plus the old gap. What is
    done, has no date or is `staying` (a person says so) stays, and what waits for it stays with it; a move
    to an earlier day pushes nothing.

    >>> chain = [Dated("a", "2026-03-31"), Dated("b", "2026-05-31"), Dated("c", "2026-06-30")]
    >>> for push in pushes(chain, [("b", "a"), ("c", "b")], "a", "2026-04-30"):
    ...     print(push.id, push.before, push.after, push.because)
    b 2026-05-31 2026-06-30 a
    c 2026-06-30 2026-07-30 b
    """
    known = {each.id: each for each in milestones}
    followers = _followers(waits)
    days = {moved: to}
    found: dict[str, Push] = {}
    ahead = [moved]
    while ahead:
        here = ahead.pop(0)
        was, becomes = known[here].now if here in known else "", days[here]
        if not was or becomes <= was:
            continue
        for each in followers.get(here, ()):
            row = known.get(each)
            if row is None or row.done or not row.now or each == moved or each in staying:
                continue
            pushed = _later(becomes, _days(was, row.now))
            if pushed > days.get(each, row.now):
                days[each] = pushed
                found[each] = Push(each, row.now, pushed, here)
                ahead.append(each)
    return sorted(found.values(), key=lambda push: (push.after, push.id))


def later(waits: Waits, milestone: str) -> set[str]:
    """A milestone and all that wait for it, directly or through others.

    >>> sorted(later([("b", "a"), ("c", "b"), ("d", "x")], "a"))
    ['a', 'b', 'c']
    """
    return _reached(_followers(waits), milestone)


def circle(waits: Waits, milestone: str, waits_for: str) -> bool:
    """Whether a new link would close a circle: what it is to wait for already waits for it.

    >>> circle([("b", "a"), ("c", "b")], "a", "c"), circle([("b", "a")], "c", "a")
    (True, False)
    """
    return waits_for in later(waits, milestone)


class Circles:
    """The links as they are added one by one, of which none may close a circle.

    >>> links = Circles([("b", "a")])
    >>> links.add("c", "b"), links.add("a", "c"), links.add("a", "a")
    (True, False, False)
    """

    def __init__(self, waits: Waits) -> None:
        self._followers = _followers(waits)

    def add(self, milestone: str, waits_for: str) -> bool:
        """Add a link, unless it would close a circle; whether it was added."""
        if waits_for in _reached(self._followers, milestone):
            return False
        self._followers.setdefault(waits_for, []).append(milestone)
        return True


def critical_chain(
    milestones: Iterable[Dated], waits: Waits, ending: Collection[str] | None = None
) -> list[str]:
    """The chain that decides when all is done: what ends last, and before each the latest that it waits for.

    Empty where nothing unfinished waits for anything. With `ending`, the chain ends at one of these (a
    partnership's own milestones), though others may stand in it.

    >>> dated = [Dated("a", "2026-03-31"), Dated("b", "2026-05-31"), Dated("c", "2026-04-30")]
    >>> critical_chain(dated, [("b", "a"), ("b", "c")])
    ['c', 'b']
    """
    known, before = _before(milestones, waits)
    return _chain(known, before, before if ending is None else ending)


def critical_chains(
    milestones: Iterable[Dated], waits: Waits, endings: Iterable[Collection[str]]
) -> list[list[str]]:
    """The critical chain that ends in each of these groups (a partnership's own milestones), those that are.

    >>> dated = [Dated("a", "2026-03-31"), Dated("b", "2026-05-31"), Dated("c", "2026-04-30")]
    >>> critical_chains(dated, [("b", "a")], [{"b"}, {"c"}])
    [['a', 'b']]
    """
    known, before = _before(milestones, waits)
    found = (_chain(known, before, ending) for ending in endings)
    return [chain for chain in found if chain]


def awaited(rows: Iterable[Mapping[str, object]]) -> list[tuple[str, str]]:
    """The links as the rules take them, from their records; half a link is none."""
    return [
        (str(row["milestone"]), str(row["waits_for"]))
        for row in rows
        if row.get("milestone") and row.get("waits_for")
    ]


def _before(milestones: Iterable[Dated], waits: Waits) -> tuple[dict[str, Dated], dict[str, list[str]]]:
    """Those with a date, and what each unfinished one waits for that is not done either."""
    known = {each.id: each for each in milestones if each.now}
    before: dict[str, list[str]] = {}
    for milestone, awaited in waits:
        if milestone in known and awaited in known and not known[milestone].done and not known[awaited].done:
            before.setdefault(milestone, []).append(awaited)
    return known, before


def _chain(known: Mapping[str, Dated], before: Mapping[str, list[str]], ending: Collection[str]) -> list[str]:
    """From the one that ends last back to the latest it waits for, and so on; a circle ends."""
    ends = [each for each in ending if each in before]
    here = max(ends, key=lambda each: (known[each].now, each), default=None)
    chain = list[str]()
    while here is not None and here not in chain:
        chain.insert(0, here)
        here = max(before.get(here, ()), key=lambda each: (known[each].now, each), default=None)
    return chain


def _reached(followers: Mapping[str, list[str]], milestone: str) -> set[str]:
    seen, ahead = set[str](), [milestone]
    while ahead:
        here = ahead.pop()
        if here not in seen:
            seen.add(here)
            ahead += followers.get(here, ())
    return seen


def _followers(waits: Waits) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for milestone, before in waits:
        found.setdefault(before, []).append(milestone)
    return found


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _later(day: str, days: int) -> str:
    """Days after a day, at most the last day there is: a year typed wrong pushes nothing out of the world."""
    left = (date.max - date.fromisoformat(day)).days
    return (date.fromisoformat(day) + timedelta(days=min(days, left))).isoformat()
