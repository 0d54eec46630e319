"""A health check by command: answers are read from a file, sealed, and shown only as a spread."""

from pathlib import Path

from pmdesk.cli.health_checks import read_answers
from tests.cli.conftest import Pm


def test_from_opening_to_closing(pm: Pm, register: Path, tmp_path: Path) -> None:
    pm("add", register, "partnership", "name=Safer Aldermoor", "kind=thematic")
    for name in ("Police", "Health", "Housing"):
        pm("add", register, "organisation", f"name={name}")
        pm("add", register, "partner", "partnership=Safer Aldermoor", f"organisation={name}")
    pm("add", register, "health_check", "title=Trust", "partnership=Safer Aldermoor", "template=own",
       "statements=We meet.\nWe keep our word.")  # fmt: skip
    assert pm("health-check", register, "close", "Trust").code == 1
    assert "Waiting for: Health; Housing; Police" in pm("health-check", register, "open", "Trust").out
    assert pm("health-check", register, "answer", "Trust", "--as", "Police").code == 2
    for name, text in (("Police", "1\n4\n---\nToo many meetings."), ("Health", "3\n4"), ("Housing", "4\n4")):
        source = tmp_path / f"{name}.txt"
        source.write_text(text, "utf-8")
        out = pm("health-check", register, "answer", "Trust", "--as", name, "--from", source).out
        assert out.startswith("Answered and sealed") and "median" not in out
    assert pm("health-check", register, "answer", "Trust", "--as", "Police", "--from", register).code != 0
    told = pm("show", register, "health_check", "Trust", "--json").json
    assert (told["state"], told["answered"], told["waiting"]) == ("open", 3, [])
    out = pm("health-check", register, "close", "Trust").out
    assert "We meet.  median 3, they disagree" in out
    assert pm("health-check", register, "close", "Trust").code == 1
    told = pm("health-check", register, "show", "Trust", "--json").json
    assert told["principles"][0]["statements"][1]["median"] == 4
    assert told["said"] == [] and "Too many meetings" not in pm("history", register, "--limit", "1000").out


def test_answers_as_they_stand_in_a_file() -> None:
    assert read_answers("1\nyes\n4") == ([1, 0, 4], "")
    assert read_answers("") == ([], "")
