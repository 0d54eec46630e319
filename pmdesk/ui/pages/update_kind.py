"""What differs between the two writing pages, as plain facts; what they share is update_form.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pmdesk.actions.update_in_hand import InHand
from pmdesk.domain.dates import say_date
from pmdesk.ui.pages.update_answers import Part
from pmdesk.ui.pages.update_notice import Standing
from pmdesk.ui.words import _, spoken


@dataclass(frozen=True)
class Kind:
    """`title`, `quiet` and `standing` say the update in hand in words; `parts` are its questions for it."""

    name: str  # the entity
    paper: str
    back: str  # the page of what the update is about
    back_word: str
    two_pages: bool
    long: tuple[str, ...]  # the public answers that guidance reads
    saved: str
    submitted: str
    parts: Callable[[InHand], tuple[Part, ...]]
    title: Callable[[InHand, Mapping[str, object]], str]
    quiet: Callable[[InHand, Mapping[str, object]], str]
    standing: Callable[[InHand], Standing | None]
    # What is said under an answer of what the register knows besides: by field, '' for nothing.
    remarks: Callable[[InHand, Mapping[str, object]], Mapping[str, str]] = lambda _hand, _typed: {}


def on(values: Mapping[str, object], name: str) -> str:
    """A day of the update in words, '' when it is not known."""
    return say_date(values.get(name), spoken())


def returned(hand: InHand) -> Standing:
    """An update that came back, with the reason it came back for."""
    reason = str(hand.values.get("returned_because") or "").strip()
    sentence = _("Returned: {reason}", reason=reason) if reason else _("It was returned.")
    return Standing("close", sentence, _("Put it right below and submit it again."))


def due(due_on: str | None, today: str) -> str:
    """'It was due on 17 April 2026.', 'It is due on ...', or '' where no day is set."""
    if not due_on:
        return ""
    day = say_date(due_on, spoken())
    return _("It was due on {day}.", day=day) if due_on < today else _("It is due on {day}.", day=day)
