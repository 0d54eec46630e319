"""A hub by command: the administrator's script, and syncs of two laptops with exit codes and sentences."""

from pathlib import Path
from typing import Any

import pytest

from pmdesk.actions import hub as verbs
from pmdesk.actions import hub_outcomes
from pmdesk.actions.registers import open_register
from pmdesk.register.hub_setup import place_of
from tests.cli.conftest import Pm
from tests.hub_server import Server


@pytest.fixture(autouse=True)
def a_new_sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "_typed", {})
    monkeypatch.setattr(hub_outcomes, "_newest", {})


@pytest.fixture
def url(pm: Pm, hub_server: Server, register: Path) -> str:
    """The address of a hub set up by what the command printed."""
    said = pm("hub-setup", register, "--laptop", "cli_helen")
    assert said.code == 0 and "CREATE ROLE cli_helen LOGIN" in said.out
    with hub_server.admin() as db:
        if db.execute("SELECT 1 FROM pg_database WHERE datname = 'cli'").fetchone() is None:
            db.execute("CREATE DATABASE cli")
    with hub_server.admin("cli") as db:
        db.execute(said.out)
        with open_register(register, read_only=True) as opened:
            schema = place_of(opened.id).schema
        # Each test has a copy of one register: its place is made anew.
        db.execute(f"DROP SCHEMA {schema} CASCADE")
        db.execute(said.out)
        db.execute("ALTER ROLE cli_helen PASSWORD 'geheim'")
    return hub_server.url("cli_helen", "cli", "geheim")


def test_a_login_that_is_no_plain_name_is_refused(pm: Pm, register: Path) -> None:
    said = pm("hub-setup", register, "--laptop", "Helen; DROP")
    assert said.code == 1 and said.out == "" and "is no login" in said.err


def test_a_sync_sends_takes_and_says_so(pm: Pm, register: Path, url: str, home: Path) -> None:
    first = pm("sync", register, "--hub", url)
    assert first.code == 0 and "saves went to the hub." in first.out and first.err == ""
    again = pm("sync", register)
    assert again.out == "Nothing new: this laptop and the hub have the same saves.\n"
    told: dict[str, Any] = pm("sync", register, "--json", "--everything").json
    assert (told["pushed"], told["pulled"], told["problem"], told["strangers"]) == (0, 0, None, [])
    assert told["hub"].startswith("postgresql://cli_helen@/cli?host=") and "geheim" not in str(told)
    assert not any(b"geheim" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_two_laptops_meet(
    pm: Pm, register: Path, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.pmdesk"
    other.write_bytes(register.read_bytes())
    assert pm("sync", register, "--hub", url).code == 0
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "other home"))
    hub_outcomes._newest.clear()
    assert pm("set", other, "partnership", "Active Aldermoor", "purpose=Play more").code == 0
    said = pm("sync", other, "--hub", url).out
    assert said.startswith("1 save went to the hub.\nNo other laptop has said yet that it trusts this one.")
    assert "\nThe six words of this laptop: " in said
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "home"))
    waiting = pm("sync", register)
    assert waiting.code == 0 and "1 save of a laptop nobody has trusted waits in the hub" in waiting.out
    (stranger,) = pm("sync", register, "--json").json["strangers"]
    from pmdesk.actions.laptops import trust_laptop

    with open_register(register) as opened:
        trust_laptop(opened, bytes.fromhex(stranger["key"]), "Amir’s laptop")
    assert pm("sync", register).out == "1 save went to the hub.\n1 save came from the hub.\n"
    assert pm("show", register, "partnership", "Active Aldermoor", "--json").json["purpose"] == "Play more"
    assert pm("check", register).code == 0


def test_what_goes_wrong_is_a_sentence_and_exit_code_1(pm: Pm, register: Path, url: str) -> None:
    nowhere = pm("sync", register)
    assert nowhere.code == 1 and "No hub is set" in nowhere.err
    away = pm("sync", register, "--hub", "postgresql://helen@/pm?host=/nowhere")
    assert away.code == 1 and "cannot be reached" in away.err and away.out.endswith(" saves waiting\n")
    wrong = pm("sync", register, "--hub", url.replace("geheim", "wrong"), "--json")
    assert wrong.code == 1 and "refused this login" in wrong.err and wrong.json["away"] is False
    asked = pm("sync", register, "--hub", url.replace(":geheim", ""))
    assert asked.code == 1
    no = pm("sync", register, "--hub", "cellar")
    assert no.code == 1 and "Type the hub" in no.err


def test_while_a_window_has_the_register_it_says_who(pm: Pm, register: Path, url: str) -> None:
    with open_register(register):
        said = pm("sync", register, "--hub", url)
    assert said.code == 1 and said.out == ""
