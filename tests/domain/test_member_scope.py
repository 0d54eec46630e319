"""What of a register only the council says."""

import pytest

from pmdesk.domain.member_scope import is_for_the_council


@pytest.mark.parametrize(
    ("kind", "field", "value", "known", "council"),
    [
        ("annual_update", "feedback", "x", True, False),
        ("report_back", "decided", "x", True, False),
        ("annual_update", "status", "draft", True, False),
        ("annual_update", "status", "accepted", True, True),
        ("annual_update", "status", None, False, False),
        ("annual_update", "accepted_on", "2026-04-01", True, True),
        ("partnership", "name", "x", True, True),
    ],
)
def test_a_member_says_their_own(kind: str, field: str, value: object, known: bool, council: bool) -> None:
    assert is_for_the_council(kind, field, value, known=known) is council
