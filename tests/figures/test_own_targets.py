"""The targets an organisation's measures had: its years and those it missed."""

from decimal import Decimal

from pmdesk.domain.attainment import Judged
from pmdesk.domain.series import Reading, Target
from pmdesk.domain.words import words_in
from pmdesk.figures.own_targets import (
    MOST_MISSED,
    OwnTarget,
    OwnTargets,
    attainment_sections,
    bars_of,
    last_year,
)
from pmdesk.figures.record_page import Edit, Lead

WORDS, TODAY = words_in("en"), "2026-04-27"


def own(period: str, met: bool | None, cause: str = "", title: str = "Waste", **target: Decimal) -> OwnTarget:
    """A target of a measure in per cent, reached by 46.9."""
    measure = {"id": f"m-{title}", "title": title, "code": "EN02", "unit": "%", "decimals": 1}
    reading = Reading(period, Decimal("46.9"), id=f"r-{period}")
    row = {"id": reading.id, "cause": cause or None, "commentary": f"About {period}" if cause else None}
    judged = Judged(Target(period, **(target or {"value": Decimal(50)})), met, reading, reading.value)
    return OwnTarget(measure, judged, row)


def texts(found: OwnTargets, section: int = 0) -> list[list[str]]:
    sections = attainment_sections(found, TODAY, WORDS)
    return [[cell.text for cell in row.cells] for row in sections[section].rows]


SOME = OwnTargets(
    (
        own("2024-25", True),
        own("2025-26 Q4", False, "funding"),
        own("2025-26 Q3", False),
        own("2025-26", True),
        own("2025-26 Q2", None),
        own("2026-04", True),
    ),
    measures=2,
)


def test_the_last_year_that_is_over() -> None:
    assert [last_year(day) for day in ("2026-03-31", "2026-04-01", "2027-03-31")] == [
        "2024-25",
        "2025-26",
        "2025-26",
    ]


def test_one_row_a_year_newest_first() -> None:
    assert texts(SOME) == [
        ["2026-27 so far", "1 of 1 (100%)", "", ""],
        ["2025-26", "1 of 3 (33%)", "1 not rated", "funding 1, no cause given 1"],
        ["2024-25", "1 of 1 (100%)", "", ""],
    ]
    bars = bars_of(SOME, TODAY, WORDS)
    assert bars is not None
    assert bars.finding == "Targets met in 2025-26: 1 of 3 (33%), after 1 of 1 (100%) in 2024-25"
    assert SOME.of("2025-26").due == 3
    assert SOME.of("1999-00").due == 0


def test_the_missed_ones_with_measure_cause_and_commentary() -> None:
    assert texts(SOME, 1) == [
        ["Waste", "2025-26 Q4", "50.0%", "46.9%", "Funding"],
        ["Waste", "2025-26 Q3", "50.0%", "46.9%", "No cause given"],
    ]
    missed = attainment_sections(SOME, TODAY, WORDS)[1]
    assert [tuple(pair[:2]) for pair in missed.pairs] == [("EN02, 2025-26 Q4", "About 2025-26 Q4")]
    first = missed.rows[0]
    assert first.cells[0].lead == Lead("measures", "m-Waste")
    assert first.cells[4].lead == Lead("edit", Edit("reading", "r-2025-26 Q4", {}, "cause"))
    assert (first.kind, first.record) == ("reading", "r-2025-26 Q4")


def test_a_band_is_said_as_one() -> None:
    found = OwnTargets((own("2025-26", False, low=Decimal(50), high=Decimal(60)),), 1)
    assert texts(found, 1)[0][2] == "50.0% to 60.0%"


def test_a_long_row_of_missed_ones_is_cut_and_says_so() -> None:
    found = OwnTargets(tuple(own("2025-26", False, title=f"M{n:02}") for n in range(MOST_MISSED + 2)), 40)
    section = attainment_sections(found, TODAY, WORDS)[1]
    assert (len(section.rows), section.count) == (MOST_MISSED, str(MOST_MISSED + 2))
    assert section.text == "2 earlier ones are not shown."


def test_who_owns_no_measure_has_no_attainment_and_who_had_no_target_is_told() -> None:
    assert attainment_sections(OwnTargets(), TODAY, WORDS) == ()
    [section] = attainment_sections(OwnTargets((), 3), TODAY, WORDS)
    assert section.empty == "None of its measures had a target for a period that is over."
    assert bars_of(OwnTargets((), 3), TODAY, WORDS) is None


def test_thousands_of_measures_are_only_counted() -> None:
    [section] = attainment_sections(OwnTargets((), 50_000, read=False), TODAY, WORDS)
    assert section.text.startswith("It owns 50000 measures.")
