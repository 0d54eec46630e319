"""One organisation asks another to answer for something; the reply is the other's own (¶95.3, ¶97)."""

from collections.abc import Mapping

from pmdesk.domain.dates import last_day
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_, Say

# Whose doing a failure is, as either side sees it; both views are kept where they differ.
VIEWS = (
    ("this_partner", N_("This partner’s")),
    ("shared", N_("Shared between partners")),
    ("outside_control", N_("Outside anyone’s control")),
    ("national_contradiction", N_("Two national demands that contradict each other")),
)
# What a challenge can be about: at least one of them.
ABOUT = ("partnership", "measure", "milestone", "contribution")
# What was asked: it stays as it was once the other side has answered it.
ASKED = ("question", "from_organisation", "to_organisation", *ABOUT, "challenger", "independent", "asked_on",
         "evidence", "view")  # fmt: skip

CHALLENGE = Entity(
    "challenge",
    N_("Challenge"),
    N_("Challenges"),
    (
        Field(
            "question",
            N_("The question"),
            help=N_("In one sentence, as you would put it across the table."),
            required=True,
            also=("challenge",),
        ),
        Field(
            "from_organisation",
            N_("Who asks"),
            Type.REF,
            required=True,
            refers="organisation",
            also=("from",),
        ),
        Field(
            "to_organisation",
            N_("Who is asked"),
            Type.REF,
            required=True,
            refers="organisation",
            also=("to",),
        ),
        Field("partnership", N_("About which partnership"), Type.REF, refers="partnership"),
        Field("measure", N_("About which measure"), Type.REF, refers="measure"),
        Field("milestone", N_("About which milestone"), Type.REF, refers="milestone"),
        Field("contribution", N_("About which contribution"), Type.REF, refers="contribution"),
        Field("challenger", N_("Who puts it"), help=N_("The person who asks, or an independent challenger.")),
        Field("independent", N_("Is the challenger independent of both?"), Type.YES_NO),
        Field("asked_on", N_("Asked on"), Type.DATE, required=True, also=("date",)),
        Field(
            "evidence",
            N_("What it rests on"),
            Type.LONG,
            N_("Figures, dates, what was agreed."),
            also=("evidence",),
        ),
        Field(
            "view",
            N_("Whose doing it is, as the asker sees it"),
            Type.CHOICE,
            choices=VIEWS,
            also=("cause",),
        ),
        Field("answer_by", N_("An answer is asked for by"), Type.DATE),
        Field("agreed_action", N_("What both agreed to do"), Type.LONG),
        Field("action_by", N_("To be done by"), Type.DATE),
        Field("action_done_on", N_("Done on"), Type.DATE),
        Field("closed_on", N_("Closed on"), Type.DATE, N_("Leave empty while it is open.")),
        NOTE,
    ),
    saved=N_("Saved challenge"),
    removed=N_("Deleted challenge"),
    titled_by="question",
)

CHALLENGE_REPLY = Entity(
    "challenge_reply",
    N_("Reply to a challenge"),
    N_("Replies to challenges"),
    (
        Field("challenge", N_("Challenge"), Type.REF, required=True, refers="challenge"),
        Field("said_on", N_("Said on"), Type.DATE, required=True),
        Field("said_by", N_("Said by"), help=N_("Who spoke for the partner.")),
        Field(
            "text",
            N_("In its own words"),
            Type.LONG,
            N_("Word for word. It cannot be changed afterwards: what is said later is added."),
            required=True,
        ),
        Field(
            "view",
            N_("Whose doing it is, as the partner sees it"),
            Type.CHOICE,
            choices=VIEWS,
            also=("cause",),
        ),
    ),
    saved=N_("Recorded reply to a challenge"),
    removed=N_("Deleted reply to a challenge"),
    titled_by="",
)


def challenge_problems(challenge: Mapping[str, object]) -> dict[str, Say]:
    """A challenge is about something, and nobody challenges themselves; {field: sentence}.

    >>> sorted(challenge_problems({"from_organisation": "a", "to_organisation": "a"}))
    ['partnership', 'to_organisation']
    """
    problems: dict[str, Say] = {}
    if not any(challenge.get(name) for name in ABOUT):
        problems["partnership"] = Say(
            N_("Say what it is about: a partnership, a measure, a milestone or a contribution.")
        )
    asks = challenge.get("from_organisation")
    if asks and asks == challenge.get("to_organisation"):
        problems["to_organisation"] = Say(N_("An organisation cannot challenge itself."))
    return problems


def answered_problems(
    challenge: Mapping[str, object], before: Mapping[str, object], replied: bool
) -> dict[str, Say]:
    """What was asked is not turned round under an answer; {field: sentence}.

    >>> sorted(answered_problems({"question": "Why so late?"}, {"question": "Why late?"}, True))
    ['question']
    >>> answered_problems({"closed_on": "2026-04-27"}, {"question": None}, True)
    {}
    """
    stays = Say(N_("It has been answered: what was asked stays as it was. Ask anew in another challenge."))
    changed = (name for name in ASKED if replied and challenge.get(name) != before.get(name))
    return dict.fromkeys(changed, stays)


def reply_problems(
    reply: Mapping[str, object], challenge: Mapping[str, object], today: str
) -> dict[str, Say]:
    """A reply is said after the question and not in days to come; {field: sentence}.

    >>> sorted(reply_problems({"said_on": "2026-03-01"}, {"asked_on": "2026-03-09"}, "2026-04-27"))
    ['said_on']
    """
    said, asked = last_day(reply.get("said_on")), last_day(challenge.get("asked_on"))
    if said and said > today:
        return {"said_on": Say(N_("That day is still to come."))}
    if said and asked and said < asked:
        return {"said_on": Say(N_("That is before the day it was asked."))}
    return {}
