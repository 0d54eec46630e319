import pytest

from pmdesk.exchange.measure_words import read_aggregation, read_frequency, read_polarity, read_unit


@pytest.mark.parametrize(
    ("typed", "heading", "code"),
    [
        ("High", "", "higher"),
        ("Low", "good_is", "lower"),
        ("Higher is better", "", "higher"),
        ("smaller is better", "", "lower"),
        ("Yes", "One is high", "higher"),
        ("No", "One is high", "lower"),
        ("Yes", "Low is good", "lower"),
        ("Neutral", "", "none"),
        ("", "", ""),
        ("None", "", ""),
    ],
)
def test_which_way_is_better(typed: str, heading: str, code: str) -> None:
    assert read_polarity(typed, heading) == (code, None)


@pytest.mark.parametrize("typed", ["Ascending", "desc", "DESC", "Descending", "asc", "Yes", "sideways"])
def test_what_can_mean_either_way_is_asked_and_never_guessed(typed: str) -> None:
    found = read_polarity(typed)
    assert found.code == ""
    assert found.doubt is not None


@pytest.mark.parametrize(
    ("unit", "how", "title", "sign", "said"),
    [
        ("Persons", "Percentage", "", "", "%"),
        ("Persons", "Count", "", "", "persons"),
        ("", "Count", "Visits", "", ""),
        ("µg/m3", "Annual mean concentration", "", "", "µg/m3"),
        ("", "", "Support services as a % of expenditure", "", "%"),
        ("", "", "Employees in Top 5%", "", ""),
        ("", "", "Attainment gap - percentage points", "", ""),
        ("", "", "Libraries - net expenditure (£000)", "", "£000"),
        ("", "", "Turnover", "%", "%"),
        ("", "", "Cost", "£", "£"),
        ("Number", "", "Calls", "", ""),
    ],
)
def test_the_unit_is_found_where_it_stands(unit: str, how: str, title: str, sign: str, said: str) -> None:
    assert read_unit(unit, how, title, sign) == said


def test_how_often_and_how_periods_add_up() -> None:
    assert read_frequency("Monthly") == "month"
    assert read_frequency("Every two years") == "two_yearly"
    assert read_frequency("3 year rolling average") == "rolling"
    assert read_aggregation("average for the year") == "average"


@pytest.mark.parametrize(
    ("said", "code"), [("Ratio", "ratio"), ("Mean of months", "average"), ("Latest", "snapshot"), ("x", "")]
)
def test_how_periods_add_up_is_read_from_its_words(said: str, code: str) -> None:
    assert read_aggregation(said) == code
