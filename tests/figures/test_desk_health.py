"""The desk's line of a check that takes answers."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_health import health_items
from tests.figures.health_made import CHECK, opened

EN = words_in("en")


def test_how_many_and_until_when() -> None:
    [item] = health_items([(CHECK, opened("a"))], "2026-04-27", EN)
    assert (item.state, item.quiet, item.when, item.go) == (
        "clock",
        "1 of 4 have answered",
        "in 4 days, 1 May",
        "See it",
    )
    assert (item.page, item.id) == ("health-checks", "c")


def test_it_can_be_closed_when_all_have_answered_or_the_day_has_passed() -> None:
    [item] = health_items([(CHECK, opened("a", "b", "d", "e"))], "2026-04-27", EN)
    assert item.go == "Close it"
    [item] = health_items([(CHECK, opened("a", "b", "d"))], "2026-05-03", EN)
    assert (item.state, item.when, item.go) == ("close", "2 days late", "Close it")
    [item] = health_items([(CHECK, opened("a", "b"))], "2026-05-03", EN)
    assert item.go == "See it"
