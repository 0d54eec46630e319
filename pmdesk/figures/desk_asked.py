"""The desk's group of what members asked for in report-backs and nobody has dealt with, the oldest first."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.words import Words
from pmdesk.figures.desk_groups import People, Row, name_of
from pmdesk.figures.desk_items import Item, near_day, shortly


def asked_items(
    reports: Iterable[Row], seats: Mapping[object, Row], people: People, today: str, words: Words
) -> list[Item]:
    """A line for each report-back, that leads to the page of the body or partnership where it is answered.

    `seats` are appointments and partners by id; a report-back of a seat that is gone is left out.
    """
    made = []
    for each in reports:
        seat = seats.get(each.get("appointment") or each.get("partner"))
        if seat is None:
            continue
        of = "outside_body" if "outside_body" in seat else "partnership"
        who = name_of(seat.get("person"), people) or str(seat.get("organisation_name") or "")
        day = words("asked {day}", day=near_day(str(each.get("meeting_on")), today, words))
        page = "bodies" if of == "outside_body" else "partnerships"
        made.append(
            Item(
                "clock",
                str(seat.get(f"{of}_name") or ""),
                shortly(str(each.get("action") or "")),
                who,
                day,
                words("See it"),
                page,
                of,
                str(seat[of]),
            )
        )
    return made
