from pmdesk.domain.words import words_in
from pmdesk.figures.list_rows import body_row, milestone_row, organisation_row, partnership_row, person_row

WORDS, TODAY = words_in("en"), "2026-04-27"


def test_a_body() -> None:
    body = {"id": "b", "name": "Almshouses", "category": "Charity", "link_officer_name": "Gareth Poole"}
    seats = [{"id": "1", "person": "p"}, {"id": "2", "person": None}]
    row = body_row(body, seats, {}, None, TODAY, WORDS)
    assert row == ("b", "Almshouses", "Charity, 1 of 2 seats, Gareth Poole", ("close", "Vacancy"), "")
    assert body_row({**body, "status": "ceased"}, seats, {}, None, TODAY, WORDS).pill == ("plain", "Ended")


def test_a_partnership() -> None:
    row = partnership_row(
        {"id": "p", "name": "Safety", "kind": "sub_group", "lead_organisation_name": "Police"},
        [],
        14,
        TODAY,
        WORDS,
    )
    assert (row.quiet, row.pill) == ("Sub-group, Police", None)


def test_people_and_organisations() -> None:
    member = {"id": "m", "name": "A Shaw", "kind": "member", "ward": "Abbey", "political_group": "Green"}
    assert (
        person_row({**member, "organisation_name": "Aldermoor"}, WORDS).quiet
        == "Elected member, Abbey, Green"
    )
    contact = {
        "id": "c",
        "name": "L Denham",
        "kind": "contact",
        "post": "Inspector",
        "organisation_name": "Police",
    }
    assert person_row(contact, WORDS).quiet == "Inspector, Police"
    police = {"id": "o", "name": "Police", "kind": "police"}
    assert organisation_row(police, 0, WORDS) == ("o", "Police", "Police", None, "")
    assert organisation_row(police, 123_450, WORDS).note == "£1,234.50"


def test_a_milestone() -> None:
    stone = {"id": "m", "title": "Cameras", "first_due": "2026-03-31", "partnership_name": "Safety"}
    assert milestone_row(stone, [], TODAY, WORDS) == (
        "m",
        "Cameras",
        "Safety",
        ("missed", "Past its date"),
        "",
    )
