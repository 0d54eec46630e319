"""Gaps, appointing and a body's figures by command."""

from pathlib import Path

from tests.cli.conftest import Pm

BODY = "Moorland Arts Trust"


def test_gaps_in_lines_and_as_json(pm: Pm, register: Path) -> None:
    pm("set", register, "appointment", f"{BODY}, Robert Ashdown", "to=2099")
    said = pm("gaps", register, "--within", 120).out.splitlines()
    assert said[0] == "Empty now 1"
    assert said[1] == f"  {BODY}; 1 seat with no appointment; Empty now; Helen Marsh"
    found = pm("gaps", register, "--json").json
    assert [(gap["outside_body"], gap["kind"], gap["seats"]) for gap in found["gaps"]] == [
        (BODY, "no_appointment", 1)
    ]
    assert found["out_of_balance"] == []
    assert pm("gaps", register, "--within", "0").code == 2


def test_no_gaps_says_so(pm: Pm, empty: Path) -> None:
    assert pm("gaps", empty).out.startswith("No seat is empty or will be before ")


def test_appoint_prints_id_duty_end_and_advice(pm: Pm, register: Path) -> None:
    pm("set", register, "outside_body", BODY, "term=4 years")
    answer = pm("appoint", register, BODY, "Priya Nair", "--capacity", "trustee", "--from", "1/6/26")
    record, duty, until = answer.out.splitlines()
    assert duty.startswith("A trustee decides for the charity alone")
    assert until == "Until 31 May 2030."
    assert "Due diligence is still open. Not answered: 7 of 7." in answer.err
    made = pm("show", register, "appointment", record, "--json").json
    assert (made["person"], made["starts"], made["ends"]) == ("Priya Nair", "2026-06-01", "2030-05-31")


def test_appoint_as_json_and_what_it_follows(pm: Pm, register: Path) -> None:
    answer = pm(
        *("appoint", register, BODY, "Priya Nair", "--from", "21/5/26", "--to", "2030"),
        *("--follows", f"{BODY}, Robert Ashdown", "--json"),
    )
    assert (answer.json["duty"], answer.json["ends"], len(answer.json["advice"])) == (None, "2030", 1)
    assert pm("show", register, "appointment", answer.json["id"], "--json").json["follows_id"]


def test_appoint_refuses_with_every_problem(pm: Pm, register: Path) -> None:
    answer = pm("appoint", register, BODY, "Priya Nair", "--capacity", "king", "--from", "soon")
    assert answer.code == 1
    assert len(answer.err.splitlines()) == 2
    assert pm("appoint", register, BODY, "Nobody").code == 1
    assert pm("appoint", register, "Nowhere", "Priya Nair").code == 1


def test_show_has_duties_gaps_and_balance(pm: Pm, register: Path) -> None:
    pm("set", register, "appointment", f"{BODY}, Robert Ashdown", "capacity=trustee", "to=2099")
    pm("set", register, "outside_body", BODY, "seats=3")
    pm("set", register, "person", "Robert Ashdown", "political group=Green")
    said = pm("show", register, "outside_body", BODY).out
    assert "Duty (Trustee): A trustee decides for the charity alone" in said
    assert "Due diligence: 0 of 7 answered." in said
    assert "Terms end: 2099, 1 seat" in said
    assert "Gap: 2 seats with no appointment; Empty now" in said
    assert "  Green: holds 1, is due 3, 2 short" in said
    assert pm("show", register, "outside_body", BODY, "--json").json["political_balance"]["required"]
    assert "Dyletswydd" in pm("show", register, "outside_body", BODY, "--lang", "cy").out


def test_what_the_law_requires_is_refused_by_command_too(pm: Pm, register: Path) -> None:
    pm("set", register, "outside_body", BODY, "required by law=yes")
    answer = pm("set", register, "outside_body", BODY, "status=ended")
    assert answer.code == 1
    assert "cannot be dropped" in answer.err
    assert "cannot be dropped" in pm("delete", register, "outside_body", BODY).err
