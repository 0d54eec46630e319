"""What was told after each meeting, what is still asked, and attendance beside the annual updates."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Edit, Lead, Section
from pmdesk.figures.report_backs import Reports, report_sections
from pmdesk.figures.update_states import Year

YEARS = (
    Year("y26", "2025-26", "2025-05-21", "2026-05-19", None),
    Year("y25", "2024-25", "2024-05-22", "2025-05-20", None),
)


def report(id: str, seat: str, day: str, attendance: str | None, **more: Any) -> dict[str, Any]:
    return {"id": id, "appointment": seat, "meeting_on": day, "attendance": attendance, **more}


ROWS = (
    report("r1", "s1", "2025-03-06", "attended", decided="The lease\nends.", action="Look for rooms."),
    report("r2", "s1", "2026-02-19", "attended", action="Offer a room.", action_done_on=None),
    report("r3", "s2", "2026-02-19", "substitute", action="Thank them.", action_done_on="2026-03-01"),
    report("r4", "s1", "2026-03-19", None),
)
UPDATES: dict[tuple[str, str], dict[str, object]] = {
    ("s1", "y26"): {"meetings_held": 8, "meetings_attended": 7},
    ("s1", "y25"): {"meetings_held": 1, "meetings_attended": 1},
    ("s2", "y26"): {"meetings_held": 8, "meetings_attended": None},
}


def made(**changes: Any) -> list[Section]:
    given: dict[str, Any] = {
        "seats": {"s1": "Cllr Holloway", "s2": "Cllr Okafor"}, "rows": ROWS, "years": YEARS,
        "updates": UPDATES, **changes,
    }  # fmt: skip
    return report_sections(Reports(**given), "Member", {"outside_body": "b"}, words_in("en"))


def texts(section: Section) -> list[list[str]]:
    return [[f"{cell.text} {cell.note}".strip() for cell in row.cells] for row in section.rows]


def test_the_newest_stands_first_and_one_can_be_added() -> None:
    told = made()[0]
    assert texts(told) == [
        ["19 March 2026", "Cllr Holloway", "Not said", "Nothing written"],
        ["19 February 2026", "Cllr Holloway", "Attended", "Nothing written"],
        ["19 February 2026", "Cllr Okafor", "A substitute went", "Nothing written"],
        ["6 March 2025", "Cllr Holloway", "Attended", "The lease ends."],
    ]
    assert told.count == "4" and told.rows[0].kind == "report_back"
    assert told.action and told.action.lead == Lead("edit", Edit("report_back", None, {"outside_body": "b"}))


def test_what_is_asked_waits_oldest_first_and_is_dealt_with_by_one_press() -> None:
    asked = made()[1]
    assert texts(asked) == [
        ["Look for rooms.", "Cllr Holloway, 6 March 2025", "Dealt with today"],
        ["Offer a room.", "Cllr Holloway, 19 February 2026", "Dealt with today"],
    ]
    assert asked.rows[0].cells[2].link and asked.rows[0].cells[2].lead == Lead("dealt-with", "r1")


def test_attendance_stands_beside_what_the_annual_update_says() -> None:
    table = made()[2]
    assert table.count == "1 of 2 in 2025-26"
    assert texts(table) == [
        ["2025-26", "Cllr Holloway", "1 of 1", "7 of 8 differs"],
        ["2025-26", "Cllr Okafor", "0 of 1 1 by a substitute", "8 held differs"],
        ["2024-25", "Cllr Holloway", "1 of 1", "1 of 1"],
    ]


def test_without_updates_there_is_no_column_for_them() -> None:
    assert [len(row.cells) for row in made(updates={})[2].rows] == [3, 3, 3]
    silent = made(updates={("s1", "y26"): {}})[2]
    assert texts(silent)[0][-1] == "Not said"


def test_nothing_reported_is_one_quiet_sentence() -> None:
    [told] = made(rows=())
    assert (told.rows, told.count) == ((), "") and "Two or three sentences" in told.empty
