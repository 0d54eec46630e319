"""Tiles say of each measure what its large chart says."""

from decimal import Decimal

from pmdesk.domain.words import Words
from pmdesk.figures.challenge_marks import Mark
from pmdesk.figures.multiples import multiples, tile
from pmdesk.figures.trajectory import trajectory
from tests.figures.measure_example import EN02, ch8, en02, made

WORDS = Words()


def test_a_tile_of_the_drawing() -> None:
    small, large = tile(en02(), WORDS), trajectory(en02(), WORDS)
    assert (small.id, small.title, small.value, small.period) == (
        "en02", "EN02 Household waste recycled", "46.9%", "2025-26 Q4",
    )  # fmt: skip
    assert (small.shape, small.word) == ("close", "Close")
    assert small.finding == "Heading 1.8 points short of target"
    assert (small.runs, small.path, small.width) == (large.runs, large.path, large.width)
    assert (small.low, small.high) == (Decimal("41.8"), Decimal(50))


def test_a_measure_without_readings_and_one_that_never_moves() -> None:
    empty = tile(made(EN02), WORDS)
    assert (empty.value, empty.period, empty.shape, empty.word) == ("", "", "none", "No reading yet")
    flat = tile(made({"title": "x"}, [("2024-25", "5"), ("2025-26", "5")]), WORDS)
    assert flat.low < 5 < flat.high
    hidden = tile(made(EN02, [{"period": "2025-26 Q4", "state": "suppressed"}]), WORDS)
    assert (hidden.shape, hidden.value) == ("dash", "")


def test_together() -> None:
    figures = multiples([en02(), ch8(), made(EN02)], WORDS)
    assert [each.id for each in figures.tiles] == ["en02", "ch8", "en02"]
    assert figures.finding == "1 of 3 measures met or close, 1 missed"
    assert multiples([], WORDS).finding == "No measures yet"


def test_a_tile_whose_score_was_challenged_says_where_that_stands() -> None:
    marks = {"ch8": Mark("1", "Challenged: late", "Why so many?")}
    assert [each.challenged for each in multiples([en02(), ch8()], WORDS, marks).tiles] == [
        "", "Challenged: late",
    ]  # fmt: skip
