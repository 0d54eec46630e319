"""What the register says of its own framework, worked out by hand from the council with figures."""

from pathlib import Path

import pytest

from pmdesk.actions import validations
from pmdesk.actions.pages import record_page
from pmdesk.actions.records import delete, save
from pmdesk.actions.show import show
from pmdesk.actions.validations import framework, validation_rows
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.figure_story import council_with_figures
from tests.actions.paper_story import TODAY

EN = words_in("en")


def test_every_head_is_worked_out(tmp_path: Path) -> None:
    register = council_with_figures(tmp_path).register
    found = framework(register, TODAY, EN)
    measures = register.all("measure")
    assert set(found.heads) == {
        *("baselines", "aligned", "smart", "outcomes", "data", "reporting", "accountable", "floor"),
    }
    said = found.heads["baselines"]
    assert (said.n, said.of) == (sum(row["baseline"] is not None for row in measures), len(measures))
    said = found.heads["outcomes"]
    assert (said.n, said.of) == (sum(row["kind"] == "outcome" for row in measures), len(measures))
    assert all(0 <= each.n <= each.of for each in found.heads.values())
    assert sum(of for *_rest, of in found.plans) == found.heads["smart"].of > 0


def test_the_one_before_is_the_last_that_was_held_earlier(tmp_path: Path) -> None:
    register = council_with_figures(tmp_path).register
    ids = {
        year: save(register, "validation", {"title": year, "held_on": f"{year}-01-20"})[0]
        for year in ("2023", "2025", "2026")
    }
    head = {"validation": ids["2025"], "head": "smart", "score": "red"}
    save(register, "validation_head", head)
    row = register.get("validation", ids["2026"])
    assert row is not None
    rows = validation_rows(register, row, TODAY, EN)
    assert (rows.earlier["title"], rows.before["smart"]["score"], rows.heads) == ("2025", "red", {})
    made = record_page(register, "validation", ids["2026"], TODAY, EN)
    assert made is not None
    assert made.title == "2026"
    with pytest.raises(Refused, match="scored already"):
        save(register, "validation_head", head)
    told = show(register, "validation", ids["2026"], TODAY, EN)
    assert told["register_says"]["floor"]["of"] == rows.framework.heads["floor"].of  # type: ignore[index]
    delete(register, "validation", ids["2025"])
    assert register.count("validation_head") == 0


def test_of_very_many_measures_it_says_of_how_many_the_targets_were_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register, ids = council_with_figures(tmp_path)
    for number in ("1", "2"):
        named = {"title": f"Owned {number}", "owner_organisation": ids["county"], "polarity": "higher"}
        owned = save(register, "measure", named)[0]
        for kind in ("target", "reading"):
            save(register, kind, {"measure": owned, "period": "2024-25", "value": "5"})
    whole = framework(register, TODAY, EN).heads["accountable"]
    assert (whole.n, whole.of) == (2, 2) and "were read" not in whole.said
    monkeypatch.setattr(validations, "MOST_JUDGED", 1)
    some = framework(register, TODAY, EN).heads["accountable"]
    assert some.of == 0 and some.said.endswith("The targets of 0 measures were read.")
