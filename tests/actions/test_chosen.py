"""Which partnerships a paper is of, and which of their updates it prints."""

from pathlib import Path

import pytest

from pmdesk.actions.chosen import chosen_partnerships, printable_update, until
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from tests.actions.paper_story import council


def test_those_named_once_each_or_all_that_run_and_count(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    save(register, "partnership", {"name": "Old forum", "status": "ended"})
    assert [row["id"] for row in chosen_partnerships(register, [])] == [ids["board"]]
    named = chosen_partnerships(register, ["Arts grant", ids["board"], "arts grant", " "])
    assert [row["id"] for row in named] == [ids["grant"], ids["board"]]
    assert "note" not in named[0]
    with pytest.raises(Refused, match="There is no"):
        chosen_partnerships(register, ["Nowhere"])
    save(register, "partnership", {"status": "ended"}, ids["board"])
    with pytest.raises(Refused, match="no partnership to report on"):
        chosen_partnerships(register, [])


def test_a_year_or_a_period_is_looked_back_to() -> None:
    assert [until(each) for each in ("2025-26", "2025-26 Q3", "", None)] == [
        *("2026-03-31", "2025-12-31", "", ""),
    ]
    with pytest.raises(Refused):
        until("last spring")


def test_only_what_was_submitted_or_signed_off_is_printed() -> None:
    def made(id: str, period: str, status: str) -> dict[str, object]:
        return {"id": id, "period": period, "status": status}

    updates = [
        made("1", "2025-26 Q2", "signed_off"),
        made("2", "2025-26 Q3", "signed_off"),
        made("3", "2025-26 Q3", "submitted"),
        made("4", "2025-26 Q3", "replaced"),
        made("5", "2025-26 Q4", "draft"),
        made("6", "spring", "signed_off"),
    ]
    assert printable_update(updates, "")["id"] == "2"
    assert printable_update(updates, "2025-09-30")["id"] == "1"
    assert printable_update(updates[2:], "")["id"] == "3"
    assert printable_update(updates[4:], "") == {}
