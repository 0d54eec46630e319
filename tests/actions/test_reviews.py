"""A review begins with what the register has, and nothing private is drawn into it."""

import pytest

from pmdesk.actions.reviews import begin_review, drawn_sections, looks
from pmdesk.domain.check import Refused
from pmdesk.domain.review import SECTIONS
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

EN, TODAY = words_in("en"), "2026-04-27"


@pytest.fixture
def forum(register: Register) -> str:
    police = save(register, "organisation", name="Police")
    nhs = save(register, "organisation", name="NHS")
    forum = save(register, "partnership", name="Forum", purpose="Homes for all.", note="SECRET note")
    save(register, "measure", title="Homes", partnership=forum)
    hidden = save(register, "measure", title="SECRET measure", partnership=forum, visibility="internal")
    plan = save(register, "plan", name="Forum Plan", partnership=forum, note="SECRET plan")
    save(register, "objective", name="Nobody outside", plan=plan)
    save(register, "partner_words", organisation=nhs, partnership=forum, said_on="12/2/2026", text="We came.")
    asked = save(register, "challenge", question="Why late?", from_organisation=nhs, to_organisation=police,
                 partnership=forum, asked_on="1/3/2026", note="SECRET challenge")  # fmt: skip
    save(register, "challenge_reply", challenge=asked, said_on="9/3/2026", text="No staff.")
    save(register, "challenge", question="SECRET question", from_organisation=nhs, to_organisation=police,
         partnership=forum, measure=hidden, asked_on="1/3/2026")  # fmt: skip
    return forum


def test_the_sections_are_drawn_and_nothing_private_is(register: Register, forum: str) -> None:
    drawn = drawn_sections(register, forum, TODAY, EN)
    assert tuple(drawn) == SECTIONS
    text = "\n".join(drawn.values())
    for said in ("Homes for all.", "- Nobody outside", "Homes: no reading yet", "Why late?", "No staff."):
        assert said in text
    assert "SECRET" not in text


def test_a_review_begun_is_one_save_and_what_was_typed_wins(register: Register, forum: str) -> None:
    made, changes = begin_review(register, forum, {"performance": "Poor."}, TODAY, EN)
    row = register.get("review", made)
    assert row is not None
    assert (row["title"], row["started"], row["performance"]) == ("Review of Forum", TODAY, "Poor.")
    assert str(row["background"]).startswith("Drawn from the register on 27 April 2026.\nHomes for all.")
    assert changes.label == "Saved review"
    register.undo()
    assert register.count("review") == 0


def test_a_partnership_that_is_gone_is_refused(register: Register) -> None:
    with pytest.raises(Refused):
        begin_review(register, "nowhere", {}, TODAY, EN)


def test_who_is_due_a_look_is_read_from_the_register(register: Register, forum: str) -> None:
    assert looks(register, TODAY, EN).rows[0].state == "never"
    save(register, "review", title="First", partnership=forum, reported_on="1/4/2026")
    assert looks(register, TODAY, EN).rows[0].state == "fresh"
