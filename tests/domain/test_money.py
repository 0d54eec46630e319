import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.dates import NotRead
from pmdesk.domain.money import read_money, say_money


@pytest.mark.parametrize(
    ("typed", "pence"),
    [("118,400", 11840000), ("£5605", 560500), ("0.05", 5), ("12k", 1200000), ("1.5", 150), ("-20", -2000)],
)
def test_money_is_read_as_people_type_it(typed: str, pence: int) -> None:
    assert read_money(typed) == pence


@pytest.mark.parametrize("typed", ["", "lots", "1,2,3", "5.605,00", "£", "1.234"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(NotRead):
        read_money(typed)


@given(st.integers(0, 10**13))
def test_money_goes_round_exactly(pence: int) -> None:
    assert read_money(say_money(pence)) == pence
