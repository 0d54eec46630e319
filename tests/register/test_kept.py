"""What is kept beside measures is what working it out anew gives, after every kind of save, in any order."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdesk.domain.decimals import plain
from pmdesk.domain.series import readings_of, scale_of, targets_of
from pmdesk.domain.standing import standings
from pmdesk.register import kept as kept_module
from pmdesk.register.ids import new_id
from pmdesk.register.projection import rebuild
from pmdesk.register.store import Register, memory
from tests.register.measures_made import (
    QUARTERS,
    add,
    by_partnership,
    ends,
    holds,
    kept,
    laptop,
    put,
    ratings,
    reading,
    take_out,
    waste,
)


def latest(register: Register, measure: str) -> tuple[str, str, str, str]:
    """Period, value, rating and direction of a measure's latest reading, as kept."""
    row = register.get("measure", measure)
    assert row
    found = register.kept([int(str(row["n"]))])
    return tuple(found[int(str(row["n"]))][i] for i in (3, 5, 9, 11))  # type: ignore[return-value]


def test_the_latest_reading_its_rating_and_the_path_stand_beside_the_measure(register: Register) -> None:
    measure = waste(register)
    assert latest(register, measure) == ("2025-26 Q4", "46", "green", "better")
    assert ratings(register, measure) == {
        "2025-06-30": "green",
        "2025-09-30": "amber",
        "2025-12-31": "red",
        "2026-03-31": "green",
    }
    row = register.get("measure", measure)
    assert row
    (found,) = register.kept([int(str(row["n"]))]).values()
    assert (found.readings, found.target, found.target_period, found.path) == (4, "46", "2025-26", "46")
    assert (found.next_period, found.next_ends) == ("2026-27 Q1", "2026-06-30")
    assert found.spark == "46.5:green 45.5:amber 40:red 46:green"
    assert set(found.missing.split(",")) == {"baseline", "definition", "source", "data_supplier"}
    assert by_partnership(register) == {"": {"green": 1}}


def test_it_is_what_the_rules_say_of_the_records_themselves(register: Register) -> None:
    """Past the module's own code: the rules are asked with what a page would read."""
    measure = waste(register, change_interval="0.75", baseline="41", baseline_on="2024-03")
    row = register.get("measure", measure)
    assert row
    said = standings(
        scale_of(row),
        targets_of(register.all("target", measure=measure)),
        readings_of(register.all("reading", measure=measure), per_cent=True),
        register.rules(),
    )
    found = register.ratings_of(int(str(row["n"])))
    by_id = {str(each["id"]): int(str(each["n"])) for each in register.all("reading", measure=measure)}
    assert {by_id[each.reading.id]: (each.rating, each.direction) for each in said} == {
        n: (rating, way) for n, (rating, _path, _variance, way) in found.items()
    }
    assert [found[by_id[each.reading.id]][2] for each in said] == [
        "" if each.variance is None else plain(each.variance) for each in said
    ]


SAVES: dict[str, Callable[[Register, str], object]] = {
    "a reading added": lambda r, m: add(r, "reading", measure=m, period="2026-27 Q1", value="30"),
    "a reading corrected": lambda r, m: put(r, "reading", reading(r, m, "2025-26 Q4"), value="45.9"),
    "a reading of another period": lambda r, m: put(
        r, "reading", reading(r, m, "2025-26 Q4"), period="2024-25"
    ),
    "a period that cannot be read": lambda r, m: put(
        r, "reading", reading(r, m, "2025-26 Q4"), period="soon"
    ),
    "a value that is no number": lambda r, m: put(
        r, "reading", reading(r, m, "2025-26 Q4"), value="see note"
    ),
    "a reading suppressed": lambda r, m: put(r, "reading", reading(r, m, "2025-26 Q4"), state="suppressed"),
    "a reading deleted": lambda r, m: take_out(r, "reading", reading(r, m, "2025-26 Q4")),
    "a reading of nothing known": lambda r, m: put(
        r, "reading", reading(r, m, "2025-26 Q4"), measure=new_id()
    ),
    "numerator and denominator": lambda r, m: put(
        r, "reading", reading(r, m, "2025-26 Q4"), value=None, numerator="9", denominator="20"
    ),
    "a target raised": lambda r, m: add(r, "target", measure=m, period="2025-26 Q4", value="50"),
    "a target deleted": lambda r, m: take_out(r, "target", str(r.all("target", measure=m)[0]["id"])),
    "lower is better": lambda r, m: put(r, "measure", m, polarity="lower"),
    "no way is better": lambda r, m: put(r, "measure", m, polarity=None),
    "no tolerance": lambda r, m: put(r, "measure", m, tolerance="0"),
    "a wide tolerance": lambda r, m: put(r, "measure", m, tolerance="10", tolerance_is="amount"),
    "a tolerance it had before": lambda r, m: add(
        r, "earlier_tolerance", measure=m, before="2026-01-01", tolerance="20"
    ),
    "a change interval": lambda r, m: put(r, "measure", m, change_interval="7"),
    "a definition given": lambda r, m: put(r, "measure", m, definition="Weighed at the gate"),
    "a partnership given": lambda r, m: put(
        r, "measure", m, partnership=add(r, "partnership", name="Wendle")
    ),
    "the measure deleted": lambda r, m: take_out(r, "measure", m),
    "a rule from a day": lambda r, m: add(r, "rating_rule", name="New", method="beyond", starts="2026-01-01"),
    "the first rule": lambda r, m: add(r, "settings", rating_rule="beyond"),
}


@pytest.mark.parametrize("saved", SAVES)
def test_every_kind_of_save_keeps_it_right_and_undo_brings_it_back(register: Register, saved: str) -> None:
    measure, other = waste(register), waste(register, title="Another", code="EN03")
    untouched, before = ratings(register, other), kept(register)
    SAVES[saved](register, measure)
    assert kept(register) != before, "the save bears on nothing that is kept: it proves nothing"
    holds(register)
    if saved not in ("a rule from a day", "the first rule"):
        assert ratings(register, other) == untouched
    after = kept(register)
    register.undo()
    holds(register)
    if saved != "a partnership given":  # two saves: the partnership's own, then this
        assert kept(register) == before
    register.redo()
    assert kept(register) == after
    assert register.check() == []


def test_a_reading_moved_to_another_measure_leaves_the_one_and_joins_the_other(register: Register) -> None:
    first, second = waste(register), waste(register, title="Another")
    moved = reading(register, first, "2025-26 Q3")
    put(register, "reading", moved, measure=second, period="2026-27 Q1")
    assert ends("2025-26 Q3") not in ratings(register, first)
    assert ratings(register, second)["2026-06-30"] == "not_rated"
    holds(register)


def test_a_later_rule_re_rates_nothing_before_its_day(register: Register) -> None:
    measure = waste(register)
    before = ratings(register, measure)
    rule = add(register, "rating_rule", name="Better or worse", method="beyond", starts="2026-01-01")
    after = ratings(register, measure)
    # On target is amber under that rule; met is green under the first.
    assert before.pop("2026-03-31") == "green"
    assert after.pop("2026-03-31") == "amber"
    assert after == before
    put(register, "rating_rule", rule, starts="2025-07-01")
    assert (
        ratings(register, measure)["2025-12-31"] == "red"
        and ratings(register, measure)["2025-06-30"] == "green"
    )
    holds(register)
    take_out(register, "rating_rule", rule)
    assert ratings(register, measure)["2026-03-31"] == "green"
    holds(register)


def test_a_missed_target_asks_for_a_commentary_and_a_cause(register: Register) -> None:
    measure = waste(register)
    put(register, "reading", reading(register, measure, "2025-26 Q4"), value="20")
    n = int(str((register.get("measure", measure) or {})["n"]))
    asked = reading(register, measure, "2025-26 Q4")
    assert register.kept([n])[n].noteless == 1
    put(register, "reading", asked, commentary="A lorry broke down.")
    assert register.kept([n])[n].noteless == 1
    put(register, "reading", asked, cause="funding")
    assert register.kept([n])[n].noteless == 0


def test_a_period_not_due_is_not_the_latest_where_there_is_another(register: Register) -> None:
    measure = waste(register)
    add(register, "reading", measure=measure, period="2026-27 Q1", state="not_due")
    assert latest(register, measure)[:3] == ("2025-26 Q4", "46", "green")
    new = add(register, "measure", title="New")
    add(register, "reading", measure=new, period="2026-27 Q1", state="not_due")
    assert latest(register, new)[:3] == ("2026-27 Q1", "", "not_due")
    assert by_partnership(register) == {"": {"green": 1, "not_due": 1}}


def test_many_measures_in_one_save_and_a_save_of_several_entries(register: Register) -> None:
    """More events than one entry holds: several entries, one save, one Undo."""
    with register.change("Brought in a file") as change:
        for number in range(120):
            measure = change.add("measure", {"title": f"Measure {number}", "polarity": "lower"})
            change.add("target", {"measure": measure, "period": "2025-26", "value": str(number)})
            for quarter in QUARTERS:
                change.add("reading", {"measure": measure, "period": quarter, "value": "60"})
    assert register.db.execute("SELECT count(*) FROM entry").fetchone()[0] > 1
    assert sum(by_partnership(register)[""].values()) == 120
    holds(register)
    register.undo()
    assert by_partnership(register) == {} and kept(register)["measure_kept"] == []
    holds(register)


def test_made_anew_from_the_journal_it_is_the_same(register: Register) -> None:
    waste(register)
    before = kept(register)
    with register.writing():
        rebuild(register.db)
    assert kept(register) == before


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE measure_kept SET rating = 'red'",
        "UPDATE measure_kept SET noteless = 1",
        "DELETE FROM measure_kept",
        "UPDATE reading_kept SET rating = 'red' WHERE n = (SELECT max(n) FROM reading_kept)",
        "UPDATE reading_kept SET variance = '0.1' WHERE n = (SELECT max(n) FROM reading_kept)",
        "DELETE FROM reading_kept WHERE n = (SELECT max(n) FROM reading_kept)",
        "UPDATE rating_count SET measures = 7",
        "INSERT INTO rating_count VALUES ('', 'red', 1)",
        "DELETE FROM rating_count",
        "INSERT INTO reading_kept VALUES (9999, 9999, '2025-06-30', 'red', '', '', '')",
        "INSERT INTO measure_kept SELECT 9999, partnership, readings, period, ends, value, path, target,"
        " target_period, rating, rank, direction, noteless, missing, next_period, next_ends, spark"
        " FROM measure_kept",
    ],
)
def test_check_says_what_is_kept_wrongly(register: Register, wrong: str) -> None:
    waste(register)
    assert register.check() == []
    register.db.execute(wrong)
    assert any("What is kept beside" in str(problem) for problem in register.check())


def test_a_save_touches_only_what_it_bears_on(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _second = waste(register), waste(register, title="Another")
    worked: list[str] = []
    real = kept_module.worked_out
    monkeypatch.setattr(
        kept_module, "worked_out", lambda db, some, *given: (worked.extend(some), real(db, some, *given))[1]
    )
    put(register, "reading", reading(register, first, "2025-26 Q1"), note="Checked")
    assert worked == [first]
    add(register, "organisation", name="Chamber of Trade")
    assert worked == [first]


# Random work: anything a person may do to measures, in any order.

_ALTERED = {
    "polarity": ("higher", "lower", "band", None),
    "tolerance": ("5", "0", "not sure", None),
    "baseline": ("40", "41.8", "none", None),
    "aggregation": ("snapshot", "cumulative", "ratio", None),
    "frequency": ("quarter", "month", "year", None),
    "profile": ("line", "last_year", None, None),
    "direction_against": ("previous", "last_year", "mean", None),
}
# Of several lengths and far apart: what leans on what differs from one to the other.
_PERIODS = (*QUARTERS[6:], *QUARTERS[:6:2], "2022-23", "2023-24", "2024-25", "2025-09", "2026-03", "soon")
_FIGURES = ("0", "1", "2.5", "46", "50", "-3", None, "about ten")


def _some(register: Register, kind: str, chance: random.Random) -> str | None:
    rows = sorted(str(row["id"]) for row in register.all(kind))
    return chance.choice(rows) if rows else None


def _do(register: Register, chance: random.Random) -> None:
    """One thing done to a register; nothing where there is nothing to do it to."""
    chance.choice(
        [_record, _record, _aim, _alter, _toleranced, _correct, _drop, _rule, _first_rule, _undo, _redo]
    )(register, chance)


def _record(register: Register, chance: random.Random) -> None:
    if measure := _some(register, "measure", chance):
        period, value = chance.choice(_PERIODS), chance.choice(_FIGURES)
        add(register, "reading", measure=measure, period=period, value=value)


def _aim(register: Register, chance: random.Random) -> None:
    if measure := _some(register, "measure", chance):
        period, value = chance.choice(["2025-26", *QUARTERS[8:]]), chance.choice(_FIGURES)
        add(register, "target", measure=measure, period=period, value=value, low="1")


def _alter(register: Register, chance: random.Random) -> None:
    if measure := _some(register, "measure", chance):
        name = chance.choice([*_ALTERED, "partnership"])
        groups = sorted(str(row["id"]) for row in register.all("partnership"))
        put(register, "measure", measure, **{name: chance.choice(_ALTERED.get(name, groups))})


def _toleranced(register: Register, chance: random.Random) -> None:
    if measure := _some(register, "measure", chance):
        day, amount = chance.choice(["2025-07-01", "2026-01-01", "soon"]), chance.choice(["20", "0", None])
        add(register, "earlier_tolerance", measure=measure, before=day, tolerance=amount)


def _correct(register: Register, chance: random.Random) -> None:
    if reading := _some(register, "reading", chance):
        moved = {"measure": _some(register, "measure", chance), "period": chance.choice(_PERIODS)}
        stated = {"state": chance.choice(["not_due", "suppressed", None])}
        put(
            register, "reading", reading, **chance.choice([moved, stated, {"value": chance.choice(_FIGURES)}])
        )


def _drop(register: Register, chance: random.Random) -> None:
    kind = chance.choice(["reading", "target", "measure", "rating_rule", "earlier_tolerance"])
    if found := _some(register, kind, chance):
        take_out(register, kind, found)


def _rule(register: Register, chance: random.Random) -> None:
    starts = chance.choice([None, "2025-01-01", "2025-10-01", "2026-02-01"])
    add(register, "rating_rule", name="A rule", starts=starts, method=chance.choice(["beyond", "last_year"]))


def _first_rule(register: Register, chance: random.Random) -> None:
    with register.change("Saved settings") as change:
        given = {"rating_rule": chance.choice(["tolerance", "beyond", "last_year"])}
        if register.get("settings", register.id):
            change.set("settings", register.id, given)
        else:
            change.add("settings", given, record=register.id)


def _undo(register: Register, _chance: random.Random) -> None:
    register.undo()


def _redo(register: Register, _chance: random.Random) -> None:
    register.redo()


def _begun() -> Register:
    register = memory()
    group, _other = (add(register, "partnership", name=f"Partnership {n}") for n in range(2))
    for n in range(3):
        add(
            register,
            "measure",
            title=f"Measure {n}",
            polarity="higher",
            frequency="quarter",
            partnership=group,
        )
    return register


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(5, 25))
def test_whatever_is_done_kept_equals_recomputed(chance: random.Random, deeds: int) -> None:
    register = _begun()
    for _ in range(deeds):
        _do(register, chance)
        holds(register)
    assert register.check() == []


@pytest.mark.parametrize("seed", range(12))
def test_two_laptops_merged_in_any_order_keep_the_same(seed: int) -> None:
    """Each works unseen by the other; packs come shuffled, doubled or cut short; all comes in the end."""
    chance = random.Random(seed)
    here = _begun()
    there = laptop(here.id)
    for _ in range(30):
        who, whom = chance.sample([here, there], 2)
        if chance.random() < 0.3:
            pack = list(who.entries())
            chance.shuffle(pack)
            whom.merge(pack[: chance.randrange(len(pack) + 1)] + pack[:2], "pack:some")
        else:
            _do(who, chance)
        holds(whom)
        holds(who)
    for source, target in ((here, there), (there, here)):
        target.merge(list(source.entries()), "pack:all")
    assert kept(here) == kept(there)
    for each in (here, there):
        holds(each)
        assert each.check() == []
