"""Laptops by command: listed, trusted by words or enrolment file, stopped; roles on and the way back."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


def test_a_laptop_enrols_is_trusted_and_is_stopped(
    pm: Pm, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    other, enrolment = tmp_path / "other.pmdesk", tmp_path / "ann.pmenrol"
    other.write_bytes(register.read_bytes())
    (tmp_path / "anns").mkdir()
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "anns"))
    made = pm("enrol", other, enrolment)
    assert made.out.strip() == str(enrolment)
    six = made.err.strip()
    monkeypatch.setenv("PMDESK_HOME", str(home))
    asked = pm("trust", register, enrolment)
    assert asked.code == 1 and six in asked.err
    assert pm("trust", register, enrolment, "--words", "march heavy").code == 1
    assert pm("trust", register, enrolment, "--words", six.upper(), "--as", "Ann's laptop").code == 0
    told = pm("laptops", register, "--json").json
    (ann,) = [each for each in told["laptops"] if each["name"] == "Ann's laptop"]
    assert ann["fingerprint"] == six and ann["state"] == "named" and not told["roles_on"]
    sheet = tmp_path / "sheet.pdf"
    assert pm("recovery-key", register, sheet).out.strip() == str(sheet)
    assert pm("roles", register, "on").code == 0
    assert pm("recovery-key", register, sheet, "--take-off").code == 0
    assert pm("recovery-key", register, sheet).code == 1
    assert "Only trusted laptops count." in pm("laptops", register).out
    assert pm("stop-trusting", register, six).out == "Stopped: Ann's laptop\n"
    assert pm("stop-trusting", register, "nobody").code == 1
    assert pm("check", register).code == 0
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "anns"))
    other.write_bytes(register.read_bytes())
    refused = pm("set", other, "partnership", "Active Aldermoor", "purpose=Mine")
    assert refused.code == 1 and "was stopped" in refused.err
    assert pm("take-over", other, "--words-file", tmp_path / "none.txt").code == 1
    monkeypatch.setenv("PMDESK_RECOVERY", "abandon " * 12)
    assert pm("take-over", other).code == 1


def test_roles_are_switched_off_again(pm: Pm, register: Path) -> None:
    assert pm("roles", register, "on").code == 0
    assert pm("roles", register, "off").out == "Every laptop counts.\n"
