"""What a laptop said of itself before it was trusted here: its own name and whose it is."""

from collections.abc import Mapping

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.settling import settle
from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.words import Words
from pmdesk.figures.conflicts import VALUES, Conflict
from pmdesk.register.store import Register


def settle_names(register: Register, given: Mapping[bytes, str], words: Words) -> int:
    """Let these names stand, by the key of their laptop; how many questions that answered.

    Whoever typed one had the laptop's own name in view, so nothing is overruled that nobody saw. Where whose
    it is was left open, what the laptop says itself stands over nothing.
    """
    answered = 0
    for key, name in given.items():
        for each in conflicts(register, words, laptop_id(key)):
            side = _side(each, name)
            if each.sort == VALUES and side:
                settle(register, each.id, take=side, seen=each)
                answered += 1
    return answered


def _side(conflict: Conflict, name: str) -> int | None:
    if conflict.field == "name":
        return next((choice.n for choice in conflict.choices if choice.plain == name), None)
    told = [choice.n for choice in conflict.choices if choice.plain]
    return told[0] if conflict.field == "person" and len(told) == 1 else None
