from pmdesk.domain.annual_update import meeting_problem, pages, ready_to_submit
from pmdesk.domain.appointment import held_between, is_vacancy
from pmdesk.domain.municipal_year import next_year, year_bounds
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.person import styled_name


def test_nobody_attends_more_meetings_than_were_held() -> None:
    assert str(meeting_problem(8, 9)) == "You cannot have attended more meetings than were held (8)"
    assert meeting_problem(8, 8) is None
    assert meeting_problem("about 8", 9) is None


def test_pages_count_the_printed_answers_only() -> None:
    assert pages({"main_business": "word " * 480, "actions": "word " * 480}) == 2.0
    assert pages({"internal": "word " * 480, "note": "word " * 480}) == 0.0


def test_a_submitted_update_needs_its_main_business_and_its_declaration() -> None:
    assert set(ready_to_submit({})) == {"main_business", "declared"}
    assert ready_to_submit({"main_business": "We met.", "declared": True}) == {}


def test_a_seat_held_for_one_day_of_the_year_counts() -> None:
    years = {"2025-26": "2025-05-21", "2026-27": "2026-05-20"}
    first, last = year_bounds("2025-26", years)
    assert (first, last) == ("2025-05-21", "2026-05-19")
    assert held_between({"starts": "2024", "ends": "2025-05"}, first, last)
    assert held_between({"starts": None, "ends": "31/02/2026"}, first, last)
    assert not held_between({"starts": "2026-05-20", "ends": None}, first, last)
    assert not held_between({"starts": "2020", "ends": "2025-05-20"}, first, last)
    assert year_bounds("2030-31", {}) == ("2030-05-16", "2031-05-15")
    assert next_year("2099-00") == "2100-01"


def test_contracts_grants_and_networks_are_not_partnerships() -> None:
    kinds = ["umbrella", "sub_group", None, "network", "contract", "grant"]
    assert [is_partnership({"kind": kind}) for kind in kinds] == [True, True, True, False, False, False]
    assert not is_running({"status": "ended"})


def test_a_seat_without_a_person_is_a_vacancy() -> None:
    assert is_vacancy({"person": None}) and not is_vacancy({"person": "x"})


def test_members_are_styled_and_codes_are_not() -> None:
    assert styled_name({"name": "Priya Nair", "kind": "member"}) == "Cllr Priya Nair"
    assert styled_name({"name": "Cllr Priya Nair", "kind": "member"}) == "Cllr Priya Nair"
    assert styled_name({"name": "FM02", "kind": "member"}) == "FM02"
    assert styled_name({"name": "Helen Marsh", "kind": "officer"}) == "Helen Marsh"
