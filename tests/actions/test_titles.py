"""What nameless records are called, and finding them."""

import pytest

from pmdesk.actions.finding import title_of
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register, memory


@pytest.fixture
def register() -> Register:
    made = memory()
    with made.change("test") as change:
        body = change.add("outside_body", {"name": "Tŷ Glân Trust"})
        other = change.add("outside_body", {"name": "Dock Trust"})
        person = change.add("person", {"name": "Ann Shaw"})
        year = change.add("municipal_year", {"name": "2025-26"})
        seat = change.add("appointment", {"outside_body": body, "person": person})
        change.add("appointment", {"outside_body": other, "person": person})
        change.add("appointment", {"outside_body": other})
        change.add("annual_update", {"appointment": seat, "municipal_year": year})
        partnership = change.add("partnership", {"name": "Active"})
        change.add("progress_update", {"partnership": partnership, "period": "2025-26 Q4"})
    return made


def test_the_day_of_a_report_back_is_said_in_the_language(register: Register) -> None:
    [seat] = [row for row in register.all("appointment") if row["outside_body_name"] == "Tŷ Glân Trust"]
    with register.change("test") as change:
        told = change.add("report_back", {"appointment": seat["id"], "meeting_on": "2026-04-14"})
    assert title_of(register, "report_back", told) == "Tŷ Glân Trust, Ann Shaw, 2026-04-14"
    said = title_of(register, "report_back", told, words_in("en"))
    assert said == "Tŷ Glân Trust, Ann Shaw, 14 April 2026"


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("appointment", "Tŷ Glân Trust, Ann Shaw"),
        ("annual_update", "Tŷ Glân Trust, Ann Shaw, 2025-26"),
        ("progress_update", "Active, 2025-26 Q4"),
        ("partnership", "Active"),
    ],
)
def test_a_record_is_found_by_what_it_is_called(kind: str, called: str, register: Register) -> None:
    found = record_called(register, kind, called.lower().replace("ŷ", "y"))
    assert title_of(register, kind, found) == called
    assert record_called(register, kind, found) == found


def test_a_body_with_one_seat_names_it_and_one_with_two_does_not(register: Register) -> None:
    assert record_called(register, "appointment", "Ty Glan Trust")
    with register.change("test") as change:
        body = change.add("outside_body", {"name": "Two"})
        for name in ("A", "B"):
            change.add("appointment", {"outside_body": body, "person": change.add("person", {"name": name})})
    with pytest.raises(Refused, match="Give the id instead"):
        record_called(register, "appointment", "Two")


def test_nothing_is_called_so(register: Register) -> None:
    for kind in ("appointment", "partnership", "forecast"):
        with pytest.raises(Refused, match="There is no"):
            record_called(register, kind, "Nowhere")
