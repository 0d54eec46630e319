"""What the account of contributions prints: what partners undertook, delivered and attained; their words."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.attainment import Attainment, Judged
from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import CONTRIBUTION, Account, contribution_state
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.measure import READING
from pmdesk.domain.money import say_money
from pmdesk.domain.periods import say_period
from pmdesk.domain.words import N_, Words
from pmdesk.figures.aims import say_aim
from pmdesk.figures.exchanges import Exchange, challenged_measures, say_challenged
from pmdesk.figures.measure_facts import say_target
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_values import Cell, Column, Section
from pmdesk.figures.record_page import Record, sentences, word

Cells = tuple[Cell, ...]

# Each state of a contribution: its shape and its word.
STATES: Mapping[str, tuple[str, str]] = {
    "overdue": ("missed", N_("Not delivered")),
    "part": ("close", N_("In part")),
    "promised": ("clock", N_("Not due yet")),
    "delivered": ("met", N_("Delivered")),
}


class Target(NamedTuple):
    """A target that was due, with the measure it is of."""

    story: MeasureStory
    judged: Judged


class Partner(NamedTuple):
    """An organisation with all that its account is made of; `words` are its own, the newest first."""

    name: str
    rows: Sequence[Record]
    account: Account
    targets: Sequence[Target]
    attained: Attainment
    words: Sequence[Record]
    exchanges: tuple[Exchange, ...] = ()  # what it was asked to answer for


@dataclass(frozen=True, slots=True)
class PartnerPart:
    """One organisation's account; `said` are its own words under the day and who said them, word for word."""

    name: str
    undertakings: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    targets: str
    target_columns: tuple[Column, ...]
    target_rows: tuple[Cells, ...]
    said: tuple[Section, ...]
    silent: str
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class ContributionFigures:
    """The whole paper: every organisation in one table, then the account of each."""

    council: str
    year: str  # the financial year its targets are of
    summary: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    note: str
    parts: tuple[PartnerPart, ...]
    made_on: str
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def worst_first(partners: Iterable[Partner]) -> list[Partner]:
    """Most undertakings not kept first, then most targets missed, then by name."""

    def key(each: Partner) -> tuple[int, int, str]:
        kept, missed = each.account.due - each.account.kept, each.attained.due - each.attained.met
        return -kept, -missed, each.name.casefold()

    return sorted(partners, key=key)


def partner_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Organisation"), 136),
        Column(words("Undertakings kept"), 90),
        Column(words("Money undertaken"), 80, right=True),
        Column(words("Money delivered"), 80, right=True),
        Column(words("Targets met"), 96),
    )


def partner_rows(partners: Iterable[Partner], words: Words) -> tuple[Cells, ...]:
    return tuple(
        (
            Cell(each.name, strong=True),
            Cell(say_kept(each.account, words)),
            Cell(say_money(each.account.pounds_undertaken) if each.account.pounds_undertaken else "–"),
            Cell(_delivered(each.account)),
            Cell(say_attained(each.attained, words), quiet=_unrated(each.attained, words)),
        )
        for each in partners
    )


def say_kept(account: Account, words: Words) -> str:
    """'3 of 4 due', or that none was due yet; how many are still to come is in the account itself."""
    if not account.undertaken:
        return words("none")
    if not account.due:
        return words("none due yet")
    return words("{kept} of {due} due", kept=account.kept, due=account.due)


def say_attained(attained: Attainment, words: Words) -> str:
    """'17 of 20 (85%)'; never a percentage without its numbers (rule 9).

    >>> say_attained(Attainment(17, 20, 1, {}), Words())
    '17 of 20 (85%)'
    """
    if not attained.due:
        return words("none rated") if attained.not_rated else words("none due")
    return words("{met} of {due} ({percent}%)", met=attained.met, due=attained.due, percent=attained.per_cent)


def partner_part(each: Partner, year: str, today: str, words: Words) -> PartnerPart:
    """The account of one organisation; what it did not deliver and the targets missed come first."""
    order = list(STATES)
    rows = sorted(each.rows, key=lambda row: (order.index(contribution_state(row, today)), _due(row)))
    targets = sorted(
        each.targets, key=lambda one: (_rank(one.judged), one.story.title, one.judged.target.ends)
    )
    asked = challenged_measures(each.exchanges)
    return PartnerPart(
        name=each.name,
        undertakings=_say_account(each.account, words),
        columns=_contribution_columns(words),
        rows=tuple(_contribution_row(row, today, words) for row in rows),
        targets=_say_targets(each.attained, year, words) if each.targets else "",
        target_columns=_target_columns(words),
        target_rows=tuple(_target_row(one, asked, words) for one in targets),
        said=tuple(_said(row, words) for row in each.words),
        silent="" if each.words else words("None are recorded."),
        exchanges=each.exchanges,
    )


def say_contributions(partners: Sequence[Partner], words: Words) -> str:
    """How many undertook something, what was kept of what was due, and the money."""
    some = [each.account for each in partners if each.account.undertaken]
    if not some:
        return words("No organisation has undertaken anything yet.")
    due, kept = sum(each.due for each in some), sum(each.kept for each in some)
    pounds = say_money(sum(each.pounds_undertaken for each in some))
    paid = say_money(sum(each.pounds_delivered for each in some))
    parts = [
        words.plural(
            len(some),
            "{n} organisation has undertaken something.",
            "{n} organisations have undertaken something.",
        ),
        _say_kept(due, kept, words),
        words("Of {pounds} undertaken, {paid} was delivered.", pounds=pounds, paid=paid or "£0"),
    ]
    return " ".join(part for part in parts if part)


def _delivered(account: Account) -> str:
    if not account.pounds_undertaken and not account.pounds_delivered:
        return "–"
    return say_money(account.pounds_delivered)


def _unrated(attained: Attainment, words: Words) -> str:
    if not attained.not_rated or not attained.due:
        return ""
    return words.plural(attained.not_rated, "{n} more not rated", "{n} more not rated")


def _say_account(account: Account, words: Words) -> str:
    if not account.undertaken:
        return words("It has undertaken nothing that is recorded.")
    ahead = account.undertaken - account.due
    parts = [_say_kept(account.due, account.kept, words)]
    if ahead:
        parts.append(words.plural(ahead, "{n} is not due yet.", "{n} are not due yet."))
    if account.pounds_undertaken:
        pounds, paid = say_money(account.pounds_undertaken), say_money(account.pounds_delivered)
        parts.append(words("Of {pounds} undertaken, {paid} was delivered.", pounds=pounds, paid=paid))
    return " ".join(part for part in parts if part)


def _say_kept(due: int, kept: int, words: Words) -> str:
    """How many of those that were due were kept; '' while none was due."""
    if not due:
        return ""
    return words.plural(
        due,
        "{kept} of {n} undertaking that was due was kept.",
        "{kept} of {n} undertakings that were due were kept.",
        kept=kept,
    )


def _contribution_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("What it undertook"), 160),
        Column(words("By when"), 92),
        Column(words("Undertaken"), 64, right=True),
        Column(words("Delivered"), 64, right=True),
        Column(words("How it stands"), 102),
    )


def _contribution_row(row: Record, today: str, words: Words) -> Cells:
    shape, said = STATES[contribution_state(row, today)]
    kind = say_value(CONTRIBUTION.field("kind"), row.get("kind"), words)
    delivered = say_date(row.get("delivered_on"), words)
    quiet = ", ".join(part for part in (word(row, "partnership_name"), kind.lower()) if part)
    return (
        Cell(word(row, "what") or kind or words("not said"), quiet=quiet, strong=True),
        Cell(say_date(row.get("due"), words) or words("no date")),
        Cell(say_money(row.get("undertaken")) or "–"),
        Cell(say_money(row.get("delivered")) or "–"),
        Cell(words(said), quiet=delivered, state=shape),
    )


def _due(row: Record) -> str:
    return last_day(row.get("due")) or "9999"


def _rank(judged: Judged) -> int:
    """Missed before not rated before met."""
    return 1 if judged.met is None else 2 * int(judged.met)


def _say_targets(attained: Attainment, year: str, words: Words) -> str:
    """'Targets of 2025-26: 17 of 20 (85%) met. Causes of those missed: ...'"""
    said = words(
        "Targets due in {year} and met: {attained}.", year=year, attained=say_attained(attained, words)
    )
    causes = Counter(attained.causes)
    told = ", ".join(
        f"{_cause(cause, words)} {n}" for cause, n in sorted(causes.items(), key=lambda one: -one[1])
    )
    parts = [said, words("Causes given for those missed: {causes}.", causes=told) if told else ""]
    if attained.not_rated:
        parts.append(
            words.plural(
                attained.not_rated,
                "{n} more could not be rated, which is no failure.",
                "{n} more could not be rated, which is no failure.",
            )
        )
    return " ".join(part for part in parts if part)


def _cause(cause: str, words: Words) -> str:
    return words(READING.field("cause").choice_label(cause)).lower() if cause else words("none given")


def _target_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Measure"), 140),
        Column(words("Period"), 64),
        Column(words("Target"), 88),
        Column(words("Reading"), 62, right=True),
        Column(words("Result and cause"), 128),
    )


def _target_row(one: Target, asked: Collection[str], words: Words) -> Cells:
    story, judged = one.story, one.judged
    target, reading = judged.target, judged.reading
    record: Record = story.reading_rows.get(reading.id, {}) if reading else {}
    behind = _behind(record, words) if judged.met is False else ""
    shape, said = {
        True: ("met", N_("Met")),
        False: ("missed", N_("Missed")),
        None: ("none", N_("Not rated")),
    }[judged.met]
    challenged = say_challenged(words) if word(story.measure, "id") in asked else ""
    behind = "\n".join(part for part in (behind, challenged) if part)
    return (
        Cell(story.title, quiet=word(story.measure, "partnership_name"), strong=True),
        Cell(say_period(target.period, words)),
        Cell(say_aim(say_target(story, target, words), story.scale.polarity, words)),
        Cell(story.said(judged.value) if judged.value is not None else "–"),
        Cell(words(said), quiet=behind, state=shape),
    )


def _behind(record: Record, words: Words) -> str:
    """Whose doing it was that a target was missed, and what was written of it."""
    cause = word(record, "cause")
    said = words("Cause: {cause}", cause=_cause(cause, words)) if cause else words("No cause given")
    return sentences(said, " ".join(word(record, "commentary").split()))


def _said(row: Record, words: Words) -> Section:
    """A partner's own words under the day, who spoke and of which partnership; the text is left as it is."""
    parts = (say_date(row.get("said_on"), words), word(row, "said_by"), word(row, "partnership_name"))
    return Section(", ".join(part for part in parts if part), word(row, "text"))
