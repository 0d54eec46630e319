"""The sitting as it stands, read from a real register."""

import pytest

from pmdesk.actions.annual_council import annual_council, has_day, line_called, sitting_of
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.council_story import TODAY, council
from tests.actions.saving import save

EN = words_in("en")


def test_every_seat_stands_there_with_what_is_to_be_decided(register: Register) -> None:
    council(register)
    figures = annual_council(register, None, TODAY, EN)
    assert [(line.body_name, line.who, line.state) for line in figures.lines] == [
        ("Dock Trust", "Cllr Ann Shaw", "undecided"),
        ("Dock Trust", "Cllr Bob Reed", "runs_on"),
        ("Drainage Board", "Cllr Bob Reed", "undecided"),
        ("Mill Society", "Cllr Cat Hale", "undecided"),
        ("Mill Society", "", "vacant"),
        ("Rail Forum", "", "vacant"),
    ]
    assert (figures.decided, figures.due, figures.vacant) == (0, 3, 2)
    assert [line.key for line in figures.narrowed("not_returned")] == [
        line.key for line in figures.lines if line.body_name in ("Dock Trust", "Drainage Board")
    ][1:]


def test_the_evidence_is_what_was_sent_in(register: Register) -> None:
    story = council(register)
    for day, attendance in (
        ("2025-09-01", "attended"),
        ("2025-12-01", "apologies"),
        ("2024-01-01", "attended"),
    ):
        save(
            register, "report_back", appointment=story.ids["dock_bob"], meeting_on=day, attendance=attendance
        )
    evidence = annual_council(register, "2026-27", TODAY, EN).evidence
    ann, bob = evidence[story.ids["dock_ann"]], evidence[story.ids["dock_bob"]]
    assert (ann.attended, ann.recommends, ann.worth[0].why) == ("3 of 4", "Continue", "Jobs")
    assert (bob.attended, bob.recommends, bob.worth) == ("1 of 2 by report-backs", "", ())


def test_the_nearest_annual_council_is_meant(register: Register) -> None:
    council(register)
    assert sitting_of(register, None, TODAY).year == "2026-27"
    assert sitting_of(register, None, "2025-07-01").year == "2025-26"
    later = sitting_of(register, None, "2027-04-30")
    assert (later.year, later.opening, later.next_one) == ("2027-28", "2027-05-16", None)
    assert has_day(register, sitting_of(register, None, TODAY)) and not has_day(register, later)
    with pytest.raises(Refused, match="2025-26"):
        sitting_of(register, "next", TODAY)


def test_a_seat_is_called_by_body_and_member(register: Register) -> None:
    story = council(register)
    figures = annual_council(register, None, TODAY, EN)
    assert line_called(figures, "dock trust, ann shaw").key == story.ids["dock_ann"]
    assert line_called(figures, "Dock Trust, Cllr Ann Shaw").key == story.ids["dock_ann"]
    assert line_called(figures, "Rail Forum").key == f"{story.ids['rail']}:1"
    assert line_called(figures, story.ids["mill_gap"]).body_name == "Mill Society"
    for text, said in (("Dock Trust", "2 seats"), ("Nowhere", "no seat")):
        with pytest.raises(Refused, match=said):
            line_called(figures, text)
