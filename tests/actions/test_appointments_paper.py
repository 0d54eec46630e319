"""The list of appointments from a real register: for the public, and as a spreadsheet."""

import csv
import time
from pathlib import Path

import pytest

from pmdesk.actions.annual_council import annual_council, sitting_of
from pmdesk.actions.appointments_paper import appointments_figures, export_appointments
from pmdesk.actions.paper_names import file_name
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.renewals import renew
from pmdesk.domain.words import words_in
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register
from tests.actions.council_story import TODAY, council
from tests.actions.saving import save

EN = words_in("en")
SECRET = "Quokkasecret"


def test_what_is_decided_is_printed_and_what_is_private_is_not(register: Register) -> None:
    story = council(register)
    with register.change("x") as change:
        change.set("appointment", story.ids["board_bob"], {"interests": SECRET, "note": "Second term"})
        change.set("person", story.ids["bob"], {"email": f"{SECRET}@aldermoor.example"})
    renew(register, sitting_of(register, None, TODAY), [story.ids["board_bob"]])
    figures = appointments_figures(register, "2026-27", EN, TODAY)
    board = next(row for group in figures.groups for row in group.rows if row[0].text == "Drainage Board")
    assert [cell.text for cell in board] == [
        "Drainage Board",
        "Cllr Bob Reed",
        "20 May 2026 to May 2029",
        "Renewed",
    ]
    made = paper_bytes(register, "appointments", [], "2026-27", EN, TODAY)
    assert made == paper_bytes(register, "appointments", [], None, EN, TODAY)
    assert SECRET not in repr(figures)
    assert file_name(register, "appointments", [], None, EN, TODAY) == (
        "Appointments to outside bodies, 2026-27.pdf"
    )


def test_the_same_list_is_a_spreadsheet(register: Register, tmp_path: Path) -> None:
    council(register)
    out = tmp_path / "list.csv"
    lines = annual_council(register, None, TODAY, EN).lines
    assert export_appointments(register, None, out, EN, TODAY) == len(lines)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] == {
        "Outside body": "Dock Trust",
        "Appointed by": "Council",
        "Representative": "Cllr Ann Shaw, trustee",
        "Political group": "Labour",
        "Term": "21 May 2025 to 20 May 2026",
        "Decision": "To be decided",
        "Required by law": "No",
    }
    with pytest.raises(Unavailable):
        export_appointments(register, None, tmp_path / "list.pdf", EN, TODAY)


def test_three_hundred_bodies_are_a_paper_in_seconds(register: Register) -> None:
    story = council(register)
    with register.change("x") as change:
        for n in range(300):
            body = change.add("outside_body", {"name": f"Body {n:03}", "appointing_body": "Council"})
            for person in ("ann", "bob"):
                change.add(
                    "appointment",
                    {"outside_body": body, "person": story.ids[person], "starts": "2025-05-21"},
                )
    paper_bytes(register, "appointments", [], None, EN, TODAY)
    began = time.process_time()
    paper_bytes(register, "appointments", [], None, EN, TODAY)
    assert time.process_time() - began < 5


def test_a_council_without_bodies_prints_an_empty_list(register: Register) -> None:
    save(register, "person", name="Ann Shaw", kind="member")
    assert appointments_figures(register, "2026-27", EN, TODAY).groups == ()
