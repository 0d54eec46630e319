"""What a partner undertook and what became of it; worked out by hand."""

from collections.abc import Mapping

import pytest

from pmdesk.domain.contribution import Account, account, contribution_state

TODAY = "2026-04-27"


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({}, "promised"),
        ({"undertaken": 100}, "promised"),
        ({"undertaken": 100, "due": "2026-06"}, "promised"),
        ({"undertaken": 100, "due": TODAY}, "promised"),
        ({"undertaken": 100, "due": "2026-04-26"}, "overdue"),
        ({"undertaken": 100, "due": "2026-03"}, "overdue"),
        ({"undertaken": 100, "due": "2026"}, "promised"),
        ({"undertaken": 100, "delivered": 100, "due": "2026-03"}, "delivered"),
        ({"undertaken": 100, "delivered": 120}, "delivered"),
        ({"undertaken": 100, "delivered": 99, "due": "2027"}, "part"),
        ({"undertaken": 100, "delivered": 0, "due": "2026-03"}, "overdue"),
        ({"undertaken": 100, "delivered_on": "2026-03-01", "due": "2026-03"}, "delivered"),
        ({"delivered_on": "2026-03-01"}, "delivered"),
        ({"delivered": 50}, "delivered"),
        ({"undertaken": "about £500", "due": "2026-03"}, "overdue"),
        ({"share": "all", "due": "2026-03"}, "delivered"),
        ({"share": "all", "undertaken": 100, "delivered": 40}, "delivered"),
        ({"share": "part"}, "part"),
        ({"share": "part", "undertaken": 100, "delivered": 100}, "part"),
        ({"share": "none", "due": "2026-03"}, "overdue"),
        ({"share": "none", "due": "2027"}, "promised"),
        ({"share": "none"}, "promised"),
    ],
)
def test_how_a_contribution_stands(row: Mapping[str, object], state: str) -> None:
    assert contribution_state(row, TODAY) == state


def test_the_account_counts_what_was_due_and_kept_and_adds_up_only_money() -> None:
    rows: list[Mapping[str, object]] = [
        {"undertaken": 2_200_000, "delivered": 2_200_000, "due": "2026-03-31"},
        {"undertaken": 1_850_000, "delivered": 1_000_000, "due": "2025-10-31"},
        {"undertaken": 500_000, "due": "2026-03"},
        {"what": "A room", "share": "all", "due": "2026-01"},
        {"undertaken": 300_000, "delivered": 300_000, "due": "2026-12"},
        {"undertaken": "about £500"},
    ]
    assert account(rows, TODAY) == Account(6, 4, 2, 4_850_000, 3_500_000)
    assert account([], TODAY) == Account(0, 0, 0, 0, 0)
