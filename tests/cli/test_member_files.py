"""A member's own file by command: made, worked on, taken in, and nothing when it comes a second time."""

from pathlib import Path

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
    refused = pm("merge", register, whole)
    assert refused.code == 1 and "not a member’s file" in refused.err
    assert pm("merge", register, tmp_path / "gone.pmdesk").code == 1
    assert register.read_bytes() == before
    assert pm("member-file", register, "Robert Ashdown", register).code == 1
