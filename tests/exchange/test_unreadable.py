"""The sentence of a file that cannot be read."""

from pmdesk.domain.words import Say
from pmdesk.exchange.unreadable import Unreadable


def test_it_carries_its_sentence() -> None:
    problem = Unreadable(Say("There is no file ‘{file}’.", {"file": "a.csv"}))
    assert str(problem) == str(problem.sentence) == "There is no file ‘a.csv’."
