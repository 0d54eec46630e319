"""One set of figures as printed: a measure's row is the same on both sides, but for where else it stands."""

from dataclasses import replace

from pmdesk.domain.words import words_in
from pmdesk.figures.alignment import AlignedMeasure, AlignmentFigures, Heading
from pmdesk.figures.paper_alignment import (
    Told,
    alignment_columns,
    say_alignment,
    shown,
    sides,
    usual_period,
)
from pmdesk.figures.rating_counts import rating_counts

ENGLISH = words_in("en")
WASTE = AlignedMeasure(
    "m", "EN02 Household waste recycled", "46.9%", "2025-26 Q4", "50.0%", "2026-27 Q4", "amber",
    ("close", "Close"), "better", "Better", "Wendle Waste Partnership", "w", "", (),
    ("3 A greener district",),
)  # fmt: skip
YEARLY = replace(
    WASTE, id="y", title="AA01 Adults active", period="2025-26", target_period="2025-26", also=()
)
NOTHING = AlignedMeasure("n", "New", "", "", "", "", "no_reading", None, "", "", "", "")
COUNTS = rating_counts(["amber"], [], ENGLISH)


def heading(id: str, *measures: AlignedMeasure, gaps: tuple[str, ...] = ()) -> Heading:
    return Heading(id, f"Heading {id}", "Plan", "p", 0, measures, len(measures), COUNTS, ("Waste",), gaps)


def figures(*headings: Heading, neither: tuple[AlignedMeasure, ...] = ()) -> AlignmentFigures:
    return AlignmentFigures(headings, headings, neither, len(neither), 1, 0, 0, 2, COUNTS, "Finding")


TOLD = Told({"m": "higher", "y": "higher"}, {"y"}, {})


def test_both_sides_have_the_same_rows() -> None:
    themes, objectives, _neither = sides(figures(heading("1", WASTE)), TOLD, ENGLISH)
    assert (themes.title, objectives.title) == ("By community-strategy theme", "By corporate objective")
    assert themes.headings == objectives.headings
    (under,) = themes.headings
    assert under.quiet == "1 measure: 1 close. Waste"
    (row,) = under.rows
    assert len(row) == len(alignment_columns(ENGLISH))
    assert row[0].quiet == "Wendle Waste Partnership\nAlso under 3 A greener district"
    assert (row[2].text, row[2].quiet) == ("50.0% or more", "by 2026-27 Q4")
    assert (row[3].text, row[3].quiet, row[3].state) == ("Close", "Better", "close")


def test_a_period_is_said_where_it_is_not_the_usual_one() -> None:
    told = figures(heading("1", WASTE, replace(WASTE, id="o")), neither=(YEARLY, NOTHING))
    assert usual_period(told) == "2025-26 Q4"
    assert "Figures are of 2025-26 Q4 unless" in say_alignment(told, ENGLISH)
    themes, _objectives, neither = sides(told, TOLD, ENGLISH)
    assert themes.headings[0].rows[0][1].quiet == ""
    # A year's figure against that year's target needs no second period; that it may change is said.
    assert (neither[0][1].quiet, neither[0][2].quiet) == ("2025-26\nprovisional", "")
    assert [cell.text for cell in neither[1]] == ["New", "–", "–", ""]


def test_a_quarter_that_ends_the_year_has_the_years_target() -> None:
    ends = replace(WASTE, target_period="2025-26")
    themes, _objectives, _neither = sides(figures(heading("1", ends)), TOLD, ENGLISH)
    assert themes.headings[0].rows[0][2].quiet == ""


def test_gaps_are_those_of_the_whole_register() -> None:
    missing = heading("1", gaps=("No measure shows this yet.",))
    themes, *_rest = sides(figures(missing), TOLD._replace(gaps={"1": ()}), ENGLISH)
    assert themes.headings[0].gaps == ("Only internal measures show this.",)
    themes, *_rest = sides(figures(missing), TOLD, ENGLISH)
    assert themes.headings[0].gaps == ("No measure shows this yet.",)


def test_nothing_at_all() -> None:
    assert usual_period(figures()) == ""
    assert "unless" not in say_alignment(figures(), ENGLISH)
    assert shown(figures()) == []
