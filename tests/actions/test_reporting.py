"""The quarter's reports of a real register: what is owed, in time or not, and as a calendar."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from icalendar import Calendar

from pmdesk.actions.reporting import in_time, own_part, reporting, reports_calendar
from pmdesk.actions.updates import correct
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, open_register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Register]:
    with open_register(Path(copy(sample_file, tmp_path / "sample.pmdesk"))) as register:
        yield register


def test_the_sample_owes_five_of_eighteen(sample: Register) -> None:
    figures = reporting(sample, TODAY, Words())
    assert (len(figures.owed), len(figures.lines)) == (5, 18)
    assert {line.who for line in figures.owed} == {
        *("Helen Marsh", "Josh Tennant", "Cllr Priya Nair", "Aisha Rahman")
    }
    assert [each.n for each in figures.health] == [18, 29, 18, 65, 2]


def test_in_time_is_by_the_first_version_and_by_the_day_it_came(register: Register) -> None:
    group = save(register, "partnership", name="Bins", reporting_interval="half", started="2025-01")
    for period, came in (("2025-26 H1", "2025-10-10"), ("2025-26 H2", "2026-04-20")):
        save(
            register,
            "progress_update",
            partnership=group,
            period=period,
            status="signed_off",
            submitted_on=came,
        )
    assert in_time(register, TODAY) == (1, 2)
    first = register.all("progress_update", period="2025-26 H1")[0]
    correct(register, str(first["id"]))
    assert in_time(register, TODAY) == (1, 2)


def test_what_began_after_its_report_was_due_owed_none(register: Register) -> None:
    save(register, "partnership", name="New", reporting_interval="quarter", started="2026-02-01")
    assert in_time(register, TODAY) == (0, 1)


def test_networks_grants_and_contracts_are_not_our_partnerships(register: Register) -> None:
    save(register, "partnership", name="Grant", kind="grant")
    save(register, "milestone", title="Nobody's")
    own = own_part(register, TODAY)
    assert (own.officers, own.milestones) == ((0, 0), (0, 1))


def test_the_calendar_has_a_day_for_each_that_is_owed(sample: Register) -> None:
    days = Calendar.from_ical(reports_calendar(sample, TODAY, Words())).walk("VEVENT")
    assert (
        sorted(str(day["summary"]) for day in days)[0] == "Progress update due: Active Aldermoor, 2025-26 Q4"
    )
    assert len(days) == 5
