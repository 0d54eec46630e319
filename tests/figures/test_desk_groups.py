"""The desk's groups about reports, dates and data, in the words of the drawing."""

from typing import Any

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import words_in
from pmdesk.figures import desk_groups
from pmdesk.figures.due import Due
from pmdesk.figures.timeline import timeline

EN, TODAY = words_in("en"), "2026-04-27"
PEOPLE = {
    "h": {"name": "Helen Marsh", "kind": "officer"},
    "p": {"name": "Priya Nair", "kind": "member"},
    "d": {"name": "Daniel Okafor", "kind": "member"},
}


def owed(
    name: str, update: dict[str, Any] | None, due_on: str | None = "2026-04-17", state: str = "overdue"
) -> Due:
    of = {"id": name, "name": name, "lead_officer": "h", "portfolio_member": "p"}
    return Due(
        of,
        {"period": "2025-26 Q4", "id": "seat", "person": "d", "capacity": "observer"},
        update,
        due_on,
        state,
    )


def test_progress_updates_say_how_far_they_are_and_who_has_them() -> None:
    dues = [
        owed(
            "Returned", {"id": "3", "status": "returned", "returned_because": "say what difference it made"}
        ),
        owed("Waiting", {"id": "2", "status": "submitted"}),
        owed("Nothing", None),
        owed("In", {"id": "4", "status": "signed_off"}, state="in"),
    ]
    items = desk_groups.progress_items(dues, PEOPLE, TODAY, 60, EN)
    assert [(each.title, each.quiet, each.who, each.when, each.go) for each in items] == [
        ("Nothing", "2025-26 Q4, not started", "Helen Marsh", "10 days late", "Record update"),
        ("Waiting", "2025-26 Q4, drafted and waiting for sign-off", "Cllr Priya Nair", "10 days late",
         "Open draft"),
        ("Returned", "2025-26 Q4, returned: ‘say what difference it made’", "Helen Marsh", "10 days late",
         "Open draft"),
    ]  # fmt: skip
    assert [(each.state, each.page, each.kind, each.id) for each in items[:2]] == [
        ("missed", "progress-update", "partnership", "Nothing"),
        ("missed", "progress-update", "progress_update", "2"),
    ]


def test_what_falls_due_soon_is_a_clock_and_what_is_far_off_is_not_there() -> None:
    dues = [
        owed("Soon", None, "2026-05-20", "due"),
        owed("Far", None, "2026-12-01", "due"),
        owed("Never", None, None, "due"),
    ]
    [item] = desk_groups.progress_items(dues, PEOPLE, TODAY, 60, EN)
    assert (item.title, item.state, item.when) == ("Soon", "clock", "in 23 days, 20 May")


def test_annual_updates_say_capacity_and_length() -> None:
    draft = {"id": "u", "status": "draft", "main_business": "word " * 624}
    items = desk_groups.annual_items([owed("A", draft), owed("B", None)], PEOPLE, TODAY, 60, EN)
    assert [each.quiet for each in items] == ["observer, draft of about 1.3 pages", "observer, not started"]
    assert {each.who for each in items} == {"Cllr Daniel Okafor"}
    assert [(each.kind, each.id) for each in items] == [("annual_update", "u"), ("appointment", "seat")]


def test_milestones_past_their_date_are_squares_and_stand_first() -> None:
    milestones = [
        {
            "id": "1",
            "title": "Land agreed",
            "first_due": "2026-04-30",
            "owner_organisation_name": "Canal Trust",
        },
        {"id": "2", "title": "Design agreed", "first_due": "2026-03-31"},
        {"id": "3", "title": "On its date", "first_due": "2026-06-01"},
        {"id": "4", "title": "Forgotten", "first_due": "2026-04-20"},
    ]
    forecasts = [
        {"milestone": "1", "date": "2026-07-24", "made_on": "2026-03-01", "id": "a"},
        {"milestone": "2", "date": "2026-05-01", "made_on": "2026-02-01", "id": "b"},
        {"milestone": "2", "date": "2026-06-12", "made_on": "2026-03-01", "id": "c"},
    ]
    items = desk_groups.milestone_items(timeline(milestones, forecasts, TODAY, EN), EN)
    assert [(each.state, each.title, each.quiet, each.when) for each in items] == [
        ("missed", "Design agreed", "past its first date, re-dated twice", "73 days, to 12 June"),
        ("missed", "Forgotten", "past its first date", "7 days late"),
        ("close", "Land agreed", "re-dated once", "85 days, to 24 July"),
    ]


def test_reporting_lines_are_broken_beyond_interval_and_allowance() -> None:
    def group(name: str, interval: str | None = "quarter", parent: str | None = "c") -> dict[str, object]:
        return {"id": name, "name": name, "parent": parent, "parent_name": "Community Safety Partnership",
                "reporting_interval": interval, "lead_officer": "h"}  # fmt: skip

    def said(name: str, day: str, status: str = "submitted") -> dict[str, object]:
        return {"partnership": name, "submitted_on": day, "status": status}

    partnerships = [group("Youth"), group("Fresh"), group("Draft"), group("Just"), group("None", None),
                    group("Alone", parent=None)]  # fmt: skip
    updates = [said("Youth", "2025-08-01"), said("Youth", "2025-11-12"), said("Fresh", "2026-03-04"),
               said("Draft", "2026-04-01", "draft"), said("Just", "2026-01-20")]  # fmt: skip
    items = desk_groups.line_items(partnerships, updates, PEOPLE, TODAY, 14, EN)
    assert [(each.title, each.quiet, each.when) for each in items] == [
        ("Youth", "last reported to Community Safety Partnership 12 November", "74 days beyond 3 months"),
        ("Draft", "has never reported to Community Safety Partnership", "due every 3 months"),
    ]


def test_values_kept_as_typed_are_to_be_mended() -> None:
    field = ENTITIES["appointment"].field("starts")
    [item] = desk_groups.marked_items(
        [desk_groups.Marked("appointment", "1", "Dock Trust", "", field, "when elected")], EN
    )
    assert (item.title, item.quiet) == ("Dock Trust", "From: ‘when elected’ could not be read")
    assert (item.page, item.kind, item.id) == ("record", "appointment", "1")
