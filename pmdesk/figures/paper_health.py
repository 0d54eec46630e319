"""What the paper of a health check prints: the spread as chart and tables, and the years; nobody's answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.health import Health
from pmdesk.figures.health_spread import (
    SpreadFigure,
    SpreadRow,
    say_half,
    say_veiled,
    spread_figure,
    statement_rows,
)
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.figures.record_page import Record, word

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HealthFigures:
    """The whole paper; `statements` has each principle's title and rows, `years` is empty for one check."""

    council: str
    title: str
    partnership: str
    summary: str
    note: str
    chart: SpreadFigure
    columns: tuple[Column, ...]
    principles: tuple[Cells, ...]
    apart: tuple[Cells, ...]
    statements: tuple[tuple[str, tuple[Cells, ...]], ...]
    year_columns: tuple[Column, ...]
    years: tuple[Cells, ...]
    made_on: str


def health_figures(
    check: Record, health: Health, earlier: Sequence[Health], council: str, words: Words, today: str
) -> HealthFigures:
    """The paper of a closed check; `earlier` are closed checks of the same statements, this among them."""
    said = statement_rows(health, words)
    apart = [row for row in said if row.spread and row.spread.disagrees]
    chart = spread_figure(health, words)
    return HealthFigures(
        council=council,
        title=word(check, "title"),
        partnership=word(check, "partnership_name"),
        summary=_summary(health, len(apart), words),
        note=_note(health, words),
        chart=chart,
        columns=_columns(words),
        principles=tuple(_row(row, words) for row in chart.rows),
        apart=tuple(_row(row, words) for row in apart),
        statements=tuple(_by_principle(health, said, words)),
        year_columns=_year_columns(earlier, words),
        years=_years(health, earlier, words),
        made_on=today,
    )


def _note(health: Health, words: Words) -> str:
    """How the figures are to be read, and why some are not there."""
    found = health.results
    said = words(
        "1 is strongly disagree, 4 strongly agree. The median is the middle answer; the middle half"
        " leaves out the lowest and the highest quarter. Nothing below three answers is shown, and never"
        " whose an answer was."
    )
    veiled = say_veiled((*found.principles, *found.statements) if found else (), words)
    return f"{said} {veiled}".strip()


def _summary(health: Health, apart: int, words: Words) -> str:
    n = health.results.n if health.results else 0
    answered = words.plural(
        n,
        "{n} partner answered, each alone; the check was closed on {day}.",
        "{n} partners answered, each alone; the check was closed on {day}.",
        day=say_date(health.closed_on, words),
    )
    if not apart:
        return f"{answered} {words('On no statement do the answers reach far from disagree to agree.')}"
    differ = words.plural(apart, "They disagree on {n} statement.", "They disagree on {n} statements.")
    return f"{answered} {differ}"


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Statement"), 60),
        Column(words("Median"), 10, right=True),
        Column(words("Middle half"), 14, right=True),
        Column("", 16),
    )


def _row(row: SpreadRow, words: Words) -> Cells:
    if row.spread is None:
        return Cell(row.label), Cell("–"), Cell("–"), Cell(words("Too few"), state="none")
    half = say_half(row.spread, words)
    differ = Cell(words("They disagree"), state="close") if row.spread.disagrees else Cell("")
    return Cell(row.label), Cell(f"{row.spread.middle:g}", strong=True), Cell(half), differ


def _by_principle(
    health: Health, said: Sequence[SpreadRow], words: Words
) -> list[tuple[str, tuple[Cells, ...]]]:
    made, at = [], 0
    for each in health.principles:
        rows = said[at : at + len(each.statements)]
        made.append((words(each.title), tuple(_row(row, words) for row in rows)))
        at += len(each.statements)
    return made


def _year_columns(earlier: Sequence[Health], words: Words) -> tuple[Column, ...]:
    days = [Column(say_date(each.closed_on[:7], words), 14, right=True) for each in earlier[:4]]
    return (Column(words("Principle"), 44), *days)


def _years(health: Health, earlier: Sequence[Health], words: Words) -> tuple[Cells, ...]:
    if len(earlier) < 2:
        return ()
    rows = []
    for at, each in enumerate(health.principles):
        spreads = [told.results.principles[at] for told in earlier[:4] if told.results]
        medians = (Cell(f"{spread.middle:g}" if spread else "–") for spread in spreads)
        rows.append((Cell(words(each.title) or words("Statements")), *medians))
    return tuple(rows)
