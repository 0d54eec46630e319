"""Re-dating and finishing milestones."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.milestones import mark_done, redate, slip_preview
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.milestone import in_order
from pmdesk.register.store import Register, memory

TODAY = "2026-04-27"
CAUSE = ENTITIES["forecast"].field("cause").choices[0][0]


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


@pytest.fixture
def milestone(register: Register) -> str:
    partnership, _ = save(register, "partnership", {"name": "Top"})
    return save(
        register, "milestone", {"title": "Open", "partnership": partnership, "first_due": "1/6/2026"}
    )[0]


def test_the_first_date_stays_and_each_new_one_says_why(register: Register, milestone: str) -> None:
    made, changes = redate(register, milestone, "1 Sep 2026", "The lease is late", CAUSE, TODAY)
    assert changes.label == "Re-dated milestone"
    row = register.get("forecast", made)
    assert row is not None
    assert (row["date"], row["reason"], row["made_on"]) == ("2026-09-01", "The lease is late", TODAY)
    kept = register.get("milestone", milestone)
    assert kept is not None
    assert kept["first_due"] == "2026-06-01"
    with pytest.raises(Refused) as caught:
        redate(register, milestone, "1/10/2026", " ", CAUSE, TODAY)
    assert set(caught.value.problems) == {"reason"}
    with pytest.raises(Refused) as caught:
        redate(register, milestone, "31/02/2027", "x", CAUSE, TODAY)
    assert set(caught.value.problems) == {"date"}


def test_done_is_done(register: Register, milestone: str) -> None:
    with pytest.raises(Refused) as caught:
        mark_done(register, milestone, "28/4/2026", TODAY)
    assert set(caught.value.problems) == {"done_on"}
    assert mark_done(register, milestone, "27/4/2026", TODAY).touches("milestone")
    with pytest.raises(Refused, match="is done"):
        redate(register, milestone, "1/9/2026", "x", CAUSE, TODAY)
    with pytest.raises(Refused, match="deleted"):
        redate(register, "nothing", "1/9/2026", "x", CAUSE, TODAY)


@pytest.fixture
def chain(register: Register) -> dict[str, str]:
    """Planning waits for the land, works wait for planning; the works are another partnership's."""
    boards = [save(register, "partnership", {"name": name})[0] for name in ("Board", "Highways")]
    county = save(register, "organisation", {"name": "County Council"})[0]
    ids = {
        key: save(
            register,
            "milestone",
            {"title": title, "partnership": board, "first_due": due, "owner_organisation": owner},
        )[0]
        for key, title, board, due, owner in (
            ("land", "Land agreed", boards[0], "2026-04-30", ""),
            ("planning", "Planning application in", boards[0], "2026-05-29", ""),
            ("works", "Works start", boards[1], "2026-09-01", county),
        )
    }
    for milestone, before in (("planning", "land"), ("works", "planning")):
        save(register, "waits_for", {"milestone": ids[milestone], "waits_for": ids[before]})
    return ids


def dates(register: Register, milestone: str) -> list[tuple[object, object]]:
    """A milestone's re-dates, oldest first, each with its reason."""
    rows = in_order(register.all("forecast", milestone=milestone))
    return [(row["date"], row["reason"]) for row in rows]


def test_what_a_slip_moves_is_shown_before_anything_is_written(
    register: Register, chain: dict[str, str]
) -> None:
    planning, works = slip_preview(register, chain["land"], "30 May 2026")
    assert (planning.title, planning.whose, planning.partnership) == ("Planning application in", "", "")
    assert (planning.before, planning.after) == ("2026-05-29", "2026-06-28")
    assert (planning.because, planning.because_day) == ("Land agreed", "2026-05-30")
    assert (works.whose, works.partnership, works.because) == (
        "County Council", "Highways", "Planning application in",
    )  # fmt: skip
    assert (works.before, works.after) == ("2026-09-01", "2026-10-01")
    assert register.count("forecast") == 0
    assert [slip.id for slip in slip_preview(register, chain["land"], "30/5/2026", {works.id})] == [
        planning.id
    ]
    assert slip_preview(register, chain["land"], "30/5/2026", {planning.id}) == []


@pytest.mark.parametrize("typed", ["", "soon", "31/2/2026", "30 April 2026", "1/1/2026"])
def test_no_date_yet_or_no_later_one_moves_nothing(
    register: Register, chain: dict[str, str], typed: str
) -> None:
    assert slip_preview(register, chain["land"], typed) == []


def test_a_date_known_by_its_month_counts_as_its_last_day(register: Register, chain: dict[str, str]) -> None:
    with register.change("Brought in a file") as change:
        change.add("forecast", {"milestone": chain["land"], "date": "2026-05", "made_on": "2026-01-01"})
    slips = slip_preview(register, chain["land"], "June 2026")
    assert [slip.after for slip in slips] == ["2026-06-28", "2026-10-01"]
    assert slip_preview(register, chain["land"], "31/5/2026") == []


def test_a_new_date_moves_the_later_ones_in_the_same_save(register: Register, chain: dict[str, str]) -> None:
    _made, changes = redate(register, chain["land"], "30/5/2026", "Land search", "funding", TODAY)
    assert dates(register, chain["land"]) == [("2026-05-30", "Land search")]
    assert dates(register, chain["planning"]) == [
        ("2026-06-28", "Waits for ‘Land agreed’, which moved to 30 May 2026.")
    ]
    assert dates(register, chain["works"]) == [
        ("2026-10-01", "Waits for ‘Planning application in’, which moved to 28 June 2026.")
    ]
    rows = register.all("forecast")
    assert {(row["cause"], row["made_on"]) for row in rows} == {("funding", TODAY)}
    assert len(changes.touched) == 3
    register.undo()
    assert register.count("forecast") == 0


def test_only_the_chosen_ones_move(register: Register, chain: dict[str, str]) -> None:
    redate(register, chain["land"], "30/5/2026", "Land search", CAUSE, TODAY, push=[chain["planning"]])
    assert len(dates(register, chain["planning"])) == 1
    assert dates(register, chain["works"]) == []
    register.undo()
    # Works cannot move with a planning application that stays.
    redate(register, chain["land"], "30/5/2026", "Land search", CAUSE, TODAY, push=[chain["works"]])
    assert register.count("forecast") == 1


def test_what_is_done_is_not_moved(register: Register, chain: dict[str, str]) -> None:
    mark_done(register, chain["planning"], "20/4/2026", TODAY)
    assert slip_preview(register, chain["land"], "30/12/2026") == []
    assert slip_preview(register, "nothing", "30/12/2026") == []


def test_one_that_is_reached_late_moves_what_waits_for_it_in_the_same_save(
    register: Register, chain: dict[str, str]
) -> None:
    late = "2026-05-10"
    push = [slip.id for slip in slip_preview(register, chain["land"], late)]
    changes = mark_done(register, chain["land"], late, late, push=push)
    assert dates(register, chain["planning"]) == [
        ("2026-06-08", "Waits for ‘Land agreed’, which moved to 10 May 2026.")
    ]
    assert [row["made_on"] for row in register.all("forecast")] == [late, late]
    assert len(changes.touched) == 3
    register.undo()
    assert (register.count("forecast"), register.get("milestone", chain["land"])["done_on"]) == (0, None)  # type: ignore[index]
    mark_done(register, chain["land"], late, late)
    assert register.count("forecast") == 0
