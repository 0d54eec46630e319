"""Adding and changing any record by what was typed: updates go their own way, with their states and dates."""

from pmdesk.actions.records import Typed, save
from pmdesk.actions.updates import move_on, save_update
from pmdesk.domain.check import Refused, read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Changes, Register

UPDATES = ("annual_update", "progress_update")


def enter(register: Register, kind: str, typed: Typed, today: str) -> tuple[str, Changes]:
    """Add a record; its id. An update typed as submitted, without the day it was, is submitted today."""
    if kind not in UPDATES:
        return save(register, kind, typed)
    submit = _status(kind, typed) == "submitted" and not typed.get("submitted_on")
    return save_update(register, kind, typed, None, today, submit=submit)


def amend(register: Register, kind: str, record: str, typed: Typed, today: str) -> Changes:
    """Change a record. A new status of an update is a step of its own, taken only when it is its turn."""
    if kind not in UPDATES or not _moves(register, kind, record, typed):
        return (
            save_update(register, kind, typed, record, today)[1]
            if kind in UPDATES
            else save(register, kind, typed, record)[1]
        )
    status = str(_status(kind, typed))
    rest = {name: value for name, value in typed.items() if name != "status"}
    if status == "returned" and set(rest) <= {"returned_because"}:
        return move_on(register, kind, record, status, today, str(rest.get("returned_because") or ""))
    if not rest:
        return move_on(register, kind, record, status, today)
    if status == "submitted":
        return save_update(register, kind, rest, record, today, submit=True)[1]
    raise Refused({"status": Say(N_("Save the other answers first, then change the status by itself."))})


def _moves(register: Register, kind: str, record: str, typed: Typed) -> bool:
    wanted = _status(kind, typed)
    row = register.get(kind, record)
    return bool(wanted and row and wanted != (row.get("status") or "draft"))


def _status(kind: str, typed: Typed) -> object:
    """The code of the status that was typed; None when there is none or `save` will refuse it."""
    try:
        return read_value(ENTITIES[kind].field("status"), typed.get("status"))
    except NotRead:
        return None
