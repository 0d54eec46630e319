from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.period_months import Months, calendar, financial, month_at, months_of, text_of
from pmdesk.domain.period_spellings import NONE, meanings


def test_a_text_with_two_meanings_offers_both() -> None:
    assert meanings("2009-10").likely == (financial(2009), Months(month_at(2009, 10), 1))
    assert meanings("2015-2018").likely == (calendar(2015, 4), financial(2015, 3))


def test_a_meaning_that_needs_neighbours_is_only_possible() -> None:
    assert meanings("2009-12") == ((Months(month_at(2009, 12), 1),), (financial(2009, 3),), "")
    assert meanings("2025-27") == ((), (financial(2025, 2),), "")


def test_a_whole_date_keeps_its_day() -> None:
    assert meanings("30/06/2021").day == "2021-06-30"
    assert meanings("June 2021").day == ""


def test_what_is_no_period_means_nothing() -> None:
    assert [meanings(text) for text in ("", "soon", "-", "(p)", "Q9 2020/21", "2025-40")] == [NONE] * 6


@given(st.text(alphabet="0123456789/-–_ qQhHtofyJanMarchebrill()'.", max_size=24))
def test_whatever_is_typed_means_stored_periods_or_nothing(text: str) -> None:
    for months in meanings(text).all:
        assert months.length >= 1
        assert months_of(text_of(months)) == months


def test_a_word_before_the_figures_says_which_year_they_are() -> None:
    assert meanings("year 2025-26").likely == (financial(2025),)
    assert meanings("rolling 2015-2018").likely == (calendar(2015, 4), financial(2015, 3))
    assert meanings("year 2015-2018") == NONE
