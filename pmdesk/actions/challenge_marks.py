"""The mark beside a score that somebody challenged: where the challenge stands, and the way to it (¶97)."""

from pmdesk.actions.challenges import challenged
from pmdesk.domain.words import Words
from pmdesk.figures.challenge_marks import Mark, marks_of
from pmdesk.register.store import Register

# The kinds a mark is said from.
SHOWS = ("challenge", "challenge_reply")


def challenge_marks(register: Register, today: str, words: Words) -> dict[str, Mark]:
    """Every measure with an open challenge, by its id; few are ever open at once."""
    if not register.count("challenge", closed_on=None):
        return {}
    rows = [row for row in register.all("challenge", closed_on=None) if row["measure"]]
    return marks_of(challenged(register, rows, today), words)
