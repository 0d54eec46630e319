"""Files of figures by command: counts of figures, what stays out, what is refused and why."""

from pathlib import Path

from tests.cli.conftest import Pm
from tests.exchange.figure_made import FIGURES, LGBF, LGBF_ABOUT, written

WASTE = FIGURES / "household_waste_recycling.csv"


def test_the_benchmarks_come_in_by_one_command_and_go_out_by_one_undo(pm: Pm, empty: Path) -> None:
    words = ("import", empty, LGBF, "--as", "reading", "--area", "Fife", "--about", LGBF_ABOUT, "--json")
    trial = pm(*words, "--dry-run").json
    assert pm("list", empty, "measure", "--json").json == []
    first = pm(*words).json
    assert first["read"] == first["added"] + first["changed"] + first["same"] + first["refused"]
    assert {**trial, "dry_run": False} == first
    assert first["area"] == "Fife"
    assert {each["code"]: each["taken"] for each in first["series"]}["CHN1 (real)"] is False
    assert len(pm("list", empty, "measure", "--json").json) == first["new"]["measure"]
    again = pm(*words).json
    assert (again["added"], again["changed"], again["same"]) == (0, 0, first["added"])
    assert pm("undo", empty).code == 0
    assert pm("list", empty, "measure", "--json").json == []


def test_an_area_that_must_be_chosen_is_asked_for_with_the_areas(pm: Pm, empty: Path) -> None:
    answer = pm("import", empty, WASTE, "--as", "reading")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Say which area is yours. The areas are: Bedford, Bury,")
    assert pm("import", empty, WASTE, "--as", "measure", "--area", "nowhere").code == 1
    assert pm("import", empty, WASTE, "--area", "Trafford").code == 0


def test_what_stays_out_and_what_is_refused_is_printed(pm: Pm, empty: Path, tmp_path: Path) -> None:
    text = (
        "Ref|Indicator|Good is|2022/23|2023/24|RAG\nA1|Bins|Ascending|many|5|Red\n"
        "A2|Calls|High|1|2|Red\nTotal||High|1|7|Red"
    )
    answer = pm("import", empty, written(tmp_path, text), "--as", "reading")
    lines = answer.out.splitlines()
    assert lines[:5] == ["read 4", "added 3", "changed 0", "same 0", "refused 1"]
    assert "Refused row 2: 2022/23: ‘many’ is no figure." in lines
    assert "Columns not read: RAG" in lines
    assert "Total rows left out: 1" in lines
    assert "Doubtful A1: ‘Ascending’ can mean either way. Say which is better." in lines


def test_a_column_is_named_and_a_year_given(pm: Pm, empty: Path, tmp_path: Path) -> None:
    source = written(tmp_path, "Whose|Indicator|Q1|Q2\nFife|Bins|1|2\nMoray|Bins|3|4")
    words = ("import", empty, source, "--as", "reading", "--map", "Whose=area", "--area", "Fife")
    assert pm(*words).err == "Say which year ‘Q1’ belongs to, such as 2024/25.\n"
    done = pm(*words, "--year", "2024/25", "--json").json
    assert done["new"] == {"measure": 1, "reading": 2, "comparator": 1}


def test_a_plain_list_of_readings_finds_its_measures_by_code_or_title(
    pm: Pm, empty: Path, tmp_path: Path
) -> None:
    pm("add", empty, "measure", "title=Household waste recycled", "code=NI 192")
    source = written(
        tmp_path,
        "measure|period|value|commentary\nNI 192|2009-10|40|\nHousehold waste recycled|2010-11|*|A strike\n"
        "NI 999|2010-11|1|\nNI 192|soon|2|",
        "readings.csv",
    )
    answer = pm("import", empty, source, "--as", "reading", "--json").json
    assert (answer["read"], answer["added"], answer["refused"]) == (4, 2, 2)
    rows = {row["period"]: row for row in pm("list", empty, "reading", "--json").json}
    assert (rows["2009-10"]["value"], rows["2010-11"]["state"]) == (40, "suppressed")
    assert rows["2010-11"]["commentary"] == "A strike"
    again = pm("import", empty, source, "--as", "reading", "--json").json
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 2)


def test_plain_lists_of_measures_and_targets(pm: Pm, empty: Path, tmp_path: Path) -> None:
    first = pm("import", empty, FIGURES / "bathnes_laa_shortlist_2008.csv", "--as", "measure", "--json").json
    assert first["added"] == first["read"] == 7
    assert any("‘awaited’ is no number" in row["reason"] for row in first["doubtful_rows"])
    source = written(
        tmp_path, "measure|period|target|stretch\nNI 16|2009/10|12.50|14\nNI 17|2010/11|5|", "targets.csv"
    )
    done = pm("import", empty, source, "--as", "target", "--json").json
    assert (done["added"], done["new"]) == (2, {"target": 2})
    values = {row["period"]: row["value"] for row in pm("list", empty, "target", "--json").json}
    assert values == {"2009-10": 12.5, "2010-11": 5}


def test_a_known_code_under_another_title_is_refused_until_it_is_said(
    pm: Pm, empty: Path, tmp_path: Path
) -> None:
    housing = written(tmp_path, "No|Indicator|2021/22|2022/23\n1|Void days|20|21", "housing.csv")
    planning = written(tmp_path, "No|Indicator|2021/22|2022/23\n1|Appeals lost|3|4", "planning.csv")
    pm("import", empty, housing, "--as", "reading")
    lines = pm("import", empty, planning, "--as", "reading").out.splitlines()
    assert lines[:5] == ["read 2", "added 0", "changed 0", "same 0", "refused 2"]
    assert any(line.startswith("Refused row 2: 1: ‘1’ is ‘Void days’ in the register.") for line in lines)
    assert "Say --same CODE where both are one measure, or leave the codes out: --map HEADING=." in lines
    assert {row["value"] for row in pm("list", empty, "reading", "--json").json} == {20, 21}
    by_title = pm("import", empty, planning, "--as", "reading", "--map", "No=", "--dry-run", "--json").json
    assert by_title["new"] == {"measure": 1, "reading": 2}
    assert pm("import", empty, planning, "--as", "reading", "--same", "1", "--json").json["changed"] == 2


def test_suppressed_and_missing_figures_are_counted(pm: Pm, empty: Path, tmp_path: Path) -> None:
    source = written(tmp_path, "Indicator|2021/22|2022/23|2023/24\nBins|*|..|5\nCalls|1||2")
    lines = pm("import", empty, source, "--as", "reading").out.splitlines()
    assert "suppressed 1" in lines
    assert "missing 2" in lines


def test_figures_that_no_list_knows_come_in_as_in_the_window(pm: Pm, empty: Path, tmp_path: Path) -> None:
    text = "Subject|Apr-24|May-24\nParking tickets|312|298"
    answer = pm("import", empty, written(tmp_path, text))
    assert (answer.code, answer.out.splitlines()[:2]) == (0, ["read 2", "added 2"])
    other = pm("import", empty, written(tmp_path, "Colour|Weight\nred|heavy", "b.csv"))
    assert (other.code, other.err) == (1, "No heading of ‘b.csv’ is known. Say what its rows are.\n")
