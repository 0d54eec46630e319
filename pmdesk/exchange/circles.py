"""Rows that would close a circle of milestones that wait for each other are refused, each with its reason."""

from collections.abc import Iterable, Sequence

from pmdesk.domain.slippage import WAITS_FOR, Circles, awaited
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.match import Known, Link, Records
from pmdesk.exchange.rows import Draft, Read

ITSELF = N_("a milestone cannot wait for itself.")
CLOSED = N_("that milestone waits for this one already: neither would ever begin.")


def refuse_circles(drafts: Iterable[Draft], records: Records, known: Known, columns: Sequence[Read]) -> None:
    """In the file's order: what register and earlier rows say stands, the row that closes it does not."""
    links = Circles(awaited(known.get(WAITS_FOR.name, ())))
    heading = next((each.heading for each in columns if each.target.key == "waits_for.waits_for"), "")
    for draft in drafts:
        made = records.made[draft.main] if draft.state == "ready" and draft.main is not None else None
        if made is None or made.id is not None:
            continue
        milestone, other = (_end(records, made.values.get(name)) for name in ("milestone", "waits_for"))
        if not links.add(milestone, other):
            draft.refuse(heading, Say(ITSELF if milestone == other else CLOSED))


def _end(records: Records, value: object) -> str:
    """A milestone by its id, or by its place among the records to be made."""
    if isinstance(value, Link):
        return records.made[value.key].id or f"#{value.key}"
    return str(value)
