from collections import Counter

import pytest

from pmdesk.actions.imports import Result
from pmdesk.cli.counts import print_counts
from pmdesk.domain.words import Words


def test_counts_a_line_each_then_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    print_counts(Result(6, 3, 1, 1, 1, (), (), Counter(reading=3), None), Words())
    assert capsys.readouterr().out.splitlines() == [
        "read 6", "added 3", "changed 1", "same 1", "refused 1", "new, Readings: 3",
    ]  # fmt: skip
