"""Whose seat a report-back may be about, and what was asked in one dealt with."""

import pytest

from pmdesk.actions.report_backs import Seats, deal_with, seats_offered
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def seats(register: Register, body: str) -> dict[str, str]:
    """Three seats on one body: a trustee of today, one whose term is over, a vacancy; and one elsewhere."""
    shaw = save(register, "person", name="A Shaw", kind="member")
    bell = save(register, "person", name="H Bell", kind="member")
    other = save(register, "outside_body", name="Arts Trust")
    return {
        "body": body,
        "shaw": shaw,
        "over": save(register, "appointment", outside_body=body, person=bell, ends="20/5/2025"),
        "now": save(register, "appointment", outside_body=body, person=shaw, capacity="trustee"),
        "vacant": save(register, "appointment", outside_body=body),
        "elsewhere": save(register, "appointment", outside_body=other, person=shaw),
    }


def offered(register: Register, **known: object) -> Seats | None:
    return seats_offered(register, known, TODAY, Words())


def test_a_body_offers_who_sits_there_and_last_who_sat(register: Register, seats: dict[str, str]) -> None:
    both = Seats("appointment", [(seats["now"], "A Shaw, trustee"), (seats["over"], "H Bell")])
    assert offered(register, outside_body=seats["body"]) == both
    assert offered(register, appointment=seats["now"]) == both
    assert offered(register) is None


def test_a_vacant_seat_stays_where_it_was_chosen(register: Register, seats: dict[str, str]) -> None:
    found = offered(register, appointment=seats["vacant"])
    assert found and (seats["vacant"], "Vacant") in found.choices


def test_a_person_offers_the_bodies_they_sit_on(register: Register, seats: dict[str, str]) -> None:
    mine = [(seats["elsewhere"], "Arts Trust"), (seats["now"], "Dock Trust, trustee")]
    assert offered(register, person=seats["shaw"]) == Seats("appointment", mine)
    register.set_local("member", seats["shaw"])
    assert offered(register, appointment=seats["now"]) == Seats("appointment", mine)


def test_a_partnership_offers_its_partners(register: Register) -> None:
    partnership = save(register, "partnership", name="Safety")
    police = save(register, "organisation", name="Police")
    seat = save(register, "partner", partnership=partnership, organisation=police)
    assert offered(register, partnership=partnership) == Seats("partner", [(seat, "Police")])
    assert offered(register, partner=seat) == Seats("partner", [(seat, "Police")])


def test_what_was_asked_is_dealt_with_once_and_can_be_undone(
    register: Register, seats: dict[str, str]
) -> None:
    report = save(
        register, "report_back", appointment=seats["now"], meeting_on="4/3/26", action="Mend the roof."
    )
    assert deal_with(register, report, TODAY).label == "Dealt with what was asked"
    assert (register.get("report_back", report) or {})["action_done_on"] == TODAY
    with pytest.raises(Refused, match="still open"):
        deal_with(register, report, TODAY)
    register.undo()
    assert (register.get("report_back", report) or {})["action_done_on"] is None
    register.set_local("member", seats["shaw"])
    with pytest.raises(Refused, match="for the council to say"):
        deal_with(register, report, TODAY)
