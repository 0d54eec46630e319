from pathlib import Path

from tests.exchange.figure_made import FIGURES, LGBF, LGBF_ABOUT, file_of, written


def test_the_benchmarks_with_their_list_of_codes() -> None:
    series = {each.code or each.title: each for each in file_of(LGBF, LGBF_ABOUT).series}
    assert {key: each.role for key, each in series.items() if each.role != "measure"} == {
        "CHN1 (real)": "real",
        "CHN8a (real)": "real",
        "C&L1 (real)": "real",
        "Primary education - Gross expenditure (£000s)": "part",
        "No of Pupils Primary": "part",
        "Total Number of Women Employees in Top 5%": "part",
        "MYE Population": "part",
        "Rent due in year": "part",
    }
    assert (series["CHN1"].title, series["CHN1"].polarity) == ("Cost Per Primary School Pupil", "lower")
    assert series["CHN7"].unit == "%"
    assert series["ENV4b"].frequency == "two_yearly"
    assert series["ENV4e"].frequency == "rolling", (
        "the list says yearly, the figures are pooled over four years"
    )


def test_single_years_and_pooled_years_are_two_series() -> None:
    series = {each.code: each for each in file_of(LGBF).series if each.code.startswith("C&L5a")}
    assert {code: each.frequency for code, each in series.items()} == {
        "C&L5a": "year",
        "C&L5a (rolling)": "rolling",
    }
    assert all(" to " in point.period for point in series["C&L5a (rolling)"].points)


def test_percentages_and_tonnes_of_one_title_are_two_measures() -> None:
    percent, tonnes = file_of(FIGURES / "household_waste_recycling.csv").series
    assert (percent.title, percent.unit) == ("Household waste sent for reuse, recycling or composting", "%")
    assert (tonnes.title, tonnes.unit) == (f"{percent.title} (tonnes)", "tonnes")


def test_two_columns_of_values_and_three_stations_are_so_many_series() -> None:
    vehicles = file_of(FIGURES / "licensed_vehicles.csv").series
    assert [each.title.rpartition(", ")[2] for each in vehicles] == ["ulev", "all vehicles"]
    stations = file_of(FIGURES / "no2_concentration.csv").series
    assert [(each.title, each.unit) for each in stations] == [
        ("Nitrogen Dioxide (NO2), Trafford A56", "µg/m3"),
        ("Nitrogen Dioxide (NO2), Trafford Wellacre Academy", "µg/m3"),
        ("Nitrogen Dioxide (NO2), Trafford Moss Park", "µg/m3"),
    ]
    paid = file_of(FIGURES / "trafford_prompt_payment_KPI.csv").series
    assert [each.title for each in paid][:2] == ["Proportion paid on time", "Interest paid"]


def test_quarters_whose_targets_grow_to_the_years_add_up() -> None:
    (days,) = file_of(FIGURES / "lancaster_prt_2009_10.csv").series
    assert (days.code, days.polarity, days.frequency, days.aggregation) == (
        "CH8",
        "lower",
        "quarter",
        "cumulative",
    )
    assert [str(doubt) for doubt in days.doubts] == [
        "the quarters’ targets grow to the year’s: read as adding up through the year."
    ]


def test_even_targets_of_quarters_say_nothing_of_adding_up(tmp_path: Path) -> None:
    headings = "Code|Title|Q1 target 2024/25|Q2 target 2024/25|Q3 target 2024/25|Target 2024/25|Q1 2024/25"
    text = f"{headings}\nA|Rate|44|46|48|50|45"
    (series,) = file_of(written(tmp_path, text)).series
    assert (series.aggregation, series.doubts) == ("", [])


def test_a_column_of_baselines_says_where_a_measure_stood(tmp_path: Path) -> None:
    text = "Ref|Indicator|Baseline 2018/19|2019/20|2020/21\nA1|Bins|41.80|42|43\nA2|Calls|awaited|1|2"
    bins, calls = file_of(written(tmp_path, text)).series
    assert (bins.baseline, bins.baseline_on, len(bins.points)) == ("41.8", "2019-03", 2)
    assert calls.baseline == "awaited"


def test_codes_stay_text_and_doubts_are_said(tmp_path: Path) -> None:
    text = (
        "Ref|Indicator|Polarity|Unit|2022/23|2023/24|2024/25\n"
        "007|Days|Ascending|Days|21|20|19\nK2|Turnover|Low|%|0.1|0.2|0.3"
    )
    days, turnover = file_of(written(tmp_path, text)).series
    assert (days.code, days.polarity, days.unit) == ("007", "", "days")
    assert "either way" in str(days.doubts[0])
    assert "fractions" in str(turnover.doubts[0])


def test_one_code_for_two_groups_is_two_codes(tmp_path: Path) -> None:
    text = (
        "Indicator ID|Indicator|Sex|Period|Value\n"
        "90362|Life|Male|2019|79\n90362|Life|Female|2019|83\n90362|Life|Male|2020|78"
    )
    assert [each.code for each in file_of(written(tmp_path, text)).series] == ["90362, Male", "90362, Female"]


def test_several_units_in_one_series_and_fractions_called_per_cents_are_doubtful(tmp_path: Path) -> None:
    text = "Indicator|2019/20|2020/21\nWaits|3 weeks|10 days\nShare %|0.004|1.2"
    waits, share = file_of(written(tmp_path, text)).series
    assert (waits.unit, len(waits.doubts)) == ("", 1)
    assert "weeks, days" in str(waits.doubts[0])
    assert (share.fractions, len(share.doubts)) == (True, 1)


def test_a_bare_fraction_among_per_cents_is_refused(tmp_path: Path) -> None:
    found = file_of(written(tmp_path, "Indicator|2019/20|2020/21|2021/22\nOn time|97%|0.98|0"))
    assert [point.period for point in found.series[0].points] == ["2019-20", "2021-22"]
    (problem,) = found.problems
    assert str(problem.say).startswith("‘0.98’ stands among figures with %.")


def test_a_unit_in_the_cells_is_the_series_own(tmp_path: Path) -> None:
    (waits,) = file_of(written(tmp_path, "Indicator|2019/20|2020/21\nWaits|3 weeks|1 week")).series
    assert waits.unit == "weeks"


def test_brackets_are_below_nought_in_accounts_and_are_asked_about_elsewhere(tmp_path: Path) -> None:
    text = "Indicator|2022/23|2023/24\nNet budget variance (£000)|(120)|40\nSmoking %|(12.3)|14"
    file = file_of(written(tmp_path, text))
    figures = {each.title: [str(point.cell.value) for point in each.points] for each in file.series}
    assert figures == {"Net budget variance (£000)": ["-120", "40"], "Smoking %": ["14"]}
    assert [(each.row, each.column) for each in file.problems] == [(3, "2022/23")]
    assert "(12.3)" in str(file.problems[0].say)
    assert "(120) is -120" in str(file.series[0].doubts[0])


def test_how_many_of_how_many_stays_with_its_figure(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "Indicator|Q1 24/25|Q2 24/25\nMajors in time|75% (3/4)|66.7% (2/3)"))
    assert [point.beside for point in file.series[0].points] == [
        (("numerator", "3"), ("denominator", "4")),
        (("numerator", "2"), ("denominator", "3")),
    ]
