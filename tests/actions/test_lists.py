from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import records
from pmdesk.actions.lists import FILTERS, SHOWS, RecordsList, is_empty, kind_choices, say_kind
from pmdesk.actions.registers import Register, start
from pmdesk.domain.words import words_in

TODAY, WORDS = "2026-04-27", words_in("en")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Helen Marsh", returns_due="17/4/2026")
    yield made
    made.close()


def bodies(register: Register, many: int) -> list[str]:
    with register.change("Brought in a file", via="import:x") as change:
        made = [change.add("outside_body", {"name": f"Body {n:04d}"}) for n in range(many)]
        person = change.add("person", {"name": "A Shaw", "kind": "member"})
        for body in made:
            change.add("appointment", {"outside_body": body, "person": person})
    return made


def listed(register: Register, kind: str, **how: object) -> list[str]:
    found = RecordsList(register, kind, TODAY, WORDS, **how)  # type: ignore[arg-type]
    return [row.title for row in found.rows(0, found.count())]


def test_a_page_costs_the_same_questions_however_many_rows_it_has(register: Register) -> None:
    bodies(register, 150)
    found = RecordsList(register, "outside_body", TODAY, WORDS)
    asked: list[str] = []
    register.db.set_trace_callback(asked.append)
    found.rows(0, 2)
    few = len(asked)
    asked.clear()
    rows = found.rows(0, 128)
    register.db.set_trace_callback(None)
    assert len(rows) == 128
    assert len(asked) == few


def test_any_page_and_any_position(register: Register) -> None:
    made = bodies(register, 300)
    found = RecordsList(register, "outside_body", TODAY, WORDS)
    assert found.count() == 300
    assert [row.title for row in found.rows(256, 258)] == ["Body 0256", "Body 0257"]
    assert found.position(made[257]) == 257
    assert found.position("nobody") is None
    assert RecordsList(register, "outside_body", TODAY, WORDS, "0007").position(made[8]) is None


def test_downwards(register: Register) -> None:
    bodies(register, 3)
    assert listed(register, "outside_body", down=True) == ["Body 0002", "Body 0001", "Body 0000"]


def test_by_state_the_most_urgent_first_and_names_in_order(register: Register) -> None:
    made = bodies(register, 3)
    records.save(register, "appointment", {"outside_body": made[0]})
    seat = register.all("appointment", outside_body=made[0], person=None)[0]
    held = register.all("appointment", outside_body=made[0])
    for one in held:
        if one["id"] != seat["id"]:
            records.delete(register, "appointment", str(one["id"]))
    assert listed(register, "outside_body", order="state") == ["Body 0001", "Body 0002", "Body 0000"]
    assert listed(register, "outside_body", order="state", down=True) == [
        "Body 0000",
        "Body 0001",
        "Body 0002",
    ]


def test_people_who_left_are_told_from_those_still_here(register: Register) -> None:
    for name, ends in (("Gone", "2025"), ("Going", "2026"), ("Here", None), ("Unread", None)):
        records.save(register, "person", {"name": name, "ends": ends, "kind": "member"})
    with register.change("Brought in a file", via="import:x") as change:
        change.set("person", register.find("person", "Unread")[0]["id"], {"ends": "when elected"})
    assert listed(register, "person", shown="current") == ["Going", "Helen Marsh", "Here", "Unread"]
    assert listed(register, "person", shown="left") == ["Gone"]
    assert listed(register, "person", shown="officer") == ["Helen Marsh"]


def test_what_is_no_partnership_is_listed_apart(register: Register) -> None:
    for name, kind, status in (
        ("Grant", "grant", None),
        ("Old", "thematic", "ended"),
        ("Safety", "umbrella", None),
    ):
        records.save(register, "partnership", {"name": name, "kind": kind, "status": status})
    assert listed(register, "partnership", shown="current") == ["Safety"]
    assert listed(register, "partnership") == ["Grant", "Old", "Safety"]
    assert listed(register, "partnership", shown="other") == ["Grant"]
    assert listed(register, "partnership", shown="umbrella") == ["Safety"]
    assert listed(register, "partnership", shown="ended") == ["Old"]


def test_who_gets_most_money_comes_first_and_who_gets_none_last(register: Register) -> None:
    def organisation(name: str) -> str:
        return records.save(register, "organisation", {"name": name})[0]

    ids = {name: organisation(name) for name in ("Art", "Boxing", "Choir", "Dance")}
    for name, pounds in (("Boxing", "500"), ("Choir", "300"), ("Choir", "400")):
        given = {"name": f"Grant of {pounds}", "kind": "grant", "funding_cash": pounds}
        grant = records.save(register, "partnership", given)[0]
        records.save(register, "partner", {"partnership": grant, "organisation": ids[name]})
    assert listed(register, "organisation", order="state")[:2] == ["Choir", "Boxing"]
    assert listed(register, "organisation", order="state", down=True)[:2] == ["Boxing", "Choir"]
    assert listed(register, "organisation", order="state")[2:4] == ["Aldermoor", "Art"]
    rows = RecordsList(register, "organisation", TODAY, WORDS).rows(0, 5)
    said = {row.title: row.note for row in rows}
    assert said == {"Aldermoor": "", "Art": "", "Boxing": "£500", "Choir": "£700", "Dance": ""}


def test_milestones_open_and_done(register: Register) -> None:
    records.save(register, "milestone", {"title": "Open one"})
    records.save(register, "milestone", {"title": "Done one", "done_on": "1/4/2026"})
    assert listed(register, "milestone", shown="open") == ["Open one"]
    assert listed(register, "milestone", shown="done") == ["Done one"]


@pytest.mark.parametrize("kind", sorted(FILTERS))
def test_every_list_and_filter_works_on_an_empty_register(register: Register, kind: str) -> None:
    assert kind in SHOWS
    for code, _ in FILTERS[kind]:
        assert RecordsList(register, kind, TODAY, WORDS, "zzz", code, "state").rows(0, 128) == []
    assert is_empty(register, kind) == (kind not in ("person", "organisation"))


def test_networks_contracts_and_grants_are_counted_apart_and_each_kind_can_be_chosen(
    register: Register,
) -> None:
    with register.change("test") as change:
        for name, kind in (("A", "umbrella"), ("B", "grant"), ("C", "network"), ("D", None), ("E", "grant")):
            change.add("partnership", {"name": name, "kind": kind})
    everything = RecordsList(register, "partnership", TODAY, WORDS)
    assert (everything.count(), everything.counted()) == (5, (2, 3))
    current = RecordsList(register, "partnership", TODAY, WORDS, shown="current")
    assert (current.count(), current.counted()) == (2, (2, 3))
    grants = RecordsList(register, "partnership", TODAY, WORDS, shown="current", narrowed={"kind": "grant"})
    assert (grants.count(), grants.counted()) == (2, (0, 2))
    assert listed(register, "partnership", narrowed={"kind": "grant"}) == ["B", "E"]
    assert kind_choices(register, WORDS) == [
        ("umbrella", "Umbrella partnership", 1), ("network", "Network", 1), ("grant", "Grant", 2),
    ]  # fmt: skip
    assert say_kind("grant", WORDS) == "Grant"
