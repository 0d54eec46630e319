"""Challenges and replies fit to print: never a note, nor one about a measure that is internal."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pmdesk.actions import public
from pmdesk.actions.challenges import challenged
from pmdesk.domain.dates import last_day
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange, exchanges
from pmdesk.register.store import Register

# Days for which one that is closed is still printed: it belongs to the year that is told of.
KEPT = 366


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
    return exchanges(challenged(register, wanted, today), words)


def printed_about(register: Register, today: str, words: Words, **where: object) -> tuple[Exchange, ...]:
    """The same for those with these values: `partnership=id`, `to_organisation=id`, `measure=id`."""
    return printed(register, register.all("challenge", **where), today, words)
