"""The desk's lines of challenges: climbed, then late, then waiting; agreed actions past their day."""

from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged
from pmdesk.figures.desk_challenges import action_items, unanswered_items

WORDS, TODAY = Words(), "2026-04-27"
UMBRELLA = {"name": "Safety Board", "lead_officer_name": "Helen Marsh"}


def told(state: str, id: str, due: str = "", **more: object) -> Challenged:
    row = {
        "id": id,
        "question": f"Why {id}?",
        "from_organisation_name": "Council",
        "to_organisation_name": "Police",
    }
    return Challenged(row | more, (), {}, UMBRELLA if state == "climbed" else {}, state, due or None)


def test_the_most_pressing_first() -> None:
    found = [
        told("answered", "x"),
        told("waiting", "w", "2026-05-11"),
        told("late", "l", "2026-03-31"),
        told("climbed", "c", "2026-04-13"),
        told("waiting", "u"),
    ]
    items = unanswered_items(found, TODAY, WORDS)
    assert [(each.id, each.state, each.who, each.when) for each in items] == [
        ("c", "missed", "Helen Marsh", "14 days late"),
        ("l", "close", "Police", "27 days late"),
        ("w", "clock", "Police", "in 14 days, 11 May"),
        ("u", "clock", "Police", ""),
    ]
    assert items[0].quiet == "Council asks Police; now with Safety Board"
    assert (items[0].page, items[0].kind) == ("record", "challenge")


def test_agreed_actions_past_their_day() -> None:
    late = told("action_late", "a", agreed_action="Share\nthe rota", action_by="2026-04-20")
    later = told("action_late", "b", agreed_action="A form", action_by="2026-04-01")
    items = action_items([late, told("agreed", "c"), later], TODAY, WORDS)
    assert [(each.title, each.when) for each in items] == [
        ("A form", "26 days late"),
        ("Share the rota", "7 days late"),
    ]
