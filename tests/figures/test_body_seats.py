from typing import Any

from pmdesk.figures.body_seats import asks_balance
from pmdesk.figures.record_page import Edit, Lead, RecordPage, Section
from tests.figures.body_story import BODY, SEATS, page

GROUPS = {"Liberal Democrat": 5, "Conservative": 5, "Labour": 4}


def _section(made: RecordPage, title: str) -> Section:
    return next(section for section in made.sections if section.title == title)


def _cells(section: Section) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in section.rows]


def _seat(id: str, person: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "person": person, "person_name": person, "outside_body": "b", **more}


def test_each_capacity_says_its_duty_once() -> None:
    pairs = page().sections[0].pairs
    assert [pair.label for pair in pairs] == ["Observer", "Trustee"]
    assert pairs[1].text.startswith("A trustee decides for the charity alone, not for the council")
    unknown = page(seats=[_seat("1", "x", capacity=None)]).sections[0].pairs
    assert unknown[0].label == "Capacity not known"


def test_a_seat_that_goes_with_an_office_says_which() -> None:
    seats = [_seat("1", "Ann Lowe", ex_officio="Leader of the Council"), _seat("2", "", ex_officio="Mayor")]
    pairs = page(seats=seats).sections[0].pairs
    assert [(pair.label, pair.text) for pair in pairs[1:]] == [
        ("Ex officio", "Ann Lowe, as Leader of the Council"),
        ("Ex officio", "Mayor"),
    ]


def test_gaps_lead_to_the_form_that_mends_them_and_ends_are_told_in_order() -> None:
    made = _section(page(body={**BODY, "substitutes": 1}), "Terms and gaps")
    assert made.count == "2"
    assert _cells(made) == [
        ["Cllr Daniel Okafor, Observer", "Ends 20 May 2026", "Appoint who follows"],
        ["Vacant, Substitute", "Empty now", "Fill the seat"],
    ]
    assert made.rows[1].cells[2].lead == Lead("edit", Edit("appointment", "s3", field="person"))
    assert [(pair.label, pair.text) for pair in made.pairs] == [
        ("Ends 20 May 2026", "Cllr Daniel Okafor"),
        ("Ends May 2027", "Cllr Margaret Holloway"),
    ]
    assert made.more is not None
    assert made.more.lead == Lead("gaps")


def test_seats_that_all_end_together() -> None:
    both = [_seat("1", "x", ends="2026-05-20"), _seat("2", "y", ends="2026-05-20")]
    made = _section(page(seats=both), "Terms and gaps")
    assert _cells(made) == [["All 2 seats at once", "Ends 20 May 2026", ""]]


def test_what_the_law_or_the_body_s_rules_require() -> None:
    law = _section(page(body={**BODY, "statutory": True}), "Terms and gaps")
    assert law.pairs[0].label == "Required by law"
    assert "change who sits" in law.pairs[0].text
    rules = _section(page(body={**BODY, "constitution_required": 1}), "Terms and gaps")
    assert rules.pairs[0].label == "Required by its rules"


def test_no_gap_says_so_and_an_ended_body_has_none() -> None:
    made = _section(page(seats=[SEATS[1], _seat("2", "x")]), "Terms and gaps")
    assert made.rows == ()
    assert made.empty == "No seat here is empty, or will be before 27 April 2027."
    titles = [section.title for section in page(body={**BODY, "status": "ended"}, groups=GROUPS).sections]
    assert "Terms and gaps" not in titles
    assert "Political balance" not in titles


def test_political_balance_from_three_seats_on() -> None:
    people = {
        "x": {"id": "x", "name": "X Y", "kind": "member", "political_group": "Conservative"},
        "y": {"id": "y", "name": "Y Z", "kind": "member", "political_group": "Conservative"},
    }
    seats = [_seat("1", "x"), _seat("2", "y"), _seat("3", "x", capacity="substitute")]
    given = {"people": people, "seats": seats, "groups": GROUPS}
    made = _section(page(**given, body={**BODY, "seats": 3}), "Political balance")
    assert _cells(made) == [
        ["Liberal Democrat", "5", "1", "0", "1 short"],
        ["Conservative", "5", "1", "2", "1 too many"],
        ["Labour", "4", "1", "0", "1 short"],
    ]
    assert made.text.endswith("With 3 seats the law asks for political balance.")
    assert "Political balance" not in [section.title for section in page(**given).sections]
    agreed = _section(page(**given, body={**BODY, "political_entitlement": "1 Labour"}), "Political balance")
    assert (agreed.rows, agreed.pairs[0].text) == ((), "1 Labour")


def test_due_diligence_question_by_question() -> None:
    made = _section(page(), "Due diligence")
    assert made.count == "2 of 7 answered"
    assert _cells(made)[:3] == [
        ["Is there an indemnity backed by insurance?", "Yes"],
        ["Are its audited accounts up to date?", "Answer"],
        ["Can the member get advice?", "No"],
    ]
    assert made.rows[1].cells[1].lead == Lead("edit", Edit("outside_body", "b", field="audited_accounts"))
    assert [row.cells[1].state for row in made.rows[:3]] == ["", "", "close"]
    assert made.pairs[0].link == "Say when"
    dated = _section(page(body={**BODY, "due_diligence_on": "2026-03-02"}), "Due diligence")
    assert (dated.pairs[0].text, dated.pairs[0].link) == ("2 March 2026", "")
    assert _section(page(body={"id": "b", "name": "B"}), "Due diligence").pairs == ()


def test_members_are_asked_for_their_groups_only_where_balance_is_told() -> None:
    assert asks_balance({"seats": 3}, [])
    assert asks_balance({"seats": "1 + 1 deputy"}, [{}, {}, {}])
    assert asks_balance({"political_entitlement": "1 Labour"}, [])
    assert not asks_balance({"seats": 2}, [{}])
    assert not asks_balance({"seats": 3, "status": "ceased"}, [])
