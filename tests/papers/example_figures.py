"""The figures that the papers of measures draw in these tests: EN02, CH8, a plan, an alignment."""

from collections.abc import Sequence

from pmdesk.domain.balance import balance
from pmdesk.domain.words import Words
from pmdesk.figures.balance import balance_figures
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_alignment import AlignmentPaper, Side, Under, alignment_columns
from pmdesk.figures.paper_measure import MeasurePaper, measure_figures
from pmdesk.figures.paper_plan import (
    PlanFigures,
    counts_of,
    exceptions_first,
    measure_columns,
    measure_groups,
    say_ready,
    say_summary,
    unready_rows,
)
from pmdesk.figures.paper_tiles import tile_of
from pmdesk.figures.paper_values import Cell, Column
from tests.figures.measure_example import EN02, ch8, en02, made
from tests.papers.example_papers import COUNCIL

MADE_ON = "2026-04-27"
YEARS = ("2023-24", "2024-25", "2025-26")
AREAS = [
    {"area": f"Area {n}", "figures": "\n".join(f"{year} Q4\t{40 + n}" for year in YEARS)} for n in range(6)
]


def measure_paper(words: Words, *stories: MeasureStory) -> MeasurePaper:
    told = stories or (en02(comparators=AREAS),)
    return MeasurePaper(COUNCIL, tuple(measure_figures(each, {}, words) for each in told), MADE_ON)


def odd(at: int = 0) -> MeasureStory:
    """A measure with a period that has no number, and a title that could be taken for markup."""
    told = [("2025-26 Q1", "44"), {"period": "2025-26 Q2", "state": "suppressed"}, ("2025-26 Q4", "46")]
    return made({**EN02, "code": f"OD{at}", "title": "<b>R&D</b>"}, told)


def plan_figures(words: Words, stories: Sequence[MeasureStory] = ()) -> PlanFigures:
    told = exceptions_first(stories or (en02(), ch8(), odd(), made({"title": "Bare"})))
    counts, unready = counts_of(told, [], words), unready_rows(told, words)
    return PlanFigures(
        council=COUNCIL,
        plan="Aldermoor Corporate Plan",
        quiet="Corporate plan. Aldermoor District Council.",
        summary=say_summary(counts, words),
        reach="2 of them show its own objectives.",
        counts=counts,
        balance=balance_figures(balance(each.measure for each in told), words, ["5 A well-run council"]),
        columns=measure_columns(words),
        groups=measure_groups(told, words),
        tiles=tuple(each for story in told if (each := tile_of(story, words))),
        gap_columns=(Column("What is missing", 1), Column("Where", 2)),
        gaps=((Cell("Objectives with no measure", strong=True), Cell("5 A well-run council")),),
        unready=unready,
        ready=say_ready(told, unready, words),
        notes=("2 internal measures are not printed, nor counted here.",),
        made_on=MADE_ON,
    )


def alignment_paper(words: Words, many: int = 2) -> AlignmentPaper:
    """`many` headings on the left and twice as many on the right, two measures under each."""
    rows = tuple(
        (
            Cell(f"EN0{n} Waste <b>", "Wendle Waste Partnership\nAlso under 3 Greener", strong=True),
            Cell("46.9%"),
            Cell("50.0% or more", "by 2026-27 Q4"),
            Cell("Close", "Better", state="close"),
        )
        for n in (1, 2)
    )

    def side(title: str, count: int) -> Side:
        under = (
            Under(f"{title} {n}", "2 measures: 2 close", n % 2, rows, ("No partnership serves this.",))
            for n in range(count)
        )
        return Side(title, "Community Strategy", tuple(under))

    return AlignmentPaper(
        council=COUNCIL,
        finding="2 of 3 measures report to both.",
        intro="Each measure is entered once.",
        columns=alignment_columns(words),
        themes=side("Theme", many),
        objectives=side("Objective", 2 * many),
        neither=rows[:1],
        notes=("2 internal measures are not printed, nor counted here.",),
        made_on=MADE_ON,
    )
