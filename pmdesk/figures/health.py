"""A health check as it stands, its row in a list, and what its state looks like; the same on every page."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.health_results import Results
from pmdesk.domain.health_templates import Principle
from pmdesk.domain.words import N_, Words
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.record_page import Cell, Column, Lead, Pill, Record, Row, Section, adding, count_of, word

# State: (shape, word), the most pressing first.
HEALTH: Mapping[str, tuple[str, str]] = {
    "open": ("clock", N_("Open")),
    "new": ("none", N_("Not open yet")),
    "closed": ("complete", N_("Closed")),
}


class Health(NamedTuple):
    """A check as it stands; `state` is new, open or closed.

    `invited` are (id, name) of the partners, `answered` the ids of those that have, only while it is open.
    `here` is whether this laptop can close it.
    """

    state: str
    opened_on: str
    closed_on: str
    principles: tuple[Principle, ...]
    invited: tuple[tuple[str, str], ...]
    answered: frozenset[str]
    results: Results | None
    said: tuple[str, ...]
    here: bool


def health_pill(health: Health, words: Words) -> Pill:
    shape, said = HEALTH[health.state]
    return shape, words(said)


def say_answered(health: Health, words: Words) -> str:
    """'3 of 5 have answered', and of a closed check how many did; '' before it is open."""
    if health.results:
        return words.plural(health.results.n, "{n} answered", "{n} answered")
    if health.state == "new":
        return ""
    n, of = len(health.answered), len(health.invited)
    return words.plural(of, "{k} of {n} has answered", "{k} of {n} have answered", k=n)


def health_row(check: Record, health: Health, words: Words) -> ListRow:
    """'Community Safety Partnership, 3 of 5 have answered', and whether it is open."""
    closed = words("closed {day}", day=say_date(health.closed_on, words)) if health.closed_on else ""
    parts = (word(check, "partnership_name"), say_answered(health, words), closed)
    quiet = ", ".join(part for part in parts if part)
    return ListRow(word(check, "id"), word(check, "title"), quiet, health_pill(health, words))


def health_section(partnership: str, checks: Sequence[tuple[Record, Health]], words: Words) -> Section:
    """The health checks of a partnership on its page: how each stands, never what anybody answered."""
    rows = []
    for check, health in checks:
        lead = Lead("health-checks", word(check, "id"))
        day = say_date(health.closed_on or health.opened_on, words)
        shape, said = health_pill(health, words)
        cells = (
            Cell(word(check, "title"), lead=lead, link=True),
            Cell(say_answered(health, words), lead=lead),
            Cell(day, lead=lead),
            Cell(said, state=shape, lead=lead),
        )
        rows.append(Row(cells, "health_check", word(check, "id")))
    return Section(
        words("Health checks"),
        count_of(rows),
        (
            Column(words("What it is called"), 40, gives=True),
            Column(words("Answers"), 24),
            Column(words("Date"), 20),
            Column(words("State"), 16),
        ),
        tuple(rows),
        empty=words("Nobody has asked the partners yet what they think of it."),
        action=adding(words("New health check"), "health_check", {"partnership": partnership}),
        under=True,
    )
