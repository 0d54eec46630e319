import pytest

from pmdesk.exchange.figure_headings import ROLES, data_heading, role_of, spaced


@pytest.mark.parametrize(
    ("heading", "label", "period", "kind"),
    [
        ("CHN1 2010-11", "CHN1", "2010-11", "value"),
        ("C&L5a 2010-14", "C&L5a", "2010-14", "value"),
        ("Hourly Rate (Female) 2015-16", "Hourly Rate (Female)", "2015-16", "value"),
        ("Rent due in year 2013-14", "Rent due in year", "2013-14", "value"),
        ("2019/20", "", "2019/20", "value"),
        ("Q1 2024/25 Actual", "", "Q1 2024/25", "value"),
        ("2024/25 Q1 Target", "", "2024/25 Q1", "target"),
        ("Year end target 2024/25", "", "2024/25", "target"),
        ("profile_target_q2", "", "Q2", "target"),
        ("target_0910", "", "2009/10", "target"),
        ("same_period_last_year_q3", "", "Q3", "last_year"),
        ("Q1 RAG", "", "Q1", "reckoned"),
        ("Apr-24", "", "Apr-24", "value"),
        ("Nov 2015-Nov 2016", "", "Nov 2015-Nov 2016", "value"),
        ("2021-06-30", "", "2021-06-30", "value"),
        ("Stretch target 2023/24", "", "2023/24", "stretch"),
        ("Floor target 2023/24", "", "2023/24", "floor"),
        ("2022-23 (p)", "", "2022-23", "value"),
        ("2022-23 provisional", "", "2022-23", "value"),
        ("Waste 2019/20 Value note", "Waste", "2019/20", "state"),
    ],
)
def test_a_heading_is_taken_apart(heading: str, label: str, period: str, kind: str) -> None:
    found = data_heading(heading)
    assert found is not None
    assert (found.label, found.period, found.kind) == (label, period, kind)


@pytest.mark.parametrize("heading", ["ytd", "owner_code", "Award Date", "1", "Target", "EFFECTIVE 2019 plan"])
def test_a_heading_without_a_period_is_none(heading: str) -> None:
    assert data_heading(heading) is None


def test_a_twin_in_other_money_is_told_apart() -> None:
    found = data_heading("CHN1 2010-11 Real")
    assert found is not None
    assert found.real
    assert found.label == "CHN1"


def test_no_word_names_two_roles() -> None:
    words = [word for known in ROLES.values() for word in known.split("; ")]
    assert len(words) == len(set(words))


def test_headings_of_real_files_are_known() -> None:
    headings = ("area_name", "Local Authority", "units", "pi_no", "FinancialYear", "good_is", "station_name")
    assert [role_of(heading) for heading in headings] == [
        *("area", "area", "unit", "code", "period", "polarity", "split")
    ]
    assert spaced("NumberNotPaidOnTime") == "Number not paid on time"


def test_the_statistics_offices_headings_are_known() -> None:
    headings = ("LAD23NM", "LAD21CD", "RGN22NM", "CTRY22CD", "WD21NM", "WD21CD", "FeatureCode", "old_la_code")
    assert [role_of(heading) for heading in headings] == [
        *("area", "area_code", "region", "country_code", "split", "id", "area_code", "id")
    ]


@pytest.mark.parametrize(
    "heading",
    ["Value lower CI", "LCL", "UCI", "Upper CI 95.0 limit", "2021/22 lower CI", "Confidence interval"],
)
def test_what_a_figure_might_have_been_is_no_figure(heading: str) -> None:
    assert role_of(heading) == "bound"
