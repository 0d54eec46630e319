"""Challenges and replies fit to print: never a note, nor one about a measure that is internal.

One that waits for its answer stays between the two until it is answered or the day for that has passed: no
paper prints a question before the other side could say anything.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from pmdesk.actions import public
from pmdesk.actions.challenges import by_id, challenged, challenges_of_partnership
from pmdesk.domain.dates import last_day
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange, exchanges
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Days for which one that is closed is still printed: it belongs to the year that is told of.
KEPT = 366
_AT_ONCE = 900  # ids in one question: SQL has a limit


def printed(
    register: Register, rows: Sequence[Mapping[str, object]], today: str, words: Words
) -> tuple[Exchange, ...]:
    """These challenges as a paper prints them: those that are open, and those closed within the year."""
    internal = public.internal_measures(register) if any(row["measure"] for row in rows) else set[str]()
    since = (date.fromisoformat(today) - timedelta(days=KEPT)).isoformat()
    wanted = [
        public.public("challenge", row)
        for row in rows
        if row["measure"] not in internal and (last_day(row["closed_on"]) or today) >= since
    ]
    told = challenged(register, wanted, today)
    shown = [each for each in told if each.state != "waiting"]
    return exchanges(shown, words, _given(register, (each.row.get("contribution") for each in shown)))


def printed_about(register: Register, today: str, words: Words, **where: object) -> tuple[Exchange, ...]:
    """The same for those with these values: `partnership=id`, `to_organisation=id`, `measure=id`."""
    return printed(register, register.all("challenge", **where), today, words)


def printed_of(
    register: Register, name: str, ids: Collection[object], today: str, words: Words
) -> tuple[Exchange, ...]:
    """Those about any of these: `name` is 'measure' or 'milestone'."""
    if not ids or not register.count("challenge"):
        return ()
    return printed(register, _about(register, name, ids), today, words)


def printed_of_partner(
    register: Register, organisation: object, measures: Collection[object], today: str, words: Words
) -> tuple[Exchange, ...]:
    """What an organisation was asked, and what anybody was asked about the `measures` it owns."""
    rows = register.all("challenge", to_organisation=organisation)
    return printed(register, _with_measures(register, rows, measures), today, words)


def printed_of_partnership(
    register: Register, partnership: object, measures: Collection[object], today: str, words: Words
) -> tuple[Exchange, ...]:
    """Those about a partnership and what belongs to it; also those about its `measures` asked elsewhere."""
    rows = [each.row for each in challenges_of_partnership(register, partnership, today)]
    return printed(register, _with_measures(register, rows, measures), today, words)


def _given(register: Register, contributions: Iterable[object]) -> dict[object, str]:
    """What was undertaken, by id: the same words as stand in the account of contributions."""
    rows = by_id(register, "contribution", contributions).values()
    return {row["id"]: str(public.public("contribution", row).get("what") or "") for row in rows}


def _with_measures(
    register: Register, rows: Sequence[Mapping[str, object]], measures: Collection[object]
) -> list[Mapping[str, object]]:
    """These challenges and those about any of some measures, each once."""
    found = {row["id"]: row for row in rows}
    if measures and register.count("challenge"):
        found |= {row["id"]: row for row in _about(register, "measure", measures)}
    return list(found.values())


def _about(register: Register, name: str, ids: Collection[object]) -> list[Row]:
    wanted = list(ids)
    return [
        row
        for first in range(0, len(wanted), _AT_ONCE)
        for row in register.all("challenge", **{name: tuple(wanted[first : first + _AT_ONCE])})
    ]
