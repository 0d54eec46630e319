"""A laptop's name where two were given at once: its own, and the one typed while it was trusted."""

from collections.abc import Mapping

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.settling import settle
from pmdesk.domain.laptop import LAPTOP, laptop_id
from pmdesk.domain.words import Words
from pmdesk.figures.conflicts import VALUES
from pmdesk.register.store import Register


def settle_names(register: Register, given: Mapping[bytes, str], words: Words) -> int:
    """Let these names stand, by the key of their laptop; how many questions that answered.

    Whoever typed one had the laptop's own name in view, so nothing is overruled that nobody saw.
    """
    answered = 0
    for key, name in given.items():
        for each in conflicts(register, words, laptop_id(key)):
            side = next((choice.n for choice in each.choices if choice.plain == name), None)
            if (each.kind, each.field, each.sort) == (LAPTOP.name, "name", VALUES) and side:
                settle(register, each.id, take=side, seen=each)
                answered += 1
    return answered
