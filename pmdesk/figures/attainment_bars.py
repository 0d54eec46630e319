"""A partner's attainment over the years as bars, newest first, and its one way of being said (rule 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.attainment import Attainment
from pmdesk.domain.milestone import CAUSES
from pmdesk.domain.words import Words


class Bar(NamedTuple):
    """One year: how much of its bar is filled (0 to 1), what stands beside it, and the quiet words after.

    `share` is None where no target was due.
    """

    year: str
    share: float | None
    said: str
    quiet: str


@dataclass(frozen=True, slots=True)
class AttainmentBars:
    """The bars, newest first; the finding is the chart's title, the summary is for who cannot see it."""

    bars: tuple[Bar, ...]
    finding: str
    summary: str


def attainment_bars(
    years: Sequence[tuple[str, Attainment]], words: Words, running: str = ""
) -> AttainmentBars:
    """The bars of years given newest first; `running` is the year that is not over yet.

    >>> made = attainment_bars([("2025-26", Attainment(17, 20, 1, {"": 3}))], Words())
    >>> made.finding, made.bars[0].said, made.bars[0].quiet
    ('Targets met in 2025-26: 17 of 20 (85%)', '17 of 20 (85%)', '1 not rated; no cause given 3')
    """
    bars = tuple(
        Bar(
            words("{year} so far", year=year) if year == running else year,
            each.met / each.due if each.due else None,
            say_attainment(each, words),
            "; ".join(part for part in (say_not_rated(each, words), say_causes(each.causes, words)) if part),
        )
        for year, each in years
    )
    finding = _finding([pair for pair in years if pair[0] != running and pair[1].due], words)
    told = ". ".join(
        f"{bar.year}: {', '.join(part for part in (bar.said, bar.quiet) if part)}" for bar in bars
    )
    return AttainmentBars(bars, finding, f"{finding}. {told}." if told else f"{finding}.")


def say_attainment(found: Attainment, words: Words) -> str:
    """'17 of 20 (85%)', never the per cent alone; where no target could be rated that is said.

    >>> say_attainment(Attainment(17, 20, 1, {}), Words()), say_attainment(Attainment(0, 0, 2, {}), Words())
    ('17 of 20 (85%)', 'None rated')
    """
    if not found.due:
        return words("None rated")
    return words("{n} of {of} ({per_cent}%)", n=found.met, of=found.due, per_cent=found.per_cent)


def say_not_rated(found: Attainment, words: Words) -> str:
    """'2 not rated'; '' for none."""
    return words("{n} not rated", n=found.not_rated) if found.not_rated else ""


def say_causes(causes: Mapping[str, int], words: Words) -> str:
    """'funding 2, no cause given 1': the most frequent first, those without one last."""
    order = [code for code, _label in CAUSES]
    ranked = sorted(
        causes, key=lambda each: (not each, -causes[each], order.index(each) if each in order else 9)
    )
    return ", ".join(f"{say_cause(code, words)} {causes[code]}" for code in ranked)


def say_cause(code: str, words: Words) -> str:
    """A cause in small letters, as it stands in the middle of a sentence."""
    said = words(dict(CAUSES)[code]) if code in dict(CAUSES) else code or words("no cause given")
    return said[:1].lower() + said[1:]


def _finding(years: Sequence[tuple[str, Attainment]], words: Words) -> str:
    """Of the newest year that is over, beside the one before it."""
    if not years:
        return words("No target could be rated in a year that is over")
    year, now = years[0]
    said = {"year": year, "met": say_attainment(now, words)}
    if len(years) == 1:
        return words("Targets met in {year}: {met}", **said)
    earlier, before = years[1]
    said |= {"earlier": earlier, "before": say_attainment(before, words)}
    return words("Targets met in {year}: {met}, after {before} in {earlier}", **said)
