"""The desk's group of recommendations whose response, work or report back is late or falls due soon."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.dates import days_between, last_day
from pmdesk.domain.scrutiny import answer_due, recommendation_state, report_due
from pmdesk.domain.words import N_, Words
from pmdesk.figures.desk_groups import People, Row, name_of
from pmdesk.figures.desk_items import Item, coming, late, shortly

# What is said of each state that needs somebody, and who is asked: a field of the recommendation.
_ASKED: Mapping[str, tuple[str, str]] = {
    "answer_late": (N_("{review}: a response was due"), "cabinet_member"),
    "late": (N_("{review}: to be done by now"), "lead_officer"),
    "report_late": (N_("{review}: a report back was due"), "lead_officer"),
    "waiting": (N_("{review}: waits for a response"), "cabinet_member"),
    "in_hand": (N_("{review}: a report back is due"), "lead_officer"),
}
_LATE = ("answer_late", "late", "report_late")


def recommendation_items(
    recommendations: Iterable[Row],
    reviews: Iterable[Row],
    people: People,
    today: str,
    warning: int,
    words: Words,
) -> list[Item]:
    """What is late, the longest first; then responses and reports back due within `warning` days."""
    by_id = {each["id"]: each for each in reviews}
    found = list[tuple[str, Item]]()
    for each in recommendations:
        review = by_id.get(each.get("review"))
        if review is None:
            continue
        state = recommendation_state(each, review, today)
        day = _day(each, review, state)
        if day is not None and (state in _LATE or 0 <= days_between(today, day) <= warning):
            found.append((day, _item(each, review, state, day, people, today, words)))
    return [item for _, item in sorted(found, key=lambda one: (one[0], one[1].title))]


def _day(each: Row, review: Row, state: str) -> str | None:
    match state:
        case "answer_late" | "waiting":
            return answer_due(review)
        case "late":
            return last_day(each.get("due"))
        case "report_late" | "in_hand":
            return report_due(each)
    return None


def _item(each: Row, review: Row, state: str, day: str, people: People, today: str, words: Words) -> Item:
    said, asked = _ASKED[state]
    is_late = state in _LATE
    return Item(
        "missed" if state in ("answer_late", "late") else "close" if is_late else "clock",
        shortly(str(each.get("text") or "")),
        words(said, review=review.get("title")),
        name_of(each.get(asked), people),
        late(days_between(day, today), words) if is_late else coming(day, today, words),
        words("See it"),
        "record",
        "recommendation",
        str(each["id"]),
    )
