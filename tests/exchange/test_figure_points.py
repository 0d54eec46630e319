from pmdesk.exchange.figure_points import gather
from tests.exchange.figure_made import layout_of


def figures(text: str, year: str = "") -> list[tuple[str, str, str]]:
    """(period, kind, figure) of every point."""
    return [
        (
            point.period,
            point.kind,
            str(point.cell.value) if point.cell.value is not None else point.cell.state,
        )
        for point in gather(layout_of(text), year).points
    ]


def test_the_real_quarters_of_lancaster() -> None:
    text = (
        "pi_no|description|target_0910|good_is|q1|q2|ytd|profile_target_q1|same_period_last_year_q1\n"
        "CH8|Days lost|9.5|Low|2.456|5.69|5.69|2.44|1.84"
    )
    assert figures(text) == [
        ("2009-10", "target", "9.5"),
        ("2009-10 Q1", "value", "2.456"),
        ("2009-10 Q2", "value", "5.69"),
        ("2009-10 Q1", "target", "2.44"),
        ("2008-09 Q1", "value", "1.84"),
    ]


def test_a_year_beside_a_quarter_makes_the_period() -> None:
    assert figures("Indicator|Year|Quarter|Actual\nVisits|2024/25|1|10\nVisits|2024/25|2|11") == [
        ("2024-25 Q1", "value", "10"),
        ("2024-25 Q2", "value", "11"),
    ]


def test_a_month_by_its_number_is_no_quarter() -> None:
    found = figures("Indicator|Year|Month|Actual\nVisits|2019|1|10\nVisits|2019|2|11\nVisits|2019|12|9")
    assert [period for period, _kind, _value in found] == ["2019-01", "2019-02", "2019-12"]


def test_ambiguous_years_are_settled_by_the_columns_beside_them() -> None:
    found = figures("Indicator|2009-10|2010-11|2011-12\nCrime|10|11|12")
    assert [period for period, _kind, _value in found] == ["2009-10", "2010-11", "2011-12"]
    pooled = figures("Area|ENV4b 2009-11|ENV4b 2011-13\nFife|1|2")
    assert [period for period, _kind, _value in pooled] == ["2009-10 to 2010-11", "2011-12 to 2012-13"]


def test_quarters_without_a_year_wait_for_it() -> None:
    text = "Indicator|Q1|Q2\nVisits|1|2"
    found = gather(layout_of(text))
    assert (found.points, found.undated) == ([], ("Q1", "Q2"))
    assert figures(text, "2024/25") == [("2024-25 Q1", "value", "1"), ("2024-25 Q2", "value", "2")]


def test_each_row_that_cannot_be_read_is_said_with_its_number() -> None:
    found = gather(
        layout_of(
            "Area|Indicator|Period|Value\nFife|Bins|2019/20|many\n|Bins|2019/20|1\nFife||2019/20|2\nFife|Bins|soon|3\nFife|Bins|2020/21|4"
        )
    )
    assert [(problem.row, str(problem.say)) for problem in found.problems] == [
        (2, "‘many’ is no figure."),
        (3, "the row does not say which area it is."),
        (4, "the row does not say which measure it is."),
        (5, "‘soon’ is no period. Type it as 2025-26 Q4."),
    ]
    assert len(found.points) == 1


def test_blank_rows_totals_and_notes_are_no_figures() -> None:
    found = gather(
        layout_of(
            "Team|Indicator|2022/23|2023/24\nPlace|Bins|1|2\n | | | \nPlace|Subtotal|1|2\n"
            "Total||1|2\nNote: made up| | | "
        )
    )
    assert (found.rows, found.totals, found.texts, len(found.points)) == (3, 2, 1, 2)


def test_areas_are_one_by_their_code_whatever_their_name() -> None:
    found = gather(
        layout_of(
            "area_code|area_name|period|indicator|value\n"
            "E1|Bedford|2019|Jobs|1\nE1|Bedford Borough|2020|Jobs|2"
        )
    )
    assert [(area.name, area.code) for area in found.areas] == [("Bedford", "E1")]


def test_missing_cells_are_counted_and_suppressed_ones_kept() -> None:
    found = gather(layout_of("Area|CHN7 2019-20|CHN7 2020-21\nFife|*|5\nMoray|dna|6"))
    assert [point.cell.state for point in found.points] == ["suppressed", "actual", "actual"]
    assert found.missing[0] == {1: 1}


def test_what_stands_beside_a_figure_is_kept_with_it() -> None:
    found = gather(
        layout_of("Indicator|Period|Value|Numerator|Denominator|Comment\nCalls|2019/20|50|1|2|A storm")
    )
    assert found.extras == {2: {"numerator": "1", "denominator": "2", "commentary": "A storm"}}


def test_actual_and_target_under_each_other_are_one_measure() -> None:
    assert figures("KPI|Period|Measure|Value\nBins|Q1 2024/25|Actual|10\nBins|Q1 2024/25|Target|12") == [
        ("2024-25 Q1", "value", "10"),
        ("2024-25 Q1", "target", "12"),
    ]


def test_a_stretch_and_a_floor_belong_to_their_target() -> None:
    found = gather(
        layout_of("Indicator|Target 2023/24|Stretch target 2023/24|Floor 2023/24|2023/24\nRent|95|99|90|94")
    )
    beside = {(point.kind, point.beside) for point in found.points}
    assert beside == {("target", (("stretch", "99"), ("floor", "90"))), ("value", ())}
    heads = "Indicator|Period|Actual|Target|Stretch"
    down = gather(layout_of(f"{heads}\nRent|2023/24|94|95|99\nBins|2023/24|1||9"))
    assert [point.beside for point in down.points if point.kind == "target"] == [(("stretch", "99"),)]
    assert [str(problem.say) for problem in down.problems] == ["there is no target that this one belongs to."]


def test_a_comment_on_a_row_of_quarters_is_the_latest_ones() -> None:
    found = gather(layout_of("Indicator|Q1 2024/25|Q2 2024/25|Q3 2024/25|Comment\nBins|1|2||Snow"))
    assert [(point.period, point.beside) for point in found.points] == [
        ("2024-25 Q1", ()),
        ("2024-25 Q2", (("commentary", "Snow"),)),
    ]


def test_what_a_note_and_a_figure_say_against_each_other_is_refused() -> None:
    found = gather(layout_of("Indicator|Period|Value|State\nX|2021/22|5|missing\nX|2022/23||not applicable"))
    assert [point.cell.state for point in found.points] == ["not_applicable"]
    (problem,) = found.problems
    assert str(problem.say) == "the figure is 5, but beside it stands ‘missing’."


def test_rows_that_took_their_name_from_above_are_said() -> None:
    found = gather(layout_of("Indicator|Period|Value\nBins|2021/22|10\n|2022/23|11"))
    assert len(found.points) == 2
    assert [str(note) for note in found.notes] == [
        "Rows without a name are read with the name above them: 1."
    ]
