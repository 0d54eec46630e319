"""The desk's groups of challenges: those nobody has answered, and agreed actions past their day."""

from collections.abc import Iterable

from pmdesk.domain.challenge_state import STATES
from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged, say_between
from pmdesk.figures.desk_items import Item, coming, late
from pmdesk.figures.record_page import word


def unanswered_items(found: Iterable[Challenged], today: str, words: Words) -> list[Item]:
    """What has climbed to the umbrella first, then what is late, then what waits; each longest first."""
    waiting = [each for each in found if each.is_unanswered]
    waiting.sort(key=lambda each: (STATES.index(each.state), each.due or "9999", each.id))
    return [_item(each, today, words) for each in waiting]


def action_items(found: Iterable[Challenged], today: str, words: Words) -> list[Item]:
    """What both sides agreed to do and nobody did by its day, the longest ago first."""
    over = [(last_day(each.row.get("action_by")) or today, each) for each in found if _is_over(each)]
    over.sort(key=lambda pair: (pair[0], pair[1].id))
    return [
        Item(
            "missed",
            " ".join(word(each.row, "agreed_action").split()),
            word(each.row, "question"),
            word(each.row, "to_organisation_name"),
            late(days_between(day, today), words),
            words("See it"),
            "record",
            "challenge",
            each.id,
        )
        for day, each in over
    ]


def _is_over(each: Challenged) -> bool:
    return each.state == "action_late"


def _item(each: Challenged, today: str, words: Words) -> Item:
    who = word(each.row, "to_organisation_name")
    said = say_between(each.row, words)
    if each.state == "climbed":
        said = words("{asked}; now with {umbrella}", asked=said, umbrella=word(each.umbrella, "name"))
        who = word(each.umbrella, "lead_officer_name") or who
    when = ""
    if each.due:
        over = each.due < today
        when = late(days_between(each.due, today), words) if over else coming(each.due, today, words)
    return Item(
        {"climbed": "missed", "late": "close"}.get(each.state, "clock"),
        word(each.row, "question"),
        said,
        who,
        when,
        words("See it"),
        "record",
        "challenge",
        each.id,
    )
