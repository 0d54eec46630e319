"""Where a challenge stands, against worked days."""

import pytest

from pmdesk.domain.challenge_state import (
    STATES,
    answer_due,
    both_views,
    challenge_state,
    climbs_to,
    in_order,
)

ASKED = {"asked_on": "2026-03-09"}
AGREED = {**ASKED, "agreed_action": "Share the rota by ward", "action_by": "2026-05-01"}


@pytest.mark.parametrize(
    ("challenge", "replied", "umbrella", "day", "state"),
    [
        (ASKED, False, True, "2026-04-06", "waiting"),
        (ASKED, False, True, "2026-04-07", "climbed"),
        (ASKED, False, False, "2026-04-07", "late"),
        ({**ASKED, "answer_by": "2026-03-20"}, False, True, "2026-03-21", "late"),
        ({**ASKED, "answer_by": "2026-05-20"}, False, True, "2026-05-20", "waiting"),
        ({**ASKED, "answer_by": "2026-05-20"}, False, True, "2026-05-21", "climbed"),
        (ASKED, True, True, "2027-04-07", "answered"),
        (AGREED, False, True, "2026-05-01", "agreed"),
        (AGREED, True, True, "2026-05-02", "action_late"),
        ({**AGREED, "action_by": None}, True, True, "2027-05-02", "agreed"),
        ({**AGREED, "action_done_on": "2026-05-09"}, True, True, "2026-06-02", "done"),
        ({**AGREED, "closed_on": "2026-05-10"}, True, True, "2026-06-02", "closed"),
        ({"asked_on": "some time in March"}, False, True, "2027-01-01", "waiting"),
    ],
)
def test_where_a_challenge_stands(
    challenge: dict[str, object], replied: bool, umbrella: bool, day: str, state: str
) -> None:
    assert challenge_state(challenge, replied, umbrella, 28, day) == state
    assert state in STATES


def test_the_register_says_how_long_an_answer_may_take() -> None:
    assert answer_due(ASKED) == "2026-04-06"
    assert answer_due(ASKED, 10) == "2026-03-19"
    assert challenge_state(ASKED, False, True, 10, "2026-03-20") == "climbed"


def test_it_climbs_to_what_the_partnership_reports_to() -> None:
    place = {"id": "place", "kind": "umbrella"}
    assert climbs_to({"id": "roads", "parent": "place"}, place) is place
    assert climbs_to(place, None) is place
    assert climbs_to({"id": "alone", "kind": "thematic"}, None) is None


def test_the_partners_latest_view_is_kept_beside_the_askers() -> None:
    replies = [
        {"id": "2", "said_on": "2026-04-02", "view": "shared"},
        {"id": "1", "said_on": "2026-03-20", "view": "outside_control"},
        {"id": "3", "said_on": "2026-04-20", "view": None},
    ]
    assert [each["id"] for each in in_order(replies)] == ["1", "2", "3"]
    assert both_views({"view": "this_partner"}, replies) == ("this_partner", "shared", True)
    assert both_views({"view": "shared"}, replies) == ("shared", "shared", False)
    assert both_views({"view": "shared"}, []) == ("shared", "", False)
    assert both_views({}, replies) == ("", "shared", False)
