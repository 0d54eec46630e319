"""What the list of appointments says, from a sitting as frozen values."""

from typing import Any

from pmdesk.domain.renewal import Sitting
from pmdesk.domain.words import words_in
from pmdesk.figures.annual_council import sitting_figures
from pmdesk.figures.annual_council_seat import SittingRows
from pmdesk.figures.paper_appointments import AppointmentsPaper, appointments_paper, decision_word

EN = words_in("en")
PEOPLE = {
    "a": {"id": "a", "name": "Ann Shaw", "kind": "member", "political_group": "Green"},
    "b": {"id": "b", "name": "Bob Reed", "kind": "member", "political_group": "Labour"},
}
BODIES: list[dict[str, Any]] = [
    {"id": "d", "name": "Dock", "seats": 2, "appointing_body": "Council", "statutory": 1},
    {"id": "m", "name": "Mill", "appointing_body": "Cabinet"},
    {"id": "x", "name": "Old Hall", "status": "ended"},
]
HELD = {"a": "Ann Shaw", "b": "Bob Reed"}
SEATS: list[dict[str, Any]] = [
    {"id": id, "outside_body": body, "person": who, "person_name": HELD[who], "starts": starts, "ends": ends}
    for id, body, who, starts, ends in (
        ("1", "d", "a", "2022-05", "2026-05-19"),
        ("2", "d", "b", "2026-05-20", "2030-05"),
        ("3", "m", "b", "2023-05", "2027-05"),
        ("4", "m", "a", "2025-05", "2026-05-20"),
        ("5", "x", "a", "2023-05", "2026-05-19"),
    )
]
SEATS[1]["follows"], SEATS[4]["ended_because"] = "1", "It has closed"


def paper(seats: list[dict[str, Any]] | None = None) -> AppointmentsPaper:
    rows = SittingRows(Sitting("2026-27", "2026-05-20"), BODIES, SEATS if seats is None else seats, PEOPLE)
    return appointments_paper(sitting_figures(rows, EN), "Aldermoor", "2026-04-27", EN)


def test_what_is_to_be_filled_stands_first() -> None:
    made = paper()
    assert made.title == "Appointments to outside bodies, 2026-27"
    assert made.occasion == "Annual Council, 20 May 2026"
    assert made.intro.startswith("The council appoints to 2 outside bodies. Of 4 seats: ")
    assert made.intro.endswith("1 new, 1 continuing, 1 to be decided, 1 vacant.")
    assert [[cell.text for cell in row] for row in made.empty] == [["Dock", "Member", "Vacant", "Council"]]


def test_every_body_with_who_sits_there_until_when_and_what_was_decided() -> None:
    cabinet, council = paper().groups
    assert (cabinet.heading, council.heading) == ("Cabinet", "Council")
    (mill,), (dock,) = cabinet.rows, council.rows
    assert [cell.text.split("\n") for cell in mill] == [
        ["Mill"],
        ["Cllr Ann Shaw", "Cllr Bob Reed"],
        ["May 2025 to 20 May 2026", "May 2023 to May 2027"],
        ["To be decided", "Continues"],
    ]
    assert [cell.text.split("\n") for cell in dock] == [
        ["Dock"],
        ["Cllr Bob Reed", "Vacant seat"],
        ["20 May 2026 to May 2030", "\u2013"],
        ["New", "Vacant"],
    ]
    assert dock[0].quiet == "Required by law"


def test_bodies_left_and_the_balance() -> None:
    made = paper()
    assert [[cell.text for cell in row] for row in made.left] == [["Old Hall", "It has closed"]]
    assert [(row[0].text, row[1].text, row[3].text) for row in made.balance_rows] == [
        ("Green", "1", "1"),
        ("Labour", "1", "2"),
    ]


def test_an_empty_register() -> None:
    rows = SittingRows(Sitting("2026-27", "2026-05-20"), [], [], {})
    figures = sitting_figures(rows, EN)
    made = appointments_paper(figures, "Aldermoor", "2026-04-27", EN)
    assert made.intro == "The council appoints to 0 outside bodies."
    assert (made.groups, made.empty, made.left, made.balance) == ((), (), (), "")


def test_the_word_of_a_decision() -> None:
    rows = SittingRows(Sitting("2026-27", "2026-05-20"), BODIES, SEATS, PEOPLE)
    words = [decision_word(line, EN) for line in sitting_figures(rows, EN).lines if line.sits]
    assert words == ["New", "To be decided", "Continues"]
