"""Reviews and recommendations by command: begun, listed, shown, and who is due a look."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_a_review_is_begun_and_followed(pm: Pm, register: Path) -> None:
    made = pm("begin-review", register, "Active Aldermoor", "Committee=Scrutiny", "Reported on=1/2/2026")
    shown = pm("show", register, "review", made.out.strip(), "--json").json
    assert (shown["title"], shown["committee"]) == ("Review of Active Aldermoor", "Scrutiny")
    assert "Courts resurfaced: past its date" in shown["performance"]
    told = pm("add", register, "recommendation", "text=Mend the courts", "review=Review of Active Aldermoor",
              "response=accepted", "due=1/3/2020")  # fmt: skip
    assert told.code == 0
    assert [row["review"] for row in pm("list", register, "recommendation", "--json").json] == [
        "Review of Active Aldermoor"
    ]
    groups = pm("attention", register).out
    assert "Mend the courts" in groups


def test_who_is_due_a_look(pm: Pm, register: Path) -> None:
    pm("set", register, "partnership", "Active Aldermoor", "Started=2015")
    assert "1 of 1 partnership is due a look by scrutiny." in pm("due-a-look", register).out
    pm("begin-review", register, "Active Aldermoor", "Reported on=1/2/2026")
    told = pm("due-a-look", register, "--json").json
    assert (told["due"], told["partnerships"][0]["state"]) == (0, "fresh")


def test_a_partnership_that_is_not_there_is_refused(pm: Pm, register: Path) -> None:
    assert pm("begin-review", register, "Nowhere").code == 1
    assert pm("list", register, "review", "--json").json == []


def test_nothing_to_look_at(pm: Pm, empty: Path) -> None:
    assert pm("due-a-look", empty).out == "No partnership is in the register yet.\n"
