"""A challenge is about something, between two; the reply's words are the partner's."""

import pytest

from pmdesk.actions.records import FIXED
from pmdesk.domain.challenge import ABOUT, challenge_problems


@pytest.mark.parametrize("about", ABOUT)
def test_a_challenge_is_about_one_thing_at_least(about: str) -> None:
    asked = {"from_organisation": "police", "to_organisation": "council"}
    assert set(challenge_problems(asked)) == {"partnership"}
    assert challenge_problems({**asked, about: "something"}) == {}


def test_nobody_challenges_themselves() -> None:
    both = {"from_organisation": "police", "to_organisation": "police", "measure": "m"}
    assert set(challenge_problems(both)) == {"to_organisation"}


def test_a_reply_is_fixed_once_it_is_recorded() -> None:
    assert "challenge_reply" in FIXED
