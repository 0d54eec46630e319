"""References of one row: found, made, or said to be missing."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pmdesk.exchange.match import Link, PlanValue
from pmdesk.exchange.plan import Plan
from tests.exchange.test_plan import of, planned, row, said

Known = dict[str, list[Mapping[str, object]]]


def test_officers_and_members_are_made_with_their_kind_and_post(tmp_path: Path) -> None:
    rows = [
        ["Partnership", "Council", "Lead officer", "lead_member_role"],
        ["Safer", "Aldermoor", "G Poole", "Leader"],
    ]
    persons = of(planned(tmp_path, "partnership", rows), "person")
    assert [{**each.values, "organisation": None} for each in persons] == [
        {"name": "G Poole", "organisation": None, "kind": "officer"},
        {"name": "Leader", "organisation": None, "kind": "member", "post": "Leader"},
    ]


def test_an_officer_nearly_known_is_asked_about(tmp_path: Path) -> None:
    known: Known = {"person": [{"id": "p1", "name": "Gillian Poole"}]}
    plan = planned(
        tmp_path, "partnership", [["Name", "Lead officer"], ["Safer", "Gilian Poole"]], known=known
    )
    assert said(plan, 2) == ["Lead officer: ‘Gillian Poole’ is nearly ‘Gilian Poole’. The same?"]


def test_long_text_of_several_rows_is_put_together(tmp_path: Path) -> None:
    rows = [["Name", "Purpose"], ["Safer", "calm streets"], ["Safer", "less fear"]]
    plan = planned(tmp_path, "partnership", rows)
    assert of(plan, "partnership")[0].values["purpose"] == "calm streets\nless fear"
    assert plan.states() == Counter(ready=2)


def test_a_required_reference_and_a_date(tmp_path: Path) -> None:
    rows = [["Milestone", "New date"], ["Open", "3/5/26"], ["Open", ""], ["Nowhere", "3/5/26"]]
    plan = planned(tmp_path, "forecast", rows, known={"milestone": [{"id": "m1", "title": "Open"}]})
    assert [each.state for each in plan.rows] == ["ready", "refused", "refused"]
    assert of(plan, "forecast")[0].values == {"milestone": Link(0), "date": "2026-05-03"}
    assert said(plan, 3) == ["New date: ‘New date’ is empty. Type it or leave the row out."]


def test_a_name_that_several_have_is_refused(tmp_path: Path) -> None:
    known: Known = {"organisation": [{"id": "o1", "name": "Police"}, {"id": "o2", "name": "police"}]}
    plan = planned(tmp_path, "organisation", [["Name", "Kind"], ["Police", "police"]], known=known)
    assert row(plan, 2).state == "refused"
    milestones = planned(tmp_path, "milestone", [["Title", "Owner"], ["Open", "Police"]], known=known)
    assert row(milestones, 2).state == "doubtful"


READINGS = ["Measure", "Period", "Value"]


def readings(tmp_path: Path, *rows: list[str]) -> tuple[Plan, dict[str, dict[str, PlanValue]]]:
    """A plan for rows of readings of one measure, and what is written by period; 2021-22 is there."""
    known: Known = {
        "measure": [{"id": "m1", "title": "Rate"}],
        "reading": [
            {"id": "r1", "measure": "m1", "period": "2021-22", "value": None, "state": "suppressed"},
            {"id": "r2", "measure": "m1", "period": "2022-23", "value": "5", "state": None},
        ],
    }
    plan = planned(tmp_path, "reading", [READINGS, *rows], known=known)
    return plan, {str(each.id or each.values["period"]): dict(each.values) for each in of(plan, "reading")}


def test_a_figure_over_a_suppressed_one_is_actual_and_one_suppressed_since_goes(tmp_path: Path) -> None:
    _, written = readings(tmp_path, ["Rate", "2021-22", "4"], ["Rate", "2022-23", "*"])
    assert written == {
        "r1": {"value": "4", "state": "actual"}, "r2": {"value": None, "state": "suppressed"}}  # fmt: skip


def test_what_is_not_known_takes_no_figure_away_and_nothing_is_no_reading(tmp_path: Path) -> None:
    plan, written = readings(tmp_path, ["Rate", "2022-23", ".."], ["Rate", "2023-24", "n/a"])
    assert written == {"r2": {}}
    assert [each.state for each in plan.rows] == ["ready", "refused"]
    assert said(plan, 3) == ["Value: there is no figure."]


def test_two_rows_with_different_figures_are_both_refused(tmp_path: Path) -> None:
    plan, written = readings(tmp_path, ["Rate", "2023-24", "4"], ["Rate", "2023/24", "5"],
                             ["Rate", "2024-25", "6"])  # fmt: skip
    assert list(written) == ["2024-25"]
    assert said(plan, 2) == ["Value: row 3 says 5 for the same measure and period."]
    assert said(plan, 3) == ["Value: row 2 says 4 for the same measure and period."]


def test_a_known_code_under_another_title_is_refused(tmp_path: Path) -> None:
    known: Known = {"measure": [{"id": "m1", "code": "1", "title": "Void days", "unit": "days"}]}
    rows = [["Code", "Title", "Unit"], ["1", "Planning appeals", "appeals"], ["1", "void days", "nights"]]
    plan = planned(tmp_path, "measure", rows, known=known)
    assert said(plan, 2) == ["Code: ‘1’ is ‘Void days’ in the register. Mend the code or the title."]
    (measure,) = of(plan, "measure")
    assert (measure.id, measure.values) == ("m1", {"unit": "nights"})
