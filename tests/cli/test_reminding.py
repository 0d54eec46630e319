"""Who is to be reminded, by command: as a list, as e-mails, as a calendar."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_the_list_the_emails_and_the_calendar(pm: Pm, register: Path, tmp_path: Path) -> None:
    assert pm("remind", register).out.splitlines()[0].startswith("Active Aldermoor, ")
    assert "Nobody is named" in pm("remind", register, "--email").out
    pm("set", register, "partnership", "Active Aldermoor", "Lead officer=Helen Marsh")
    assert pm("remind", register, "--email").out.count("Dear Helen Marsh") == 1
    out = tmp_path / "reports.ics"
    assert pm("remind", register, "--ics", out).out == f"{out}\n"
    assert out.read_bytes().count(b"BEGIN:VEVENT") == 1
    told = pm("remind", register, "--json").json
    assert [line["name"] for line in told["lines"]] == ["Active Aldermoor"]


def test_nothing_is_owed_and_the_register_is_spared(pm: Pm, empty: Path) -> None:
    assert pm("remind", empty).out == pm("remind", empty, "--email").out == "No progress update is owed.\n"
    before = empty.read_bytes()
    assert pm("remind", empty, "--ics", empty).code == 1
    assert empty.read_bytes() == before
