"""What was typed is looked for between a kind's first row and its last, and in what its records point to."""

import pytest

from pmdesk.register import matching
from pmdesk.register.ids import new_id
from pmdesk.register.search import match
from pmdesk.register.store import Register
from tests.register.measures_made import add, take_out


def test_a_record_is_found_by_its_own_text_and_by_what_it_points_to(filled: Register) -> None:
    bodies = {row["name"]: row["n"] for row in filled.all("outside_body")}
    assert matching.own(filled.db, "outside_body", match("glan")) == [bodies["Tŷ Glân"]]
    assert matching.pointing(filled.db, "outside_body", match("glan")) == set()
    helen = matching.pointing(filled.db, "outside_body", match("helen"))
    assert helen == {bodies["Tŷ Glân"], bodies["Zeta Board"]}
    assert matching.pointing(filled.db, "outside_body", match("wynne")) == {bodies["Tŷ Glân"]}
    assert matching.pointing(filled.db, "person", match("glan")) == set(), "people point to no body"


def test_only_titles_are_looked_for_in_what_is_pointed_to(register: Register) -> None:
    group = add(register, "partnership", name="Wendle Waste", purpose="Debt advice")
    add(register, "progress_update", partnership=group, done="Met twice")
    assert len(matching.pointing(register.db, "progress_update", match("waste"))) == 1
    assert matching.pointing(register.db, "progress_update", match("debt")) == set()


def test_strangers_are_all_between_that_no_list_of_the_kind_shows(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def number(record: str) -> int:
        return int(register.db.execute("SELECT n FROM record WHERE id = ?", (record,)).fetchone()[0])

    add(register, "person", name="Before all of them")
    first = add(register, "progress_update", done="First")
    between = add(register, "person", name="Helen Marsh")
    gone = add(register, "progress_update", done="Taken out")
    waited = new_id()
    add(register, "progress_update", done="Corrected", corrects=waited)
    # A mistaken reference makes a row of another kind with the same number: the update stays an update.
    add(register, "forecast", milestone=first, made_on="2026-01-01")
    take_out(register, "progress_update", gone)
    found = matching.strangers(register.db, "progress_update")
    assert found == {number(between), number(gone), number(waited)}
    monkeypatch.setattr(matching, "_STRANGERS", 2)
    matching._others.cache_clear()
    assert matching.strangers(register.db, "progress_update") is None
    matching._others.cache_clear()
