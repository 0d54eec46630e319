"""Later dates as lines of text."""

import pytest

from pmdesk.actions.milestones import Slip
from pmdesk.cli.slips import print_slips
from pmdesk.domain.words import words_in


def test_each_line_says_whose_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    slip = Slip(
        "1", "Works start", "County Council", "Highways", "2026-09-01", "2026-10-01", "Planning", "2026-08-01"
    )
    print_slips([slip], True, words_in("en"))
    assert capsys.readouterr().out == (
        "1 later date moved with it:\n"
        "  Works start (County Council; Highways): 1 September 2026 → 1 October 2026, waits for ‘Planning’\n"
    )
    print_slips([], True, words_in("en"))
    assert capsys.readouterr().out == ""
