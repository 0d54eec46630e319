"""Who reports to whom, read from the register for the outline and the map of partnerships."""

from pmdesk.actions.pages import days_to_report, reported_days
from pmdesk.domain.words import Words
from pmdesk.figures.partnership_tree import Branch, partnership_tree
from pmdesk.register.store import Register

# The kinds that outline and map are said from.
SHOWS = ("partnership", "progress_update", "settings")


def read_tree(register: Register, today: str, words: Words) -> tuple[Branch, ...]:
    """Every partnership that runs, under the one it reports to, as at `today` (ISO)."""
    rows = register.all("partnership")
    return partnership_tree(rows, reported_days(register, rows), today, days_to_report(register), words)
