"""One seat's line and its evidence."""

from typing import Any

from pmdesk.domain.renewal import Sitting
from pmdesk.domain.words import words_in
from pmdesk.figures.annual_council_seat import SittingRows, evidence_of, is_unwritten, seat_line
from pmdesk.figures.update_states import Year

EN = words_in("en")
YEAR = Year("y", "2025-26", "2025-05-21", "2026-05-19", "2026-04-17")
BODY = {"id": "b", "name": "Dock", "appointing_body": "Council", "statutory": 1, "term_rule": "Annual"}
SEAT: dict[str, Any] = {
    "id": "1", "person": "a", "capacity": "trustee", "starts": "2023-05-23", "ends": "2026-05-20",
    "ex_officio": "Mayor", "note": "Second term",
}  # fmt: skip
SAID = {"id": "u", "appointment": "1", "status": "submitted", "recommendation": "change", "issues": "Roof",
        "worthwhile_body": "partly", "worthwhile_body_why": "Late papers"}  # fmt: skip


def rows(update: dict[str, Any] | None = None) -> SittingRows:
    people = {"a": {"id": "a", "name": "Ann Shaw", "kind": "member", "political_group": "Green"}}
    updates: dict[object, Any] = {"1": update} if update else {}
    return SittingRows(Sitting("2026-27", "2026-05-20"), [BODY], [SEAT], people, updates, YEAR, {"1": (2, 3)})


def test_a_line_says_who_until_when_and_what_came_in() -> None:
    line = seat_line(rows(), BODY, SEAT, None, "undecided", EN)
    assert (line.who, line.group, line.capacity, line.term) == (
        "Cllr Ann Shaw",
        "Green",
        "Trustee",
        "to 20 May 2026",
    )
    assert (line.returned, line.is_owed, line.asks, line.statutory) == (("missed", "Overdue"), True, "", True)
    line = seat_line(rows(SAID), BODY, SEAT, None, "undecided", EN)
    assert (line.returned, line.is_owed, line.asks) == (("met", "Submitted"), False, "change")
    assert seat_line(rows(), BODY, {**SEAT, "ends": None}, None, "undecided", EN).term == "no end date"


def test_what_a_draft_says_is_nobody_s_evidence_yet() -> None:
    said = evidence_of(rows({**SAID, "status": "draft"}), BODY, SEAT, [SEAT], EN)
    assert (said.recommends, said.worth, said.issues, said.update) == ("", (), "", "u")
    said = evidence_of(rows(SAID), BODY, SEAT, [SEAT], EN)
    assert (said.recommends, said.issues, said.since) == ("Change", "Roof", "since 23 May 2023, first term")
    assert [(worth.whom, worth.shape, worth.answer, worth.why) for worth in said.worth] == [
        ("For the body", "close", "Partly", "Late papers")
    ]
    assert said.attended == "2 of 3 by report-backs"
    assert said.duty.startswith("A trustee decides for the charity")
    assert said.questions == "0 of 7 answered."


def test_what_is_decided_in_words() -> None:
    new = {"id": "2", "person": "a", "starts": "2026-05-20", "ends": "2030-05"}
    assert (
        seat_line(rows(), BODY, SEAT, new, "renewed", EN).outcome == "Cllr Ann Shaw, 20 May 2026 to May 2030"
    )
    open_ended = {**new, "ends": None}
    assert (
        seat_line(rows(), BODY, SEAT, open_ended, "renewed", EN).outcome == "Cllr Ann Shaw, from 20 May 2026"
    )
    ended = {**SEAT, "ended_because": "Gave it up"}
    assert seat_line(rows(), BODY, ended, {**new, "person": None}, "ended", EN).outcome == (
        "Ended, seat left vacant: Gave it up"
    )
    assert seat_line(rows(), BODY, ended, None, "ended", EN).outcome == "Ended: Gave it up"
    assert seat_line(rows(), {**BODY, "status": "ended"}, ended, None, "ended", EN).is_empty is False
    assert (
        seat_line(rows(), BODY, {**SEAT, "ends": "2027-05"}, None, "runs_on", EN).outcome
        == "Runs until May 2027"
    )
    empty = {"id": "b:1", "person": None}
    line = seat_line(rows(), BODY, empty, None, "vacant", EN)
    assert (line.outcome, line.current, line.is_empty, is_unwritten(line.key)) == (
        "Nobody appointed",
        "",
        True,
        True,
    )
