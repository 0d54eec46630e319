"""References of one row: found, made, or said to be missing."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pmdesk.exchange.match import Link
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
