"""What the one-page story of a measure prints: the same as its page says, without forms and links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmdesk.domain.periods import say_period
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import N_, Words
from pmdesk.figures import record_page
from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.finding import measured
from pmdesk.figures.measure_facts import BigFact
from pmdesk.figures.measure_page import MeasurePage, measure_page
from pmdesk.figures.measure_side import Flag
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.measure_tables import comparators_section, readings_section, targets_section
from pmdesk.figures.paper_values import Cell, Column, Fact
from pmdesk.figures.record_page import Pill, Record, word
from pmdesk.figures.trajectory import TrajectoryFigures, trajectory

# The newest readings that have a row of their own: as many of these as leave the story on one page.
SHOWN = (12, 8, 6, 4, 2)
# The columns of a page's readings that are printed, and the room each takes where their words do not say;
# the difference is left out.
_SHARES = {0: 80, 1: 46, 2: 46, 4: 84, 5: 62, 6: 164}
_TARGET_SHARES = (72, 52, 48, 48)

Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A table ready to print; `note` a sentence under it, '' for none."""

    columns: tuple[Column, ...]
    rows: Rows
    note: str = ""


@dataclass(frozen=True, slots=True)
class MeasureFigures:
    """One measure's story: `rating` (shape, word) is that of `period`; `smart` answers or asks the five.

    `ahead` are the periods to come, rows like those of `readings`, which has the newest first; its note says
    how the earlier ones went. Each table of `readings` has fewer of them, so that one fits the page.
    """

    title: str
    rating: Pill
    period: str
    quiet: str
    definition: str
    facts: tuple[BigFact, ...]
    flags: tuple[Flag, ...]
    chart: TrajectoryFigures
    ahead: Rows
    readings: tuple[Printed, ...]
    targets: Printed
    others: tuple[str, str] | None  # the heading and the sentence of other areas
    smart: Printed
    answered: int
    places: tuple[Fact, ...]
    is_provisional: bool
    exchanges: tuple[Exchange, ...] = ()  # what its owner was asked, with the replies


@dataclass(frozen=True, slots=True)
class MeasurePaper:
    """The stories of one or several measures, a page for each where it fits."""

    council: str
    stories: tuple[MeasureFigures, ...]
    made_on: str
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def measure_figures(story: MeasureStory, plans: Mapping[str, Record], words: Words) -> MeasureFigures:
    """The story as it is printed; `plans` by id. The caller has taken out what is private."""
    page, chart = measure_page(story, plans, {}, words), trajectory(story, words)
    latest, others = story.latest, comparators_section(story, words)
    return MeasureFigures(
        title=page.title,
        rating=page.pill,
        period=say_period(latest.period, words) if latest else "",
        quiet=page.quiet,
        definition=" ".join(word(story.measure, "definition").split()),
        facts=page.facts,
        flags=page.flags,
        chart=chart,
        ahead=_to_come(chart, words),
        readings=tuple(_readings(story, most, words) for most in SHOWN),
        targets=_targets(story, words),
        others=(others.title, others.text) if others and others.text else None,
        smart=_smart(page, words),
        answered=page.answered,
        places=_places(page),
        is_provisional=is_provisional(story),
    )


def is_provisional(story: MeasureStory) -> bool:
    """Whether the latest figure may still change."""
    return story.latest is not None and story.latest.reading.state == "provisional"


def _printed(section: record_page.Section, shares: Mapping[int, float]) -> Printed:
    """The columns of a page's table that paper has; one without rows is its sentence for none."""
    columns = tuple(
        Column(section.columns[at].title, share, section.columns[at].align == "right")
        for at, share in shares.items()
    )
    rows = tuple(tuple(_cell(row.cells[at], section.columns[at]) for at in shares) for row in section.rows)
    return Printed(columns, rows, "" if rows else section.empty)


def _cell(cell: record_page.Cell, column: record_page.Column) -> Cell:
    return Cell(cell.text, cell.note, column.strong, cell.state)


def _readings(story: MeasureStory, most: int, words: Words) -> Printed:
    """The newest readings, each with what its own period should have reached, and how those before went."""
    whole = _printed(readings_section(story, words), _SHARES)
    earlier = story.standings[: max(len(story.standings) - most, 0)]
    return Printed(whole.columns, whole.rows[:most], whole.note or say_earlier(story, earlier, words))


def _targets(story: MeasureStory, words: Words) -> Printed:
    section = targets_section(story, words)
    shares = dict(enumerate(_TARGET_SHARES[: len(section.columns) - 1]))
    return _printed(section, {**shares, len(section.columns) - 1: 256 - sum(shares.values())})


def say_earlier(story: MeasureStory, earlier: Sequence[Standing], words: Words) -> str:
    """How many readings have no row, of which periods, the lowest and the highest of them; '' for none."""
    if not earlier:
        return ""
    told = [each.value for each in earlier if each.value is not None]
    values = {
        "first": say_period(earlier[0].period, words),
        "last": say_period(earlier[-1].period, words),
        "low": measured(story, min(told)) if told else "",
        "high": measured(story, max(told)) if told else "",
    }
    if not told:
        return words.plural(
            len(earlier),
            "{n} earlier reading, {first}, has no number.",
            "{n} earlier readings, from {first} to {last}, have no number.",
            **values,
        )
    return words.plural(
        len(earlier),
        "{n} earlier reading, {first}: {low}.",
        "{n} earlier readings, from {first} to {last}: lowest {low}, highest {high}.",
        **values,
    )


def _to_come(chart: TrajectoryFigures, words: Words) -> Rows:
    """The periods without a reading, the last first: their target and what is forecast for them."""
    ahead = [row for row in chart.rows if not row.value and not row.rating]
    return tuple(
        (
            Cell(row.period, strong=True),
            Cell("–"),
            Cell(row.path),
            Cell(words(RATINGS["no_reading"][1] if row.over else N_("To come"))),
            Cell(""),
            Cell(words("Forecast {value}", value=row.forecast) if row.forecast else ""),
        )
        for row in reversed(ahead)
    )


def _smart(page: MeasurePage, words: Words) -> Printed:
    rows = tuple(
        (
            Cell(each.word, strong=True, state="done" if each.answered else "unknown"),
            Cell(each.known if each.answered else " ".join(said for said, _lead in each.asks)),
        )
        for each in page.smart
    )
    columns = (Column("", 90), Column("", 166))
    return Printed(columns, rows)


def _places(page: MeasurePage) -> tuple[Fact, ...]:
    """Where the measure counts and who answers for it; equal labels stand together.

    Whom it is for is part of the answer to 'Specific'.
    """
    found: dict[str, list[str]] = {}
    label = ""
    for each in page.places:
        label = each.label or label
        found.setdefault(label, []).append(f"{each.text} ({each.note})" if each.note else each.text)
    return tuple((label, "\n".join(texts)) for label, texts in found.items())
