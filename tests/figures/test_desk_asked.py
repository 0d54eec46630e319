"""The desk's group of what members asked for: whose, since when, and where it is answered."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_asked import asked_items
from pmdesk.figures.desk_items import LONGEST

SEATS: dict[object, dict[str, object]] = {
    "s": {"outside_body": "b", "outside_body_name": "Dock Trust", "person": "j"},
    "v": {"outside_body": "b", "outside_body_name": "Dock Trust", "person": None},
    "p": {"partnership": "c", "partnership_name": "Safety", "organisation_name": "Police"},
}
PEOPLE = {"j": {"name": "June Whitcombe", "kind": "member"}}


def report(action: str, **seat: str) -> dict[str, object]:
    return {"meeting_on": "2026-03-04", "action": action, **seat}


def test_each_says_who_asks_what_and_leads_to_where_it_is_answered() -> None:
    rows = [report("Mend\nit.", appointment="s"), report("Lead walks.", partner="p")]
    found = asked_items(rows, SEATS, PEOPLE, "2026-04-27", words_in("en"))
    assert [(each.title, each.quiet, each.who, each.when) for each in found] == [
        ("Dock Trust", "Mend it.", "Cllr June Whitcombe", "asked 4 March"),
        ("Safety", "Lead walks.", "Police", "asked 4 March"),
    ]
    assert [(each.page, each.kind, each.id) for each in found] == [
        ("bodies", "outside_body", "b"), ("partnerships", "partnership", "c"),
    ]  # fmt: skip


def test_a_long_one_is_cut_and_one_of_a_seat_that_is_gone_left_out() -> None:
    rows = [report("word " * 60, appointment="v"), report("Lost.", appointment="gone")]
    [item] = asked_items(rows, SEATS, PEOPLE, "2026-04-27", words_in("en"))
    assert len(item.quiet) <= LONGEST and item.quiet.endswith("…") and item.who == ""
