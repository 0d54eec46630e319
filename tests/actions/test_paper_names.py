"""A file's name says what is in it, and holds nothing that a disk refuses."""

import pytest

from pmdesk.actions.paper_names import file_name
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from tests.actions.test_conflicts import Two, two

__all__ = ["two"]


def test_it_names_paper_record_and_year(two: Two) -> None:
    words, today = Words(), "2026-04-27"
    assert file_name(two.here, "measure", ["EN02"], None, words, today) == (
        "Story of a measure, Household waste recycled.pdf"
    )
    assert file_name(two.here, "slippage", [], "2025-26", words, today).endswith(", 2025-26.pdf")
    with pytest.raises(Refused, match="no paper called"):
        file_name(two.here, "nothing", [], None, words, today)
