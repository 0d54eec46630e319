"""Seats filled and seats empty."""

import pytest

from pmdesk.figures.seats import Seats, seats_of

TODAY = "2026-04-27"


@pytest.mark.parametrize(
    ("seats", "appointments", "found"),
    [
        (2, [{"person": "a"}, {"person": "b"}], Seats(2, 2, 0)),
        (None, [{"person": "a"}, {"person": None}], Seats(2, 1, 1)),
        (2, [{"person": "a"}], Seats(2, 1, 1)),
        (2, [{"person": "a", "ends": "2026-04-26"}, {"person": "b", "ends": "2026-04"}], Seats(2, 1, 1)),
        (1, [{"person": "a"}, {"person": "b", "capacity": "substitute"}], Seats(1, 1, 0)),
        (1, [{"person": "a"}, {"person": "b"}], Seats(2, 2, 0)),
        (4, [{"person": "a"}, {"person": None}], Seats(4, 1, 3)),
        ("1 + 1 deputy", [{"person": "a"}, {"person": None}], Seats(2, 1, 1)),
        ("1 or 2", [{"person": "a", "starts": "2026-05"}], Seats(0, 0, 0)),
    ],
)
def test_seats(seats: object, appointments: list[dict[str, object]], found: Seats) -> None:
    assert seats_of({"seats": seats}, appointments, TODAY) == found
