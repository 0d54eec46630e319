"""Lists of measures: every order, every narrowing, what is typed; counts; and ratings as on a past day."""

import random
from collections.abc import Iterator

import pytest

from pmdesk.register import measures as module
from pmdesk.register.ids import new_id
from pmdesk.register.measures import _NARROWED, _ORDERS
from pmdesk.register.store import Register, memory
from tests.register.measures_made import add, by_partnership, put, take_out, waste


@pytest.fixture
def measured(register: Register) -> Register:
    """Four measures: EN02 met in the end, EN05 missed, HO01 without a target, and one without anything."""
    group = add(register, "partnership", name="Wendle Waste Partnership")
    council = add(register, "organisation", name="Aldermoor District Council")
    helen = add(register, "person", name="Helen Marsh")
    plan = add(register, "plan", name="Corporate Plan")
    clean = add(register, "objective", name="A clean district", plan=plan)
    safe = add(register, "objective", name="A safe district", plan=plan)
    waste(register, partnership=group, objective=clean, kind="outcome", measured_by="NI", effort_hours=40,
          baseline="41", definition="Weighed", source="Weighbridge", data_supplier="Josh")  # fmt: skip
    fly = add(register, "measure", title="Élan fly-tips cleared", code="EN05", polarity="lower", owner=helen,
              owner_organisation=council, frequency="month", kind="output", effort_hours=200)  # fmt: skip
    add(register, "target", measure=fly, period="2026-03", value="10")
    add(register, "reading", measure=fly, period="2026-03", value="14")
    homes = add(register, "measure", title="Homes built", code="HO01", frequency="year", objective=safe)
    add(register, "reading", measure=homes, period="2024-25", value="120")
    add(register, "measure", title="Abandoned cars", partnership=group)
    add(register, "serves", measure=fly, objective=clean)
    take_out(register, "measure", add(register, "measure", title="Gone", code="A1"))
    return register


def codes(register: Register, **asked: object) -> list[object]:
    rows = register.page("measure", register.measures(**asked))  # type: ignore[arg-type]
    return [row["code"] for row in rows]


@pytest.mark.parametrize(
    ("order", "there", "back"),
    [
        ("code", ["EN02", "EN05", "HO01", None], ["HO01", "EN05", "EN02", None]),
        ("title", [None, "EN05", "HO01", "EN02"], ["EN02", "HO01", "EN05", None]),
        ("rating", ["EN05", "EN02", "HO01", None], [None, "HO01", "EN02", "EN05"]),
        ("direction", [None, "EN05", "HO01", "EN02"], ["EN02", None, "EN05", "HO01"]),
        ("latest", [None, "HO01", "EN05", "EN02"], ["EN05", "EN02", "HO01", None]),
        ("target", ["EN02", "EN05", None, "HO01"], ["EN05", "EN02", None, "HO01"]),
        ("due", ["HO01", "EN05", "EN02", None], ["EN02", "EN05", "HO01", None]),
        ("effort", [None, "HO01", "EN02", "EN05"], ["EN05", "EN02", None, "HO01"]),
    ],
)
def test_each_order_both_ways(
    measured: Register, order: str, there: list[object], back: list[object]
) -> None:
    assert codes(measured, order=order) == there
    assert codes(measured, order=order, descending=True) == back


@pytest.fixture(scope="module")
def long_list() -> Iterator[Register]:
    """Sixty measures with doubled titles, doubled codes or none; made once, so no test writes in it."""
    with memory() as register:
        chance = random.Random(11)
        for n in range(60):
            measure = waste(
                register, title=chance.choice(["Álpha", "beta", "Gamma 3", "gamma 1"]), effort_hours=n % 7
            )
            code, polarity = (
                chance.choice([None, "EN02", "en02", "A9", "Ŵ1"]),
                chance.choice(["lower", "higher", None]),
            )
            put(register, "measure", measure, code=code, polarity=polarity)
            if n % 3 == 0:
                add(register, "reading", measure=measure, period="2026-27 Q1", value=str(n))
            if n % 10 == 0:
                take_out(register, "measure", measure)
            if n % 11 == 0:
                add(register, "measure", title="Bare")
        waited = add(register, "reading", measure=new_id(), period="2025-26", value="1")
        assert register.get("reading", waited)
        yield register


@pytest.mark.parametrize("order", list(_ORDERS))
@pytest.mark.parametrize("descending", [False, True])
def test_a_long_list_is_in_the_same_order_as_a_short_one(
    long_list: Register, monkeypatch: pytest.MonkeyPatch, order: str, descending: bool
) -> None:
    """Put together from indexes or looked up row by row."""
    whole = list(long_list.measures(order=order, descending=descending))
    assert whole == module._sorted(long_list.db, order, descending)
    some = list(long_list.measures(narrowed={"noteless": False}, order=order, descending=descending))
    monkeypatch.setattr(module, "_LONG", 5)
    again = list(long_list.measures(narrowed={"noteless": False}, order=order, descending=descending))
    assert again == some and len(again) > 5


def test_every_order_and_narrowing_is_tried_here() -> None:
    assert set(_ORDERS) == {"code", "title", "rating", "direction", "latest", "target", "due", "effort"}
    assert set(_NARROWED) == {
        "rating", "owner", "owner_organisation", "partnership", "kind", "objective", "overdue", "ready",
        "noteless", "central",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wanted", "found"),
    [
        ("rating", "red", ["EN05"]),
        ("rating", "no_reading", [None]),
        ("kind", "outcome", ["EN02"]),
        ("overdue", "2026-05-01", ["EN05", "HO01"]),
        ("overdue", "2026-04-30", ["HO01"]),
        ("ready", True, ["EN02"]),
        ("ready", False, ["EN05", "HO01", None]),
        ("noteless", True, ["EN05"]),
        ("noteless", False, ["EN02", "HO01", None]),
        ("central", True, ["EN02"]),
        ("central", False, ["EN05", "HO01", None]),
    ],
)
def test_each_narrowing(measured: Register, name: str, wanted: object, found: list[object]) -> None:
    assert codes(measured, narrowed={name: wanted}) == found
    count, first = measured.first_measures({name: wanted}, "code", 1)
    assert (count, len(first)) == (len(found), 1)
    assert set(first) <= set(measured.measures(narrowed={name: wanted}))


@pytest.mark.parametrize(
    ("narrowed", "order", "count", "first"),
    [
        ({}, "code", 4, ["EN02", "EN05", "HO01"]),
        ({}, "due", 4, ["HO01", "EN05", "EN02"]),
        ({"overdue": "2026-05-01"}, "due", 2, ["HO01", "EN05"]),
        ({"ready": False}, "code", 3, ["EN05", "HO01", None]),
        ({"kind": "impact"}, "code", 0, []),
    ],
)
def test_the_beginning_of_a_list_and_how_many_there_are(
    measured: Register, narrowed: dict[str, object], order: str, count: int, first: list[object]
) -> None:
    many, numbers = measured.first_measures(narrowed, order, 3)
    assert (many, [row["code"] for row in measured.page("measure", numbers)]) == (count, first)
    assert measured.first_measures(narrowed, order, 1) == (count, numbers[:1])
    assert measured.first_measures(narrowed, order, 0) == (count, [])


@pytest.mark.parametrize(
    ("name", "kind", "called", "found"),
    [
        ("owner", "person", "Helen Marsh", ["EN05"]),
        ("owner_organisation", "organisation", "Aldermoor District Council", ["EN05"]),
        ("partnership", "partnership", "Wendle Waste Partnership", ["EN02", None]),
        ("objective", "objective", "A clean district", ["EN02", "EN05"]),
        ("objective", "objective", "A safe district", ["HO01"]),
    ],
)
def test_each_narrowing_by_another_record(
    measured: Register, name: str, kind: str, called: str, found: list[object]
) -> None:
    (row,) = measured.find(kind, called)
    assert codes(measured, narrowed={name: row["id"]}) == found


def test_two_narrowings_and_typing_together(measured: Register) -> None:
    (group,) = measured.find("partnership", "Wendle Waste Partnership")
    narrowed = {"partnership": group["id"], "rating": "green"}
    assert codes(measured, narrowed=narrowed) == ["EN02"]
    assert codes(measured, narrowed=narrowed, typed="cars") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("recyc", ["EN02"]),
        ("elan", ["EN05"]),
        ("en05", ["EN05"]),
        ("weighed", ["EN02"]),
        ("wendle", ["EN02", None]),
        ("helen", ["EN05"]),
        ("aldermoor", ["EN05"]),
        ("clean", ["EN02"]),
        ("gone", []),
        ("nothing like it", []),
    ],
)
def test_found_by_its_own_words_and_those_of_what_it_hangs_on(
    measured: Register, typed: str, found: list[object]
) -> None:
    assert codes(measured, typed=typed) == found


def test_what_is_kept_is_read_by_row_number(measured: Register) -> None:
    numbers = measured.measures()
    found = measured.kept(numbers)
    assert [found[n].rating for n in numbers] == ["green", "red", "not_rated", "no_reading"]
    assert measured.kept([]) == {} and measured.kept([10_000]) == {}


def test_counts_by_partnership_follow_each_save(measured: Register) -> None:
    (group,) = measured.find("partnership", "Wendle Waste Partnership")
    own = str(group["id"])
    assert by_partnership(measured) == {
        "": {"red": 1, "not_rated": 1},
        own: {"green": 1, "no_reading": 1},
    }
    (fly,) = measured.find("measure", "EN05")
    put(measured, "measure", str(fly["id"]), partnership=own)
    assert by_partnership(measured) == {"": {"not_rated": 1}, own: {"green": 1, "no_reading": 1, "red": 1}}
    take_out(measured, "measure", str(fly["id"]))
    assert by_partnership(measured)[own] == {"green": 1, "no_reading": 1}


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2024-01-01", {}),
        ("2025-03-31", {"HO01": "not_rated"}),
        ("2025-12-31", {"HO01": "not_rated", "EN02": "red"}),
        ("2026-03-30", {"HO01": "not_rated", "EN02": "red"}),
        ("2026-03-31", {"HO01": "not_rated", "EN02": "green", "EN05": "red"}),
    ],
)
def test_ratings_as_they_stood_on_a_past_day(measured: Register, day: str, found: dict[str, str]) -> None:
    named = {row["n"]: row["code"] for row in measured.all("measure")}
    assert {named[n]: stood for n, stood in measured.ratings_at(day).items()} == found


def test_one_measure_s_readings_as_kept(measured: Register) -> None:
    (fly,) = measured.find("measure", "EN05")
    assert list(measured.ratings_of(int(str(fly["n"]))).values()) == [("red", "10", "4", "")]


@pytest.mark.parametrize("order", module._KEYS)
@pytest.mark.parametrize("descending", [False, True])
def test_a_very_long_list_has_the_same_measures_in_the_same_steps(
    measured: Register, order: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only among equals does it go by entry instead of by title."""
    add(measured, "measure", title="A second of its code", code="EN05")
    short = measured.measures(order=order, descending=descending)
    monkeypatch.setattr(module, "_VERY_LONG", 0)
    long = measured.measures(order=order, descending=descending)
    kept, codes = measured.kept(short), {row["n"]: row["code"] for row in measured.page("measure", short)}
    of = {"rating": "rank", "due": "next_ends", "latest": "ends", "target": "target_period"}
    key = codes.__getitem__ if order == "code" else lambda n: getattr(kept[n], of.get(order, order))
    assert [key(n) for n in long] == [key(n) for n in short]
    assert sorted(long) == sorted(short)


@pytest.mark.parametrize("order", [*module._KEYS, "title"])
@pytest.mark.parametrize("descending", [False, True])
def test_the_beginning_of_a_very_long_list_is_that_of_the_whole(
    measured: Register, order: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(measured, "measure", title="A second of its code", code="EN05")
    assert measured.measures_beginning(order, descending, 2) is None, "a short list is read whole"
    monkeypatch.setattr(module, "_VERY_LONG", 0)
    whole = measured.measures(order=order, descending=descending)
    found = measured.measures_beginning(order, descending, 2)
    assert found == ((len(whole), list(whole[:2])) if order in module._FIRST else None)
    assert measured.measures_beginning(order, descending, len(whole) + 1) is None


@pytest.mark.parametrize("whose", ["partnership", "owner", "owner_organisation"])
def test_whose_measures_are_looked_up_and_not_all_passed_through(register: Register, whose: str) -> None:
    sql, _values = module._where({whose: "x", "rating": "red"})
    plan = [str(row[3]) for row in register.db.execute(f"EXPLAIN QUERY PLAN SELECT k.n {sql}", ("x", 1))]
    assert f"measure_{whose}" in plan[0] and not any(step.startswith("SCAN") for step in plan), plan
