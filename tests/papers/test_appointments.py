"""The list for Annual Council on paper: its headings, its tables, its empty parts."""

from dataclasses import replace

from pmdesk.domain.words import words_in
from pmdesk.papers.appointments import appointments
from tests.papers.example_appointments import appointments_example
from tests.papers.reading import all_text, of_kind

EN = words_in("en")


def test_each_part_has_its_heading_and_its_table() -> None:
    made = appointments(appointments_example(), EN)
    assert of_kind(made, "H1") == ["Appointments to outside bodies, 2026-27"]
    assert of_kind(made, "H2") == [
        "Seats to be filled",
        "Appointments",
        "Bodies the council stops appointing to",
        "Political balance",
    ]
    assert len(of_kind(made, "Table")) == 4
    assert "Required by law" in all_text(made)


def test_a_part_without_rows_is_left_out() -> None:
    bare = replace(appointments_example(), empty=(), left=(), groups=(), balance="")
    made = appointments(bare, EN)
    assert of_kind(made, "H2") == ["Appointments"]
    assert "There are no entries yet." in of_kind(made, "P")
