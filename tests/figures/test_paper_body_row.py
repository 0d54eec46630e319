"""A body in the public register: every public field that is known, a line each, and nothing that is not."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_body_row import body_columns, body_row

BODY = {
    "name": "Dock Trust", "legal_form": "Charity", "aims": "Keeps the\ndock open.",
    "seats": 3, "substitutes": 1,
    "appointing_body": "Cabinet", "term_rule": "4 years", "statutory": True, "constitution_required": False,
    "non_member_allowed": True, "political_entitlement": "2 to the largest group", "meetings_a_year": 4,
    "link_officer_name": "Ruth Adeyemi", "status": "under_review", "note": "secret",
}  # fmt: skip
SEATS = [
    {"id": "1", "person": "p", "capacity": "trustee", "starts": "2024-05-21", "ends": "2027-05"},
    {"id": "2", "person": "q", "person_name": "B Pym", "capacity": "substitute", "starts": "2024"},
    {"id": "3", "person": "p", "ex_officio": "Mayor", "ends": "2028-05"},
    {"id": "4", "person": None},
]
PEOPLE: dict[object, dict[str, object]] = {"p": {"name": "Ann Ode", "kind": "member"}}


def test_every_public_field_is_said() -> None:
    name, holders, rules = body_row(BODY, SEATS, PEOPLE, Words(), "2026-04-27")
    assert (name.text, name.quiet) == ("Dock Trust", "Charity\nKeeps the dock open.")
    assert holders.text.splitlines() == [
        "Cllr Ann Ode, trustee, 21 May 2024 to May 2027",
        "B Pym, substitute, from 2024",
        "Cllr Ann Ode, Mayor, to May 2028",
        "Vacant seat",
    ]
    assert rules.text.splitlines() == [
        "3 seats; 1 substitute seat; 4 meetings a year",
        "Appointed by Cabinet",
        "Term: 4 years",
        "Required by law",
        "Non-members may sit",
        "Political entitlement: 2 to the largest group",
        "Link officer Ruth Adeyemi",
        "Under review",
    ]
    assert "secret" not in f"{name}{holders}{rules}"


def test_what_is_not_known_is_left_out() -> None:
    cells = body_row({"name": "Mill"}, [], {}, Words(), "2026-04-27")
    assert [cell.text for cell in cells] == ["Mill", "", ""] and len(body_columns(Words())) == 3
