"""What papers print of a challenge: both sides, what was agreed, and that there was no reply."""

from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged
from pmdesk.figures.exchanges import exchanges

WORDS = Words()
ASKED: dict[str, object] = {
    "id": "c",
    "question": "Why so late?",
    "asked_on": "2026-03-09",
    "from_organisation_name": "Council",
    "to_organisation_name": "Police",
}
REPLY = {"id": "r", "said_on": "2026-03-30", "text": "A form broke.", "view": "shared"}


def told(state: str, *replies: dict[str, object], **more: object) -> Challenged:
    return Challenged(ASKED | more, replies, {}, {}, state, None)


def test_no_reply_is_said_with_the_day() -> None:
    [made] = exchanges([told("late")], WORDS)
    assert (made.asked.who, made.asked.text) == ("Council", "Why so late?")
    assert [(side.text, side.foot) for side in made.answered] == [
        ("No reply yet, asked on 9 March 2026.", "")
    ]
    assert made.agreed == ""


def test_a_reply_with_its_view_and_what_was_agreed() -> None:
    agreed = {"agreed_action": "A rota\nis shared", "action_by": "2026-05-29"}
    [made] = exchanges([told("agreed", REPLY, **agreed)], WORDS)
    assert [(side.text, side.foot) for side in made.answered] == [
        ("A form broke.", "Whose doing it is: shared between partners")
    ]
    assert made.agreed == "Action agreed: A rota is shared. To be done by 29 May 2026."
    [done] = exchanges([told("done", REPLY, **agreed, action_done_on="2026-05-20")], WORDS)
    assert done.agreed == "Action done: A rota is shared. Done on 20 May 2026."
    [closed] = exchanges([told("closed", REPLY, closed_on="2026-05-20")], WORDS)
    assert closed.agreed == "Closed without an agreed action."
