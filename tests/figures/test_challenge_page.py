"""The page of a challenge: question and reply beside each other, both views, what is agreed."""

from pmdesk.domain.words import Words
from pmdesk.figures.challenge_page import ChallengeRows, challenge_page
from pmdesk.figures.challenges import Challenged
from pmdesk.figures.record_page import Edit, Pair, RecordPage

WORDS, TODAY = Words(), "2026-04-27"
ASKED: dict[str, object] = {
    "id": "c",
    "question": "Why so late?",
    "evidence": "Nine of fourteen stopped.",
    "asked_on": "2026-03-09",
    "from_organisation_name": "Council",
    "to_organisation_name": "Police",
    "view": "this_partner",
    "challenger": "Prof Hale",
    "independent": True,
}
REPLY: dict[str, object] = {
    "id": "r",
    "said_on": "2026-03-30",
    "said_by": "Insp Ray",
    "text": "A form broke.",
}
UMBRELLA: dict[str, object] = {"id": "u", "name": "Place Board", "lead_officer_name": "Helen Marsh"}


def page(state: str, *replies: dict[str, object], **more: object) -> RecordPage:
    told = Challenged(ASKED | more, replies, {"id": "p", "name": "Safety"}, UMBRELLA, state, "2026-04-06")
    return challenge_page(ChallengeRows(told), TODAY, WORDS)


def said(made: RecordPage) -> list[tuple[str, str, str]]:
    return [tuple(fact) for fact in made.facts]  # type: ignore[misc]


def test_unanswered_it_says_since_when_and_where_it_went() -> None:
    made = page("climbed")
    assert made.quiet == "Council asks Police. Put by Prof Hale, independent of both."
    assert said(made) == [
        ("Asked on", "9 March 2026", "49 days ago"),
        ("An answer is asked for by", "6 April 2026", "21 days late"),
        ("It went to", "Place Board", "Helen Marsh"),
    ]
    asked, answered = made.sections[0].sides
    assert asked[0].text == "Why so late?\n\nNine of fourteen stopped."
    assert asked[0].foot == "Whose doing it is: Police"
    assert [side.text for side in answered] == ["No reply yet, asked on 9 March 2026."]
    assert made.primary and made.primary.word == "Record the reply"
    form = made.primary.lead.argument
    assert form == Edit("challenge_reply", None, {"challenge": "c", "said_on": "27 April 2026"}, "text")


def test_every_reply_stands_in_its_own_words_with_its_view() -> None:
    later = REPLY | {"id": "s", "said_on": "2026-04-20", "said_by": None, "view": "outside_control"}
    made = page("answered", REPLY, later)
    assert made.primary is None
    assert ("Answered on", "30 March 2026", "after 21 days") in said(made)
    [first, second] = made.sections[0].sides[1]
    assert (first.quiet, first.text) == ("answered on 30 March 2026, Insp Ray", "A form broke.")
    assert (second.quiet, second.foot) == (
        "answered on 20 April 2026",
        "Whose doing it is: outside anyone’s control",
    )
    views = next(each for each in made.sections if each.title == "Two views of the cause")
    assert views.pairs == (Pair("Council", "Police"), Pair("Police", "Outside anyone’s control"))


def test_what_both_agreed_is_followed_to_its_end() -> None:
    def verb(made: RecordPage) -> str:
        section = next(each for each in made.sections if each.title == "What both agreed to do")
        return section.action.word if section.action else ""

    assert verb(page("answered", REPLY)) == "Agree an action"
    agreed = {"agreed_action": "A rota", "action_by": "2026-04-20"}
    late = page("action_late", REPLY, **agreed)
    assert verb(late) == "Say it is done"
    assert said(late)[-1] == ("To be done by", "20 April 2026", "7 days late")
    done = page("done", REPLY, **agreed, action_done_on="2026-04-25")
    assert verb(done) == "Close it"
    assert said(done)[-1] == ("Done on", "25 April 2026", "")
    closed = page("closed", REPLY, **agreed, closed_on="2026-04-26")
    assert verb(closed) == "" and closed.pill == ("complete", "Closed")
