from pmdesk.domain.period_months import Months, calendar, financial, month_at
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
