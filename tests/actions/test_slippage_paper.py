"""What the account of slippage will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.records import save
from pmdesk.actions.slippage_paper import slippage_figures
from pmdesk.domain.words import words_in
from tests.actions.paper_story import SECRET, TODAY, council, mark_private

EN = words_in("en")


def test_every_slip_with_its_cause_and_what_it_pushes(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    save(register, "waits_for", {"milestone": ids["works"], "waits_for": ids["station"]})
    figures = slippage_figures(register, [], EN, TODAY)
    assert figures.summary == (
        "3 of 3 milestones have slipped from their first dates, by 177 days in all."
        " They push 1 later milestone that waits for them."
    )
    assert [[cell.text for cell in row] for row in figures.causes] == [
        *(["Another partner", "2", "3", "163"], ["No cause given", "1", "1", "14"]),
    ]
    (group,) = figures.groups
    assert [row.title for row in group.timeline.rows] == [
        *("High Street works start", "Bus station design agreed", "Masterplan adopted"),
    ]
    assert group.rows[1][2].text == (
        "High Street works start (Wendleshire County Council): from 1 September 2026 to 13 November 2026."
        " It now stands at 30 November 2026."
    )


def test_one_partnership_or_none_that_slipped(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    save(register, "milestone", {"title": "Of nobody", "first_due": "2026-01-01"})
    assert [each.partnership for each in slippage_figures(register, [], EN, TODAY).groups] == [
        *("Wendle Valley Town Centre Board", "Of no partnership"),
    ]
    only = slippage_figures(register, ["Wendle Valley Town Centre Board"], EN, TODAY)
    assert [each.partnership for each in only.groups] == ["Wendle Valley Town Centre Board"]
    none = slippage_figures(register, ["Arts grant"], EN, TODAY)
    assert (none.groups, none.causes, none.summary) == ((), (), "No milestone has slipped.")


def test_no_private_word_gets_this_far(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    mark_private(register)
    assert SECRET not in repr(asdict(slippage_figures(register, [], EN, TODAY)))
