"""Numbers stay exact: what is typed or read from a spreadsheet is neither lost nor blurred."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import (
    decimal_of,
    plain,
    read_decimal,
    rounded,
    say_measured,
    say_number,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("56.9", "56.9"), ("56.90", "56.9"), ("1,250", "1250"), ("£1,250.50", "1250.5"), ("46.9%", "46.9"),
        ("−0.5", "-0.5"), ("-3", "-3"), ("+4", "4"), ("0.0", "0"), (" 12 ", "12"), ("1 250 000", "1250000"),
        ("56.89999999999999", "56.9"), ("0.30000000000000004", "0.3"), ("1e3", "1000"), ("(5)", "-5"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(typed: str, kept: str) -> None:
    assert read_decimal(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "awaited", "12.3.4", "1,25", "*", "dna", "12 days", "1e", "1e20", "NaN", "-"]
)
def test_what_is_no_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(NotRead, match="no number"):
        read_decimal(typed)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_said_plainly_reads_back_the_same(number: Decimal) -> None:
    assert Decimal(read_decimal(plain(number))) == number


def test_halves_are_rounded_as_people_do_and_said_with_commas() -> None:
    assert say_number(rounded(Decimal("0.125"), 2), 2) == "0.13"
    assert say_number(Decimal("209400")) == "209,400"
    assert say_number(Decimal("46.90"), 1) == "46.9"
    assert say_number(Decimal("-0.04"), 1) == "0.0"
    assert say_measured(Decimal("-1250"), "£") == "−£1,250"
    assert say_number(None) == ""


def test_text_that_was_kept_as_typed_is_no_number() -> None:
    assert decimal_of("awaited") is None
    assert decimal_of(True) is None
    assert decimal_of(7) == 7
