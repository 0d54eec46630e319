"""Headings that real registers use, and what a person may say instead."""

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.exchange.columns import (
    NOT_BROUGHT_IN,
    choices_of,
    find_target,
    guess_entity,
    guess_mapping,
    known_headings,
    read_mapping,
)
from pmdesk.exchange.unreadable import Unreadable
from tests.exchange.made_files import BODIES, PARTNERSHIPS, rows_of

LISTS = [name for name, each in ENTITIES.items() if name not in NOT_BROUGHT_IN and not each.sealed]


def mapped(entity: str, headings: list[str]) -> dict[str, str | None]:
    return {heading: guess.target for heading, guess in guess_mapping(entity, headings).items()}


def test_the_outside_bodies_of_real_councils() -> None:
    assert mapped("outside_body", rows_of(BODIES)[0]) == {
        "council": "outside_body.council",
        "body": "outside_body.name",
        "seats": "outside_body.seats",
        "filled": "appointment.filled",
        "members_pseudonymised": "appointment.person",
        "capacity": "appointment.capacity",
        "appointed_by": "appointment.appointed_by",
        "term_start": "appointment.starts",
        "term_end": "appointment.ends",
        "condition": "outside_body.note",
        "status": "outside_body.status",
        "source_url": None,
    }


def test_the_partnerships_of_real_councils() -> None:
    assert mapped("partnership", rows_of(PARTNERSHIPS)[0]) == {
        "council": "partnership.lead_organisation",
        "register_year": None,
        "partnership": "partnership.name",
        "classification": "partnership.kind",
        "statutory_status": "partnership.statutory",
        "responsible_officer_role": "partnership.lead_officer",
        "lead_member_role": "partnership.portfolio_member",
        "date_created": "partnership.started",
        "aims": "partnership.purpose",
        "cost": "partnership.funding_cash",
        "source_url": None,
    }


def test_the_headings_of_the_picture() -> None:
    headings = [
        "Organisation",
        "Type",
        "No. of reps",
        "Member(s)",
        "Role",
        "Appt. from",
        "Appt. to",
        "Lead Off.",
        "FOI ref",
    ]
    assert list(mapped("outside_body", headings).values()) == [
        "outside_body.name",
        "outside_body.category",
        "outside_body.seats",
        "appointment.person",
        "appointment.capacity",
        "appointment.starts",
        "appointment.ends",
        "outside_body.link_officer",
        None,
    ]
    assert guess_entity(headings) == "outside_body"


@pytest.mark.parametrize("entity", LISTS)
def test_every_label_is_its_own_field(entity: str) -> None:
    """What is exported under labels comes back to the same fields."""
    labels = {field.label: f"{entity}.{field.name}" for field in ENTITIES[entity].fields}
    labels.pop("Outside body", None)  # names the body a seat hangs on
    assert {label: mapped(entity, list(labels))[label] for label in labels} == labels
    assert guess_entity(labels) in (entity, "outside_body" if entity == "appointment" else entity)


def test_the_real_files_are_known_without_being_told() -> None:
    assert guess_entity(rows_of(BODIES)[0]) == "outside_body"
    assert guess_entity(rows_of(PARTNERSHIPS)[0]) == "partnership"
    assert guess_entity(["Alpha", "Beta"]) is None


def test_near_headings_ask_for_a_look() -> None:
    guess = guess_mapping("outside_body", ["Name", "Categry", "Legal frm"])
    assert (guess["Categry"].target, guess["Categry"].near) == ("outside_body.category", True)
    assert guess["Name"].near is False


def test_a_plain_list_of_bodies_makes_no_seats() -> None:
    assert (
        mapped("outside_body", ["Name", "Seats", "Appointed by"])["Appointed by"]
        == "outside_body.appointing_body"
    )


def test_no_field_is_read_from_two_columns() -> None:
    found = mapped("outside_body", ["Body", "Name", "Outside body"])
    assert list(found.values()).count("outside_body.name") == 1


@pytest.mark.parametrize("typed", ["appointment.starts", "starts", "From", "from", "Start date"])
def test_a_field_by_any_of_its_names(typed: str) -> None:
    assert find_target("outside_body", typed) == "appointment.starts"


def test_a_mapping_a_person_typed() -> None:
    assert read_mapping("outside_body", ["FOI ref", "Body"], {"foi REF": "note", "Body": None}) == {
        "FOI ref": "outside_body.note",
        "Body": None,
    }
    with pytest.raises(Unreadable, match="no field ‘colour’"):
        find_target("outside_body", "colour")
    with pytest.raises(Unreadable, match="no column ‘Nope’"):
        read_mapping("outside_body", ["Body"], {"Nope": "name"})


def test_known_headings_and_choices() -> None:
    assert "member pseudonymised" in known_headings("outside_body")
    assert known_headings() > known_headings("person")
    assert "outside_body.name" in dict(choices_of("appointment"))
    assert str(dict(choices_of("appointment"))["appointment.starts"]) == "Appointment: From"


def test_terms_and_bodies_in_other_words() -> None:
    assert mapped("outside_body", ["Name of body", "Member", "Term from", "Term to"]) == {
        "Name of body": "outside_body.name",
        "Member": "appointment.person",
        "Term from": "appointment.starts",
        "Term to": "appointment.ends",
    }
