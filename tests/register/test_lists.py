"""Lists sort and filter in SQL, whatever their length."""

import random
from collections.abc import Callable, Iterator

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.register import lists, matching
from pmdesk.register.ids import new_id
from pmdesk.register.lists import Row
from pmdesk.register.projection import fold
from pmdesk.register.store import Register, memory
from tests.register.measures_made import add, take_out


def names(register: Register, **asked: object) -> list[object]:
    return [row["name"] for row in register.page("outside_body", register.listed("outside_body", **asked))]  # type: ignore[arg-type]


def test_names_sort_without_case_and_accents(filled: Register) -> None:
    assert names(filled) == ["aldermoor Arts", "Émile Trust", "Tŷ Glân", "Zeta Board"]
    assert names(filled, descending=True) == ["Zeta Board", "Tŷ Glân", "Émile Trust", "aldermoor Arts"]
    assert names(filled, order="seats") == ["aldermoor Arts", "Zeta Board", "Tŷ Glân", "Émile Trust"]
    assert names(filled, order="link_officer", descending=True)[:2] == ["Zeta Board", "Tŷ Glân"]


def test_a_list_is_filtered_by_value_and_by_typing(filled: Register) -> None:
    assert names(filled, where={"status": None}) == ["Tŷ Glân", "Zeta Board"]
    assert names(filled, where={"status": ("current", "ended")}) == ["aldermoor Arts", "Émile Trust"]
    assert names(filled, typed="emi") == ["Émile Trust"]
    assert names(filled, typed="helen") == ["Tŷ Glân", "Zeta Board"]
    assert names(filled, typed="wynne") == ["Tŷ Glân"], "a body is found by who sits on it"
    assert names(filled, typed="nothing like it") == []


def test_found_by_name_without_case_and_accents(filled: Register) -> None:
    assert [row["name"] for row in filled.find("outside_body", "TY  glan")] == ["Tŷ Glân"]
    assert filled.find("person", "ty glan") == []


def test_counting_and_reading_by_value(filled: Register) -> None:
    assert filled.count("outside_body", seats=2) == 2
    assert [row["name"] for row in filled.all("person", kind=("officer", "member"))] == [
        "Helen Marsh",
        "Wyn Ŵynne",
    ]


WORDS = ["debt", "advice", "Élan", "grant", "flood"]


@pytest.fixture(scope="module")
def mixed() -> Iterator[Register]:
    """Updates and milestones among each other, some deleted or waited for; doubled titles and periods.

    It is made once, so no test writes in it.
    """
    with memory() as register:
        yield _mixed(register)


def _mixed(register: Register) -> Register:
    chance = random.Random(5)
    groups = [add(register, "partnership", name=name) for name in ("Debt Advice", "élan", "Flood", "flood")]
    for n in range(120):
        group = chance.choice([*groups, None])
        period = chance.choice([None, "2024-25 Q1", "2024-25 Q2", "2025-26 Q1"])
        done = " ".join(chance.choices(WORDS, k=2))
        update = add(register, "progress_update", partnership=group, period=period, done=done)
        title, due = chance.choice(WORDS), chance.choice([None, "2026-04-01", "2026-05-01"])
        on = chance.choice([None, "2026-06-01"])
        milestone = add(register, "milestone", title=title, partnership=group, first_due=due, done_on=on)
        if n % 9 == 0:
            take_out(register, "progress_update", update)
            take_out(register, "milestone", milestone)
    # One that is waited for, and one that somebody took for a milestone.
    add(register, "forecast", milestone=new_id(), made_on="2026-01-01")
    add(register, "progress_update", period="2024-25 Q1", corrects=new_id())
    add(register, "forecast", milestone=str(register.all("progress_update")[0]["id"]), made_on="2026-01-01")
    return register


def shown(register: Register, kind: str) -> list[Row]:
    """Every record of a kind that a list shows, as entered."""
    rows = [register.get(kind, id) for (id,) in register.db.execute(f"SELECT id FROM {kind} WHERE stub = 0")]
    return sorted((row for row in rows if row and not row["deleted"]), key=lambda row: int(str(row["n"])))


def key(kind: str, order: str) -> Callable[[Row], tuple[bool, str]]:
    """What SQL sorts a record by: nothing comes first, then the text; titles and names as they are folded."""
    by = order or ENTITIES[kind].titled_by
    if by and any(field.name == by for field in ENTITIES[kind].references):
        return lambda row: (row[f"{by}_name"] is not None, fold(str(row[f"{by}_name"] or "")))
    if by and not order:
        return lambda row: (True, fold(str(row[by] or "")))
    return lambda row: (row[by] is not None, str(row[by] or "")) if by else (True, "")


def has(row: Row, typed: str, fields: tuple[str, ...]) -> bool:
    said = [fold(str(row[name] or "")) for name in fields]
    own = all(any(fold(word) in text for text in said) for word in typed.split())
    called = fold(str(row["partnership_name"] or ""))
    return own or all(fold(word) in called for word in typed.split())


def fits(row: Row, asked: dict[str, object]) -> bool:
    return all(
        row[name] in (value if isinstance(value, tuple) else (value,)) for name, value in asked.items()
    )


@pytest.mark.parametrize("long", [2_000, 3], ids=["looked up", "left out of the whole list"])
@pytest.mark.parametrize("few", [5_000, 3], ids=["few of other kinds between", "many"])
@pytest.mark.parametrize(
    ("kind", "order", "where", "texts"),
    [
        ("progress_update", "", {"period": "2024-25 Q1"}, ("period", "done")),
        ("progress_update", "period", {"period": ("2024-25 Q1", "2025-26 Q1")}, ("period", "done")),
        ("progress_update", "partnership", {"period": None}, ("period", "done")),
        ("milestone", "", {"done_on": None}, ("title",)),
        ("milestone", "title", {"first_due": "2026-04-01"}, ("title",)),
        ("milestone", "first_due", {"done_on": None}, ("title",)),
        ("milestone", "", {"done_on": None, "first_due": None}, ("title",)),
    ],
)
def test_a_list_of_any_length_is_what_a_plain_sort_makes_of_it(
    mixed: Register,
    monkeypatch: pytest.MonkeyPatch,
    long: int,
    few: int,
    kind: str,
    order: str,
    where: dict[str, object],
    texts: tuple[str, ...],
) -> None:
    monkeypatch.setattr(lists, "_LONG", long)
    monkeypatch.setattr(matching, "_STRANGERS", few)
    matching._others.cache_clear()
    every = shown(mixed, kind)
    by = "" if order == ENTITIES[kind].titled_by else order
    for down in (False, True):
        for typed in ("", "deb", "debt advice", "elan", "flo", "nothing"):
            for asked in ({}, where):
                wanted = [row for row in every if not typed or has(row, typed, texts)]
                wanted = [row for row in wanted if fits(row, asked)]
                wanted.sort(key=key(kind, by), reverse=down)
                found = mixed.listed(kind, typed, asked, order, down)
                assert list(found) == [row["n"] for row in wanted], (down, typed, asked)
    matching._others.cache_clear()


def test_a_long_list_is_read_from_an_index_alone(register: Register) -> None:
    """No row is looked up and nothing is sorted: what stands in the rows costs a list nothing."""
    for sql, values in (
        (lists._BY_TITLE.format(way="ASC"), ("progress_update",)),
        (lists._all_by("progress_update", "period"), ()),
        (lists._WAITING, ("milestone",)),
        ("SELECT count(*) FROM milestone WHERE done_on IS NOT NULL AND deleted = 0 AND stub = 0", ()),
    ):
        plan = [step for *_, step in register.db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert len(plan) == 1 and "INDEX" in plan[0], plan


def test_a_kind_without_records_is_an_empty_list(register: Register) -> None:
    for kind in ENTITIES:
        for typed in ("", "debt"):
            assert not register.listed(kind, typed)
    assert matching.strangers(register.db, "progress_update") == set()
