"""Who is due a look by scrutiny, the most significant first."""

from pmdesk.domain.significance import Rules
from pmdesk.domain.words import words_in
from pmdesk.figures.looks import look_figures, say_ago

EN, TODAY = words_in("en"), "2026-04-27"
PLACES = [
    {"id": "a", "name": "Allotments", "started": "2010"},
    {"id": "b", "name": "Bus", "started": "2015", "statutory": True},
    {"id": "c", "name": "Crime", "started": "1998", "statutory": True},
    {"id": "d", "name": "Dance", "started": "2025-01"},
    {"id": "e", "name": "Ended", "status": "ended"},
    {"id": "g", "name": "A grant", "kind": "grant"},
]
REVIEWS = {
    "b": [{"reported_on": "2023-03-14"}],
    "c": [{"reported_on": "2025-06-01"}],
}


def test_the_significant_and_never_seen_come_first() -> None:
    made = look_figures(PLACES, {}, REVIEWS, Rules(), TODAY, EN)
    assert [(row.name, row.level, row.pill[1]) for row in made.rows] == [
        ("Bus", "Significant", "Due a look"),
        ("Crime", "Significant", "Looked at"),
        ("Allotments", "Not significant", "Never looked at"),
        ("Dance", "Not significant", "Not due yet"),
    ]
    assert (made.rows[0].last, made.rows[0].ago, made.rows[0].often) == (
        "14 March 2023", "3 years ago", "every year",
    )  # fmt: skip
    assert made.finding == "2 of 4 partnerships are due a look by scrutiny."
    assert made.due == 2


def test_all_seen_and_none_at_all() -> None:
    made = look_figures(PLACES[2:3], {}, REVIEWS, Rules(), TODAY, EN)
    assert made.finding == "Every partnership has been looked at as often as its significance asks for."
    assert look_figures([], {}, {}, Rules(), TODAY, EN).finding == ""


def test_how_long_ago() -> None:
    assert [say_ago(days, EN) for days in (364, 365, 31, 30)] == [
        "11 months ago", "1 year ago", "1 month ago", "this month",
    ]  # fmt: skip
