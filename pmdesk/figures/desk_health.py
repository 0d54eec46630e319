"""The desk's group of health checks that take answers: who is still to answer, and which can be closed."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.health_results import FEWEST
from pmdesk.domain.words import Words
from pmdesk.figures.desk_items import Item, coming, late
from pmdesk.figures.health import Health, say_answered

Row = Mapping[str, object]


def health_items(checks: Iterable[tuple[Row, Health]], today: str, words: Words) -> list[Item]:
    """A line for each open check, in the order given: how many have answered, and until when they may."""
    return [_item(check, health, today, words) for check, health in checks]


def _item(check: Row, health: Health, today: str, words: Words) -> Item:
    closes = last_day(check.get("closes_on"))
    passed = bool(closes and closes < today)
    whole = len(health.answered) == len(health.invited)
    ready = len(health.answered) >= FEWEST and (passed or whole)
    when = ""
    if closes:
        when = late(days_between(closes, today), words) if passed else coming(closes, today, words)
    return Item(
        "close" if passed else "clock",
        str(check.get("title") or ""),
        say_answered(health, words),
        str(check.get("partnership_name") or ""),
        when,
        words("Close it") if ready else words("See it"),
        "health-checks",
        "health_check",
        str(check["id"]),
    )
