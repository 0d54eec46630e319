"""One record whole."""

import pytest

from pmdesk.actions.show import related, show
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import memory

EN, TODAY = words_in("en"), "2026-04-27"


def test_a_person_twice_in_one_partnership_has_one_partnership() -> None:
    with memory() as register:
        with register.change("test") as change:
            person = change.add("person", {"name": "Ruth"})
            change.add("partnership", {"name": "A", "lead_officer": person, "portfolio_member": person})
            change.add("partnership", {"name": "B", "portfolio_member": person})
        assert related(register, "person", person) == {"partnership": 2}


def test_a_partnership_says_what_it_owes() -> None:
    with memory() as register:
        with register.change("test") as change:
            each = change.add("partnership", {"name": "A", "reporting_interval": "quarter"})
            update = change.add(
                "progress_update", {"partnership": each, "period": "2025-26 Q4", "status": "draft"}
            )
        made = show(register, "partnership", each, TODAY, EN)
    assert made["progress_update"] == {
        "period": "2025-26 Q4", "due_on": "2026-04-14", "state": "overdue", "status": "draft", "id": update,
    }  # fmt: skip
    assert made["related"] == {"progress_update": 1}


def test_a_deleted_record_is_refused() -> None:
    with memory() as register:
        with register.change("test") as change:
            each = change.add("organisation", {"name": "A"})
        with register.change("test") as change:
            change.delete("organisation", each)
        with pytest.raises(Refused):
            show(register, "organisation", each, TODAY, EN)
