import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.dates import (
    NotRead,
    days_between,
    first_day,
    is_partial,
    last_day,
    month_number,
    read_date,
    read_partial,
    say_date,
    say_short,
    say_weekday,
)
from pmdesk.domain.words import words_in

EN, CY = words_in("en"), words_in("cy")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/5/26", "2026-05-03"),
        ("03.05.2026", "2026-05-03"),
        ("3-5-2026", "2026-05-03"),
        ("3 May 2026", "2026-05-03"),
        ("3rd May 2026", "2026-05-03"),
        ("3 Mai 2026", "2026-05-03"),
        ("2026-05-03", "2026-05-03"),
        ("2026-05-03 00:00:00", "2026-05-03"),
        ("2026-05-03T00:00:00+00:00", "2026-05-03"),
        ("2026-05-03T00:00:00Z", "2026-05-03"),
        ("1 Sept 2026", "2026-09-01"),
        ("29/2/2024", "2024-02-29"),
        ("1/4/71", "1971-04-01"),
    ],
)
def test_dates_are_read_day_first_as_people_type_them(typed: str, meant: str) -> None:
    assert read_date(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/2026", "‘31/02/2026’ is no date. February has 28 days."),
        ("31/04/2026", "‘31/04/2026’ is no date. April has 30 days."),
        ("3/13/2026", "‘3/13/2026’ is no date. There are twelve months."),
        ("Q3 2026", "‘Q3 2026’ is no date. Type it as 3/5/2026 or 3 May 2026."),
        ("next Tuesday", "‘next Tuesday’ is no date. Type it as 3/5/2026 or 3 May 2026."),
        ("0/5/2026", "‘0/5/2026’ is no date. May has 31 days."),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_date(typed)
    assert EN(refused.value.sentence) == sentence


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2024-05", "2024-05"),
        ("2021", "2021"),
        ("May 2024", "2024-05"),
        ("May-27", "2027-05"),
        ("5/2024", "2024-05"),
        ("21/5/24", "2024-05-21"),
    ],
)
def test_part_dates_are_kept_as_exact_as_they_were_typed(typed: str, kept: str) -> None:
    assert read_partial(typed) == kept


def test_a_part_date_reaches_as_far_as_it_can() -> None:
    assert (first_day("2024-02"), last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (first_day("2021"), last_day("2021")) == ("2021-01-01", "2021-12-31")
    assert (first_day("when elected"), last_day(None)) == (None, None)
    assert not is_partial("2024-13")


def test_dates_are_said_in_words() -> None:
    assert [say_date(day, EN) for day in ("2026-04-27", "2027-05", "2021", "soon", None)] == [
        "27 April 2026",
        "May 2027",
        "2021",
        "soon",
        "",
    ]
    assert say_weekday("2026-04-27", EN) == "Monday 27 April 2026"
    assert say_short("2026-06-12", EN) == "12 Jun"
    assert say_short("2026-05", EN) == "May 2026"
    assert days_between("2026-04-17", "2026-04-27") == 10


def test_month_names_need_three_letters_and_one_meaning() -> None:
    assert [month_number(name) for name in ("Ma", "Mar", "Mai", "Meh", "Gorff", "xyz", "Sept.")] == [
        None,
        3,
        5,
        6,
        7,
        None,
        9,
    ]


@given(st.dates(min_value=__import__("datetime").date(1971, 1, 1)))
def test_every_day_goes_round(day: object) -> None:
    text = str(day)
    assert read_date(text) == text
    assert read_date(say_date(text, EN)) == text


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert is_partial(read_partial(text))
    except NotRead as refused:
        assert EN(refused.sentence)
