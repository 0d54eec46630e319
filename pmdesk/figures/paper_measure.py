"""What the one-page story of a measure prints: the same as its page says, without forms and links."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmdesk.domain.periods import say_period
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import Words
from pmdesk.figures import record_page
from pmdesk.figures.measure_facts import BigFact
from pmdesk.figures.measure_page import MeasurePage, measure_page
from pmdesk.figures.measure_side import Flag
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.measure_tables import comparators_section, readings_section, targets_section
from pmdesk.figures.paper_values import Cell, Column, Fact
from pmdesk.figures.record_page import Pill, Record, word
from pmdesk.figures.trajectory import TrajectoryFigures, trajectory

MOST_READINGS, MOST_EARLIER = 12, 24
# The columns of a page's readings that are printed, and the room each takes; the difference is left out.
_SHARES = {0: 64, 1: 46, 2: 46, 4: 72, 5: 62, 6: 192}
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

    `ahead` are the periods to come, rows like those of `readings`, which has the newest first; `earlier` says
    those before them in a few words each, and `more` counts what is not said at all.
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
    readings: Printed
    earlier: tuple[str, ...]
    more: int
    targets: Printed
    others: tuple[str, str] | None  # the heading and the sentence of other areas
    smart: Printed
    answered: int
    places: tuple[Fact, ...]
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class MeasurePaper:
    """The stories of one or several measures, a page for each where it fits."""

    council: str
    stories: tuple[MeasureFigures, ...]
    made_on: str


def measure_figures(story: MeasureStory, plans: Mapping[str, Record], words: Words) -> MeasureFigures:
    """The story as it is printed; `plans` by id. The caller has taken out what is private."""
    page, chart = measure_page(story, plans, {}, words), trajectory(story, words)
    latest = story.latest
    others, before = comparators_section(story, words), story.standings[::-1][MOST_READINGS:]
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
        readings=_readings(story, words),
        earlier=tuple(_briefly(story, each, words) for each in before[:MOST_EARLIER]),
        more=max(len(before) - MOST_EARLIER, 0),
        targets=_targets(story, words),
        others=(others.title, others.text) if others and others.text else None,
        smart=_smart(page, words),
        answered=page.answered,
        places=_places(page, story, words),
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


def _readings(story: MeasureStory, words: Words) -> Printed:
    """The newest readings, each with what its own period should have reached."""
    whole = _printed(readings_section(story, words), _SHARES)
    return Printed(whole.columns, whole.rows[:MOST_READINGS], whole.note)


def _targets(story: MeasureStory, words: Words) -> Printed:
    section = targets_section(story, words)
    shares = dict(enumerate(_TARGET_SHARES[: len(section.columns) - 1]))
    return _printed(section, {**shares, len(section.columns) - 1: 256 - sum(shares.values())})


def _briefly(story: MeasureStory, each: Standing, words: Words) -> str:
    """'2023-24 Q4 44.2% (Met)', or the period and its state where there is no number."""
    said = " ".join(part for part in (say_period(each.period, words), story.said(each.value)) if part)
    return f"{said} ({words(story.word_of(each))})"


def _to_come(chart: TrajectoryFigures, words: Words) -> Rows:
    """The periods ahead, the last first: their target and what is forecast for them."""
    ahead = [row for row in chart.rows if not row.value and not row.rating]
    return tuple(
        (
            Cell(row.period, strong=True),
            Cell("–"),
            Cell(row.path),
            Cell(words("To come")),
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


def _places(page: MeasurePage, story: MeasureStory, words: Words) -> tuple[Fact, ...]:
    """Where the measure counts, who it is for, and who answers for it; equal labels stand together."""
    found: dict[str, list[str]] = {}
    if word(story.measure, "covers"):
        found[words("Who or where it is for")] = [word(story.measure, "covers")]
    label = ""
    for each in page.places:
        label = each.label or label
        found.setdefault(label, []).append(f"{each.text} ({each.note})" if each.note else each.text)
    return tuple((label, "\n".join(texts)) for label, texts in found.items())
