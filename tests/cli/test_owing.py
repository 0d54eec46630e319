"""Which annual updates are owed, by command: as a list, as e-mails, as a calendar."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_the_list_the_emails_and_the_files(pm: Pm, register: Path, tmp_path: Path) -> None:
    [line] = pm("owed", register).out.splitlines()
    assert "Robert Ashdown, Moorland Arts Trust: draft" in line
    assert pm("owed", register, "--email").out.count("Dear ") == 1
    told = pm("owed", register, "--year", "2025-26", "--json").json
    assert (told["year"], told["owed"], told["lines"][0]["standing"]) == ("2025-26", 1, "Draft")
    ics, mails = tmp_path / "owed.ics", tmp_path / "mails"
    out = pm("owed", register, "--ics", ics, "--mails", mails).out.splitlines()
    assert out[0] == str(ics) and Path(out[1]).parent == mails and out[1].endswith(".eml")


def test_a_year_that_is_not_there_and_one_that_owes_nothing(pm: Pm, register: Path) -> None:
    assert pm("owed", register, "--year", "1999-00").code == 1
    pm("add", register, "municipal_year", "name=2010-11")
    pm("set", register, "appointment", _seat(pm, register), "starts=2024-05-20")
    assert pm("owed", register, "--year", "2010-11").out == "No annual update is owed.\n"


def test_a_year_is_opened(pm: Pm, register: Path) -> None:
    days = ("--annual-council", "20/5/2026", "--returns-due", "16/4/2027")
    assert pm("open-year", register, "2026-27").code == 1
    assert pm("open-year", register, "2026-27", *days).out == (
        "Opened municipal year 2026-27. 1 update is owed in it.\n"
    )
    assert pm("open-year", register, *days).code == 1, "the next one is 2027-28"


def _seat(pm: Pm, register: Path) -> str:
    return str(pm("list", register, "annual_update", "--json").json[0]["appointment"])
