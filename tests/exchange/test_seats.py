"""Seats against what the register knows of them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pmdesk.exchange.plan import Plan
from tests.exchange.made_files import Rows
from tests.exchange.test_plan import of, planned, said

Known = dict[str, list[Mapping[str, object]]]

BODY = {"id": "b1", "name": "Dock Trust", "seats": 2}
SHAW = {"id": "p1", "name": "A Shaw"}


def plan(folder: Path, rows: Rows, *appointments: Mapping[str, object]) -> Plan:
    known: Known = {
        "outside_body": [BODY],
        "person": [SHAW],
        "appointment": [{"outside_body": "b1", **each} for each in appointments],
    }
    return planned(folder, "outside_body", rows, known=known)


def test_the_same_seat_is_found_again(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member", "From"], ["Dock Trust", "2", "A Shaw", "2025-05-19"]]
    found = plan(
        tmp_path,
        rows,
        {"id": "a1", "person": "p1", "starts": "2025-05-19"},
        {"id": "a2", "person": None, "starts": "2025-05-19"},
    )
    assert found.outcomes() == Counter(same=1)
    assert {seat.id for seat in of(found, "appointment")} == {"a1", "a2"}


def test_a_seat_filled_since_is_no_vacancy_again(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member", "From"], ["Dock Trust", "2", "", "2025"]]
    found = plan(
        tmp_path,
        rows,
        {"id": "a1", "person": "p9", "starts": "2025"},
        {"id": "a2", "person": None, "starts": "2025"},
    )
    assert found.kinds() == Counter()
    assert found.outcomes() == Counter(same=1)


def test_a_seat_whose_term_is_over_does_not_count(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member", "From"], ["Dock Trust", "2", "", "2025"]]
    found = plan(
        tmp_path,
        rows,
        {"id": "a1", "person": "p9", "starts": "2020", "ends": "2024-05"},
        {"id": "a2", "person": "p8", "ended_because": "resigned"},
    )
    assert found.kinds() == Counter(appointment=2)


def test_a_new_term_is_a_new_appointment(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member", "From"], ["Dock Trust", "1", "A Shaw", "2026"]]
    found = plan(tmp_path, rows, {"id": "a1", "person": "p1", "starts": "2025"})
    assert found.kinds() == Counter(appointment=1)
    without = plan(
        tmp_path,
        [["Body", "Seats", "Member"], ["Dock Trust", "1", "A Shaw"]],
        {"id": "a1", "person": "p1", "starts": "2025"},
    )
    assert without.kinds() == Counter()


def test_figures_that_do_not_agree_are_asked_about(tmp_path: Path) -> None:
    rows = [
        ["Body", "Seats", "Filled", "Member", "Status"],
        ["Dock Trust", "2", "1", "A Shaw; B Nair", "vacancy"],
        ["Moor", "1 + 1 deputy", "2", "C Poole; D Lowe", ""],
    ]
    found = plan(tmp_path, rows)
    assert said(found, 2) == [
        "Filled: 1 seats are said to be filled, and 2 people are named.",
        "Status: ‘vacancy’ is said of a seat whose holder is named.",
    ]
    assert said(found, 3)[-1] == "Member: which of the 2 people named is the substitute?"


def test_seats_said_to_be_vacant_and_a_substitute(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member"], ["Dock Trust", "2", "A Shaw (substitute); Vacant (since May)"]]
    seats = of(plan(tmp_path, rows), "appointment")
    assert [seat.values.get("capacity") for seat in seats] == ["substitute", None]
    assert seats[1].values["note"] == "since May"


def test_rows_of_one_seat_that_differ(tmp_path: Path) -> None:
    rows = [
        ["Body", "Seats", "Member", "Role"],
        ["Dock Trust", "1", "A Shaw", "trustee"],
        ["Dock Trust", "1", "A Shaw", "director"],
    ]
    assert said(plan(tmp_path, rows), 3) == [
        "Role: an earlier row of this seat says ‘trustee’; that is kept."
    ]


def test_an_officer_in_a_seat_is_asked_about(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member", "Lead Off."], ["Dock Trust", "1", "Brandreth", "Brandreth"]]
    assert said(plan(tmp_path, rows), 2) == [
        "Member: ‘Brandreth’ is an officer, not a member. Who holds the seat?"
    ]


def test_a_near_person_is_asked_about(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member"], ["Dock Trust", "1", "Shaw"]]
    assert said(plan(tmp_path, rows), 2) == ["Member: ‘A Shaw’ is nearly ‘Shaw’. The same person?"]
