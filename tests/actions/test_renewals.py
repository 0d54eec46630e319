"""What Annual Council decides, each one save that can be taken back; refusals change nothing."""

from typing import Any

import pytest

from pmdesk.actions.annual_council import annual_council, sitting_of
from pmdesk.actions.renewals import appoint_to, end_seat, renew, renew_to_continue, stop_appointing
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.figures.annual_council import SittingMemory
from pmdesk.figures.annual_council_seat import SeatLine
from pmdesk.register.store import Register
from tests.actions.council_story import TODAY, Council, council
from tests.actions.saving import save

EN = words_in("en")


@pytest.fixture
def story(register: Register) -> Council:
    return council(register)


def line(story: Council, key: str) -> SeatLine:
    found = annual_council(story.register, None, TODAY, EN).line(story.ids.get(key, key))
    assert found is not None
    return found


def row(story: Council, id: str) -> dict[str, Any]:
    found = story.register.get("appointment", story.ids.get(id, id))
    assert found is not None
    return found


def test_renewed_by_the_body_s_own_term(story: Council) -> None:
    sitting = sitting_of(story.register, None, TODAY)
    changes = renew(story.register, sitting, [story.ids["board_bob"]])
    assert changes.label == story.register.undo_label() == "Renewed appointment"
    said = line(story, "board_bob")
    assert (said.state, said.outcome) == ("renewed", "Cllr Bob Reed, 20 May 2026 to May 2029")
    new = row(story, said.current)
    assert (new["follows"], new["starts"], new["ends"]) == (story.ids["board_bob"], "2026-05-20", "2029-05")
    assert row(story, "board_bob")["ends"] == "2026-05-19"
    story.register.undo()
    assert line(story, "board_bob").state == "undecided"
    assert row(story, "board_bob")["ends"] == "2026-05"


def test_what_is_remembered_is_what_would_be_said_anew(story: Council) -> None:
    register, memory = story.register, SittingMemory()
    sitting = sitting_of(register, None, TODAY)
    steps = (
        lambda: None,
        lambda: renew(register, sitting, [story.ids["board_bob"]]),
        lambda: end_seat(register, sitting, story.ids["mill_cat"], "Gave it up"),
        lambda: appoint_to(register, sitting, f"{story.ids['rail']}:1", story.ids["dan"]),
        lambda: stop_appointing(register, sitting, story.ids["dock"], "It has closed"),
        lambda: save(register, "person", name="Eve New", kind="member"),
        register.undo,
        register.undo,
        register.undo,
    )
    for step in steps:
        step()
        anew = annual_council(register, None, TODAY, EN)
        assert annual_council(register, None, TODAY, EN, memory) == anew
    assert annual_council(register, None, TODAY, words_in("cy"), memory) == annual_council(
        register, None, TODAY, words_in("cy")
    )


def test_a_term_that_ends_in_the_year_is_held_to_its_end(story: Council) -> None:
    renew(story.register, sitting_of(story.register, None, TODAY), [story.ids["mill_cat"]])
    assert line(story, "mill_cat").outcome == "Cllr Cat Hale, 15 June 2026 to 14 June 2030"
    assert row(story, "mill_cat")["ends"] == "2026-06-14"


def test_all_recommended_to_continue_are_one_step(story: Council) -> None:
    figures = annual_council(story.register, None, TODAY, EN)
    count, changes = renew_to_continue(story.register, figures)
    assert (count, changes.label) == (1, "Renewed appointment")
    assert line(story, "dock_ann").state == "renewed"
    with pytest.raises(Refused, match="no seat to renew"):
        renew_to_continue(story.register, annual_council(story.register, None, TODAY, EN))


def test_who_asks_for_something_is_read_first(story: Council) -> None:
    (update,) = story.register.all("annual_update", appointment=story.ids["dock_ann"])
    with story.register.change("x") as change:
        change.set("annual_update", str(update["id"]), {"actions": "Name a successor"})
    assert annual_council(story.register, None, TODAY, EN).to_continue == ()


def test_somebody_else(story: Council) -> None:
    sitting = sitting_of(story.register, None, TODAY)
    changes = appoint_to(
        story.register, sitting, story.ids["dock_ann"], story.ids["cat"], "observer", "2028-05"
    )
    said = line(story, "dock_ann")
    assert (changes.label, said.state) == ("Changed who sits", "changed")
    assert said.outcome == "Cllr Cat Hale, 20 May 2026 to May 2028"
    assert row(story, said.current)["capacity"] == "observer"


def test_a_decision_taken_otherwise_changes_the_appointment_that_is_there(story: Council) -> None:
    register, sitting = story.register, sitting_of(story.register, None, TODAY)
    seat = story.ids["dock_ann"]
    renew(register, sitting, [seat])
    new = line(story, "dock_ann").current
    appoint_to(register, sitting, seat, story.ids["cat"])
    assert (line(story, "dock_ann").state, line(story, "dock_ann").current) == ("changed", new)
    end_seat(register, sitting, seat, "No longer needed")
    said = line(story, "dock_ann")
    assert (said.state, said.current, said.is_empty) == ("ended", new, True)
    assert said.outcome == "Ended, seat left vacant: No longer needed"
    renew(register, sitting, [seat])
    assert (line(story, "dock_ann").state, row(story, "dock_ann")["ended_because"]) == ("renewed", None)
    assert register.count("appointment") == 7
    save(register, "annual_update", appointment=new, municipal_year=story.ids["2026-27"])
    with pytest.raises(Refused, match="has been written"):
        appoint_to(register, sitting, seat, story.ids["cat"])


@pytest.mark.parametrize("key", ["mill_gap", "rail"])
def test_an_empty_seat_is_filled(story: Council, key: str) -> None:
    seat = f"{story.ids['rail']}:1" if key == "rail" else story.ids[key]
    sitting = sitting_of(story.register, None, TODAY)
    assert appoint_to(story.register, sitting, seat, story.ids["dan"]).label == "Filled seat"
    figures = annual_council(story.register, None, TODAY, EN)
    (found,) = (each for each in figures.lines if "Dan Moss" in each.outcome)
    assert found.state == ("new" if key == "rail" else "filled")
    assert figures.vacant == 1
    story.register.undo()
    assert annual_council(story.register, None, TODAY, EN).vacant == 2


def test_a_seat_that_was_ended_can_be_filled_again(story: Council) -> None:
    sitting = sitting_of(story.register, None, TODAY)
    end_seat(story.register, sitting, story.ids["mill_cat"], "Gave it up")
    appoint_to(story.register, sitting, story.ids["mill_cat"], story.ids["dan"])
    assert line(story, "mill_cat").outcome == "Cllr Dan Moss, 15 June 2026 to 14 June 2030"
    assert row(story, "mill_cat")["ended_because"] == "Gave it up"


def test_a_body_the_council_leaves(story: Council) -> None:
    register, sitting = story.register, sitting_of(story.register, None, TODAY)
    renew(register, sitting, [story.ids["dock_ann"]])
    changes = stop_appointing(register, sitting, story.ids["dock"], "The trust has closed")
    assert changes.label == "Ended appointing to a body"
    assert [line(story, key).state for key in ("dock_ann", "dock_bob")] == ["ended", "ended"]
    assert row(story, "dock_bob")["ends"] == "2026-05-19"
    assert not any(each.is_empty for each in annual_council(register, None, TODAY, EN).lines[:2])
    with pytest.raises(Refused, match="no longer appoints"):
        stop_appointing(register, sitting, story.ids["dock"], "x")
    with pytest.raises(Refused, match="no longer appoints"):
        renew(register, sitting, [story.ids["dock_ann"]])
    register.undo()
    assert [line(story, key).state for key in ("dock_ann", "dock_bob")] == ["renewed", "runs_on"]


def test_an_appointment_already_made_for_the_new_year_is_changed_in_place(story: Council) -> None:
    register, sitting = story.register, sitting_of(story.register, None, TODAY)
    made = save(register, "appointment", outside_body=story.ids["rail"], person=story.ids["dan"],
                starts="2026-05-20", ends="2027-05")  # fmt: skip
    assert line(story, made).state == "new"
    appoint_to(register, sitting, made, story.ids["cat"])
    assert (line(story, made).outcome, line(story, made).current) == (
        "Cllr Cat Hale, 20 May 2026 to May 2027",
        made,
    )
    end_seat(register, sitting, made, "Never took it up")
    assert (line(story, made).state, row(story, made)["starts"]) == ("vacant", "2026-05-20")


def test_what_is_refused_changes_nothing(story: Council) -> None:
    register, sitting, ids = story.register, sitting_of(story.register, None, TODAY), story.ids
    before = register.undo_label(), register.count("appointment")
    refusals = (
        (lambda: renew(register, sitting, []), "no seat"),
        (lambda: renew(register, sitting, [ids["dock_ann"], ids["dock_bob"]]), "runs past"),
        (lambda: renew(register, sitting, [ids["mill_gap"]]), "Nobody holds"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ids["ann"]), "holds this seat"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ids["bob"]), "already"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ids["gone"]), "has left"),
        (lambda: appoint_to(register, sitting, ids["board_bob"], ids["clerk"]), "councillors only"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ""), "who is to sit"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ids["cat"], "", "2024-01"), "before"),
        (lambda: appoint_to(register, sitting, ids["dock_ann"], ids["cat"], "king"), "not one of"),
        (lambda: end_seat(register, sitting, ids["dock_ann"], " "), "why it ends"),
        (lambda: end_seat(register, sitting, ids["mill_gap"], "x"), "Nobody holds"),
        (lambda: stop_appointing(register, sitting, ids["board"], "x"), "The law"),
    )
    for verb, said in refusals:
        with pytest.raises(Refused, match=said):
            verb()
    assert (register.undo_label(), register.count("appointment")) == before
