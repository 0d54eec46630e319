"""The mark beside a score that somebody challenged: where the challenge stands, and the way to it (¶97)."""

from collections.abc import Iterable

from pmdesk.actions.challenges import challenged
from pmdesk.domain.words import Words
from pmdesk.figures.challenge_marks import Mark, marks_of
from pmdesk.register.store import Register

# The kinds a mark is said from.
SHOWS = ("challenge", "challenge_reply")


def challenge_marks(
    register: Register, measures: Iterable[object], today: str, words: Words
) -> dict[str, Mark]:
    """Those of these measures (their ids) that have an open challenge, by id; as many as a page shows."""
    wanted = tuple(measures)
    rows = register.all("challenge", measure=wanted, closed_on=None) if wanted else []
    return marks_of(challenged(register, rows, today), words) if rows else {}
