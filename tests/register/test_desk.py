"""What the Desk asks by SQL is what the rules say of every record, one by one."""

import random
from datetime import date, timedelta

import pytest

from pmdesk.domain.check import is_marked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from pmdesk.domain.milestone import current_date, milestone_state, slip_days
from pmdesk.register import desk
from pmdesk.register.store import Register
from tests.register.measures_made import add, put, take_out

TODAY = "2026-04-27"


def _day(chance: random.Random) -> str:
    return (date(2026, 1, 1) + timedelta(days=chance.randrange(240))).isoformat()


@pytest.fixture
def busy(register: Register) -> Register:
    """Sixty milestones of every kind: done, re-dated, undated, deleted, taken back."""
    chance = random.Random(5)
    for n in range(60):
        first = _day(chance) if n % 9 else None
        done = _day(chance) if n % 4 == 0 else None
        milestone = add(register, "milestone", title=f"M{n}", first_due=first, done_on=done)
        for _ in range(chance.choice([0, 0, 1, 2, 3])):
            add(register, "forecast", milestone=milestone, date=_day(chance), made_on=_day(chance))
        if n % 13 == 0:
            take_out(register, "milestone", milestone)
    for row in register.all("forecast")[::5]:
        take_out(register, "forecast", str(row["id"]))
    return register


def _by_the_rules(register: Register) -> dict[str, tuple[str, int]]:
    told = {}
    for row in register.all("milestone"):
        first, done = row["first_due"], row["done_on"]
        now = current_date(row, register.all("forecast", milestone=row["id"]))
        first_due, done_on = (str(each) if each else None for each in (first, done))
        told[str(row["id"])] = (
            milestone_state(first_due, now, done_on, TODAY), slip_days(first_due, now) or 0,
        )  # fmt: skip
    return told


def test_the_counts_are_those_of_the_rules(busy: Register) -> None:
    states = [state for state, _slip in _by_the_rules(busy).values()]
    counts = desk.milestone_counts(busy.db, TODAY)
    assert counts == tuple(states.count(state) for state in ("done", "past", "slipping", "on_date"))
    assert min(counts) > 0


def test_the_late_ones_come_longest_slip_first_and_no_more_than_asked(busy: Register) -> None:
    told = _by_the_rules(busy)
    late = {id for id, (state, _slip) in told.items() if state in ("past", "slipping")}
    found = desk.late_milestones(busy.db, TODAY, 100)
    assert set(found) == late and len(found) == len(late)
    order = [(told[id][0] != "past", -told[id][1]) for id in found]
    assert order == sorted(order)
    assert desk.late_milestones(busy.db, TODAY, 3) == found[:3]


def test_what_is_asked_and_not_dealt_with_comes_oldest_first(register: Register) -> None:
    body = add(register, "outside_body", name="Dock Trust")
    seat = add(register, "appointment", outside_body=body)

    def told(day: str, action: str | None, done: str | None = None) -> str:
        values = {"appointment": seat, "meeting_on": day, "action": action, "action_done_on": done}
        return add(register, "report_back", **values)

    second, first = told("2026-03-04", "Mend it."), told("2026-02-04", "Paint it.")
    told("2026-01-04", None), told("2026-01-05", "", None), told("2026-01-06", "Sell it.", TODAY)
    take_out(register, "report_back", told("2026-01-07", "Gone."))
    assert register.asked(10) == ([first, second], 2)
    assert register.asked(1) == ([first], 2)


def test_a_partnership_s_last_report_of_each_status(register: Register) -> None:
    group, silent = (add(register, "partnership", name=name) for name in ("Bins", "Silent"))
    for period, status, on in (
        ("2025-26 Q1", "signed_off", "2025-07-10"), ("2025-26 Q2", "signed_off", "2025-10-09"),
        ("2025-26 Q3", "submitted", "2026-01-12"), ("2025-26 Q4", "draft", "2026-04-01"),
        ("2024-25 Q4", "submitted", "soon"),
    ):  # fmt: skip
        add(register, "progress_update", partnership=group, period=period, status=status, submitted_on=on)
    add(register, "progress_update", partnership=silent, period="2025-26 Q1", status="draft")
    assert sorted(desk.reports(register.db)) == [
        (group, "signed_off", "2025-10-09", None), (group, "submitted", "2026-01-12", None),
    ]  # fmt: skip


_ODD = {
    Type.DATE: ("2026-02-30", "soon", "2026-02", "2026-02-03", "20260203"),
    Type.PARTIAL: ("2024-13", "2024-05", "2024", "about 1998", "2024-05-31", "2024-02-30"),
    Type.NUMBER: ("1 + 1 deputy", 3),
    Type.MONEY: ("lots", 100),
    Type.YES_NO: ("perhaps", True),
    Type.PERIOD: ("2025-26 Q5", "2025-26 Q4", "2025-26", "next year"),
    Type.CHOICE: ("no such code",),
}


@pytest.mark.parametrize(
    "kind", [kind for kind in ENTITIES if kind not in ("settings", "measure", "reading")]
)
def test_what_was_kept_as_typed_is_found_and_nothing_else(register: Register, kind: str) -> None:
    facts = ENTITIES[kind]
    wanted = set()
    for field in facts.fields:
        for value in (*_ODD.get(field.type, ()), *(code for code, _ in field.choices)):
            record = add(register, kind, **{field.name: value})
            stored = (register.get(kind, record) or {})[field.name]
            if is_marked(field, stored):
                wanted.add((record, field.name, stored))
    gone = add(register, kind, **{facts.fields[0].name: "x"})
    put(register, kind, gone, **{facts.fields[0].name: "y"})
    assert set(desk.marked(register.db, kind)) == wanted


def test_the_late_ones_that_were_moved_for_one_cause(busy: Register) -> None:
    late = desk.late_milestones(busy.db, TODAY, 100)
    for row in busy.all("forecast")[::2]:
        put(busy, "forecast", str(row["id"]), cause="funding")
    moved = {row["milestone"] for row in busy.all("forecast", cause="funding")}
    found = desk.late_milestones(busy.db, TODAY, 100, "funding")
    assert found == [id for id in late if id in moved] and found
    assert desk.late_milestones(busy.db, TODAY, 100, "scope_changed") == []


def test_the_next_milestones_and_who_has_any(busy: Register) -> None:
    rows = [row for row in busy.all("milestone") if not row["done_on"] and (row["first_due"] or "") >= TODAY]
    nearest = sorted(rows, key=lambda row: (str(row["first_due"]), str(row["id"])))
    assert busy.next_milestones(TODAY, 5) == [row["id"] for row in nearest[:5]]
    board, other = (add(busy, "partnership", name=name) for name in "AB")
    made = [add(busy, "milestone", title="M", partnership=board) for _ in range(2)]
    assert busy.milestone_owners() == {board: 2}
    take_out(busy, "milestone", made[0])
    add(busy, "milestone", title="N", partnership=other)
    assert busy.milestone_owners() == {board: 1, other: 1}
