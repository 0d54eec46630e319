"""What a pack brings is called as a person knows it, also where it has no name of its own."""

from pathlib import Path

import pytest

from pmdesk.actions.pack_taking import look_at_pack
from pmdesk.actions.pack_titles import named_in
from pmdesk.actions.pack_words import say_look
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.domain.words import Words
from tests.laptops import who_know_each_other

WORDS = Words()


def test_readings_updates_and_new_seats_are_called_by_what_they_hang_on(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    with ann.at() as register:
        measure = str(register.find("measure", "EN02")[0]["id"])
        reading = register.all("reading", measure=measure, period="2025-26 Q4")[0]
        save(register, "reading", {"value": "45.1"}, str(reading["id"]))
        save(register, "reading", {"measure": measure, "period": "2026-27 Q1", "value": "47"})
        body, _ = save(register, "outside_body", {"name": "Dock Trust"})
        person, _ = save(register, "person", {"name": "A Shaw"})
        seat, _ = save(register, "appointment", {"outside_body": body, "person": person})
        year = str(register.find("municipal_year", "2025-26")[0]["id"])
        save(register, "annual_update", {"appointment": seat, "municipal_year": year})
        (path,) = make_pack(register, tmp_path / "a.pmpack", WORDS).paths
    with bob.at() as register:
        look = look_at_pack(register, path)
        called = {each.kind: each.title for each in named_in(register, look, look.records, WORDS)
                  if each.is_new}  # fmt: skip
        assert called["reading"] == "Household waste recycled, 2026-27 Q1"
        assert called["appointment"] == "Dock Trust, A Shaw"
        assert called["annual_update"] == "Dock Trust, A Shaw, 2025-26"
        assert "Reading: Household waste recycled, 2025-26 Q4 (Value)" in say_look(register, look, WORDS)
        assert not any(each.title for each in look.records if each.kind == "reading")
