"""The desk says which recommendations wait for whom; what is far off or closed is not there."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_scrutiny import recommendation_items

EN, TODAY = words_in("en"), "2026-04-27"
REVIEWS = [
    {"id": "r", "title": "Forum", "two_months": True, "reported_on": "2026-02-10"},
    {"id": "s", "title": "Board", "two_months": True, "reported_on": "2026-03-10"},
]
PEOPLE = {"c": {"name": "M Holloway", "kind": "member"}, "o": {"name": "R Adeyemi", "kind": "officer"}}


def told(**values: object) -> dict[str, object]:
    return {"id": "1", "text": "Do it", "review": "r", "cabinet_member": "c", "lead_officer": "o", **values}


def items(*recommendations: dict[str, object]) -> list[tuple[str, str, str, str]]:
    made = recommendation_items(recommendations, REVIEWS, PEOPLE, TODAY, 60, EN)
    return [(each.state, each.quiet, each.who, each.when) for each in made]


def test_each_state_that_needs_somebody() -> None:
    assert items(told()) == [("missed", "Forum: a response was due", "Cllr M Holloway", "17 days late")]
    assert items(told(review="s")) == [
        ("clock", "Board: waits for a response", "Cllr M Holloway", "in 13 days, 10 May")
    ]
    assert items(told(response="accepted", due="2026-04-26")) == [
        ("missed", "Forum: to be done by now", "R Adeyemi", "1 day late")
    ]
    assert items(told(response="partly", first_report_on="2026-04-14")) == [
        ("close", "Forum: a report back was due", "R Adeyemi", "13 days late")
    ]
    [ahead] = items(told(response="accepted", first_report_on="2026-06-09"))
    assert ahead[1] == "Forum: a report back is due"


def test_what_needs_nobody_is_left_out() -> None:
    assert items(
        told(closed_on="2026-03-01"), told(response="rejected"), told(response="accepted"),
        told(response="accepted", first_report_on="2026-12-01"), told(review="gone"),
    ) == []  # fmt: skip


def test_the_longest_late_first_and_long_words_cut() -> None:
    made = recommendation_items(
        [told(text="x " * 90), told(id="2", response="accepted", due="2026-01-01")],
        REVIEWS,
        PEOPLE,
        TODAY,
        60,
        EN,
    )
    assert [each.id for each in made] == ["2", "1"]
    assert made[1].title.endswith("…") and len(made[1].title) <= 90
