"""Files of figures looked at and brought in: one save, one Undo, nothing twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions.figure_imports import (
    Cancelled,
    Choices,
    FigureLook,
    Unreadable,
    bring_figures_in,
    column_choices,
    columns_understood,
    figure_outcome,
    look_at_figures,
    look_at_figures_again,
    said_of_file,
)
from pmdesk.domain.comparators import read_figures
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, memory
from tests.actions.saving import save
from tests.exchange.figure_made import FIGURES, LGBF, LGBF_ABOUT, written
from tests.exchange.made_files import BODIES

LANCASTER = FIGURES / "lancaster_prt_2009_10.csv"
WASTE = FIGURES / "household_waste_recycling.csv"


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as made:
        yield made


def looked(register: Register, path: Path, area: str = "", about: Path | None = None) -> FigureLook:
    found = look_at_figures(path, register, about=about, choices=Choices(area=area))
    assert found is not None
    return found


def council_of(register: Register, name: str) -> None:
    """Whose register it is."""
    council = save(register, "organisation", name=name, kind="council")
    with register.change("Set up") as change:
        change.set("settings", str(register.settings()["id"]), {"council": council})


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.csv")), ids=lambda path: path.stem)
def test_every_real_file_comes_in_once_and_a_second_time_adds_nothing(register: Register, path: Path) -> None:
    council_of(register, "Trafford Council")
    found = look_at_figures(path, register)
    if found is None:
        assert path.stem in ("lgbf_metadata_cut", "bathnes_laa_shortlist_2008")
        return
    result = bring_figures_in(register, found, Words())
    assert result.read == result.added > 0
    assert register.count("reading") == result.made["reading"] > 0
    again = figure_outcome(looked(register, path))
    assert (again.added, again.changed, again.same) == (0, 0, result.added)
    assert not again.made
    assert bring_figures_in(register, looked(register, path), Words()).changes is None
    register.undo()
    assert [register.count(kind) for kind in ("measure", "reading", "target", "comparator")] == [0, 0, 0, 0]


def test_lancasters_sickness_comes_in_whole(register: Register) -> None:
    bring_figures_in(register, looked(register, LANCASTER), Words())
    (measure,) = register.all("measure")
    assert (measure["code"], measure["polarity"], measure["aggregation"]) == ("CH8", "lower", "cumulative")
    assert {row["period"]: row["value"] for row in register.all("target")} == {
        "2009-10": "9.5", "2009-10 Q1": "2.44", "2009-10 Q2": "4.875", "2009-10 Q3": "7.31"}  # fmt: skip
    readings = {row["period"]: row["value"] for row in register.all("reading")}
    assert readings["2009-10 Q4"] == "12.06"
    assert readings["2008-09 Q1"] == "1.84"


def test_the_benchmarks_come_in_with_what_their_codes_mean(register: Register) -> None:
    bring_figures_in(register, looked(register, LGBF, "Fife", LGBF_ABOUT), Words())
    measures = {row["code"]: row for row in register.all("measure")}
    assert {row["role"] for row in measures.values() if "role" in row} == set()
    assert (measures["CHN1"]["title"], measures["CHN1"]["polarity"]) == (
        "Cost Per Primary School Pupil",
        "lower",
    )
    assert "CHN1 (real)" not in measures
    scotland = register.all("comparator", measure=measures["CHN1"]["id"], area="Scotland")[0]
    assert len(read_figures(scotland["figures"])) == 11
    moray = register.all("comparator", measure=measures["CHN7"]["id"], area="Moray")[0]
    assert list(read_figures(moray["figures"]).values()).count("suppressed") == 8
    own = {row["period"]: row["value"] for row in register.all("reading", measure=measures["CHN1"]["id"])}
    assert own["2010-11"] == "4955.56648010891", "fifteen digits, no dust"


def test_the_codes_can_be_said_afterwards(register: Register) -> None:
    first = looked(register, LGBF, "Fife")
    assert next(each for each in first.plan.series if each.code == "CHN1").title == "CHN1"
    bring_figures_in(register, first, Words())
    again = look_at_figures_again(looked(register, LGBF, "Fife"), register, about=LGBF_ABOUT)
    assert again.plan.outcomes["added"] == again.plan.outcomes["changed"] == 0
    bring_figures_in(register, again, Words())
    measures = {row["code"]: row for row in register.all("measure")}
    assert (measures["CHN1"]["title"], measures["CHN1"]["polarity"]) == (
        "Cost Per Primary School Pupil",
        "lower",
    )


def test_a_changed_figure_changes_only_itself(register: Register, tmp_path: Path) -> None:
    text = WASTE.read_text(encoding="utf-8-sig")
    bring_figures_in(register, looked(register, WASTE, "Trafford"), Words())
    path = tmp_path / "waste.csv"
    path.write_text(text.replace(",Percentage,Waste,40.8", ",Percentage,Waste,41.8"), encoding="utf-8")
    result = bring_figures_in(register, looked(register, path, "Trafford"), Words())
    assert (result.added, result.changed, result.same) == (0, 1, 331)
    register.undo()
    assert figure_outcome(looked(register, WASTE, "Trafford")).same == 332


def test_nothing_is_written_before_the_area_or_the_year_is_said(register: Register, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"Say which area is yours\. The areas are: Bedford, Bury"):
        bring_figures_in(register, looked(register, WASTE), Words())
    quarters = looked(register, written(tmp_path, "Indicator|Q1|Q2\nVisits|1|2"))
    with pytest.raises(Unreadable, match="Say which year ‘Q1’ belongs to"):
        bring_figures_in(register, quarters, Words())
    dated = look_at_figures_again(quarters, register, year="2024/25")
    bring_figures_in(register, dated, Words())
    assert {row["period"] for row in register.all("reading")} == {"2024-25 Q1", "2024-25 Q2"}


def test_the_councils_own_name_says_which_area_is_ours(register: Register) -> None:
    council_of(register, "Trafford Council")
    found = look_at_figures(WASTE, register)
    assert found is not None
    assert found.plan.own is not None
    assert found.file.areas[found.plan.own].name == "Trafford"


def test_a_stopped_import_writes_nothing(register: Register) -> None:
    with pytest.raises(Cancelled):
        bring_figures_in(register, looked(register, WASTE, "Trafford"), Words(), lambda n, of: False)
    assert register.count("measure") == 0


def test_a_plain_list_of_readings_of_known_measures_is_no_file_of_figures(
    register: Register, tmp_path: Path
) -> None:
    path = written(tmp_path, "measure|period|value\nNI 192|2024-25 Q1|45\nNI 192|2024-25 Q2|46")
    assert look_at_figures(path, register) is not None, (
        "nobody knows the measure: it comes in with its figures"
    )
    save(register, "measure", title="Household waste recycled", code="NI 192")
    assert look_at_figures(path, register) is None


def test_lists_of_other_things_are_none_and_a_field_of_theirs_is_none(
    register: Register, tmp_path: Path
) -> None:
    assert look_at_figures(BODIES, register, sure=True) is None
    attendance = "Outside body|Seats|Category|Member|2023/24 attendance|2024/25 attendance"
    path = written(tmp_path, f"{attendance}\nArts Trust|2|Arts|Cllr A|3|4\nDock Trust|1|Arts|Cllr B|1|4")
    assert look_at_figures(path, register, sure=True) is None
    assert look_at_figures(WASTE, register, mapping={"unit": "outside_body.seats"}) is None


def test_a_column_put_right_that_leaves_no_figures_is_refused(register: Register) -> None:
    found = looked(register, WASTE, "Trafford")
    with pytest.raises(Unreadable, match="holds no figures"):
        look_at_figures_again(found, register, mapping={"value": None})


def test_what_stands_twice_is_said_once_with_its_count(register: Register, tmp_path: Path) -> None:
    row = "Bins|2019/20|5"
    path = written(tmp_path, f"Indicator|Period|Value\n{row}\n{row}\n{row}\nBins|2020/21|6")
    found = looked(register, path)
    assert dict(said_of_file(found, Words()))["Twice in the file"] == "figures 2, in rows 3, 4"
    result = bring_figures_in(register, found, Words())
    assert (result.read, result.added) == (2, 2)


def test_what_was_understood_is_said(register: Register) -> None:
    found = looked(register, LGBF, "Fife", LGBF_ABOUT)
    said = dict(said_of_file(found, Words()))
    assert said["Layout"] == "periods across the top (Raw Data)"
    assert (said["Areas"], said["Your area"], said["Totals and averages"]) == ("5", "Fife", "Scotland")
    assert said["Periods"] == "April 2007 to March 2021"
    (column,) = columns_understood(found)
    assert (column.heading, column.target, str(column.understood)) == (
        "Local Authority",
        "area",
        "Names the areas",
    )
    assert ("area", "Area") in [(role, str(say)) for role, say in column_choices()]


def test_our_council_among_the_measures_is_asked_about(register: Register, tmp_path: Path) -> None:
    council_of(register, "Aldermoor Council")
    path = written(tmp_path, "Whose|2021/22|2022/23\nAldermoor|1|2\nFenwick|3|4")
    found = look_at_figures(path, register)
    assert found is not None
    with pytest.raises(Unreadable, match="‘Aldermoor’ is read as a measure, and it is your council"):
        bring_figures_in(register, found, Words())
    again = look_at_figures_again(found, register, mapping={"Whose": "area"})
    assert bring_figures_in(register, again, Words()).made["comparator"] == 1


def test_a_code_put_right_is_looked_up_in_the_register_again(register: Register, tmp_path: Path) -> None:
    first = looked(register, written(tmp_path, "No|Indicator|2021/22|2022/23\nV1|Void days|1|2"))
    bring_figures_in(register, first, Words())
    other = looked(register, written(tmp_path, "No|Indicator|2021/22|2022/23\nX9|Void days|1|3"))
    assert other.plan.series[0].measure is None
    typed = {(other.plan.series[0].key, "code"): "V1"}
    again = look_at_figures_again(other, register, choices=Choices(typed=typed))
    assert (again.plan.outcomes["same"], again.plan.outcomes["changed"]) == (1, 1)


def test_areas_of_another_kind_and_what_tells_rows_apart_are_said(register: Register, tmp_path: Path) -> None:
    council_of(register, "Trafford Council")
    text = (
        "Area|Area code|Indicator|Period|Value\nTrafford|E08000009|Claims|2021/22|1\n"
        "Bury|E08000002|Claims|2021/22|2\nLongford|E05000832|Claims|2021/22|3"
    )
    said = dict(said_of_file(looked(register, written(tmp_path, text)), Words()))
    assert said["In no quartile or median"] == "areas of another kind, 1: Longford …"


@pytest.mark.parametrize(
    "text",
    [
        "BVPI|Description|Apr-08|May-08\n8|Invoices paid|95|96\n12|Sickness|8|7",
        "Priority|Ref|Performance Indicator|Q1 2024/25|Q2 2024/25\nGreen|G1|Carbon|4|5\nHomes|H1|Built|1|2",
        "Indicator|Unit|2023/24|2024/25\nHappy|%|61|64\nRatio|ratio|1:5|1:4\nTime|mm:ss|02:10|01:55\nDays|d|1|2",
    ],
    ids=["two columns beside the months", "as a list of objectives has", "half of it unread"],
)
def test_measures_over_time_are_surely_figures(register: Register, tmp_path: Path, text: str) -> None:
    found = look_at_figures(written(tmp_path, text), register, sure=True)
    assert found is not None
    assert figure_outcome(found).made["measure"] >= 2
