"""The paper of a health check: of a closed one alone, without a word that anybody wrote."""

import pytest

from pmdesk.actions.health_checks import open_check
from pmdesk.actions.health_paper import health_paper
from pmdesk.actions.paper_choices import paper_choices
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.health_story import TODAY, hold_health_check, story

EN = words_in("en")


def test_nothing_is_printed_before_it_is_closed(register: Register) -> None:
    made = story(register)
    for _ in range(2):
        with pytest.raises(Refused, match="not closed"):
            health_paper(register, [made.check], EN, TODAY)
        assert paper_choices(register, "health-check", "", EN) == []
        if _ == 0:
            open_check(register, made.check, TODAY)


def test_a_closed_one_without_anybodys_words(register: Register) -> None:
    check = hold_health_check(register, said="Zephyrquill")
    made = health_paper(register, ["How we work together"], EN, TODAY)
    assert (made.partnership, made.summary[:18]) == ("Safer Aldermoor", "3 partners answere")
    assert "Zephyrquill" not in repr(made)
    assert [each.id for each in paper_choices(register, "health-check", "", EN)] == [check]
