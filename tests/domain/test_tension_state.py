"""Where a tension stands, against worked days."""

import pytest

from pmdesk.domain.tension_state import STATES, look_again_day, tension_state

AGREED = {"way_out": "joint_post", "agreed_on": "2025-04-26"}


@pytest.mark.parametrize(
    ("tension", "day", "state"),
    [
        ({}, "2026-04-27", "open"),
        ({"agreed_on": "2020-01-01"}, "2026-04-27", "open"),
        (AGREED, "2026-04-26", "agreed"),
        (AGREED, "2026-04-27", "look_again"),
        ({"way_out": "lived_with"}, "2030-01-01", "agreed"),
        ({**AGREED, "look_again_on": "2026-09-01"}, "2026-04-27", "agreed"),
        ({**AGREED, "held": "yes"}, "2030-01-01", "held"),
        ({**AGREED, "held": "partly"}, "2026-04-27", "partly"),
        ({**AGREED, "held": "no"}, "2026-04-27", "came_back"),
    ],
)
def test_where_it_stands(tension: dict[str, object], day: str, state: str) -> None:
    assert tension_state(tension, day) == state
    assert state in STATES


def test_a_year_on_unless_another_day_is_named() -> None:
    assert look_again_day({"agreed_on": "2024-02-29"}) == "2025-02-28"
    assert look_again_day(AGREED) == "2026-04-26"
    assert look_again_day({**AGREED, "look_again_on": "2025-12-01"}) == "2025-12-01"
    assert look_again_day({}) is None
