"""What a form is given: the seat and what helps, the draft's answers, never what is for the council only."""

from pathlib import Path

import pytest

from pmdesk.actions.records import save
from pmdesk.actions.return_figures import given, known_of, return_form_figures
from pmdesk.actions.return_ticket import read_ticket
from pmdesk.actions.returns_out import returns_owed, year_called
from pmdesk.domain.return_form import mark
from pmdesk.figures.return_form import ReturnFormFigures
from pmdesk.register.store import Register
from tests.actions.return_story import EN, TODAY, YEAR, council, seat_of


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return council(tmp_path, seats=1)


def figures(register: Register) -> ReturnFormFigures:
    year = year_called(register, YEAR, TODAY)
    (due,) = returns_owed(register, year, TODAY)
    return return_form_figures(register, due, known_of(register, year), EN, TODAY)


def test_whose_it_is_and_what_is_known(register: Register) -> None:
    before = save(register, "municipal_year", {"name": "2024-25"})[0]
    earlier = {"appointment": seat_of(register, 1), "municipal_year": before, "recommendation": "change"}
    save(register, "annual_update", earlier)
    made = figures(register)
    assert (made.council, made.year, made.body) == ("Aldermoor District Council", YEAR, "Body 01")
    assert (made.member, made.capacity) == ("Cllr Member 01", "trustee")
    assert (made.due, made.send_to) == ("17 April 2026", "democratic@aldermoor.example")
    assert dict(made.facts) == {
        "Term began": "21 May 2025",
        "Meetings a year": "6",
        "Last year you recommended": "Change",
        "Officer who helps": "Ruth Adeyemi\nruth@a.example",
    }
    assert made.values == {}


def test_after_its_day_it_is_late(register: Register) -> None:
    assert not figures(register).late
    year = year_called(register, YEAR, TODAY)
    (due,) = returns_owed(register, year, TODAY)
    known = known_of(register, year)
    assert not return_form_figures(register, due, known, EN, "2026-04-17").late
    assert return_form_figures(register, due, known, EN, "2026-04-18").late


def test_what_a_draft_has_stands_in_the_form_but_nothing_private(register: Register) -> None:
    save(
        register,
        "annual_update",
        {
            "appointment": seat_of(register, 1),
            "municipal_year": register.all("municipal_year")[0]["id"],
            "main_business": "A roof",
            "meetings_held": "6",
            "worthwhile_body": "partly",
            "withheld": "yes",
            "internal": "Quokkasecret",
            "declared": "yes",
            "returned_because": "Quokkasecret",
        },
    )
    made = figures(register)
    assert made.values == {
        "main_business": "A roof", "meetings_held": "6", "worthwhile_body": "partly", "withheld": "yes",
    }  # fmt: skip
    assert "Quokkasecret" not in repr(made)


def test_its_ticket_tells_the_seat_and_prints_of_what_it_was_given(register: Register) -> None:
    seat, year = seat_of(register, 1), register.all("municipal_year")[0]["id"]
    save(register, "annual_update", {"appointment": seat, "municipal_year": year, "main_business": "A roof"})
    ticket = read_ticket(register, figures(register).ticket)
    assert (ticket.seat, ticket.year) == (seat, year)
    assert ticket.person == register.get("appointment", seat)["person"]
    assert ticket.given == {"main_business": mark("A roof")}


def test_not_answered_is_not_no() -> None:
    assert given({"withheld": None}) == given(None) == {}
    assert given({"withheld": False, "meetings_held": 0}) == {"withheld": "no", "meetings_held": "0"}
