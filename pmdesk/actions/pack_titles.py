"""What records of a pack are called that have no name of their own: a reading, an update, a seat."""

from collections.abc import Sequence

from pmdesk.actions.finding import title_of
from pmdesk.actions.pack_taking import PackLook, Touched
from pmdesk.actions.titles import title
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.register.entries import read_value
from pmdesk.register.store import Register

SEATS = ("appointment", "partner")  # what has no name either, and others hang on
Given = dict[str, dict[str, object]]


def named_in(register: Register, look: PackLook, shown: Sequence[Touched], words: Words) -> list[Touched]:
    """The same records, each called by what it hangs on where it has no name: 'EN02 Recycled, 2025-26 Q4'.

    What is new is called by what the pack says of it, since the register has nothing of it yet.
    """
    bare = {each.record for each in shown if not each.title and each.is_new}
    given = _given(look, bare) if bare else {}
    titles = {each.record: each.title for each in look.records if each.title}

    def called(kind: str, record: str) -> str:
        if record not in given:
            return title_of(register, kind, record, words)
        row = given[record]
        for one in ENTITIES[kind].references:
            of = str(row.get(one.name) or "")
            row[f"{one.name}_name"] = titles.get(of) or register.title(of)
        seats = {str(row[above]): called(above, str(row[above])) for above in SEATS if row.get(above)}
        return title(kind, row, seats, words)

    return [
        each
        if each.title or each.kind not in ENTITIES
        else each._replace(title=called(each.kind, each.record))
        for each in shown
    ]


def _given(look: PackLook, wanted: set[str]) -> Given:
    """What the pack says of these records and of the seats in it, by id."""
    found: Given = {}
    for entry, body in look.checked:
        for place, event in enumerate(body.events):
            if (event.record in wanted or event.kind in SEATS) and place in entry.payloads:
                found.setdefault(event.record, {})[event.field] = read_value(entry.payloads[place].value)
    new = {each.record for each in look.records if each.is_new}
    return {record: row for record, row in found.items() if record in new}
