"""The targets of the measures an organisation owns: each year's account, and those it missed (rule 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pmdesk.domain.attainment import Attainment, Judged, attainment
from pmdesk.domain.check import say_value
from pmdesk.domain.decimals import say_measured
from pmdesk.domain.measure import READING
from pmdesk.domain.periods import financial_year, period_of, say_period
from pmdesk.domain.words import N_, Words
from pmdesk.figures.attainment_bars import (
    AttainmentBars,
    attainment_bars,
    say_attainment,
    say_causes,
    say_not_rated,
)
from pmdesk.figures.record_page import Cell, Column, Edit, Lead, Pair, Record, Row, Section, count_of, word

ATTAINMENT = N_("Attainment over the years")
MOST_MISSED = 30


@dataclass(frozen=True, slots=True)
class OwnTarget:
    """A target whose period is over, judged, with the record of its measure and of what was reached."""

    measure: Record
    judged: Judged
    reading: Record | None


@dataclass(frozen=True, slots=True)
class OwnTargets:
    """All of an organisation's; `measures` is how many it owns, `read` whether they were looked into."""

    targets: tuple[OwnTarget, ...] = ()
    measures: int = 0
    read: bool = True
    # Not read yet, but soon.
    awaited: bool = False
    # By measure: where a challenge of it stands, and which one that is.
    challenged: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def years(self) -> list[tuple[str, Attainment]]:
        """Each financial year with a target that ended in it, the newest first."""
        found: dict[str, list[OwnTarget]] = {}
        for each in self.targets:
            found.setdefault(financial_year(each.judged.target.period), []).append(each)
        return [(year, self._account(found[year])) for year in sorted(found, reverse=True)]

    def of(self, year: str) -> Attainment:
        """The account of one financial year."""
        return dict(self.years()).get(year, attainment((), {}))

    def missed(self) -> list[OwnTarget]:
        """The newest first; those of one period by their measures' titles."""
        found = [each for each in self.targets if each.judged.met is False]
        found.sort(key=lambda each: word(each.measure, "title"))
        return sorted(found, key=lambda each: each.judged.target.ends, reverse=True)

    def _account(self, some: Sequence[OwnTarget]) -> Attainment:
        causes = {each.judged.reading.id: (each.reading or {}).get("cause")
                  for each in some if each.judged.reading}  # fmt: skip
        return attainment([each.judged for each in some], causes)


def last_year(today: str) -> str:
    """The last financial year that is over on an ISO day.

    >>> last_year("2026-04-27"), last_year("2026-03-31")
    ('2025-26', '2024-25')
    """
    first = int(period_of(today, "year")[:4]) - 1
    return f"{first}-{(first + 1) % 100:02d}"


def bars_of(own: OwnTargets, today: str, words: Words) -> AttainmentBars | None:
    """The chart of the years; None while nothing was due."""
    years = own.years()
    return attainment_bars(years, words, period_of(today, "year")) if years else None


def attainment_sections(own: OwnTargets, today: str, words: Words) -> tuple[Section, ...]:
    """The years and the missed targets; none for an organisation that owns no measure."""
    if not own.measures:
        return ()
    if not own.read:
        many = words.plural(own.measures, "It owns {n} measure.", "It owns {n} measures.")
        if own.awaited:
            return (Section(words(ATTAINMENT), text=f"{many} {words('How each ended is being added up…')}"),)
        said = words("That is more than this page adds up; the list of measures shows how each stands.")
        return (Section(words(ATTAINMENT), text=f"{many} {said}"),)
    return (_years(own, today, words), *_missed(own, words))


def _years(own: OwnTargets, today: str, words: Words) -> Section:
    running = period_of(today, "year")
    made = tuple(
        Row(
            (
                Cell(words("{year} so far", year=year) if year == running else year),
                Cell(say_attainment(each, words), quiet=not each.due),
                Cell(say_not_rated(each, words), quiet=True),
                Cell(say_causes(each.causes, words)),
            )
        )
        for year, each in own.years()
    )
    return Section(
        words(ATTAINMENT),
        "",
        (
            Column(words("Year"), 16, strong=True),
            Column(words("Targets met"), 20),
            Column(words("Not rated"), 18),
            Column(words("Causes of those missed"), 46),
        ),
        made,
        words("None of its measures had a target for a period that is over."),
    )


def _missed(own: OwnTargets, words: Words) -> tuple[Section, ...]:
    found = own.missed()
    if not found:
        return ()
    shown = found[:MOST_MISSED]
    more = len(found) - len(shown)
    return (
        Section(
            words("Targets it missed"),
            count_of(found),
            (
                Column(words("Measure"), 36, strong=True),
                Column(words("Period"), 14),
                Column(words("Target"), 12, align="right"),
                Column(words("Reached"), 12, align="right"),
                Column(words("Cause"), 26),
            ),
            tuple(_missed_row(each, words) for each in shown),
            text=words.plural(more, "{n} earlier one is not shown.", "{n} earlier ones are not shown.")
            if more
            else "",
            pairs=(
                *_challenged(shown, own.challenged, words),
                *(_said_of(each, words) for each in shown if (each.reading or {}).get("commentary")),
            ),
        ),
    )


def _missed_row(each: OwnTarget, words: Words) -> Row:
    lead, reading = Lead("measures", word(each.measure, "id")), word(each.reading or {}, "id")
    target = each.judged.target
    aim = _figure(each.measure, target.value)
    if target.value is None:
        aim = words(
            "{low} to {high}", low=_figure(each.measure, target.low), high=_figure(each.measure, target.high)
        )
    cause = say_value(READING.field("cause"), (each.reading or {}).get("cause"), words)
    return Row(
        (
            Cell(word(each.measure, "title"), lead=lead),
            Cell(say_period(target.period, words), lead=lead),
            Cell(aim, lead=lead),
            Cell(_figure(each.measure, each.judged.value), lead=lead),
            Cell(
                cause or words("No cause given"),
                lead=Lead("edit", Edit("reading", reading, {}, "cause")),
                quiet=not cause,
            ),
        ),
        "reading",
        reading,
    )


def _challenged(
    shown: Sequence[OwnTarget], challenged: Mapping[str, tuple[str, str]], words: Words
) -> list[Pair]:
    """A line for each measure whose score is challenged, with the way to it."""
    named = {
        word(each.measure, "id"): word(each.measure, "code") or word(each.measure, "title") for each in shown
    }
    return [
        Pair(name, challenged[id][0], words("See the challenge"), Lead("challenges", challenged[id][1]))
        for id, name in named.items()
        if id in challenged
    ]


def _said_of(each: OwnTarget, words: Words) -> Pair:
    called = word(each.measure, "code") or word(each.measure, "title")
    return Pair(
        f"{called}, {say_period(each.judged.target.period, words)}", word(each.reading or {}, "commentary")
    )


def _figure(measure: Record, number: Decimal | None) -> str:
    shown = measure.get("decimals")
    return say_measured(number, word(measure, "unit"), shown if isinstance(shown, int) else None)
