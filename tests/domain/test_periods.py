import pytest

from pmdesk.domain.dates import NotRead
from pmdesk.domain.periods import (
    due_day,
    financial_year,
    frequency_of,
    is_period,
    last_finished,
    next_period,
    period_bounds,
    period_of,
    previous_period,
    read_period,
    read_periods,
    say_period,
    year_before,
)
from pmdesk.domain.words import Words


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2025-26 Q4", "2025-26 Q4"),
        ("2025/26 q4", "2025-26 Q4"),
        ("2025/26Q4", "2025-26 Q4"),
        ("Q1 2025-26", "2025-26 Q1"),
        ("Q1 25/26", "2025-26 Q1"),
        ("2025/26 Quarter 1", "2025-26 Q1"),
        ("Quarter 1 (2025/26)", "2025-26 Q1"),
        ("Qtr 3, 2008-09", "2008-09 Q3"),
        ("1st quarter 2025/26", "2025-26 Q1"),
        ("Q1 (Apr-Jun) 2025/26", "2025-26 Q1"),
        ("Chwarter 2 2025-26", "2025-26 Q2"),
        ("2025-26 H1", "2025-26 H1"),
        ("2025-26 Half 1", "2025-26 H1"),
        ("Hanner 2 2025/26", "2025-26 H2"),
        ("2025-04", "2025-04"),
        ("2019/20", "2019-20"),
        ("19/20", "2019-20"),
        ("2008/9", "2008-09"),
        ("1999/00", "1999-00"),
        ("FY2019/20", "2019-20"),
        ("FYE 2020", "2019-20"),
        ("financial year 2009-10", "2009-10"),
        ("2019-2020", "2019-20"),
        ("2019–20", "2019-20"),
        ("201920", "2019-20"),
        ("April 2021", "2021-04"),
        ("Ebrill 2021", "2021-04"),
        ("Mar-21", "2021-03"),
        ("March 2024/25", "2025-03"),
        ("April 2024-25", "2024-04"),
        ("Dec 2021", "2021-12"),
        ("2021/03", "2021-03"),
        ("03/2021", "2021-03"),
        ("October 2009", "2009-10 (month)"),
        ("2009-10 (month)", "2009-10 (month)"),
        ("2021-06-30", "2021-06"),
        ("31/03/2021", "2021-03"),
        ("2021-03-31 00:00:00", "2021-03"),
        ("2019", "2019"),
        ("2018 - 20", "2018 to 2020"),
        ("2018 to 2020", "2018 to 2020"),
        ("2014/15 - 16/17", "2014-15 to 2016-17"),
        ("2014-15 to 2016-17", "2014-15 to 2016-17"),
        ("rolling 2022-23 to 2024-25", "2022-23 to 2024-25"),
        ("2009-10 to 2010-11", "2009-10 to 2010-11"),
        ("2015-18", "2015-16 to 2017-18"),
        ("2014-17", "2014-15 to 2016-17"),
        ("Nov 2015-Nov 2016", "2015-11 to 2016-11"),
        ("Jan 2012-Dec 2012", "2012"),
        ("Apr 2015-Mar 2016", "2015-16"),
        ("Ebr 2015 - Maw 2016", "2015-16"),
        ("Apr-Jun 2025", "2025-26 Q1"),
        ("Jan - Mar 2025/26", "2025-26 Q4"),
        ("Oct-Mar 2021", "2020-21 H2"),
        ("1 April 2019 to 31 March 2020", "2019-20"),
        ("year ending March 2021", "2020-21"),
        ("Year to 30 June 2021", "2020-07 to 2021-06"),
        ("YE Dec 2020", "2020"),
        ("quarter ended June 2021", "2021-22 Q1"),
        ("academic year 2019/20", "2019-09 to 2020-08"),
        ("calendar year 2019", "2019"),
    ],
)
def test_periods_are_read_in_their_spellings(typed: str, period: str) -> None:
    assert read_period(typed) == period
    assert is_period(period)


@pytest.mark.parametrize(
    "typed",
    [
        "2025-26 Q5",
        "Q1",
        "2025-27",
        "last quarter",
        "2011-12",
        "2025-26 H3",
        "2025-13",
        "Q1 2025",
        "FY 2019",
        "2015-2018",
        "201011",
        "2 April 2019 to 31 March 2020",
        "Dec 2012-Jan 2012",
        "",
        "Maybe 2021",
        "March-March 2015-18",
        "12.3",
    ],
)
def test_what_is_ambiguous_or_none_is_refused(typed: str) -> None:
    with pytest.raises(NotRead):
        read_period(typed)


def test_a_refusal_says_what_the_text_could_be() -> None:
    with pytest.raises(NotRead, match=r"a month or a year\. Type 2009/10 for the year"):
        read_period("2009-10")
    with pytest.raises(NotRead, match="could be 2025-26 Q1 or 2024-25 Q4"):
        read_period("Q1 2025")


@pytest.mark.parametrize(
    ("typed", "frequency", "period"),
    [
        ("2021-06-30", "quarter", "2021-22 Q1"),
        ("31/03/2021", "year", "2020-21"),
        ("2021-06-30", "month", "2021-06"),
        ("2021-03-31", "rolling", "2018-19 to 2020-21"),
        ("2009-10", "month", "2009-10 (month)"),
        ("2009-10", "quarter", "2009-10"),
        ("2009-10", "half", "2009-10"),
        ("2009-10", "year", "2009-10"),
        ("2009-10", "two_yearly", "2009-10"),
        ("2009-10", "rolling", "2009-10"),
        ("2025-27", "two_yearly", "2025-26 to 2026-27"),
        ("2025-26 Q1", "year", "2025-26 Q1"),
    ],
)
def test_the_frequency_settles_what_a_text_means(typed: str, frequency: str, period: str) -> None:
    assert read_period(typed, frequency) == period


@pytest.mark.parametrize(
    ("texts", "periods"),
    [
        (["2010-11", "2012-13"], ["2010-11", "2012-13"]),
        (["2009-10", "2010-11", "2011-12"], ["2009-10", "2010-11", "2011-12"]),
        (["2009-09", "2009-10", "2009-11"], ["2009-09", "2009-10 (month)", "2009-11"]),
        (["2009-12", "2010-13"], ["2009-10 to 2011-12", "2010-11 to 2012-13"]),
        (["2021-06-30", "2021-09-30", "2022-03-31"], ["2021-22 Q1", "2021-22 Q2", "2021-22 Q4"]),
        (["2021-03-31", "2022-03-31"], ["2020-21", "2021-22"]),
        (["2020-12-31", "2021-12-31"], ["2020", "2021"]),
        (["2021-06-30", "2022-06-30"], ["2021-06", "2022-06"]),
        (["2021-06-30", "2021-07-31"], ["2021-06", "2021-07"]),
        (["2016/17", "2019"], ["2016-17", "2019"]),
    ],
)
def test_neighbours_settle_what_one_alone_cannot(texts: list[str], periods: list[str]) -> None:
    assert list(read_periods(texts).values()) == periods


def test_one_text_alone_in_a_column_stays_ambiguous() -> None:
    read = read_periods(["2011-12", "2011-12"])
    assert isinstance(read["2011-12"], NotRead)
    assert isinstance(read_periods(["2025-26", "soon"])["soon"], NotRead)
    assert read_periods(["2010-11", "2011-12", "soon"])["2010-11"] == "2010-11"
    assert read_periods(["2011-12"], "month") == {"2011-12": "2011-12 (month)"}


def test_periods_know_their_days() -> None:
    assert period_bounds("2025-26") == ("2025-04-01", "2026-03-31")
    assert period_bounds("2025-26 Q1") == ("2025-04-01", "2025-06-30")
    assert period_bounds("2025-26 Q4") == ("2026-01-01", "2026-03-31")
    assert period_bounds("2025-26 H2") == ("2025-10-01", "2026-03-31")
    assert period_bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert period_bounds("2009-10") == ("2009-04-01", "2010-03-31")
    assert period_bounds("2009-10 (month)") == ("2009-10-01", "2009-10-31")
    assert period_bounds("2019") == ("2019-01-01", "2019-12-31")
    assert period_bounds("2018 to 2020") == ("2018-01-01", "2020-12-31")
    assert period_bounds("2015-11 to 2016-11") == ("2015-11-01", "2016-11-30")
    with pytest.raises(ValueError, match="no period"):
        period_bounds("2025-27")


def test_stored_text_is_told_from_typed_text() -> None:
    assert all(map(is_period, ("2009-10", "2009-10 to 2010-12", "2019", "1999-00", "2000-01 (month)")))
    assert not any(map(is_period, ("2019/20", "April 2021", "2012-01 to 2012-12", "2025-04 (month)")))
    assert not is_period(2019)


def test_periods_follow_each_other() -> None:
    assert [next_period(period) for period in ("2025-26", "2025-26 Q4", "2025-26 H2", "2025-12")] == [
        "2026-27",
        "2026-27 Q1",
        "2026-27 H1",
        "2026-01",
    ]
    assert next_period("2022-23 to 2023-24") == "2024-25 to 2025-26"
    assert next_period("2022-23 to 2024-25") == "2023-24 to 2025-26"
    assert next_period("2018 to 2020") == "2019 to 2021"
    assert next_period("2015-11 to 2016-11") == "2016-11 to 2017-11"
    assert previous_period("2010-01") == "2009-12"
    assert previous_period("2009-11") == "2009-10 (month)"
    for period in ("2025-26 Q1", "2019", "2014-15 to 2016-17", "2009-10 (month)", "2025-26 H1"):
        assert previous_period(next_period(period)) == period
    assert year_before("2025-26 Q3") == "2024-25 Q3"
    assert year_before("2022-23 to 2024-25") == "2021-22 to 2023-24"


@pytest.mark.parametrize(
    ("period", "year", "frequency"),
    [
        ("2025-26 Q4", "2025-26", "quarter"),
        ("2026-03", "2025-26", "month"),
        ("2026-04", "2026-27", "month"),
        ("2025-26 H1", "2025-26", "half"),
        ("2025-26", "2025-26", "year"),
        ("2019", "2019-20", "year"),
        ("2018 to 2019", "2019-20", "two_yearly"),
        ("2014-15 to 2016-17", "2016-17", "rolling"),
        ("2015-11 to 2016-11", "2016-17", ""),
    ],
)
def test_a_period_lies_in_a_financial_year_and_comes_so_often(period: str, year: str, frequency: str) -> None:
    assert financial_year(period) == year
    assert frequency_of(period) == frequency


def test_the_report_due_on_the_desk_of_27_april() -> None:
    assert last_finished("2026-04-27", "quarter") == "2025-26 Q4"
    assert last_finished("2026-04-27", "month") == "2026-03"
    assert last_finished("2026-04-27", "half") == "2025-26 H2"
    assert last_finished("2026-04-27", "year") == "2025-26"
    assert last_finished("2026-04-27", "rolling") == "2023-24 to 2025-26"
    assert due_day("2025-26 Q4", 17) == "2026-04-17"
    assert period_of("2026-03-31", "year") == "2025-26"


def test_a_period_is_said_in_words() -> None:
    assert say_period("2025-04", Words()) == "April 2025"
    assert say_period("2025-26 Q4", Words()) == "2025-26 Q4"
    assert say_period("as typed", Words()) == "as typed"


def test_two_runs_of_years_are_told_apart_by_no_frequency() -> None:
    """Four calendar years or three financial ones: no measure is taken so seldom."""
    for frequency in ("", "year", "two_yearly", "quarter"):
        with pytest.raises(NotRead):
            read_period("2015-2018", frequency)


def test_months_of_no_frequency_are_said_from_the_first_to_the_last() -> None:
    assert say_period("2015-11 to 2016-11", Words()) == "November 2015 to November 2016"
    assert say_period("2009-10 (month)", Words()) == "October 2009"
