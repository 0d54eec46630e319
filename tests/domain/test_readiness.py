"""Data readiness, rule 12: a flag beside the rating."""

import pytest

from pmdesk.domain.readiness import NEEDED, missing, say_missing

READY = {
    "baseline": "41.8", "definition": "Recycled over collected", "source": "WasteDataFlow",
    "frequency": "quarter", "data_supplier": "Wendle Waste",
}  # fmt: skip


def test_a_measure_that_has_all_is_ready() -> None:
    assert missing(READY) == ()
    assert str(say_missing(())) == ""


@pytest.mark.parametrize("name", list(NEEDED))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_each_field_that_is_empty_is_lacking(name: str, value: str | None) -> None:
    assert missing({**READY, name: value}) == (name,)


def test_a_baseline_of_nothing_is_a_baseline_and_one_awaited_is_none() -> None:
    assert missing({**READY, "baseline": "0"}) == ()
    assert missing({**READY, "baseline": "awaited"}) == ("baseline",)


def test_what_is_lacking_is_said_in_order() -> None:
    assert missing({}) == tuple(NEEDED)
    assert str(say_missing(["baseline"])) == "not ready: no baseline"
    assert str(say_missing(missing({}))).endswith("no definition, no source, no frequency, no data supplier")
