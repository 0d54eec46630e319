"""Which record a name speaks of."""

import pytest

from pmdesk.exchange.match import Ambiguous, Link, Records, referred, title_of

ORGANISATIONS = [{"id": "o1", "name": "Aldermoor"}, {"id": "o2", "name": "Fenwick"}]


def records(**known: list[dict[str, object]]) -> Records:
    return Records({"organisation": ORGANISATIONS, **known})


def test_the_same_name_is_found_without_case_and_accents() -> None:
    found = records(person=[{"id": "p1", "name": "Siân Shaw", "organisation": None}])
    place = found.find("person", "Cllr sian  shaw")
    assert place is not None
    assert found.made[place].id == "p1"
    assert found.find("person", "SIAN SHAW") == place


def test_a_person_of_another_council_is_another_person() -> None:
    found = records(person=[{"id": "p1", "name": "A Shaw", "organisation": "o1"}])
    aldermoor, fenwick = found.find("organisation", "aldermoor"), found.find("organisation", "fenwick")
    assert found.find("person", "A Shaw", fenwick) is None
    assert found.find("person", "A Shaw", aldermoor) is not None
    assert found.find("person", "A Shaw") is not None


def test_a_record_without_a_council_is_taken_unless_two_are() -> None:
    found = records(person=[{"id": "p1", "name": "A Shaw"}, {"id": "p2", "name": "A Shaw"}])
    with pytest.raises(Ambiguous, match="A Shaw"):
        found.find("person", "A Shaw", found.find("organisation", "Aldermoor"))
    by_id = found.find("person", "p2")
    assert by_id is not None
    assert found.made[by_id].id == "p2"


def test_what_is_new_is_made_once() -> None:
    found = records()
    place = found.make("organisation", "Police", None, 2)
    assert found.find("organisation", "POLICE", None, 3) == place
    assert found.differs(found.made[place]) == {"name": "Police"}


def test_records_without_a_name_are_found_by_what_they_hang_on() -> None:
    found = records(partner=[{"id": "x1", "partnership": "p1", "organisation": "o1"}])
    organisation = found.find("organisation", "Aldermoor")
    assert organisation is not None
    place = found.identified("partner", (("partnership", "p1"), ("organisation", Link(organisation))), 2)
    assert found.made[place].id == "x1"
    other = found.identified("partner", (("partnership", "p2"), ("organisation", Link(organisation))), 2)
    assert found.made[other].id is None


def test_titles() -> None:
    assert (
        title_of("appointment", {"outside_body_name": "Dock Trust", "person_name": "A Shaw"})
        == "Dock Trust, A Shaw"
    )
    assert title_of("appointment", {"outside_body_name": "Dock Trust"}) == "Dock Trust"


def test_what_may_be_looked_up() -> None:
    assert referred("outside_body") == {"outside_body", "appointment", "organisation", "person"}


def test_near_names_stay_within_their_council() -> None:
    found = records(
        outside_body=[
            {"id": "b1", "name": "Charles Cooper Trust", "council": "o1", "council_name": "Aldermoor"},
            {"id": "b2", "name": "Harbour Museum Society", "council": None},
        ]
    )
    aldermoor, fenwick = found.find("organisation", "Aldermoor"), found.find("organisation", "Fenwick")
    assert found.near("outside_body", "Charles Coper Trust", aldermoor) == "Charles Cooper Trust"
    assert found.near("outside_body", "Charles Coper Trust", fenwick) is None
    assert found.near("outside_body", "Harbor Museum Society", fenwick) == "Harbour Museum Society"


def test_a_measure_is_found_by_its_code_too() -> None:
    measures = [
        {"id": "m1", "title": "Household waste recycled", "code": "NI 192"},
        {"id": "m2", "title": "Fly tips", "code": None},
    ]
    found = Records({"measure": measures})
    place = found.find("measure", "ni 192")
    assert place is not None
    assert found.made[place].id == "m1"
    assert found.find("measure", "Household waste recycled") == place
    assert found.coded("measure", "NI 192", 2) == place
    assert found.coded("measure", "Fly tips", 2) is None, "a title is no code"
    assert found.find("measure", "NI 999") is None
