"""Two laptops' work met: listed with every side, settled by number or by a value, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmdesk.actions.registers import open_register
from tests.cli.conftest import Pm

Met = Callable[[], str]


@pytest.fixture
def met(pm: Pm, register: Path, tmp_path: Path) -> str:
    """A partnership's purpose changed on two laptops that then met; what the conflict is called."""
    other = tmp_path / "other.pmdesk"
    other.write_bytes(register.read_bytes())
    assert pm("set", register, "partnership", "Active Aldermoor", "purpose=Move more").code == 0
    assert pm("set", other, "partnership", "Active Aldermoor", "purpose=Play more").code == 0
    with open_register(other) as there:
        entries = list(there.entries())
    with open_register(register) as here:
        here.merge(entries, "pack:test")
    (told,) = pm("conflicts", register, "--json").json
    return str(told["id"])


def test_nothing_is_said_when_nothing_is(pm: Pm, register: Path) -> None:
    assert pm("conflicts", register).out == "Nothing is to be settled.\n"
    assert pm("conflicts", register, "--json").json == []
    refused = pm("settle", register, "nothing:here", "--take", "1")
    assert refused.code == 1 and "settled already" in refused.err


def test_every_side_is_listed_and_one_is_taken(pm: Pm, register: Path, met: str) -> None:
    said = pm("conflicts", register).out
    assert said.startswith(f"{met}\n  Active Aldermoor. Purpose: changed on two laptops\n  1  Move more\n")
    assert "  2  Play more\n" in said and "The field was empty before." in said and "Helen Marsh" in said
    (told,) = pm("conflicts", register, "--json").json
    assert pm("show", register, "partnership", "Active Aldermoor", "--json").json["unsettled"] == [met]
    assert [each["value"] for each in told["choices"]] == ["Move more", "Play more"]
    assert pm("settle", register, met).code == 2
    assert pm("settle", register, met, "--take", "1", "--value", "x").code == 2
    assert pm("settle", register, met, "--take", "7").code == 1
    assert pm("settle", register, met, "--take", "2").out == "Settled two values\n"
    assert pm("show", register, "partnership", "Active Aldermoor", "--json").json["purpose"] == "Play more"
    assert pm("conflicts", register, "--json").json == [] and pm("check", register).code == 0
    assert pm("undo", register).code == 0
    assert len(pm("conflicts", register, "--json").json) == 1


def test_another_value_is_written(pm: Pm, register: Path, met: str) -> None:
    assert pm("settle", register, met, "--value", "Both").code == 0
    assert pm("show", register, "partnership", "Active Aldermoor", "--json").json["purpose"] == "Both"
    assert pm("settle", register, met, "--value", "Again").code == 1
