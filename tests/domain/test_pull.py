"""Which measures pull against each other, against worked periods."""

from decimal import Decimal

import pytest

from pmdesk.domain.pull import Moves, moves_of, pulls
from pmdesk.domain.series import Reading, Scale

UP, DOWN = "better", "worse"


def moves(id: str, *words: str, polarity: str = "higher", serves: str = "", partnership: str = "") -> Moves:
    told = {f"Q{at}": word for at, word in enumerate(words, 1) if word}
    return Moves(id, polarity, frozenset(serves.split()), told, partnership)


def readings(*values: str) -> list[Reading]:
    return [Reading(f"2025-26 Q{at}", Decimal(value)) for at, value in enumerate(values, 1)]


def test_a_move_is_better_or_worse_by_polarity_and_none_within_its_interval() -> None:
    told = readings("10", "12", "12.4", "9")
    higher = moves_of(Scale("higher", "snapshot", change_interval=Decimal("0.5")), told)
    assert list(higher.values()) == ["better", "no_change", "worse"]
    lower = moves_of(Scale("lower", "snapshot", change_interval=Decimal("0.5")), told)
    assert list(lower.values()) == ["worse", "no_change", "better"]
    assert moves_of(Scale("band", "snapshot"), told) == moves_of(Scale("", "snapshot"), told) == {}


def test_what_adds_up_is_compared_with_the_year_before() -> None:
    told = [*readings("10", "25", "31", "44"), Reading("2026-27 Q1", Decimal("8"))]
    assert moves_of(Scale("higher", "cumulative"), told) == {"2026-27 Q1": "worse"}


@pytest.mark.parametrize(
    ("one", "other", "against", "compared"),
    [
        ((UP, UP, UP), (DOWN, DOWN, DOWN), 3, 3),
        ((UP, UP, DOWN, UP), (DOWN, DOWN, UP, UP), 3, 4),
        ((UP, UP, UP, ""), ("", DOWN, DOWN, DOWN), 0, 0),  # apart in two periods only
        ((UP, UP, UP, UP, UP, UP), (DOWN, DOWN, DOWN, UP, UP, UP), 0, 0),  # as often together
        ((UP, UP, UP, "no_change"), (DOWN, DOWN, DOWN, DOWN), 3, 3),
    ],
)
def test_apart_in_three_periods_and_oftener_than_together(
    one: tuple[str, ...], other: tuple[str, ...], against: int, compared: int
) -> None:
    found = pulls([moves("a", *one), moves("b", *other)])
    assert [(pull.against, pull.compared) for pull in found] == ([(against, compared)] if against else [])


def test_asked_to_rise_and_to_fall_under_one_objective() -> None:
    rise, fall = moves("a", serves="o p"), moves("b", serves="p", polarity="lower")
    [found] = pulls([rise, fall])
    assert (found.objective, found.against, found.plain) == ("p", 0, True)
    assert pulls([rise, moves("b", serves="p")]) == []
    assert pulls([rise, moves("b", serves="q", polarity="lower")]) == []
    together = moves("b", UP, UP, serves="p", polarity="lower")
    assert pulls([moves("a", UP, UP, serves="p"), together]) == []


def test_two_steady_trends_come_after_what_changed_sides() -> None:
    found = pulls(
        [
            moves("steady", DOWN, DOWN, DOWN, DOWN),
            moves("rising", UP, UP, UP, UP),
            moves("turning", DOWN, UP, DOWN, UP),
            moves("against", UP, DOWN, UP, DOWN),
        ]
    )
    assert [(pull.one, pull.other, pull.plain) for pull in found] == [
        ("turning", "against", True),
        ("steady", "rising", False),
    ]
    near = [moves("a", DOWN, DOWN, DOWN, partnership="p"), moves("b", UP, UP, UP, partnership="p")]
    assert pulls(near)[0].plain
