from pathlib import Path

from pmdesk.exchange.figure_choices import Choices, KnownFigures
from pmdesk.exchange.figure_plan import plan_figures, whole_areas
from pmdesk.exchange.match import Link
from tests.exchange.figure_made import FIGURES, LGBF, LGBF_ABOUT, file_of, written

WASTE = FIGURES / "household_waste_recycling.csv"


def test_ours_become_readings_and_the_others_comparators() -> None:
    plan = plan_figures(file_of(WASTE), Choices(area="Trafford"), KnownFigures())
    assert plan.kinds() == {"measure": 2, "reading": 20, "comparator": 31}
    assert plan.outcomes == {"added": 332, "refused": 0}
    reading = next(write for write in plan.writes if write.kind == "reading")
    assert reading.values == {"measure": Link(0), "period": "2010-11", "value": "40.8", "state": "actual"}
    england = next(write for write in plan.writes if write.values.get("area") == "England")
    assert str(england.values["figures"]).startswith("2010-11\t")
    assert [area.name for area in whole_areas(plan.file)] == ["England"]


def test_nothing_is_planned_before_the_area_is_known() -> None:
    plan = plan_figures(file_of(WASTE), Choices(), KnownFigures(), "Aldermoor District Council")
    assert (plan.asks_area, plan.writes, plan.own) == (True, (), None)
    assert not plan_figures(file_of(WASTE), Choices(), KnownFigures(), "Trafford Council").asks_area


def test_twins_and_parts_stay_out_unless_they_are_asked_for() -> None:
    file = file_of(LGBF, LGBF_ABOUT)
    plan = plan_figures(file, Choices(area="Fife"), KnownFigures())
    assert {each.role for each in plan.series if each.taken} == {"measure"}
    out = {str(say): count for say, count in plan.left_out}
    assert out["adjusted for inflation: the same figures in other money"] > 100
    more = plan_figures(file, Choices(area="Fife", roles=frozenset({"real", "part"})), KnownFigures())
    assert {each.role for each in more.series if each.taken} == {"measure", "real", "part"}
    pupils = next(write for write in more.writes if write.values.get("title") == "No of Pupils Primary")
    assert pupils.values["visibility"] == "internal"


def test_suppressed_is_kept_and_missing_is_not() -> None:
    plan = plan_figures(file_of(LGBF), Choices(area="Moray"), KnownFigures())
    chn7 = next(each for each in plan.series if each.code == "CHN7")
    assert (chn7.readings, chn7.suppressed, chn7.missing) == (2, 8, 0)
    made = [write for write in plan.writes if write.values.get("state") == "suppressed"]
    assert {write.values["value"] for write in made} == {None}


def test_a_series_without_a_figure_of_ours_stays_out(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "Area|A1 2019-20|A1 2020-21|B2 2019-20\nFife|1|2|dna\nMoray|3|4|5"))
    plan = plan_figures(file, Choices(area="Fife"), KnownFigures())
    assert {each.code: each.taken for each in plan.series} == {"A1": True, "B2": False}
    assert str(plan.series[1].why_out) == "no figure for Fife"
    taken = plan_figures(file, Choices(area="Fife", taken={plan.series[1].key: True}), KnownFigures())
    assert taken.kinds() == {"measure": 2, "reading": 2, "comparator": 2}


def known() -> KnownFigures:
    """A register with one measure of the file below, one reading that differs and one comparator."""
    return KnownFigures(
        [{"id": "m1", "code": "A1", "title": "Bins emptied", "polarity": "lower"}],
        {"m1": {"2019-20": {"id": "r1", "value": "9", "state": None}}},
        {},
        {"m1": [{"id": "c1", "area": "Moray", "figures": "2018-19\t7\n2019-20\t3"}]},
    )


def test_what_is_there_is_kept_and_only_what_differs_is_changed(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "Area|A1 2019-20|A1 2020-21\nFife|1|2\nMoray|3|4"))
    plan = plan_figures(file, Choices(area="Fife"), known())
    assert plan.outcomes == {"added": 2, "changed": 1, "same": 1, "refused": 0}
    changed = {write.kind: write.values for write in plan.writes if write.id is not None}
    assert changed["reading"] == {"value": "1", "state": "actual"} or changed["reading"] == {"value": "1"}
    assert changed["comparator"] == {"figures": "2018-19\t7\n2019-20\t3\n2020-21\t4"}
    assert changed["measure"] == {"frequency": "year"}, "the council's own words are never overwritten"


def test_what_a_person_typed_wins(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "Ref|Indicator|Polarity|2019/20|2020/21\nX9|Bins|Ascending|1|2"))
    key = file.series[0].key
    plan = plan_figures(
        file, Choices(typed={(key, "polarity"): "lower", (key, "unit"): "bins"}), KnownFigures()
    )
    assert (plan.writes[0].values["polarity"], plan.writes[0].values["unit"]) == ("lower", "bins")
    assert plan.series[0].doubts == ()


def test_other_areas_can_be_left_out() -> None:
    plan = plan_figures(file_of(WASTE), Choices(area="Trafford", others=False), KnownFigures())
    assert plan.kinds() == {"measure": 2, "reading": 20}
    assert ("other areas", 312) in [(str(say), count) for say, count in plan.left_out]


def test_fractions_become_per_cents_only_when_a_person_says_so(tmp_path: Path) -> None:
    text = (
        "Area|Indicator|Unit|2021/22|2022/23|2023/24\n"
        "Fife|Turnover|%|0.101|0.2|0.3\nMoray|Turnover|%|0.4|*|0.5"
    )
    file = file_of(written(tmp_path, text))
    as_written = plan_figures(file, Choices(area="Fife"), KnownFigures())
    assert (as_written.series[0].times, len(as_written.series[0].doubts)) == ("1", 1)
    for choices in (
        Choices(area="Fife", fractions=True),
        Choices(area="Fife", typed={(file.series[0].key, "times"): "100"}),
    ):
        plan = plan_figures(file, choices, KnownFigures())
        assert plan.series[0].doubts == ()
        values = [write.values["value"] for write in plan.writes if write.kind == "reading"]
        assert values == ["10.1", "20", "30"]
        moray = next(write for write in plan.writes if write.kind == "comparator")
        assert moray.values["figures"] == "2021-22\t40\n2022-23\tsuppressed\n2023-24\t50"


def test_a_known_code_under_another_title_waits_for_an_answer(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, "No|Indicator|2019/20|2020/21\nA1|Planning appeals|1|2\nB2|Calls|3|4"))
    plan = plan_figures(file, Choices(), known())
    assert plan.outcomes == {"added": 2, "refused": 2}
    (held,) = plan.refused
    assert (held.row, held.column) == (2, "A1")
    assert "‘A1’ is ‘Bins emptied’ in the register" in str(held.say)
    assert [(each.taken, each.held) for each in plan.series] == [(False, True), (True, False)]
    assert not any(write.id for write in plan.writes)
    for answered in (Choices(same=frozenset({"a1"})), Choices(taken={file.series[0].key: True})):
        assert plan_figures(file, answered, known()).outcomes == {"added": 3, "changed": 1, "refused": 0}
    left = plan_figures(file, Choices(taken={file.series[0].key: False}), known())
    assert (left.outcomes, [str(say) for say, _n in left.left_out]) == (
        {"added": 2, "refused": 0}, ["left out by you"])  # fmt: skip
    renamed = plan_figures(file, Choices(typed={(file.series[0].key, "code"): "P1"}), known())
    assert renamed.kinds() == {"measure": 2, "reading": 4}


def test_two_series_never_write_to_one_measure(tmp_path: Path) -> None:
    text = "Code|Indicator|2019/20|2020/21\nA1|Bins emptied|1|2\nA1|Bins per head|3|4"
    file = file_of(written(tmp_path, text))
    fresh = plan_figures(file, Choices(), KnownFigures())
    assert fresh.kinds() == {"measure": 2, "reading": 4}
    assert all("Another series of the file has this code" in str(each.doubts[-1]) for each in fresh.series)
    assert plan_figures(file, Choices(), known()).outcomes == {"added": 1, "changed": 1, "refused": 2}
    both = plan_figures(file, Choices(same=frozenset({"A1"})), known())
    assert (both.writes, both.outcomes["refused"]) == ((), 4)
    assert "‘A1 Bins emptied’ and ‘A1 Bins per head’ are both the measure" in str(both.refused[0].say)


def test_figures_that_contradict_each_other_are_refused_and_never_said_to_be_missing(tmp_path: Path) -> None:
    text = "Area|Indicator|Period|Value\nTrafford|X|2021/22|10\nTrafford|X|2021/22|11\nTrafford|Y|2021/22|9"
    plan = plan_figures(file_of(written(tmp_path, text)), Choices(), KnownFigures(), "Trafford Council")
    assert (plan.outcomes, plan.left_out) == ({"added": 1, "refused": 2}, ())
    assert {problem.row for problem in plan.refused} == {2, 3}
    assert plan.kinds() == {"measure": 1, "reading": 1}, "a measure without a figure is not made"


def test_our_council_is_no_measure(tmp_path: Path) -> None:
    text = "Whose|2021/22|2022/23\nAldermoor|1|2\nFenwick|3|4"
    plan = plan_figures(file_of(written(tmp_path, text)), Choices(), KnownFigures(), "Aldermoor Council")
    assert (plan.council_among, plan.writes) == ("Aldermoor", ())
    assert plan_figures(plan.file, Choices(), KnownFigures(), "Trafford Council").council_among == ""


def test_the_latest_figure_and_the_areas_beside_are_shown() -> None:
    series = plan_figures(file_of(LGBF), Choices(area="Moray"), KnownFigures()).series
    shown = {each.code: each for each in series}
    assert (shown["CHN1"].latest[0], shown["CHN1"].others) == ("2020-21", 4), "Scotland is no area"
