"""Readings by command: the measure by its code, the period in any spelling, refusals with their reasons."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


@pytest.fixture
def ch8(pm: Pm, empty: Path) -> Path:
    """A register with Lancaster's CH8 and its targets."""
    given = ("title=Sick days", "code=CH8", "which way is better=lower", "how periods add up=cumulative",
             "how often=quarter", "tolerance=5")  # fmt: skip
    assert pm("add", empty, "measure", *given).err == ""
    for quarter, value in enumerate(("2.44", "4.875", "7.31", "9.5"), start=1):
        pm("add", empty, "target", "measure=CH8", f"period=2009-10 Q{quarter}", f"target={value}")
    return empty


def readings(pm: Pm, file: Path) -> dict[str, object]:
    return {each["period"]: each["value"] for each in pm("list", file, "reading", "--json").json}


def test_a_reading_is_added_to_the_measure_of_that_code(pm: Pm, ch8: Path) -> None:
    answer = pm("add", ch8, "reading", "measure=CH8", "period=2009-10 Q1", "value=2.456")
    assert (answer.code, answer.err) == (0, "")
    assert pm("add", ch8, "reading", "measure=ch8", "period=30/9/2009", "value=5.69").code == 0
    assert {period: str(value) for period, value in readings(pm, ch8).items()} == {
        "2009-10 Q1": "2.456", "2009-10 Q2": "5.69",
    }  # fmt: skip


def test_what_is_wrong_with_a_reading_is_said(pm: Pm, ch8: Path) -> None:
    pm("add", ch8, "reading", "measure=CH8", "period=2009-10 Q1", "value=2.456")
    twice = pm("add", ch8, "reading", "measure=CH8", "period=2009-10 Q1", "value=3")
    assert (twice.code, twice.err) == (
        1, "Period: There is a reading for this period already. Change that one.\n",
    )  # fmt: skip
    unread = pm("add", ch8, "reading", "measure=CH8", "period=2009-10 Q2", "value=about 5", "state=perhaps")
    assert unread.code == 1
    assert [line.split(":")[0] for line in unread.err.splitlines()] == ["Value", "State"]
    nobody = pm("add", ch8, "reading", "measure=XX1", "period=2009-10 Q2", "value=5")
    assert (nobody.code, "XX1" in nobody.err) == (1, True)
    assert len(readings(pm, ch8)) == 1
