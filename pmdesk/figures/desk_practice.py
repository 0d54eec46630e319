"""The desk's group of good practice adopted half a year ago or longer, without its result yet (¶96)."""

from collections.abc import Iterable

from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.words import Words
from pmdesk.figures.desk_groups import Row
from pmdesk.figures.desk_items import Item, near_day, shortly

DAYS_TO_TELL = 182


def result_items(adoptions: Iterable[Row], practices: Iterable[Row], today: str, words: Words) -> list[Item]:
    """A line for each result that somebody waits for, the longest ago first."""
    titles = {each["id"]: str(each.get("title") or "") for each in practices}
    found = [
        (day, each)
        for each in adoptions
        if each.get("practice") in titles
        and not str(each.get("result") or "").strip()
        and (day := last_day(each.get("adopted_on"))) is not None
        and days_between(day, today) >= DAYS_TO_TELL
    ]
    return [
        Item(
            "clock",
            shortly(titles[each.get("practice")]),
            words("adopted, and nobody has told what came of it"),
            str(each.get("organisation_name") or each.get("partnership_name") or ""),
            words("since {day}", day=near_day(day, today, words)),
            words("Tell it"),
            "record",
            "adoption",
            str(each["id"]),
        )
        for day, each in sorted(found, key=lambda one: (one[0], str(one[1]["id"])))
    ]
