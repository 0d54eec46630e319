"""What ought to stand beside measures: the same one by one as many together, and without those not here."""

from typing import Any

import pytest

from pmdesk.domain.standing import Standing
from pmdesk.register import worked_out as module
from pmdesk.register.ids import new_id
from pmdesk.register.store import Register
from pmdesk.register.worked_out import Beside, worked_out
from tests.register.measures_made import QUARTERS, add, ends, holds, kept, put, reading, take_out, waste


def beside(register: Register, *measures: str) -> list[Beside]:
    found = [each for some, _ in worked_out(register.db, measures, register.rules()) for each in some]
    return sorted(found, key=lambda each: each.n)


def test_a_measure_with_its_readings(register: Register) -> None:
    measure = waste(register)
    (found,) = beside(register, measure)
    assert found.kept and (found.kept.period, found.kept.value, found.kept.rating) == (
        "2025-26 Q4",
        "46",
        "green",
    )
    assert [(line.ends, line.rating, line.path, line.variance) for line in found.lines] == [
        ("2025-06-30", "green", "46", "0.5"),
        ("2025-09-30", "amber", "46", "-0.5"),
        ("2025-12-31", "red", "46", "-6"),
        ("2026-03-31", "green", "46", "0"),
    ]
    assert {line.measure for line in found.lines} == {found.n}


def test_a_band_is_kept_as_from_and_to(register: Register) -> None:
    measure = add(register, "measure", title="Water in the reservoir", polarity="band")
    add(register, "target", measure=measure, period="2025-26", low="40", high="60")
    add(register, "reading", measure=measure, period="2025-26", value="65")
    (found,) = beside(register, measure)
    assert found.kept and (found.kept.target, found.kept.path, found.kept.rating) == (
        "40 to 60",
        "40 to 60",
        "red",
    )


def test_the_target_beside_it_is_the_next_one_to_be_reached(register: Register) -> None:
    measure = waste(register)
    add(register, "target", measure=measure, period="2026-27", value="50")
    (found,) = beside(register, measure)
    assert found.kept and (found.kept.target, found.kept.target_period) == ("46", "2025-26")
    add(register, "reading", measure=measure, period="2026-27 Q1", value="47")
    (found,) = beside(register, measure)
    assert found.kept and (found.kept.target, found.kept.target_period) == ("50", "2026-27")


def test_only_twelve_readings_are_drawn_small(register: Register) -> None:
    measure = add(register, "measure", title="Fly-tips")
    with register.change("Brought in a file") as change:
        for year in range(2000, 2015):
            change.add("reading", {"measure": measure, "period": str(year), "value": str(year - 2000)})
    (found,) = beside(register, measure)
    assert found.kept and found.kept.readings == 15
    assert [said.split(":")[0] for said in found.kept.spark.split()] == [str(n) for n in range(3, 15)]


def test_nothing_stands_beside_what_is_deleted_waited_for_or_unknown(register: Register) -> None:
    measure, waited = waste(register), new_id()
    add(register, "reading", measure=waited, period="2025-26", value="1")
    take_out(register, "measure", measure)
    assert [(each.id, each.kept, each.lines) for each in beside(register, measure, waited, new_id())] == [
        (measure, None, []),
        (waited, None, []),
    ]


def test_many_together_are_as_each_alone(register: Register) -> None:
    measures = [waste(register, title=f"Measure {n}", tolerance=str(n)) for n in range(5)]
    put(register, "measure", measures[2], polarity="lower")
    alone = [beside(register, measure)[0] for measure in measures]
    assert beside(register, *measures) == alone
    module_size = module.AT_ONCE
    try:
        module.AT_ONCE = 2
        assert beside(register, *measures) == alone
    finally:
        module.AT_ONCE = module_size
    assert len({tuple(line.rating for line in each.lines) for each in alone}) > 1


def test_only_what_leans_on_a_changed_reading_is_worked_out(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = waste(register)
    judged: list[str] = []
    real = module.standings

    def listening(*given: Any) -> list[Standing]:
        found = real(*given)
        judged.extend(each.period for each in found)
        return found

    monkeypatch.setattr(module, "standings", listening)
    put(register, "reading", reading(register, measure, "2025-26 Q4"), value="45.9")
    assert judged == ["2025-26 Q4"]
    judged.clear()
    put(register, "target", str(register.all("target", measure=measure)[0]["id"]), value="47")
    assert judged == list(QUARTERS[8:])
    judged.clear()
    add(register, "reading", measure=measure, period="2030-31 Q1", value="50")
    put(register, "reading", reading(register, measure, "2030-31 Q1"), period="2026-27 Q1")
    assert judged == ["2030-31 Q1", "2026-27 Q1"]
    holds(register)


def test_where_nothing_stands_beside_an_earlier_reading_all_are_worked_out(register: Register) -> None:
    measure = waste(register)
    whole = kept(register)
    register.db.execute("DELETE FROM reading_kept WHERE ends = ?", (ends("2025-26 Q2"),))
    put(register, "reading", reading(register, measure, "2025-26 Q4"), note="Checked")
    assert kept(register) == whole
    register.db.execute("DELETE FROM measure_kept")
    register.db.execute("DELETE FROM rating_count")
    register.db.execute("UPDATE reading_kept SET rating = 'red'")
    put(register, "reading", reading(register, measure, "2025-26 Q4"), note="Checked again")
    assert kept(register) == whole
