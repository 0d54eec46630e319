"""Two records become one: links follow, what is empty is filled, doubled links fall together; and back."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.same import same, twins
from pmdesk.actions.taking_back import undo
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.saving import save


def test_links_follow_and_empty_fields_are_filled(register: Register) -> None:
    one = save(register, "organisation", name="Wendleshire Police", kind="police")
    two = save(register, "organisation", name="Wendle Police", contact="01632 960001", kind="council")
    ann = save(register, "person", name="Ann Lee", organisation=two)
    body = save(register, "outside_body", name="Dock Trust", council=two)
    changes = same(register, "organisation", one, two)
    row = register.get("organisation", one) or {}
    assert (row["name"], row["kind"], row["contact"]) == ("Wendleshire Police", "police", "01632 960001")
    assert (register.get("person", ann) or {})["organisation"] == one
    assert (register.get("outside_body", body) or {})["council"] == one
    assert (register.get("organisation", two) or {})["deleted"]
    assert {("organisation", one), ("organisation", two), ("person", ann)} <= changes.touched
    assert register.check() == []
    undo(register)
    assert (register.get("person", ann) or {})["organisation"] == two
    assert not (register.get("organisation", two) or {})["deleted"]
    assert (register.get("organisation", one) or {})["contact"] is None


def test_links_that_say_the_same_fall_together(register: Register) -> None:
    safety = save(register, "partnership", name="Community Safety", kind="thematic")
    one, two = (save(register, "organisation", name=name) for name in ("Police", "The Police"))
    first = save(register, "partner", partnership=safety, organisation=one)
    second = save(register, "partner", partnership=safety, organisation=two, role="Chair")
    same(register, "organisation", one, two)
    assert [row["id"] for row in register.all("partner")] == [first]
    assert register.all("partner")[0]["role"] == "Chair"
    assert (register.get("partner", second) or {})["deleted"]


def test_readings_of_one_period_that_differ_are_settled_first(register: Register) -> None:
    one, two = (save(register, "measure", code=code, title="Waste", unit="t") for code in ("W1", "W2"))
    save(register, "reading", measure=one, period="2025-26 Q1", value="3")
    save(register, "reading", measure=two, period="2025-26 Q1", value="4")
    save(register, "reading", measure=two, period="2025-26 Q2", value="5")
    with pytest.raises(Refused, match="the values differ"):
        same(register, "measure", one, two)
    assert not (register.get("measure", two) or {})["deleted"]
    row = register.all("reading", measure=two, period="2025-26 Q1")[0]
    records.save(register, "reading", {"value": "3"}, str(row["id"]))
    same(register, "measure", one, two)
    assert sorted(str(row["period"]) for row in register.all("reading", measure=one)) == [
        "2025-26 Q1",
        "2025-26 Q2",
    ]
    assert register.check() == []


def test_the_one_above_is_not_its_own(register: Register) -> None:
    top = save(register, "partnership", name="Local Strategic Partnership", kind="umbrella")
    two = save(register, "partnership", name="Safety", kind="thematic", parent=top)
    one = save(register, "partnership", name="Community Safety", kind="thematic", parent=two)
    child = save(register, "partnership", name="Burglary", kind="sub_group", parent=two)
    same(register, "partnership", one, two)
    assert (register.get("partnership", one) or {})["parent"] == top
    assert (register.get("partnership", child) or {})["parent"] == one


def test_what_is_never_one(register: Register) -> None:
    one = save(register, "organisation", name="One")
    with pytest.raises(Refused, match="same record already"):
        same(register, "organisation", one, one)
    with pytest.raises(Refused, match="no such record"):
        same(register, "organisation", one, "nothing")
    with pytest.raises(Refused, match="never made one"):
        same(register, "settings", one, one)


def test_who_sits_here_follows(register: Register) -> None:
    one, two = (save(register, "person", name="Ann Lee", kind="officer") for _ in range(2))
    register.set_me(two)
    same(register, "person", one, two)
    assert register.me() == one


def test_those_called_the_same_are_found(register: Register) -> None:
    one, two = save(register, "organisation", name="Tŷ Glân"), save(register, "organisation", name="ty glan")
    save(register, "organisation", name="Other")
    [found] = twins(register)
    assert (found.kind, set(found.records)) == ("organisation", {one, two})
    assert twins(register, "organisation", one) == [found]
    assert twins(register, "organisation", "none") == []
    same(register, "organisation", one, two)
    assert twins(register) == []


def test_an_empty_seat_is_no_double_of_one_that_is_filled(register: Register) -> None:
    one, two = (save(register, "outside_body", name=name) for name in ("Dock Trust", "The Dock Trust"))
    ann = save(register, "person", name="Ann Lee", kind="member")
    save(register, "appointment", outside_body=one, person=ann)
    save(register, "appointment", outside_body=one)
    save(register, "appointment", outside_body=two)
    same(register, "outside_body", one, two)
    assert register.count("appointment", outside_body=one) == 3
