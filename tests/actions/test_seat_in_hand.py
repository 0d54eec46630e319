"""One seat in hand, and what speaks against renewing it."""

import pytest

from pmdesk.actions.annual_council import sitting_of
from pmdesk.actions.renewals import renew
from pmdesk.actions.seat_in_hand import check_renewal, first_day_of, reason_given, seat_in_hand
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.council_story import TODAY, council


def test_a_seat_in_hand(register: Register) -> None:
    story = council(register)
    sitting = sitting_of(register, None, TODAY)
    never = seat_in_hand(register, sitting, f"{story.ids['rail']}:1")
    assert (never.old, never.sits, never.state, first_day_of(never, sitting)) == (
        None,
        None,
        "vacant",
        "2026-05-20",
    )
    seat = seat_in_hand(register, sitting, story.ids["board_bob"])
    assert (seat.state, seat.rule, seat.sits) == ("undecided", "3 years from Annual Council", seat.old)
    check_renewal(register, seat, sitting)
    renew(register, sitting, [story.ids["board_bob"]])
    seat = seat_in_hand(register, sitting, story.ids["board_bob"])
    assert seat.sits == seat.latest
    with pytest.raises(Refused, match="renewed already"):
        check_renewal(register, seat, sitting)


def test_a_reason_is_a_sentence_of_some_length() -> None:
    assert reason_given("  Gave it   up ") == "Gave it up"
    for because in ("", "x" * 501):
        with pytest.raises(Refused) as caught:
            reason_given(because)
        assert set(caught.value.problems) == {"ended_because"}
