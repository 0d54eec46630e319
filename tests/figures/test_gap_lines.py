from typing import Any

from pmdesk.domain.seat_gaps import gaps_of
from pmdesk.domain.words import words_in
from pmdesk.figures.gap_lines import GapGroup, gap_groups
from pmdesk.figures.record_page import Edit, Lead

TODAY, UNTIL = "2026-04-27", "2027-04-27"
BODY: dict[str, Any] = {
    "id": "b", "name": "Drainage Board", "seats": 3, "substitutes": 1, "link_officer_name": "Tom Brandreth",
}  # fmt: skip
PEOPLE = {"jp": {"id": "jp", "name": "Joan Pickersgill", "kind": "member"}}
JOAN: dict[str, Any] = {
    "id": "1", "outside_body": "b", "person": "jp", "person_name": "Joan Pickersgill", "capacity": "director",
    "starts": "2023-05-23", "ends": "2026-05-20", "appointed_by": "Council",
}  # fmt: skip


def _groups(body: dict[str, Any], *seats: dict[str, Any]) -> tuple[GapGroup, ...]:
    made = {**BODY, **body}
    found = gaps_of(made, seats, TODAY, UNTIL)
    return gap_groups(found, {"b": made}, {seat["id"]: seat for seat in seats}, PEOPLE, words_in("en"))


def _said(groups: tuple[GapGroup, ...]) -> list[tuple[str, str, str, str]]:
    return [(group.code, line.what, line.when, line.go) for group in groups for line in group.lines]


def test_each_kind_of_gap_in_words() -> None:
    vacant = {"id": "2", "outside_body": "b", "person": None, "capacity": "trustee"}
    assert _said(_groups({}, JOAN, vacant)) == [
        ("now", "Vacant, Trustee", "Empty now", "Fill the seat"),
        ("now", "1 seat with no appointment", "Empty now", "Fill the seat"),
        ("ending", "Cllr Joan Pickersgill, Director", "Ends 20 May 2026", "Appoint who follows"),
        ("substitute", "1 substitute seat with no appointment", "Empty now", "Fill the seat"),
    ]


def test_all_seats_that_end_on_one_day_are_planned_on_the_body_s_page() -> None:
    other = {**JOAN, "id": "2", "person": None, "person_name": "David Garside"}
    [group] = _groups({"seats": 2, "substitutes": 0}, JOAN, {**other, "person": "dg"})
    [line] = group.lines
    assert (group.title, line.what) == (
        "All seats end on one day",
        "All 2 seats: Cllr Joan Pickersgill, David Garside",
    )
    assert line.lead == Lead("bodies", "b")


def test_what_the_law_requires_stands_first_whatever_it_is() -> None:
    groups = _groups({"statutory": True, "substitutes": 0}, JOAN)
    assert [group.code for group in groups] == ["law"]
    assert [line.officer for line in groups[0].lines] == ["Tom Brandreth", "Tom Brandreth"]


def test_the_form_opens_with_what_is_known_of_whoever_follows() -> None:
    [line] = _groups({"seats": 1, "substitutes": 0}, JOAN)[0].lines
    assert line.lead == Lead(
        "bodies",
        Edit(
            "appointment",
            None,
            {
                "outside_body": "b",
                "capacity": "director",
                "appointed_by": "Council",
                "starts": "2026-05-21",
                "follows": "1",
            },
            "person",
        ),
    )


def test_a_seat_filled_again_later_says_when() -> None:
    after = {"id": "3", "person": "x", "starts": "2026-09-01", "follows": "1"}
    said = "Cllr Joan Pickersgill, Director, filled again from 1 September 2026"
    assert _said(_groups({"seats": 1, "substitutes": 0}, JOAN, after)) == [
        ("ending", said, "Ends 20 May 2026", "Open")
    ]
    to_come = {"id": "4", "person": "x", "starts": "2026-05-20"}
    assert _said(_groups({"seats": 1, "substitutes": 0}, to_come)) == [
        ("now", "1 seat with no appointment", "Filled from 20 May 2026", "Open")
    ]
