"""The annual cycle of a real register: a year opened, who owes in it, reminders as files."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from shutil import copy

import pytest
from icalendar import Calendar

from pmdesk.actions.annual_cycle import (
    annual_cycle,
    cycle_calendar,
    open_year,
    write_reminders,
    year_meant,
    year_to_open,
)
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, open_register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Register]:
    with open_register(Path(copy(sample_file, tmp_path / "sample.pmdesk"))) as register:
        yield register


def test_the_sample_owes_fifteen_of_forty_six(sample: Register) -> None:
    figures = annual_cycle(sample, "", TODAY, Words())
    assert (figures.year, len(figures.lines), len(figures.owed), len(figures.late)) == ("2025-26", 46, 15, 15)
    assert len(figures.reminders) == 14
    okafor = next(each for each in figures.reminders if each.who == "Cllr Daniel Okafor")
    assert [line.split(":")[0] for line in okafor.lines] == [
        "Aldermoor Citizens Advice",
        "Wendle Valley Credit Union",
    ]
    before = annual_cycle(sample, "2024/25", TODAY, Words())
    assert (before.year, len(before.owed)) == ("2024-25", 0)


def test_seats_held_at_any_time_in_the_year_owe(register: Register) -> None:
    year, _changes = open_year(register, "2025-26", "21/5/2025", "17/4/2026")
    body, gone = save(register, "outside_body", name="Dock"), save(register, "person", name="Ann Ode")
    save(register, "appointment", outside_body=body, person=gone, ends="2025-05-21")
    save(register, "appointment", outside_body=body, person=gone, ends="2025-05-20")
    save(register, "appointment", outside_body=body)
    assert len(annual_cycle(register, year, TODAY, Words()).lines) == 1


def test_a_year_is_opened_with_its_days_and_opened_again_with_others(register: Register) -> None:
    assert annual_cycle(register, "", TODAY, Words()).year == ""
    assert year_to_open(register, "2026-06-01") == "2026-27"
    year, changes = open_year(register, "2026/27", "20 May 2026", "16/4/2027")
    row = register.get("municipal_year", year) or {}
    assert (row["name"], row["annual_council"], row["returns_due"]) == ("2026-27", "2026-05-20", "2027-04-16")
    assert changes.label == "Opened municipal year"
    again, _changes = open_year(register, "2026-27", "20/5/2026", "30/4/2027")
    assert again == year and register.count("municipal_year") == 1
    assert year_to_open(register, "2026-06-01") == "2027-28"
    register.undo()
    assert (register.get("municipal_year", year) or {})["returns_due"] == "2027-04-16"


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (("2026", "20/5/2026", "16/4/2027"), {"name"}),
        (("2026-27", "", " "), {"annual_council", "returns_due"}),
        (("2026-27", "31/6/2026", "16/4/2027"), {"annual_council"}),
        (("2026-27", "20/5/2025", "16/4/2027"), {"annual_council"}),
        (("2026-27", "20/5/2026", "16/4/2026"), {"returns_due"}),
    ],
)
def test_a_year_that_cannot_be_is_refused_whole(
    typed: tuple[str, str, str], wrong: set[str], register: Register
) -> None:
    with pytest.raises(Refused) as caught:
        open_year(register, *typed)
    assert set(caught.value.problems) == wrong and register.count("municipal_year") == 0


def test_the_calendar_has_an_event_for_each_member(sample: Register) -> None:
    figures = annual_cycle(sample, "2025-26", TODAY, Words())
    events = Calendar.from_ical(cycle_calendar(figures, TODAY, Words())).walk("VEVENT")
    assert len(events) == 14 and {str(each["dtstart"].dt) for each in events} == {"2026-04-17"}
    register_without = annual_cycle(sample, "2026-27", TODAY, Words())
    assert cycle_calendar(register_without, TODAY, Words())


def test_a_year_without_its_day_has_no_calendar_and_an_unknown_one_is_refused(register: Register) -> None:
    save(register, "municipal_year", name="2030-31")
    with pytest.raises(Refused, match="Set the day"):
        cycle_calendar(annual_cycle(register, "2030-31", TODAY, Words()), TODAY, Words())
    with pytest.raises(Refused, match="‘2031-32’"):
        year_meant(register, "2031-32", TODAY)


def test_the_reminders_are_written_as_drafts_one_each(sample: Register, tmp_path: Path) -> None:
    figures = annual_cycle(sample, "", TODAY, Words())
    twin = figures.reminders[0]._replace(who=figures.reminders[0].who.upper(), email="")
    paths = write_reminders([*figures.reminders, twin], tmp_path / "mails", TODAY)
    assert len(paths) == len({path.name.casefold() for path in paths}) == 15
    read = message_from_bytes(paths[0].read_bytes(), policy=default)
    assert read["Subject"] == "Your annual update for 2025-26"
