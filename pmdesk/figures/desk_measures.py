"""The desk's groups that are about measures: missed with no note, readings overdue, not ready to be rated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pmdesk.domain.dates import days_between
from pmdesk.domain.periods import due_day
from pmdesk.domain.readiness import say_missing
from pmdesk.domain.words import Words
from pmdesk.figures.desk_items import Item, late
from pmdesk.figures.measure_rows import say_kept

Row = Mapping[str, object]
MOST = 100  # lines of a group on the desk; the rest is a list of its own on the Measures page


class Measured(NamedTuple):
    """A measure's record and what is kept beside it, as the desk needs it."""

    record: Row
    period: str = ""
    value: str = ""
    path: str = ""
    next_period: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class DeskMeasures:
    """The ratings of all measures, and of each group its first MOST with how many there are in all."""

    ratings: Mapping[str, int] = field(default_factory=dict)
    noteless: Sequence[Measured] = ()
    noteless_in_all: int = 0
    overdue: Sequence[Measured] = ()
    overdue_in_all: int = 0
    unready: Sequence[Measured] = ()
    unready_in_all: int = 0


def noteless_items(measures: Sequence[Measured], words: Words) -> list[Item]:
    """Missed targets that nobody has written a note and a cause for."""
    return [
        _item(
            "missed",
            each,
            words(
                "{value} against {path} for {period}",
                value=say_kept(each.record, each.value, words),
                path=say_kept(each.record, each.path, words),
                period=each.period,
            ),
            "",
            words("Write the note"),
            "measures",
        )
        for each in measures
    ]


def overdue_items(measures: Sequence[Measured], today: str, allowed: int, words: Words) -> list[Item]:
    """Readings that have not come in though their period and the days allowed are over."""
    return [
        _item(
            "missed",
            each,
            words("no reading for {period}", period=each.next_period),
            late(days_between(due_day(each.next_period, allowed), today), words),
            words("Enter reading"),
            "readings",
        )
        for each in measures
    ]


def unready_items(measures: Sequence[Measured], words: Words) -> list[Item]:
    """Measures that lack what a rating should rest on (rule 12)."""
    return [
        _item(
            "close",
            each,
            words(say_missing(each.missing.split(","))),
            "",
            words("Complete it"),
            "measures",
        )
        for each in measures
    ]


def _item(state: str, each: Measured, quiet: str, when: str, go: str, page: str) -> Item:
    record = each.record
    title = " ".join(str(record[name]) for name in ("code", "title") if record.get(name))
    who = str(record.get("owner_name") or record.get("owner_organisation_name") or "")
    return Item(state, title, quiet, who, when, go, page, "measure", str(record["id"]))
