import pytest

from pmdesk.domain.terms import end_by_rule, is_longer, staggered_ends, term_years


@pytest.mark.parametrize(
    ("rule", "years"),
    [
        ("4 years from Annual Council", 4),
        ("four-year term expiring Annual Council 2026, subject to re-election May 2023", 4),
        ("3 years", 3),
        ("Annual", 1),
        ("1 year from Annual Council", 1),
        ("pedair blynedd", None),
        ("4 blynedd", 4),
        ("while Leader of the Council", None),
        ("terms staggered", None),
        (None, None),
    ],
)
def test_term_rules_as_councils_write_them(rule: str | None, years: int | None) -> None:
    assert term_years(rule) == years


@pytest.mark.parametrize(
    ("rule", "starts", "ends"),
    [
        ("4 years from 1 June", "2022-06-01", "2026-05-31"),
        ("4 years from Annual Council", "2023-06-14", "2027-05"),
        ("3 years", "2024-04-01", "2027-03-31"),
        ("4 years", "2024-02-29", "2028-02-29"),
        ("4 years", "2021", "2025"),
        ("Annual", "2026-05-20", "2027-05"),
        ("4 years", None, None),
        ("4 years", "when elected", None),
    ],
)
def test_when_a_term_ends_by_its_rule(rule: str, starts: str | None, ends: str | None) -> None:
    assert end_by_rule(rule, starts) == ends


def test_a_term_longer_than_its_rule() -> None:
    assert is_longer("Annual", "2023-05-23", "2027-05")
    assert not is_longer("Annual", "2026-05-20", "2027-05-19")
    assert not is_longer("4 years", "2023", "2027")
    assert not is_longer("4 years", "2023", None)
    assert not is_longer(None, "2023", "2099")


def test_ends_stand_in_order_and_seats_without_an_end_last() -> None:
    seats = [
        {"id": "1", "person": "a"},
        {"id": "2", "person": "b", "ends": "2027-05"},
        {"id": "3", "person": "c", "ends": "2026-05-20"},
        {"id": "4", "person": "d", "ends": "2027-05-31"},
        {"id": "5", "person": "e", "ends": "2026-01-01"},
        {"id": "6", "person": None, "ends": "2026-05-20"},
    ]
    found = staggered_ends(seats, "2026-04-27")
    assert [(day, [seat["id"] for seat in held]) for day, held in found] == [
        ("2026-05-20", ["3"]),
        ("2027-05-31", ["2", "4"]),
        (None, ["1"]),
    ]
