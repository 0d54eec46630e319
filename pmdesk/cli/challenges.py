"""A challenge as lines for a person: where it stands, to whom it climbs, every reply in its own words."""

from pmdesk.actions.listing import Plain
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import CHALLENGES


def challenge_lines(made: Plain, words: Words) -> list[str]:
    """After the lines of the record itself."""
    state = str(made["state"])
    lines = [f"{words('State')}: {words(CHALLENGES[state][1])}"]
    if made["answer_due"]:
        lines.append(f"{words('An answer is asked for by')}: {say_date(made['answer_due'], words)}")
    if made["climbs_to"]:
        label = words("It went to") if state == "climbed" else words("Unanswered, it goes to")
        lines.append(f"{label}: {made['climbs_to']}")
    replies = made["replies"]
    assert isinstance(replies, list)
    lines += [_reply(each, words) for each in replies]
    return lines if replies else [*lines, _none_yet(made, words)]


def _reply(reply: Plain, words: Words) -> str:
    parts = (words("Reply"), say_date(reply["said_on"], words), str(reply["said_by"] or ""))
    return f"{', '.join(part for part in parts if part)}: {reply['text']}"


def _none_yet(made: Plain, words: Words) -> str:
    return words("No reply yet, asked on {day}.", day=say_date(made["asked_on"], words))
