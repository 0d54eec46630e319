"""What the desk says of measures, with figures as people read them."""

from pmdesk.domain.words import Words
from pmdesk.figures.desk import DeskFacts, desk
from pmdesk.figures.desk_measures import DeskMeasures, Measured, noteless_items, overdue_items, unready_items
from pmdesk.figures.timeline import timeline

ABUSE = {
    "id": "m",
    "code": "CS02",
    "title": "Repeat reports",
    "unit": "%",
    "decimals": 1,
    "owner_name": "Helen",
}


def test_a_missed_target_says_by_how_much_and_leads_to_its_note() -> None:
    [item] = noteless_items([Measured(ABUSE, "2025-26 Q4", "31.2", "26")], Words())
    assert (item.title, item.quiet) == ("CS02 Repeat reports", "31.2% against 26.0% for 2025-26 Q4")
    assert (item.state, item.who, item.page, item.id) == ("missed", "Helen", "measures", "m")
    [band] = noteless_items([Measured(ABUSE, "2025-26", "70", "40 to 60")], Words())
    assert band.quiet == "70.0% against 40.0% to 60.0% for 2025-26"


def test_a_reading_is_late_after_the_days_allowed() -> None:
    [item] = overdue_items([Measured(ABUSE, next_period="2025-26 Q4")], "2026-04-27", 17, Words())
    assert (item.quiet, item.when, item.page) == ("no reading for 2025-26 Q4", "10 days late", "readings")


def test_what_is_not_ready_is_named() -> None:
    [item] = unready_items([Measured(ABUSE, missing="baseline,source")], Words())
    assert item.quiet == "not ready: no baseline, no source"


def test_the_strip_counts_met_or_close_of_all_and_long_groups_say_how_many_more() -> None:
    measures = DeskMeasures(
        {"green": 14, "amber": 8, "red": 4, "not_rated": 2, "suppressed": 1},
        [Measured(ABUSE, "2025-26 Q4", "31.2", "26")],
        1_200,
    )
    none = timeline([], [], "2026-04-27", Words())
    made = desk(DeskFacts("2026-04-27", [], [], none, measures=measures), Words())
    figure = next(each for each in made.strip if each.label == "measures met or close")
    assert (figure.n, figure.of, figure.quiet) == (22, 29, "4 missed, 3 not rated")
    [group] = made.groups
    assert (group.key, group.count, group.more, made.count) == ("noteless", 1_200, 1_199, 1_200)
