"""An organisation's page: what stands there at once is what stands there in the end, its targets apart."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.organisation_shown import awaited_page, organisation_shown, practices_of
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register, memory
from tests.actions.saving import save

TODAY, EN = "2026-04-27", words_in("en")


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


@pytest.fixture
def police(register: Register) -> str:
    made = save(register, "organisation", name="Wendleshire Police", kind="police")
    measure = save(register, "measure", title="Sick days", owner_organisation=made, polarity="lower",
                   aggregation="cumulative", frequency="quarter")  # fmt: skip
    save(register, "target", measure=measure, period="2024-25", value="9.5")
    save(register, "reading", measure=measure, period="2024-25 Q4", value="9.1")
    return made


def test_it_stands_at_once_and_the_bars_of_its_targets_follow(register: Register, police: str) -> None:
    first = awaited_page(register, police, TODAY, EN)
    row = register.get("organisation", police)
    assert row is not None and first is not None
    whole = organisation_shown(register, row, TODAY, EN)
    assert first.bars is None and whole.bars is not None
    assert first.title == whole.title and first.facts == whole.facts[1:]
    assert whole.facts[0].label == "Targets met in 2025-26"
    assert [each.title for each in first.sections] == [each.title for each in whole.sections]


def test_one_that_was_deleted_has_no_page(register: Register, police: str) -> None:
    with register.change("Deleted") as change:
        change.delete("organisation", police)
    assert awaited_page(register, police, TODAY, EN) is None
    assert awaited_page(register, "nobody", TODAY, EN) is None


def test_the_practice_it_told_with_who_adopted_it(register: Register, police: str) -> None:
    row = register.get("organisation", police)
    assert row and practices_of(register, "author", row) == {"practices": [], "adoptions": []}
    told = save(register, "practice", title="Tags on bins", author=police)
    adopted = save(register, "adoption", practice=told, organisation=police)
    found = practices_of(register, "author", row)
    assert [row["id"] for each in found.values() for row in each] == [told, adopted]
