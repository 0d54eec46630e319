"""What the account of slippage says: days by cause add up, and each push says whose date it moves."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_slippage import (
    cause_rows,
    has_slipped,
    moves,
    pushed_by,
    say_cause,
    say_slippage,
    slip_group,
    worst_of,
)
from pmdesk.figures.slip_chart import slip_chart
from pmdesk.figures.timeline import timeline
from tests.papers.example_partnerships import REDATES, STEPS, TODAY, WAITS, slippage_figures, slips

EN = words_in("en")


def test_a_milestone_moves_by_its_re_dates_and_by_being_done_on_another_day() -> None:
    assert [move.days for move in moves("2026-03-31", REDATES[:2], None)] == [30, 43]
    assert moves("2026-01-30", (), "2026-02-06") == ((7, ""),)
    assert moves(None, REDATES[:1], None) == ()


def test_which_have_slipped() -> None:
    rows = {row.id: has_slipped(row) for row in timeline(STEPS, REDATES, TODAY, EN).rows}
    assert rows == {"1": True, "2": True, "3": False, "4": True, "5": True}


def test_the_days_by_cause_are_those_of_the_slips() -> None:
    found = slips(EN)
    rows = [[cell.text for cell in row] for row in cause_rows(found, EN)]
    assert rows == [
        ["Funding", "2", "2", "121"],
        ["Outside anyone's control", "1", "1", "43"],
        ["No cause given", "1", "1", "7"],
    ]
    assert sum(int(row[3]) for row in rows) == sum(each.row.slip_days or 0 for each in found)
    assert say_cause("", EN) == "No cause given"


def test_pushes_count_from_the_dates_first_agreed() -> None:
    land = next(row for row in timeline(STEPS, REDATES, TODAY, EN).rows if row.id == "1")
    assert [(push.id, push.before, push.after) for push in pushed_by(STEPS, WAITS, land)] == [
        ("2", "2026-05-29", "2026-08-10"),
        ("3", "2026-09-01", "2026-11-13"),
    ]


def test_the_worst_first_with_what_each_pushes() -> None:
    (group,) = slippage_figures(EN).groups
    assert [row[0].text for row in group.rows] == ["Plans in", "Land agreed", "Map printed", "Shop open"]
    plans, land, printed, shop = group.rows
    assert land[1].text == "Funding; outside anyone's control. A strip of land was not on any plan."
    assert "It now stands at 28 August 2026." in land[2].text
    assert plans[2].text.endswith("It stands at 1 September 2026, earlier than that.")
    assert (printed[2].text, shop[1].text) == ("nothing", "No new date was given.")
    assert group.timeline.finding == "4 of 5 milestones have slipped"
    assert worst_of(group) == (-91, "The board")


def test_the_whole_in_sentences() -> None:
    assert say_slippage(slips(EN), 5, EN) == (
        "4 of 5 milestones have slipped from their first dates, by 171 days in all."
        " They push 2 later milestones that wait for them."
    )
    assert say_slippage([], 5, EN) == "No milestone has slipped."
    shown = timeline(STEPS[3:4], REDATES, TODAY, EN)
    moved = slip_chart(REDATES, shown, EN)
    group = slip_group("", shown, 1, slips(EN)[2:3], {}, moved, EN)
    assert group.timeline.finding == "1 of 1 milestones has slipped"
    assert (group.moved is None) == (not any(line.moves for line in moved.lines))


def test_without_a_new_date_there_is_no_slip_chart() -> None:
    shown = timeline(STEPS[:1], [], TODAY, EN)
    assert slip_group("", shown, 1, slips(EN)[:1], {}, slip_chart([], shown, EN), EN).moved is None
