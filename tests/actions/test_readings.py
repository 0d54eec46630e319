"""One save of a whole grid: all or nothing, one Undo, only what differs."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.readings import TypedReading, place, row_of, save_readings
from pmdesk.actions.readings_grid import measure_grid, period_grid
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.figures.readings_grid import judge, line_of
from pmdesk.register.store import Register
from tests.actions.saving import save

QUARTERS = tuple(f"2009-10 Q{n}" for n in (1, 2, 3, 4))
TYPED = ("2.456", "5.69", "9.05", "12.06")


@pytest.fixture
def ch8(register: Register) -> str:
    measure = save(
        register, "measure", title="Sick days", code="CH8", polarity="lower", aggregation="cumulative",
        frequency="quarter", tolerance="5",
    )  # fmt: skip
    for period, value in zip(QUARTERS, ("2.44", "4.875", "7.31", "9.5"), strict=True):
        save(register, "target", measure=measure, period=period, value=value)
    return measure


def year(measure: str) -> list[TypedReading]:
    rows = zip(QUARTERS, TYPED, strict=True)
    return [TypedReading(measure, period, {"value": value}) for period, value in rows]


def readings(register: Register) -> dict[str, dict[str, object]]:
    names = ("value", "state", "commentary", "cause", "numerator")
    return {
        str(row["period"]): {name: row[name] for name in names if row[name] is not None}
        for row in register.all("reading")
    }


def test_a_grid_is_saved_and_taken_back_in_one_step(register: Register, ch8: str) -> None:
    changes = save_readings(register, year(ch8))
    assert (changes.label, changes.touches("reading"), len(changes.touched)) == ("Entered readings", True, 4)
    assert readings(register)["2009-10 Q4"] == {"value": "12.06"}
    [kept] = register.kept([int(str(row["n"])) for row in register.all("measure")]).values()
    assert (kept.rating, kept.noteless) == ("red", 1)
    register.undo()
    assert readings(register) == {}
    register.redo()
    assert len(readings(register)) == 4


def test_the_rating_shown_while_typing_is_the_one_kept_after_the_save(register: Register, ch8: str) -> None:
    """By each of the council's rules, and with last year's shape for the quarters without a target."""
    for method in ("tolerance", "last_year", "beyond"):
        save(register, "rating_rule", name=method, method=method, starts=_STARTS[method], tolerance="3")
    save(register, "target", measure=ch8, period="2010-11", value="9")
    records.save(register, "measure", {"profile": "last_year"}, ch8)
    values = zip(("Q1", "Q2", "Q3", "Q4"), ("2.3", "4.6", "6.9", "9.2"), strict=True)
    rows = [*year(ch8), *(TypedReading(ch8, f"2010-11 {part}", {"value": value}) for part, value in values)]
    for grid in (measure_grid(register, ch8, "2011-04-27"), period_grid(register, "2010-11 Q4", {}, False)):
        typed = {(row.measure, row.period): row.typed for row in rows}
        lines = [line_of(grid.series[ch8], row.period) for row in rows]
        judged = judge(grid.series[ch8], grid.rules, [(each, typed[each.key]) for each in lines], Words())
        save_readings(register, rows)
        kept = register.ratings_of(int(str(register.all("measure")[0]["n"])))
        stored = {int(str(row["n"])): str(row["period"]) for row in register.all("reading")}
        assert {stored[n]: rating for n, (rating, *_rest) in kept.items()} == {
            period: each.rating for period, each in judged.items()
        }
        assert len({each.rating for each in judged.values()}) > 1
        register.undo()


_STARTS = {"tolerance": "1/4/2009", "last_year": "1/4/2010", "beyond": "1/10/2010"}


def test_readings_are_added_changed_and_cleared_together(register: Register, ch8: str) -> None:
    save_readings(register, year(ch8))
    changes = save_readings(
        register,
        [
            TypedReading(ch8, "2009-10 Q1", {"value": "", "commentary": ""}),
            TypedReading(ch8, "2009-10 Q2", {"value": "5.70", "commentary": "Flu", "cause": "Funding"}),
            TypedReading(ch8, "2009-10 Q3", {"value": "9.05"}),
            TypedReading(ch8, "2010-11 Q1", {"state": "not_due"}),
            TypedReading(ch8, "2010-11 Q2", {"value": ""}),
        ],
    )
    assert len(changes.touched) == 3, "what does not differ is not written"
    found = readings(register)
    assert set(found) == {"2009-10 Q2", "2009-10 Q3", "2009-10 Q4", "2010-11 Q1"}
    assert found["2009-10 Q2"] == {"value": "5.7", "commentary": "Flu", "cause": "funding"}
    assert found["2010-11 Q1"] == {"state": "not_due"}
    register.undo()
    assert set(readings(register)) == set(QUARTERS)


def test_a_reading_with_a_note_of_its_own_is_emptied_but_not_deleted(register: Register, ch8: str) -> None:
    save(register, "reading", measure=ch8, period="2009-10 Q1", value="2", note="From the old system")
    save_readings(register, [TypedReading(ch8, "2009-10 Q1", {"value": ""})])
    assert readings(register) == {"2009-10 Q1": {}}


def test_nothing_that_differs_writes_nothing(register: Register, ch8: str) -> None:
    save_readings(register, year(ch8))
    assert save_readings(register, year(ch8)).touched == frozenset()
    assert save_readings(register, []).touched == frozenset()


def test_every_problem_is_told_at_once_and_nothing_is_written(register: Register, ch8: str) -> None:
    rows = [
        *year(ch8)[:2],
        TypedReading(ch8, "2009-10 Q3", {"value": "about 9", "state": "perhaps"}),
        TypedReading(ch8, "2009-10 Q4", {"numerator": "1", "denominator": "0"}),
        TypedReading("nobody", "2009-10 Q4", {"value": "1"}),
    ]
    with pytest.raises(Refused) as told:
        save_readings(register, rows)
    assert {row_of(problem) for problem in told.value.problems} == {
        (2, "value"), (2, "state"), (3, "denominator"), (4, "value"),
    }  # fmt: skip
    assert str(told.value.problems[place(2, "value")]) == "‘about 9’ is no number."
    assert readings(register) == {}


def test_two_rows_of_one_reading_make_one(register: Register, ch8: str) -> None:
    save_readings(register, [year(ch8)[0], TypedReading(ch8, "2009-10 Q1", {"commentary": "Flu"})])
    assert readings(register) == {"2009-10 Q1": {"value": "2.456", "commentary": "Flu"}}


def test_of_two_readings_for_a_period_the_newer_is_changed(register: Register, ch8: str) -> None:
    with register.change("Merged") as change:
        for value in ("1", "2"):
            change.add("reading", {"measure": ch8, "period": "2009-10 Q1", "value": value})
    older, newer = sorted(register.all("reading"), key=lambda row: str(row["id"]))
    save_readings(register, [TypedReading(ch8, "2009-10 Q1", {"value": "3"})])
    assert [row["value"] for row in sorted(register.all("reading"), key=lambda row: str(row["id"]))] == [
        older["value"], "3",
    ]  # fmt: skip
    assert newer["value"] == "2"


def test_stopping_writes_nothing(register: Register, ch8: str) -> None:
    asked: list[tuple[int, int]] = []

    def stop(n: int, of: int) -> bool:
        asked.append((n, of))
        return False

    with pytest.raises(Refused, match="Stopped"):
        save_readings(register, year(ch8), stop)
    assert (asked, readings(register)) == ([(0, 4)], {})


def test_a_problem_of_the_whole_save_belongs_to_no_row() -> None:
    assert row_of("") == (-1, "")
