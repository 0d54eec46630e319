"""A member's own file by command: made, worked on, taken in, and nothing when it comes a second time."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


def test_the_way_there_and_back(pm: Pm, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "ashdown.pmdesk"
    assert pm("member-file", register, "Robert Ashdown", out).out == f"{out}\n"
    assert pm("check", out).code == 0
    update = pm("list", out, "annual_update", "--json").json[0]["id"]
    answered = ("main_business=A new roof and a show", "declared=yes")
    assert pm("set", out, "annual_update", update, *answered).code == 0
    assert pm("submit", out, "annual_update", update).code == 0
    seen = pm("merge", register, out, "--dry-run", "--json").json
    assert (seen["member"], seen["taken_in"]) == ("Robert Ashdown", False)
    (told,) = seen["records"]
    assert (told["status_before"], told["status"]) == ("draft", "submitted")
    assert "main_business" in told["fields"]
    assert pm("show", register, "annual_update", update, "--json").json["status"] == "draft"
    seen = pm("merge", register, out, "--dry-run").out
    assert seen.startswith("It would bring, from Robert Ashdown:\nAnnual update: Moorland Arts Trust")
    said = pm("merge", register, out).out
    assert said.splitlines() == [
        "Taken in from Robert Ashdown:",
        "Annual update: Moorland Arts Trust, Robert Ashdown, 2025-26, Submitted",
    ]
    assert pm("show", register, "annual_update", update, "--json").json["status"] == "submitted"
    again = pm("merge", register, out)
    assert (again.code, again.out) == (0, "Nothing new from Robert Ashdown.\n")
    assert pm("check", register).code == 0


def test_refused_with_its_reason(pm: Pm, register: Path, tmp_path: Path) -> None:
    nobody = pm("member-file", register, "Helen Marsh", tmp_path / "helen.pmdesk")
    assert nobody.code == 1 and "Helen Marsh sits on no outside body." in nobody.err
    before = register.read_bytes()
    whole = tmp_path / "whole.pmdesk"
    whole.write_bytes(before)
    same = pm("merge", register, whole)
    assert (same.code, same.out) == (0, "Nothing new was in it.\n")
    before = register.read_bytes()
    assert pm("merge", register, tmp_path / "gone.pmdesk").code == 1
    assert register.read_bytes() == before
    assert pm("member-file", register, "Robert Ashdown", register).code == 1


def test_a_file_with_a_passphrase_of_its_own(
    pm: Pm, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, phrase, other = tmp_path / "own.pmdesk", tmp_path / "one.txt", tmp_path / "other.txt"
    phrase.write_text("march heavy average attack\n")
    other.write_text("uphold always march heavy\n")
    made = pm("member-file", register, "Robert Ashdown", out, "--member-passphrase-file", phrase)
    assert made.code == 0, made.err
    assert b"Moorland" not in out.read_bytes() and pm("check", out).code == 1
    assert pm("check", out, "--passphrase-file", phrase).code == 0
    assert pm("merge", register, out).code == 0  # this register knows what it gave
    changed = pm("change-passphrase", out, "--passphrase-file", phrase, "--new-passphrase-file", other)
    assert changed.code == 0, changed.err
    answer = pm("merge", register, out)
    assert answer.code == 1 and "Give it in PMDESK_MEMBER_PASSPHRASE" in answer.err
    waits = pm("return", "receive", register, out)
    assert waits.code == 1 and "Needs its passphrase" in waits.out
    monkeypatch.setenv("PMDESK_MEMBER_PASSPHRASE", "march heavy average attack")
    assert "Needs its passphrase" in pm("return", "receive", register, out).out
    monkeypatch.setenv("PMDESK_MEMBER_PASSPHRASE", "uphold always march heavy")
    assert pm("merge", register, out).code == 0
    assert pm("return", "receive", register, out, "--json").json["files"][0]["state"] == "known"


def test_a_pack_of_a_protected_register(
    pm: Pm, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PMDESK_PASSPHRASE", "march heavy average attack")
    assert pm("encrypt", register).code == 0
    assert pm("pack", register, tmp_path / "a.pmpack").code == 0
    monkeypatch.delenv("PMDESK_PASSPHRASE")
    answer = pm("pack", register, tmp_path / "b.pmpack")
    assert answer.code == 1 and "PMDESK_PASSPHRASE" in answer.err
