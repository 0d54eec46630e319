"""Lists whose headings mislead: their cells say what they hold."""

from pathlib import Path

import pytest

from pmdesk.actions.imports import bring_in, look
from pmdesk.domain.words import Words
from pmdesk.exchange.columns import guess_mapping
from pmdesk.exchange.list_columns import by_cells, with_whole_names
from pmdesk.exchange.sheets import Row, Sheet
from pmdesk.register.store import memory
from tests.exchange.figure_made import written


def sheet_of(text: str) -> Sheet:
    headings, *rows = (line.split("|") for line in text.split("\n"))
    made = tuple(Row(number, cells) for number, cells in enumerate(rows, 2))
    return Sheet("a.csv", "", (), "", tuple(headings), 1, made)


def test_first_names_and_surnames_are_one_name_wherever_they_stand() -> None:
    found = with_whole_names(sheet_of("Surname|Email|Forename\nOkafor|a@b.uk|Ann\nRoe||"))
    assert found.headings == ("Name", "Email")
    assert [row.cells for row in found.rows] == [["Ann Okafor", "a@b.uk"], ["Roe", ""]]


@pytest.mark.parametrize("text", ["Surname|Email\nRoe|a@b.uk", "Name|First name|Surname\nAnn Roe|Ann|Roe"])
def test_a_lone_surname_or_a_whole_name_beside_it_stays(text: str) -> None:
    assert with_whole_names(sheet_of(text)) == sheet_of(text)


def test_representatives_are_numbers_or_names() -> None:
    names = sheet_of("Outside Body|Representative(s)|Number of seats\nPanel|Cllr A Roe|2\nBoard|Vacancy|1")
    guesses = by_cells(names, guess_mapping("outside_body", names.headings))
    assert guesses["Representative(s)"].target == "appointment.person"
    numbers = sheet_of("Outside Body|Representatives\nPanel|2\nBoard|1")
    guesses = by_cells(numbers, guess_mapping("outside_body", numbers.headings))
    assert guesses["Representatives"].target == "outside_body.seats"


def test_a_published_list_of_representatives_fills_seats(tmp_path: Path) -> None:
    text = (
        "Outside Body|Representative(s)|Date Appointed|Term Ends|Number of places\n"
        "Citizens Advice|Cllr David Jones|21/05/2024|20/05/2025|2\n"
        "Citizens Advice|Cllr Ann Roe|21/05/2024||2\n"
        "Drainage Board|Vacancy|||1"
    )
    with memory() as register:
        looked = look(written(tmp_path, text), register, today="2024-06-01")
        assert bring_in(register, looked, Words()).refused == 0
        seats = [(each.get("person_name"), each.get("ends")) for each in register.all("appointment")]
        assert sorted(seats, key=str) == [
            ("Cllr Ann Roe", None), ("Cllr David Jones", "2025-05-20"), (None, None)
        ]  # fmt: skip
        assert [each.get("seats") for each in register.all("outside_body")] == [2, 1]
