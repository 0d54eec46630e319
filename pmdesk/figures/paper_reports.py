"""Who has not reported: reporting lines that are broken, updates that are not in; tables for a paper."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.periods import say_period
from pmdesk.domain.reporting_line import LineState
from pmdesk.domain.words import N_, Words
from pmdesk.figures.paper_cabinet import Exceptions
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.record_page import Record, word


class LineTold(NamedTuple):
    """A reporting line: the partnership, when it last reported (an ISO day or None), and how it stands."""

    partnership: Record
    reported: str | None
    state: LineState


class Owed(NamedTuple):
    """The update a partnership owes for a period: its status, '' where it was not begun."""

    partnership: Record
    period: str
    status: str
    due_on: str
    who: str


# How far an update is that was not signed off, the least begun first.
_STANDING: Mapping[str, str] = {
    "": N_("Not started"),
    "draft": N_("Drafted"),
    "returned": N_("Returned to be put right"),
    "submitted": N_("Waits for sign-off"),
}


def broken_exceptions(lines: Iterable[LineTold], words: Words) -> Exceptions | None:
    """Lines silent beyond their interval (rule 14), the longest silence first."""
    broken = [each for each in lines if each.state.state == "broken"]
    broken.sort(key=lambda each: (-(each.state.beyond or 0), word(each.partnership, "name")))
    columns = (
        Column(words("Partnership"), 150),
        Column(words("Reports to"), 132),
        Column(words("Last reported"), 96),
        Column(words("Silent"), 104),
    )
    rows = tuple(_line_row(each, words) for each in broken)
    return Exceptions(words("Reporting lines that are broken"), columns, rows) if rows else None


def owed_exceptions(owed: Iterable[Owed], today: str, words: Words) -> Exceptions | None:
    """Updates that are not signed off, those least begun first."""
    order = list(_STANDING)
    some = [each for each in owed if each.status in _STANDING]
    some.sort(key=lambda each: (order.index(each.status), word(each.partnership, "name")))
    columns = (
        Column(words("Partnership"), 150),
        Column(words("Update"), 110),
        Column(words("Period"), 70),
        Column(words("Due"), 84),
        Column(words("Lead officer"), 68),
    )
    rows = tuple(_owed_row(each, today, words) for each in some)
    return Exceptions(words("Updates that are not in"), columns, rows) if rows else None


def _line_row(each: LineTold, words: Words) -> tuple[Cell, ...]:
    beyond = each.state.beyond
    often = PARTNERSHIP.field("reporting_interval").choice_label(each.partnership.get("reporting_interval"))
    late = words.plural(beyond, "{n} day late", "{n} days late") if beyond else words("never reported")
    return (
        Cell(word(each.partnership, "name"), strong=True),
        Cell(word(each.partnership, "parent_name")),
        Cell(say_date(each.reported, words) or words("never")),
        Cell(late, state="missed", quiet=words("due {often}", often=words(often).lower())),
    )


def _owed_row(each: Owed, today: str, words: Words) -> tuple[Cell, ...]:
    shape = "missed" if each.due_on < today and each.status != "submitted" else "clock"
    return (
        Cell(word(each.partnership, "name"), strong=True),
        Cell(words(_STANDING[each.status]), state=shape),
        Cell(say_period(each.period, words)),
        Cell(say_date(each.due_on, words)),
        Cell(each.who),
    )
