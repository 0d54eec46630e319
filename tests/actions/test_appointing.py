import pytest

from pmdesk.actions import records
from pmdesk.actions.appointing import advice_on, appoint, ending_advice, term_end
from pmdesk.domain.check import Refused
from pmdesk.domain.outside_body import DUE_DILIGENCE
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"
ALL_YES = {field.name: "yes" for field in DUE_DILIGENCE}


@pytest.fixture
def trust(register: Register) -> str:
    return save(
        register, "outside_body", name="Trust", seats="1", substitutes="1", term_rule="3 years", **ALL_YES
    )


@pytest.fixture
def anne(register: Register) -> str:
    return save(register, "person", name="Anne Lowe", kind="member")


def test_a_term_ends_by_the_body_s_rule_unless_its_end_is_typed(
    register: Register, trust: str, anne: str
) -> None:
    made, _, advice = appoint(
        register, {"outside_body": trust, "person": anne, "starts": "1 June 2026"}, TODAY
    )
    assert advice == []
    assert (register.get("appointment", made) or {})["ends"] == "2029-05-31"
    open_end, _, _ = appoint(
        register, {"outside_body": trust, "person": anne, "starts": "1/6/26", "ends": ""}, TODAY
    )
    assert (register.get("appointment", open_end) or {})["ends"] is None
    assert term_end({"term_rule": "3 years"}, "soon") is None


def test_the_longest_vacancy_of_the_same_kind_is_filled(register: Register, trust: str, anne: str) -> None:
    spare = save(register, "appointment", outside_body=trust, capacity="substitute", starts="2020")
    later = save(register, "appointment", outside_body=trust, starts="2025-09")
    first = save(register, "appointment", outside_body=trust, starts="2025-05")
    typed = {"outside_body": trust, "person": anne, "capacity": "trustee", "starts": "20/5/26"}
    assert appoint(register, typed, TODAY)[0] == first
    assert (register.get("appointment", first) or {})["person"] == anne
    assert (register.get("appointment", spare) or {})["person"] is None
    assert appoint(register, typed | {"follows": first}, TODAY)[0] not in (first, later, spare)


def test_what_is_wrong_is_refused_and_changes_nothing(register: Register, trust: str, anne: str) -> None:
    before = register.count("appointment")
    with pytest.raises(Refused) as refused:
        appoint(
            register,
            {"outside_body": trust, "person": anne, "capacity": "king", "starts": "soon"},
            TODAY,
        )
    assert set(refused.value.problems) == {"capacity", "starts"}
    assert register.count("appointment") == before


def test_advice_reads_what_can_be_read_so_far(register: Register, trust: str, anne: str, body: str) -> None:
    assert advice_on(register, {}) == []
    assert advice_on(register, {"outside_body": "?Tru", "person": "?An"}) == []
    assert advice_on(register, {"outside_body": trust, "person": anne, "starts": "so"}) == []
    assert [each.field for each in advice_on(register, {"outside_body": body})] == ["outside_body"]
    seat = save(register, "appointment", outside_body=trust, person=anne, starts="2023")
    typed = {"outside_body": trust, "person": anne, "starts": "20 May 2026"}
    assert [each.field for each in advice_on(register, typed)] == ["person", "starts"]
    assert advice_on(register, typed, seat) == []


def test_a_seat_the_law_requires_says_so_before_it_is_left(register: Register, anne: str) -> None:
    board = save(register, "outside_body", name="Board", statutory="yes")
    seat = save(register, "appointment", outside_body=board, person=anne, starts="2023")
    assert "law requires" in str(ending_advice(register, seat, TODAY))
    save(register, "appointment", outside_body=board, person=anne, starts="2026-06-01", follows=seat)
    assert ending_advice(register, seat, TODAY) is None
    assert ending_advice(register, save(register, "appointment", outside_body=board), TODAY) is None


def test_what_the_law_requires_is_not_dropped_but_changes_and_can_cease_to_exist(register: Register) -> None:
    board = save(register, "outside_body", name="Board", statutory="yes", seats="2")
    for typed in ({"status": "ended"}, {"seats": "0"}):
        with pytest.raises(Refused, match="cannot be dropped"):
            records.save(register, "outside_body", typed, board)
    with pytest.raises(Refused, match="cannot be dropped"):
        records.end(register, "outside_body", board, "")
    with pytest.raises(Refused, match="cannot be dropped"):
        records.delete(register, "outside_body", board)
    records.save(register, "outside_body", {"seats": "1", "status": "ceased"}, board)
    other = save(register, "outside_body", name="Other", statutory="yes")
    records.save(register, "outside_body", {"statutory": "no", "status": "ended"}, other)
    assert (register.get("outside_body", other) or {})["status"] == "ended"
