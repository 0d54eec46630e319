"""Small charts: the newest readings, each with its number, and what is never joined."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_tiles import SHOWN, tile_of
from tests.figures.measure_example import CH8, EN02, ch8, en02, made

ENGLISH = words_in("en")


def test_the_newest_readings_with_what_they_should_be() -> None:
    tile = tile_of(en02(), ENGLISH)
    assert tile is not None
    assert (tile.title, tile.rating, len(tile.points)) == (
        "EN02 Household waste recycled", ("close", "Close"), SHOWN,
    )  # fmt: skip
    assert [(each.period, each.said, each.aim, each.word) for each in tile.points][-2:] == [
        ("2025-26 Q3", "45.9", "47.4", "Close"),
        ("2025-26 Q4", "46.9", "48.0", "Close"),
    ]
    assert tile.finding in tile.summary


def test_what_adds_up_begins_anew_each_year() -> None:
    told = [("2008-09 Q3", "7"), ("2008-09 Q4", "9"), ("2009-10 Q1", "2"), ("2009-10 Q2", "5")]
    tile = tile_of(made(CH8, told), ENGLISH)
    assert tile is not None
    assert [each.joined for each in tile.points] == [False, True, False, True]
    whole = tile_of(ch8(), ENGLISH)
    assert whole is not None
    assert [each.joined for each in whole.points] == [False, True, True, True]


def test_a_period_left_out_and_one_without_a_number_are_not_joined() -> None:
    told = [("2025-26 Q1", "44"), {"period": "2025-26 Q2", "state": "suppressed"}, ("2025-26 Q4", "46")]
    tile = tile_of(made(EN02, told), ENGLISH)
    assert tile is not None
    assert [(each.value is None, each.said) for each in tile.points] == [
        (False, "44.0"), (True, "–"), (False, "46.0"),
    ]  # fmt: skip
    assert [each.joined for each in tile.points] == [False, True, False]


def test_nothing_to_draw_is_no_tile() -> None:
    assert tile_of(made(EN02), ENGLISH) is None
    assert tile_of(made(EN02, [{"period": "2025-26 Q1", "state": "unknown"}]), ENGLISH) is None
