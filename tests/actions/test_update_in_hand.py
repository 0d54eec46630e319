"""What the writing pages are told: which update is meant, whose, when due, and who may agree to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import records
from pmdesk.actions.registers import Register, start
from pmdesk.actions.update_in_hand import names_to_keep_out, problems_in, update_in_hand
from pmdesk.actions.updates import save_update
from pmdesk.domain.check import Refused

TODAY = "2026-04-27"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = start(
        tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Helen Marsh", returns_due="17/4/2026", today=TODAY
    )
    with made:
        yield made


def add(register: Register, record_kind: str, /, **values: object) -> str:
    return records.save(register, record_kind, values)[0]


@pytest.fixture
def seat(register: Register) -> str:
    member = add(register, "person", name="Daniel Okafor", kind="member")
    body = add(register, "outside_body", name="Aldermoor Citizens Advice")
    return add(register, "appointment", outside_body=body, person=member, capacity="observer")


def test_a_new_annual_update_knows_its_seat_and_year(register: Register, seat: str) -> None:
    hand = update_in_hand(register, "annual_update", ("new", seat), TODAY)
    assert (hand.of, hand.by, hand.capacity, hand.year, hand.due_on, hand.since, hand.record) == (
        "Aldermoor Citizens Advice", "Cllr Daniel Okafor", "observer", "2025-26", "2026-04-17", None, None,
    )  # fmt: skip
    assert (hand.mine, hand.status, hand.next) == (False, "draft", ("submitted",))


def test_the_one_begun_is_opened_instead_of_a_second(register: Register, seat: str) -> None:
    given = dict(update_in_hand(register, "annual_update", ("new", seat), TODAY).given)
    update = save_update(register, "annual_update", given, None, TODAY)[0]
    assert update_in_hand(register, "annual_update", ("new", seat), TODAY).record == update
    assert update_in_hand(register, "annual_update", update, TODAY).owner == seat


def test_only_officers_and_the_portfolio_member_agree(register: Register) -> None:
    members = [add(register, "person", name=name, kind="member") for name in ("Priya Nair", "Lin Ash")]
    board = add(
        register, "partnership", name="Active", reporting_interval="month", portfolio_member=members[0]
    )
    typed = {"partnership": board, "period": "2026-03", "done": "x", "difference": "y"}
    update = save_update(register, "progress_update", typed, None, TODAY, submit=True)[0]
    both = ("signed_off", "returned")
    for me, may in ((register.me(), both), (members[0], both), (members[1], ())):
        register.set_me(me)
        assert update_in_hand(register, "progress_update", update, TODAY).next == may


@pytest.mark.parametrize(
    ("interval", "periods"),
    [
        ("quarter", ["2025-26 Q4", "2025-26 Q3", "2025-26 Q2", "2025-26 Q1"]),
        ("half", ["2025-26 H2", "2025-26 H1", "2024-25 H2", "2024-25 H1"]),
        ("year", ["2025-26", "2024-25", "2023-24", "2022-23"]),
        ("month", ["2026-03", "2026-02", "2026-01", "2025-12"]),
    ],
)
def test_the_last_finished_periods(register: Register, interval: str, periods: list[str]) -> None:
    board = add(register, "partnership", name="Active", reporting_interval=interval)
    hand = update_in_hand(register, "progress_update", ("new", board), TODAY)
    assert [period.name for period in hand.periods] == periods
    assert hand.given == {"partnership": board, "period": periods[0]}


def test_a_vacancy_writes_nothing(register: Register) -> None:
    body = add(register, "outside_body", name="Trust")
    empty = add(register, "appointment", outside_body=body)
    with pytest.raises(Refused, match="vacant"):
        update_in_hand(register, "annual_update", ("new", empty), TODAY)


def test_all_problems_at_once() -> None:
    typed = {"meetings_held": "-1", "meetings_attended": "nine", "main_business": ""}
    assert set(problems_in("annual_update", typed, {}, submit=True)) == {
        "meetings_held", "meetings_attended", "main_business", "declared",
    }  # fmt: skip
    typed = {"meetings_held": "8", "meetings_attended": "9"}
    assert set(problems_in("annual_update", typed, {}, submit=False)) == {"meetings_attended"}


def test_the_writer_may_be_named(register: Register, seat: str) -> None:
    assert names_to_keep_out(register, "Cllr Daniel Okafor") == ("Helen Marsh",)
