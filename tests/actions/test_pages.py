"""A record's page from a real register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import records
from pmdesk.actions.pages import SHOWS, last_changed, record_page, year_in_force
from pmdesk.actions.registers import Register, start
from pmdesk.actions.settings import save_settings
from pmdesk.domain.words import words_in
from tests.actions.saving import save

TODAY, WORDS = "2026-04-27", words_in("en")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Helen Marsh", annual_council="21/5/2025",
                 returns_due="17/4/2026")  # fmt: skip
    yield made
    made.close()


def test_a_body_with_its_seat(register: Register, body: str) -> None:
    person = save(register, "person", name="A Shaw", kind="member")
    seat = save(register, "appointment", outside_body=body, person=person)
    page = record_page(register, "outside_body", body, TODAY, WORDS)
    assert page is not None
    assert [cell.text for cell in page.sections[0].rows[0].cells] == ["Cllr A Shaw", "", "", "", "Overdue"]
    year = year_in_force(register, TODAY)
    assert year is not None
    save(register, "annual_update", appointment=seat, municipal_year=year.id, status="accepted")
    page = record_page(register, "person", person, TODAY, WORDS)
    assert page is not None
    assert page.facts[1].value == "1 of 1 in"


def test_a_partnership_with_its_parts(register: Register) -> None:
    top = save(register, "partnership", name="Safety", kind="umbrella", reporting_interval="quarter")
    child = save(
        register,
        "partnership",
        name="Abuse group",
        kind="sub_group",
        parent=top,
        reporting_interval="quarter",
    )
    save(register, "progress_update", partnership=child, period="2025-26 Q4", status="signed_off",
         signed_off_on="3/4/2026")  # fmt: skip
    stone = save(register, "milestone", title="Cameras", partnership=top, first_due="31/3/2026")
    save(register, "forecast", milestone=stone, date="12/6/2026", reason="late", made_on="1/4/2026")
    police = save(register, "organisation", name="Police", kind="police")
    save(register, "partner", partnership=top, organisation=police, role="Chair")
    page = record_page(register, "partnership", top, TODAY, WORDS)
    assert page is not None
    said = {
        section.title: [[cell.text for cell in row.cells] for row in section.rows]
        for section in page.sections
    }
    assert said["Milestones"] == [["Cameras", "", "31 March 2026", "12 June 2026", "Past its date"]]
    assert said["Partners"] == [["Police", "Chair", "", ""]]
    assert said["Partnerships that report to it"] == [
        ["Abuse group", "Every quarter, last reported 3 April 2026", "Kept"]
    ]
    partner = record_page(register, "organisation", police, TODAY, WORDS)
    assert partner is not None
    [places] = [section for section in partner.sections if section.title == "Partnerships"]
    assert places.rows[0].cells[0].text == "Safety"


def test_an_organisation_with_its_account(register: Register) -> None:
    police = save(register, "organisation", name="Police", kind="police")
    safety = save(register, "partnership", name="Safety", kind="umbrella")
    grant = save(register, "partnership", name="Cameras", kind="grant", funding_cash="500", started="2025-05")
    for each in (safety, grant):
        save(register, "partner", partnership=each, organisation=police)
    measure = save(register, "measure", title="Reports", owner_organisation=police, polarity="lower",
                   aggregation="snapshot", frequency="quarter")  # fmt: skip
    save(register, "target", measure=measure, period="2025-26 Q4", value="26")
    save(register, "reading", measure=measure, period="2025-26 Q4", value="31", cause="funding",
         commentary="Two posts were empty.")  # fmt: skip
    save(
        register, "contribution", partnership=safety, organisation=police, what="A sergeant", due="31/3/2026"
    )
    save(register, "partner_words", organisation=police, said_on="20/4/2026", text="We were short.")
    page = record_page(register, "organisation", police, TODAY, WORDS)
    assert page is not None
    assert [tuple(fact)[:2] for fact in page.facts] == [
        ("Targets met in 2025-26", "0 of 1 (0%)"),
        ("Contributions kept", "0 of 1"),
        ("From the council", "£500"),
        ("Partnerships it is in", "1"),
    ]
    said = {
        section.title: [[cell.text for cell in row.cells] for row in section.rows]
        for section in page.sections
    }
    assert said["Attainment over the years"] == [["2025-26", "0 of 1 (0%)", "", "funding 1"]]
    assert said["Targets it missed"] == [["Reports", "2025-26 Q4", "26", "31", "Funding"]]
    assert said["Contribution account"][1] == ["A sergeant", "31 March 2026", "", "", "Overdue"]
    assert said["What the council puts in"] == [["2025-26", "1 grant", "£500"]]
    assert [pair.text for section in page.sections for pair in section.pairs] == [
        "Two posts were empty.",
        "‘We were short.’",
    ]


def test_a_partnership_has_its_risks_its_contributions_and_the_councils_rule(register: Register) -> None:
    top = save(register, "partnership", name="Safety", kind="umbrella", funding_cash="60,000")
    police = save(register, "organisation", name="Police", kind="police")
    save(register, "risk", title="The post ends", partnership=top, likelihood="3", impact="5")
    save(register, "contribution", partnership=top, organisation=police, kind="cash", undertaken="100")
    page = record_page(register, "partnership", top, TODAY, WORDS)
    assert page is not None
    said = {section.title: section for section in page.sections}
    assert [cell.text for cell in said["Risk"].rows[0].cells][:2] == ["The post ends", "High, 15"]
    assert said["Risk"].matrix is not None
    assert said["Who contributes what"].count == "1; undertaken £100, delivered £0"
    assert (page.facts[2].value, page.facts[2].note) == ("Significant", "1 of 3 tests met")
    save_settings(register, {"significance_rule": "points"}, {})
    page = record_page(register, "partnership", top, TODAY, WORDS)
    assert page is not None
    assert (page.facts[2].value, page.facts[2].note) == ("Limited", "2 of 6 tests met")


@pytest.mark.parametrize("kind", sorted(SHOWS))
def test_a_record_that_is_not_there_has_no_page(register: Register, kind: str) -> None:
    assert record_page(register, kind, "0" * 32, TODAY, WORDS) is None


def test_who_changed_it_last_and_in_how_many_saves(register: Register, body: str) -> None:
    records.save(register, "outside_body", {"seats": "2", "aims": "Ships"}, body)
    changed = last_changed(register, "outside_body", body)
    assert changed is not None
    assert (changed.by, changed.changes) == ("Helen Marsh", 2)
    assert last_changed(register, "outside_body", "nobody") is None
