"""Replies as other programs take them: the partner's words, in the order they were said."""

from pmdesk.actions.challenge_plain import plain_challenge
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.saving import save


def test_replies_in_order(register: Register) -> None:
    one, other = (save(register, "organisation", name=name) for name in ("Council", "Police"))
    board = save(register, "partnership", name="Board")
    asked = {"from_organisation": one, "to_organisation": other, "asked_on": "1/3/2026"}
    challenge = save(register, "challenge", question="Why?", partnership=board, **asked)
    for day, text in (("20/4/2026", "Later."), ("30/3/2026", "First.")):
        save(register, "challenge_reply", challenge=challenge, said_on=day, text=text)
    row = register.get("challenge", challenge)
    assert row
    replies = plain_challenge(register, row, "2026-04-27", Words())["replies"]
    said = [(each["said_on"], each["text"]) for each in replies]  # type: ignore[attr-defined]
    assert said == [("2026-03-30", "First."), ("2026-04-20", "Later.")]
