"""Records called the same are shown two at a time, made one or left apart, and counted when some came in."""

from pathlib import Path

import pytest

from pmdesk.actions.conflicts import pair_of
from pmdesk.actions.history import history_of
from pmdesk.actions.lookalikes import leave_apart, lookalikes, make_one, more_alike
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.pack_words import say_brought
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import delete
from pmdesk.actions.same import twins
from pmdesk.actions.taking_back import undo
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.figures.conflicts import SAME
from pmdesk.register.store import Register
from tests.actions.saving import save
from tests.laptops import bring, who_know_each_other

EN = words_in("en")


def test_two_stand_beside_each_other_by_what_they_say_otherwise(register: Register) -> None:
    one = save(register, "organisation", name="Wendle Police", kind="police")
    two = save(register, "organisation", name="WENDLE POLICE", contact="01632 960001")
    (pair,) = lookalikes(register, EN)
    assert (pair.sort, pair.title, pair.id) == (SAME, "Wendle Police", f"{one}:{two}")
    first, second = pair.choices
    assert "01632 960001" not in first.said and "Contact: 01632 960001" in second.said
    assert pair.heading(EN) == "Organisation: two records are called the same"
    make_one(register, pair, 2)
    (row,) = register.all("organisation", id=(one, two))
    assert (row["id"], row["kind"], row["contact"]) == (two, "police", "01632 960001")
    assert lookalikes(register, EN) == []
    undo(register)
    assert [each.id for each in lookalikes(register, EN)] == [pair.id]


def test_those_that_are_two_are_not_asked_about_again(register: Register) -> None:
    """Three people of one name: the first two are two, so the first and the third are asked about."""
    a, b, c = (save(register, "person", name="John Smith", kind="member", ward=ward) for ward in "ABC")
    asked = []
    while pairs := lookalikes(register, EN):
        asked.append(pairs[0].id)
        assert leave_apart(register, pairs[0]).touches("person")
    assert asked == [f"{a}:{b}", f"{a}:{c}", f"{b}:{c}"]
    undo(register)
    assert [each.id for each in lookalikes(register, EN)] == [f"{b}:{c}"]
    leave_apart(register, lookalikes(register, EN)[0])
    said = next(row for row in history_of(register, b, EN) if row.field == "Is not the same as")
    assert (said.label, said.new) == ("Said that two records are two", "John Smith")
    assert register.check() == [] and register.unsettled() == []
    save(register, "person", name="John Smith", kind="officer")
    (pair,) = lookalikes(register, EN)
    delete(register, "person", a)
    with pytest.raises(Refused, match="no such record"):
        leave_apart(register, pair)


def test_what_a_pack_brought_is_counted_and_said(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two bring in the same sheet: the names that stand twice since are told, and no others."""
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    for laptop in (ann, bob):
        with laptop.at() as register:
            save(register, "organisation", name="New Trust", kind="voluntary")
            save(register, "organisation", name=f"Trust of {laptop.home.parent.name}")
    with ann.at() as register:
        (path,) = make_pack(register, tmp_path / "a.pmpack", EN).paths
    with bob.at() as register:
        before = twins(register)
        look = look_at_pack(register, path)
        brought = take_pack(register, look)
        assert (brought.alike, more_alike(register, before), more_alike(register, twins(register))) == (
            1,
            1,
            0,
        )
        assert say_brought(register, look, brought, EN).endswith(
            "1 name stands twice now: see Exchange, To settle."
        )
        assert bring(register, path).alike == 0


def test_that_two_are_two_is_known_on_every_laptop_and_what_two_said_meanwhile_stands_together(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    with ann.at() as register:
        for ward in "ABC":
            save(register, "person", name="John Smith", kind="member", ward=ward)
        (path,) = make_pack(register, tmp_path / "a.pmpack", EN).paths
        leave_apart(register, lookalikes(register, EN)[0])  # A and B
        (second,) = make_pack(register, tmp_path / "b.pmpack", EN).paths
        for _each in range(2):
            leave_apart(register, lookalikes(register, EN)[0])
        assert lookalikes(register, EN) == []
        (third,) = make_pack(register, tmp_path / "c.pmpack", EN).paths
    with bob.at() as register:
        bring(register, path)
        (pair,) = lookalikes(register, EN)
        a, _b = pair.id.split(":")
        c = str(register.all("person", ward="C")[0]["id"])
        leave_apart(register, pair_of(register, "person", (a, c), EN))  # Bob says so of A and C
        bring(register, second)
        assert [a in each.id for each in lookalikes(register, EN)] == [False], "both stand"
        assert register.unsettled() == []
        bring(register, third)
        assert lookalikes(register, EN) == [] and register.unsettled() == [] and register.check() == []
