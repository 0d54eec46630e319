"""A challenge is about something, between two; the reply's words are the partner's."""

import pytest

from pmdesk.actions.records import FIXED
from pmdesk.domain.challenge import ABOUT, ASKED, answered_problems, challenge_problems, reply_problems


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


@pytest.mark.parametrize("name", ASKED)
def test_nobody_turns_the_question_round_under_an_answer(name: str) -> None:
    assert set(answered_problems({name: "new"}, {name: "old"}, True)) == {name}
    assert answered_problems({name: "new"}, {name: "old"}, False) == {}


def test_a_reply_comes_after_the_question_and_not_from_days_to_come() -> None:
    def wrong(day: str) -> set[str]:
        return set(reply_problems({"said_on": day}, {"asked_on": "2026-03-09"}, "2026-04-27"))

    assert wrong("2026-03-08") == wrong("2026-04-28") == {"said_on"}
    assert wrong("2026-03-09") == wrong("2026-04-27") == set()
