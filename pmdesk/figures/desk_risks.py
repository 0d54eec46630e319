"""The desk's groups about looking again: risks whose day for that has passed, and partnerships to review."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.risk import needs_look, score
from pmdesk.domain.words import Words
from pmdesk.figures.desk_groups import People, name_of
from pmdesk.figures.desk_items import Item, late
from pmdesk.figures.risk_rows import level_pill

Row = Mapping[str, object]


def risk_items(
    risks: Iterable[Row], partnerships: Iterable[Row], people: People, today: str, words: Words
) -> list[Item]:
    """Open risks of these partnerships to be looked at again before today, the highest first.

    A high one is a square, any other a triangle.
    """
    running = {each["id"]: each for each in partnerships}
    due = [each for each in risks if each.get("partnership") in running and needs_look(each, today)]
    due.sort(key=lambda each: (-(score(each) or 0), str(each.get("review_due"))))
    return [_risk_item(each, running[each["partnership"]], people, today, words) for each in due]


def review_items(partnerships: Iterable[Row], people: People, today: str, words: Words) -> list[Item]:
    """Partnerships whose day of review has passed, the longest ago first."""
    found = [
        (day, each)
        for each in partnerships
        if (day := last_day(each.get("review_due"))) is not None and day < today
    ]
    found.sort(key=lambda each: (each[0], str(each[1].get("name") or "")))
    return [_review_item(each, day, people, today, words) for day, each in found]


def _risk_item(risk: Row, partnership: Row, people: People, today: str, words: Words) -> Item:
    shape, level = level_pill(risk, words)
    owner = risk.get("owner") or partnership.get("lead_officer")
    due = last_day(risk.get("review_due")) or today
    return Item(
        "missed" if shape == "missed" else "close",
        str(risk.get("title") or ""),
        words("{level}, {partnership}", level=level, partnership=partnership.get("name")),
        name_of(owner, people),
        late(days_between(due, today), words),
        words("Look at it again"),
        "record",
        "risk",
        str(risk["id"]),
    )


def _review_item(partnership: Row, due: str, people: People, today: str, words: Words) -> Item:
    return Item(
        "missed",
        str(partnership.get("name") or ""),
        words("its review is due"),
        name_of(partnership.get("lead_officer"), people),
        late(days_between(due, today), words),
        words("Open it"),
        "record",
        "partnership",
        str(partnership["id"]),
    )
