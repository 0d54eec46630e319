"""A tension is between two targets, each one of ours or one in words."""

import pytest

from pmdesk.domain.tension import tension_problems


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, {"target_words", "other_words"}),
        ({"measure": "a"}, {"other_words"}),
        ({"measure": "a", "other_measure": "a"}, {"other_measure"}),
        ({"measure": "a", "other_measure": "b"}, set()),
        ({"measure": "a", "other_words": "Four-hour waits in A&E"}, set()),
        ({"target_words": "Fewer beds", "other_words": "Four-hour waits in A&E"}, set()),
    ],
)
def test_two_targets(said: dict[str, object], wrong: set[str]) -> None:
    assert set(tension_problems(said)) == wrong
