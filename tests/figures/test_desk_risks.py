"""The desk's groups about looking again."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_risks import review_items, risk_items

EN, TODAY = words_in("en"), "2026-04-27"
PEOPLE = {"h": {"name": "Helen Marsh", "kind": "officer"}, "n": {"name": "Neil Sarkar", "kind": "officer"}}
PARTNERSHIPS = [
    {"id": "a", "name": "Safety", "lead_officer": "h", "review_due": "2026-03"},
    {"id": "b", "name": "Board", "lead_officer": "n", "review_due": "2026-04"},
    {"id": "c", "name": "Forum", "review_due": "2025"},
    {"id": "d", "name": "Group", "review_due": "when asked"},
]


def risk(id: str, of: str, likelihood: str, due: str, **more: object) -> dict[str, object]:
    return {"id": id, "title": id, "partnership": of, "likelihood": likelihood, "impact": "4",
            "review_due": due, **more}  # fmt: skip


def test_risks_whose_day_has_passed_the_highest_first() -> None:
    rows = [
        risk("small", "a", "1", "2026-04-10"),
        risk("high", "b", "5", "2026-04-26", owner="h"),
        risk("later", "a", "5", "2026-04-27"),
        risk("closed", "a", "5", "2026-01-01", closed_on="2026-02-01"),
        risk("elsewhere", "ended", "5", "2026-01-01"),
    ]
    items = risk_items(rows, PARTNERSHIPS, PEOPLE, TODAY, EN)
    assert [(each.state, each.title, each.quiet, each.who, each.when) for each in items] == [
        ("missed", "high", "High, 20, Board", "Helen Marsh", "1 day late"),
        ("close", "small", "Low, 4, Safety", "Helen Marsh", "17 days late"),
    ]
    assert (items[0].page, items[0].kind, items[0].id) == ("record", "risk", "high")


def test_reviews_that_have_passed_the_longest_ago_first() -> None:
    items = review_items(PARTNERSHIPS, PEOPLE, TODAY, EN)
    assert [(each.state, each.title, each.quiet, each.who, each.when) for each in items] == [
        ("missed", "Forum", "its review is due", "", "117 days late"),
        ("missed", "Safety", "its review is due", "Helen Marsh", "27 days late"),
    ]
