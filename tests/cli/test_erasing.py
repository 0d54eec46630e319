"""Erased by command: looked at first, written at once, its rest named; who is gone is listed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm

WHO = "Robert Ashdown"


@pytest.fixture
def told(pm: Pm, register: Path) -> Path:
    """The register with the person's address and two texts that may name them."""
    assert pm("set", register, "person", WHO, "E-mail=rob@ashdown.example", "To=2015-05-04").code == 0
    assert (
        pm(
            "set", register, "outside_body", "Moorland Arts Trust", f"Aims=As {WHO} said.", "Note=Ask Ashdown"
        ).code
        == 0
    )
    return register


def test_a_look_writes_nothing(pm: Pm, told: Path) -> None:
    before = told.read_bytes()
    said = pm("erase", told, WHO, "--dry-run")
    assert said.code == 0 and "Person: 4 values (Name, Kind, E-mail, To)" in said.out
    assert "[x]" in said.out and "As Robert Ashdown said." in said.out
    assert "[ ]" in said.out and "(by surname alone): Ask Ashdown" in said.out
    plain = pm("erase", told, WHO, "--dry-run", "--json").json
    assert [each["chosen"] for each in plain["texts"]] == [True, False]
    assert told.read_bytes() == before


def test_it_is_erased_and_what_stays_is_named(pm: Pm, told: Path) -> None:
    done = pm("erase", told, WHO, "--because", "Asked for it.")
    assert done.code == 0 and "Erased 5 values." in done.out
    assert "Left as it is:" in done.out and "Ask Ashdown" in done.out and "- Papers, sheets" in done.out
    body = pm("show", told, "outside_body", "Moorland Arts Trust", "--json").json
    assert body["aims"] == "As (erased) said." and body["note"] == "Ask Ashdown"
    assert b"rob@ashdown" not in told.read_bytes() and b"Robert" not in told.read_bytes()
    assert pm("check", told).code == 0
    refused = pm("undo", told)
    assert refused.code == 1 and "Nobody can undo it" in refused.err
    assert pm("erase", told, WHO).code == 1


def test_all_texts_or_one_less(pm: Pm, told: Path) -> None:
    first, second = pm("erase", told, WHO, "--dry-run", "--json").json["texts"]
    done = pm("erase", told, WHO, "--text", "all", "--leave", first["id"], "--yes", "--json").json
    assert [each["chosen"] for each in done["texts"]] == [False, True]
    body = pm("show", told, "outside_body", "Moorland Arts Trust", "--json").json
    assert body["note"] == "Ask (erased)" and WHO in body["aims"]
    assert second["how"] == "surname"


def test_a_text_that_is_none_is_refused(pm: Pm, told: Path) -> None:
    refused = pm("erase", told, WHO, "--text", "nothing.here")
    assert refused.code == 1 and "nothing.here" in refused.err


def test_a_terminal_is_asked_for_the_name(pm: Pm, told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmdesk.cli.erasing.sys.stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("click.prompt", lambda *_a, **_k: "Somebody else")
    refused = pm("erase", told, WHO)
    assert refused.code == 1 and "Type the name as it stands there: Robert Ashdown" in refused.err


def test_who_is_gone_is_listed(pm: Pm, told: Path) -> None:
    assert f"{WHO}: left on 4 May 2015" in pm("retention", told, "--years", "4").out
    (gone,) = pm("retention", told, "--years", "4", "--json").json["gone"]
    assert gone["since"] == "2015-05-04"
    assert "longer than 50 years" in pm("retention", told, "--years", "50").out
    assert pm("retention", told, "--keep", "12").out.startswith("Nobody has been gone")
    assert pm("retention", told, "--json").json["years"] == 12


def test_erasures_are_listed_with_their_reason(pm: Pm, told: Path) -> None:
    assert pm("retention", told, "--erased").out == ""
    pm("erase", told, WHO, "--because", "Asked for it.")
    (one,) = pm("retention", told, "--erased", "--json").json
    assert (one["values"], one["reason"]) == (5, "Asked for it.")
    assert pm("retention", told, "--erased").out.endswith("  5  Asked for it.\n")


def test_all_that_is_held_about_a_person_is_told(pm: Pm, told: Path, tmp_path: Path) -> None:
    said = pm("person-report", told, WHO).out
    assert said.startswith(f"Cllr {WHO}\n") and "- E-mail [for the council only]: rob@ashdown.example" in said
    assert "Named in texts" in said and "As Robert Ashdown said." in said
    plain = pm("person-report", told, WHO, "--json").json
    assert plain["name"] == f"Cllr {WHO}" and plain["parts"][0]["heading"] == "The record"
    out = tmp_path / "about.pdf"
    assert pm("person-report", told, WHO, out).out == f"{out}\n" and out.read_bytes()[:5] == b"%PDF-"
    assert pm("person-report", told, WHO, tmp_path / "about.txt").code == 2
    assert pm("person-report", told, "Nobody").code == 1
