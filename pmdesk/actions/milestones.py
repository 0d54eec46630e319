"""Re-dating and finishing milestones: the first date stays, each new date says why and whose doing."""

from pmdesk.actions.reading import read_record
from pmdesk.domain.check import Refused, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Changes, Register


def redate(
    register: Register, milestone: str, date: str, reason: str, cause: str, today: str
) -> tuple[str, Changes]:
    """A new forecast date for a milestone, with its reason and cause; Refused with every problem."""
    row = read_record(register, "milestone", milestone)
    if row.get("done_on"):
        raise Refused(Say(N_("This milestone is done. Take the date it was done away first.")))
    typed = {"milestone": milestone, "date": date, "reason": reason, "cause": cause, "made_on": today}
    problems: dict[str, Say] = {} if reason.strip() else {"reason": Say(N_("Say why the date moves."))}
    try:
        values = check(ENTITIES["forecast"], typed)
    except Refused as refused:
        raise Refused({**refused.problems, **problems}) from refused
    if problems:
        raise Refused(problems)
    with register.change(N_("Re-dated milestone")) as change:
        made = change.add("forecast", values)
    return made, change.changes


def mark_done(register: Register, milestone: str, on: str, today: str) -> Changes:
    """Say on which day a milestone was reached; Refused for a day still to come."""
    values = check(ENTITIES["milestone"], {"done_on": on}, read_record(register, "milestone", milestone))
    if str(values.get("done_on") or "") > today:
        raise Refused({"done_on": Say(N_("This day is still to come."))})
    with register.change(N_("Finished milestone")) as change:
        change.set("milestone", milestone, values)
    return change.changes
