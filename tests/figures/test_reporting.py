"""What is due from whom, the reminders in words, and our own part."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.due import Due
from pmdesk.figures.reporting import OwnPart, ReportingFigures, reporting_figures, say_list

WORDS, TODAY = words_in("en"), "2026-04-27"
PEOPLE: dict[str, dict[str, Any]] = {
    "josh": {"name": "Josh Tennant", "kind": "officer", "email": "josh@aldermoor.example"},
    "priya": {"name": "Priya Nair", "kind": "member"},
}
OWN = OwnPart((18, 18), (27, 29), (18, 18), (53, 56), (2, 4))


def due(name: str, status: str | None, state: str = "overdue", **more: object) -> Due:
    of = {"id": name, "name": name, "lead_officer": "josh", "portfolio_member": "priya", **more}
    update = None if status is None else {"id": f"u-{name}", "status": status}
    return Due(of, {"period": "2025-26 Q4"}, update, "2026-04-17", state)


def made(*dues: Due, own: OwnPart = OWN, language: str = "en") -> ReportingFigures:
    return reporting_figures(dues, PEOPLE, own, "Aldermoor District Council", TODAY, words_in(language))


def test_what_is_owed_stands_first_with_who_is_to_act() -> None:
    figures = made(due("Bins", "signed_off", "in"), due("Active", "submitted"), due("Crime", None))
    assert [(line.name, line.state[1], line.who) for line in figures.lines] == [
        ("Active", "Submitted", "Cllr Priya Nair"), ("Crime", "Overdue", "Josh Tennant"),
        ("Bins", "Signed off", ""),
    ]  # fmt: skip
    assert [line.update for line in figures.lines] == ["u-Active", "", "u-Bins"]
    assert [line.name for line in figures.owed] == ["Active", "Crime"]


def test_the_list_to_copy_has_a_line_each() -> None:
    figures = made(due("Active", "returned"), due("Crime", None, lead_officer=None))
    assert say_list(figures, WORDS).splitlines() == [
        "Active, 2025-26 Q4, due 17 April 2026: overdue. Josh Tennant",
        "Crime, 2025-26 Q4, due 17 April 2026: overdue. Nobody is named.",
    ]
    assert say_list(made(due("Bins", "signed_off", "in")), WORDS) == ""


def test_one_reminder_for_each_person_with_all_that_waits_for_them() -> None:
    figures = made(
        due("Active", "returned"),
        due("Crime", None),
        due("Town", "submitted"),
        due("Bins", "signed_off", "in"),
    )
    josh, priya = figures.reminders
    assert (josh.who, josh.email, josh.subject) == (
        "Josh Tennant", "josh@aldermoor.example", "2 progress updates are due",
    )  # fmt: skip
    assert josh.lines == (
        "Active, 2025-26 Q4: returned, to be put right, was due on 17 April 2026, 10 days ago",
        "Crime, 2025-26 Q4: to be written, was due on 17 April 2026, 10 days ago",
    )
    assert josh.text.startswith("Dear Josh Tennant,\n\nThese progress updates wait for you:\n\n- Active")
    assert josh.text.endswith("Aldermoor District Council")
    assert (priya.subject, priya.email) == ("A progress update is due", "")
    assert "to be read and signed off" in priya.lines[0]


def test_what_is_still_to_come_is_not_called_late() -> None:
    coming = Due(
        {"id": "a", "name": "A", "lead_officer": "josh"}, {"period": "2026-27 Q1"}, None, "2026-07-14", "due"
    )
    assert made(coming).reminders[0].lines == ("A, 2026-27 Q1: to be written, due on 14 July 2026",)


def test_nobody_named_is_reminded_of_nothing() -> None:
    assert made(due("Crime", None, lead_officer=None)).reminders == ()


def test_our_own_part_says_what_is_missing_and_leaves_out_what_there_is_none_of() -> None:
    assert [(each.label, each.n, each.of, each.note) for each in made().health] == [
        ("Partnerships with a lead officer", 18, 18, "all of them"),
        ("Measures with an owner", 27, 29, "2 without"),
        ("Milestones that somebody answers for", 18, 18, "all of them"),
        ("Updates in on time, last year", 53, 56, "3 were late"),
        ("Missed targets with a note", 2, 4, "2 without"),
    ]
    assert made(own=OwnPart((0, 0), (0, 0), (0, 0), (0, 0), (0, 0))).health == ()
