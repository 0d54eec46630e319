"""One outside body and its page, for the tests of both its files."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.body_page import body_page
from pmdesk.figures.body_tables import BodyRows
from pmdesk.figures.record_page import RecordPage
from pmdesk.figures.update_states import Year

WORDS, TODAY = words_in("en"), "2026-04-27"
YEAR = Year("y26", "2025-26", "2025-05-21", "2026-05-19", "2026-04-17")
PEOPLE = {
    "mh": {"id": "mh", "name": "Margaret Holloway", "kind": "member"},
    "do": {"id": "do", "name": "Daniel Okafor", "kind": "member"},
}
SEATS: list[dict[str, Any]] = [
    {
        "id": "s2",
        "person": "do",
        "person_name": "Daniel Okafor",
        "capacity": "observer",
        "starts": "2023-05-23",
        "ends": "2026-05-20",
    },
    {
        "id": "s1",
        "person": "mh",
        "person_name": "Margaret Holloway",
        "capacity": "trustee",
        "starts": "2024-05-21",
        "ends": "2027-05",
    },
    {
        "id": "s3",
        "person": None,
        "person_name": None,
        "capacity": "substitute",
        "starts": "2026-02-09",
        "ends": None,
    },
]
UPDATES = [
    {
        "id": "u1",
        "appointment": "s1",
        "municipal_year": "y26",
        "status": "accepted",
        "worthwhile_council": "yes",
    },
    {
        "id": "u2",
        "appointment": "s2",
        "municipal_year": "y26",
        "status": "draft",
        "main_business": "word " * 624,
    },
    {
        "id": "u3",
        "appointment": "s2",
        "municipal_year": "y25",
        "status": "published",
        "worthwhile_council": "partly",
    },
]
BODY = {
    "id": "b",
    "name": "Aldermoor Citizens Advice",
    "category": "Voluntary and community",
    "status": "current",
    "legal_form": "Charity and company limited by guarantee",
    "link_officer_name": "Ruth Adeyemi",
    "seats": 2,
    "support": 11_840_000,
    "term_rule": "3 years from Annual Council",
    "meetings_a_year": 8,
    "aims": "Free advice.",
    "indemnity": "yes",
    "advice": "no",
}


def page(**changes: Any) -> RecordPage:
    rows: dict[str, Any] = {
        "body": BODY,
        "seats": SEATS,
        "updates": UPDATES,
        "people": PEOPLE,
        "years": {"y26": "2025-26", "y25": "2024-25"},
        "year": YEAR,
        **changes,
    }
    return body_page(BodyRows(**rows), TODAY, WORDS)


def texts(made: RecordPage, section: int) -> list[list[str]]:
    return [[f"{cell.text} {cell.note}".strip() for cell in row.cells] for row in made.sections[section].rows]
