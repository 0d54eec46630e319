"""Challenges as papers print them: the question and every reply beside each other, then what was agreed."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.challenge_page import sides_of
from pmdesk.figures.challenges import Challenged, challenge_pill, pressing_first
from pmdesk.figures.record_page import Side, sentences, word


class Exchange(NamedTuple):
    """`asked` and `answered` stand beside each other; `agreed` is one line under both.

    `about` names the measure, milestone or contribution it is about; `measure` and `milestone` are ids; ''
    for none.
    """

    asked: Side
    answered: tuple[Side, ...]
    agreed: str
    about: str = ""
    measure: str = ""
    milestone: str = ""


def exchanges(
    found: Iterable[Challenged], words: Words, given: Mapping[object, str] | None = None
) -> tuple[Exchange, ...]:
    """The most pressing first; whoever gave no reply is said to have given none, and since when.

    `given` says what was undertaken, by the contribution's id.
    """
    return tuple(_exchange(each, words, given or {}) for each in pressing_first(list(found)))


def _exchange(each: Challenged, words: Words, given: Mapping[object, str]) -> Exchange:
    asked, answered = sides_of(each, words)
    if not each.replies:  # what the page promises of later is nothing for paper
        answered = tuple(side._replace(foot="") for side in answered)
    row = each.row
    about = word(row, "measure_name") or word(row, "milestone_name") or given.get(row.get("contribution"), "")
    return Exchange(
        asked[0], answered, _agreed(each, words), about, word(row, "measure"), word(row, "milestone")
    )


def challenged_measures(found: Iterable[Exchange]) -> frozenset[str]:
    """The ids of the measures whose score somebody challenged."""
    return frozenset(each.measure for each in found if each.measure)


def say_challenged(words: Words) -> str:
    """What stands under a score that was challenged, where the challenge stands further down."""
    return words("challenged: see below")


def _agreed(each: Challenged, words: Words) -> str:
    """'Action agreed: a rota is shared. To be done by 29 May 2026.'"""
    row = each.row
    agreed = " ".join(word(row, "agreed_action").split())
    if not agreed:
        return words("Closed without an agreed action.") if row.get("closed_on") else ""
    said = words("{state}: {action}", state=challenge_pill(each, words)[1], action=agreed)
    day = ""
    if done := say_date(row.get("action_done_on"), words):
        day = words("Done on {day}", day=done)
    elif by := say_date(row.get("action_by"), words):
        day = words("To be done by {day}", day=by)
    return sentences(said, day)
