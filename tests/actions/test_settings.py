"""Settings and the dates of the year: one save, all problems at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions.registers import Register, start
from pmdesk.actions.settings import save_settings
from pmdesk.domain.check import Refused
from pmdesk.register.store import memory


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Ann") as opened:
        yield opened


def test_both_records_in_one_save(register: Register) -> None:
    changes = save_settings(register, {"days_to_report": "21"}, {"returns_due": "1/5/2026"})
    assert {kind for kind, _id in changes.touched} == {"settings", "municipal_year"}
    assert register.undo_label() == "Saved settings"
    register.undo()
    assert register.settings()["days_to_report"] == 14
    assert register.find("municipal_year", "2025-26")[0]["returns_due"] is None


def test_the_problems_of_both(register: Register) -> None:
    with pytest.raises(Refused) as caught:
        save_settings(
            register, {"days_to_report": "soon", "council": "nobody"}, {"returns_due": "31/02/2026"}
        )
    assert set(caught.value.problems) == {"days_to_report", "returns_due"}
    with pytest.raises(Refused) as caught:
        save_settings(register, {"council": "nobody"}, {})
    assert set(caught.value.problems) == {"council"}


def test_dates_need_their_year(register: Register) -> None:
    with pytest.raises(Refused) as caught:
        save_settings(register, {"year": None}, {"returns_due": "1/5/2026"})
    assert set(caught.value.problems) == {"year"}
    assert save_settings(register, {"year": None}, {"returns_due": ""}).touched


def test_nothing_new_writes_nothing(register: Register) -> None:
    assert not save_settings(register, {"days_to_report": 14}, {}).touched


def test_a_register_that_has_none_yet() -> None:
    with memory() as bare:
        save_settings(bare, {"days_of_warning": "30"}, {})
        assert bare.settings()["days_of_warning"] == 30


def test_the_numbers_of_a_significance_rule_are_checked(register: Register) -> None:
    wrong = {"significance_rule": "most", "significance_least": "9"}
    with pytest.raises(Refused) as caught:
        save_settings(register, wrong, {})
    assert set(caught.value.problems) == {"significance_least"}
    save_settings(
        register,
        {"significance_rule": "most", "significance_least": "3", "significance_amount": "£100,000"},
        {},
    )
    assert register.settings()["significance_amount"] == 10_000_000
