"""Which record a paper on one record is of."""

from pathlib import Path

import pytest

from pmdesk.actions.paper_subjects import (
    annual_update_meant,
    body_name,
    latest_progress,
    only,
    progress_update_meant,
)
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Say
from tests.actions.paper_story import council


def test_the_one_that_was_named() -> None:
    assert only([" EN02 "], Say("Say which")) == "EN02"
    for of in ([], [" "], ["a", "b"]):
        with pytest.raises(Refused, match="Say which"):
            only(of, Say("Say which"))


def test_an_annual_update_by_its_id_or_its_body(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    by_id = annual_update_meant(register, [ids["update"]], None)
    assert by_id == annual_update_meant(register, ["Aldermoor Citizens Advice"], "2025-26")
    assert body_name(register, by_id) == "Aldermoor Citizens Advice"


def test_the_latest_progress_update_that_no_correction_replaced(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    typed = {"partnership": ids["board"], "period": "2025-26 Q4", "done": "Corrected"}
    newer = save(register, "progress_update", typed)[0]
    assert progress_update_meant(register, [ids["board"]], "2025-26")["id"] == newer
    with register.change("Replaced") as change:
        change.set("progress_update", newer, {"status": "replaced"})
    found = latest_progress(register, ids["board"], "")
    assert found is not None
    assert found["id"] == ids["progress"]
    assert progress_update_meant(register, [newer], None)["id"] == newer
    assert latest_progress(register, ids["board"], "2024-25") is None
