"""Packs by command: made on one laptop, merged on another, nothing new the second time, refusals in words."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


@pytest.fixture
def elsewhere(register: Path, tmp_path: Path) -> Path:
    other = tmp_path / "other.pmdesk"
    other.write_bytes(register.read_bytes())
    return other


def test_from_one_laptop_to_another(pm: Pm, register: Path, elsewhere: Path, tmp_path: Path) -> None:
    assert pm("set", register, "outside_body", "Moorland Arts Trust", "note=Rang the clerk").code == 0
    out = tmp_path / "a.pmpack"
    assert pm("pack", register, out).out == f"{out}\n"
    before = elsewhere.read_bytes()
    seen = pm("merge", elsewhere, out, "--dry-run")
    assert seen.code == 0 and "Outside body: Moorland Arts Trust (Note)" in seen.out
    told = pm("merge", elsewhere, out, "--dry-run", "--json").json
    assert (told["new"], told["taken_in"], told["records"][0]["fields"]) == (3, False, ["note"])
    assert elsewhere.read_bytes() == before
    assert pm("merge", elsewhere, out).out.startswith("Brought 3 changes from ")
    assert (
        pm("show", elsewhere, "outside_body", "Moorland Arts Trust", "--json").json["note"]
        == "Rang the clerk"
    )
    again = pm("merge", elsewhere, out)
    assert again.code == 0 and again.out.startswith("Nothing new from ")
    assert pm("check", elsewhere).code == 0


def test_several_at_once_each_whole_or_refused(
    pm: Pm, register: Path, elsewhere: Path, tmp_path: Path
) -> None:
    pm("set", register, "outside_body", "Moorland Arts Trust", "note=Rang the clerk")
    good = Path(pm("pack", register, tmp_path).out.strip())
    assert good.suffix == ".pmpack" and good.parent == tmp_path
    bad = tmp_path / "bad.pmpack"
    bad.write_bytes(good.read_bytes()[:-30])
    done = pm("merge", elsewhere, bad, good, tmp_path / "gone", "--json")
    assert done.code == 1
    assert [each["new"] for each in done.json] == [3]
    assert "bad.pmpack: This pack was cut short on its way." in done.err
    assert "gone: There is no such file" in done.err
    alone = pm("merge", elsewhere, bad)
    assert (alone.code, alone.out) == (1, "") and alone.err.startswith("This pack was cut short")


def test_for_a_member(pm: Pm, register: Path, tmp_path: Path) -> None:
    his, whole = tmp_path / "his.pmpack", tmp_path / "whole.pmpack"
    assert pm("pack", register, his, "--for", "Robert Ashdown").code == 0
    assert pm("pack", register, whole).code == 0
    assert his.stat().st_size < whole.stat().st_size
    refused = pm("pack", register, his, "--for", "Nobody At All")
    assert refused.code == 1 and "Nobody At All" in refused.err


def test_a_copy_of_the_whole_register_is_merged_too(pm: Pm, register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "aldermoor (1).pmdesk"
    pm("backup", register, copy)
    pm("add", copy, "person", "name=Written in the copy", "kind=member")
    assert "1 save in aldermoor (1).pmdesk is not here yet" in pm("merge", register, copy, "--dry-run").out
    told = pm("merge", register, copy, "--json").json
    assert (told["new"], told["taken_in"], told["to_settle"], told["unknown_laptops"]) == (1, True, 0, [])
    assert "Written in the copy" in pm("list", register, "person").out
    assert pm("merge", register, copy).out == "Nothing new was in it.\n"
    assert pm("check", register).code == 0


def test_sealed_under_a_passphrase(pm: Pm, register: Path, elsewhere: Path, tmp_path: Path) -> None:
    out, right, wrong = tmp_path / "a.pmpack", tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text("march heavy average attack\n")
    wrong.write_text("something else altogether\n")
    assert pm("pack", register, out, "--passphrase-file", right).code == 0
    asked = pm("merge", elsewhere, out)
    assert asked.code == 1 and "sealed with a passphrase" in asked.err
    refused = pm("merge", elsewhere, out, "--passphrase-file", wrong)
    assert refused.code == 1 and refused.err == "This passphrase does not open the pack.\n"
    assert pm("merge", elsewhere, out, "--seal-file", right).code == 0
