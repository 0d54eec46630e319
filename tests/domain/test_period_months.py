import pytest

from pmdesk.domain.period_months import Months, calendar, financial, month_at, months_of, text_of


@pytest.mark.parametrize("first", [month_at(2009, month) for month in range(1, 13)])
@pytest.mark.parametrize("count", [1, 2, 3, 6, 9, 12, 13, 14, 18, 24, 36, 60])
def test_every_run_of_months_has_one_text_of_its_own(first: int, count: int) -> None:
    months = Months(first, count)
    assert months_of(text_of(months)) == months


def test_a_text_that_fits_a_year_and_a_month_means_the_year() -> None:
    assert months_of("2011-12") == financial(2011)
    assert months_of("2011-12 (month)") == Months(month_at(2011, 12), 1)
    assert text_of(Months(month_at(2009, 10), 14)) == "2009-10 to 2010-11 (months)"
    assert months_of("2009-10 to 2010-11") == financial(2009, 2)


@pytest.mark.parametrize(
    "text", ["2025-04 (month)", "2025-04 to 2026-03", "0001-02", "2025-00", "2020 to 2018", "2019 to 2019"]
)
def test_no_second_text_is_taken_for_the_same_months(text: str) -> None:
    assert months_of(text) is None


def test_calendar_years_are_not_financial_years() -> None:
    assert text_of(calendar(2019)) == "2019"
    assert text_of(financial(2019)) == "2019-20"
    assert calendar(2019).last == month_at(2019, 12)


def test_a_run_that_begins_or_ends_in_no_month_is_none() -> None:
    for text in ("2009-10 to 2010-99", "2009-13 to 2010-11", "0000 to 2010", "2010-11 to 2009-10"):
        assert months_of(text) is None
