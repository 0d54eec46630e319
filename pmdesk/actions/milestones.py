"""Re-dating and finishing milestones: the first date stays, each new date says why and whose doing.

A new date that slips moves what waits for it; who agrees to the one sees the others first (field.md, rule 8).
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from pmdesk.actions.reading import read_record
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.dates import NotRead, last_day, read_partial, say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.slippage import awaited, dated, later, pushes
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.change import Change
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

PUSHED = N_("Waits for ‘{title}’, which moved to {day}.")


class Slip(NamedTuple):
    """A later milestone that a slip moves: whose it is, from which day (ISO) to which, and because of which.

    `partnership` is its own where that is not the one of the milestone re-dated.
    """

    id: str
    title: str
    whose: str
    partnership: str
    before: str
    after: str
    because: str
    because_day: str


def slip_preview(register: Register, milestone: str, date: str, staying: Collection[str] = ()) -> list[Slip]:
    """Every later date that moves when a milestone moves to a typed day, the nearest first.

    Those `staying` (their ids) stay where they are, and so does what waits for them. A day known by its month
    or year only counts as its last; one that cannot be read moves nothing.
    """
    to, row = _day(date), register.get("milestone", milestone)
    links = awaited(register.all("waits_for"))
    if not to or not row or not links:
        return []
    rows = _there(register, later(links, milestone))
    forecasts = [each for id in rows for each in register.all("forecast", milestone=id)]
    moved = pushes(dated(rows.values(), forecasts), links, milestone, to, staying)
    days = {milestone: to} | {push.id: push.after for push in moved}
    return [
        Slip(
            push.id,
            str(rows[push.id]["title"] or ""),
            _whose(rows[push.id]),
            _elsewhere(rows[push.id], row),
            push.before,
            push.after,
            str(rows[push.because]["title"] or ""),
            days[push.because],
        )
        for push in moved
    ]


def redate(
    register: Register,
    milestone: str,
    date: str,
    reason: str,
    cause: str,
    today: str,
    *,
    push: Collection[str] | None = None,
    words: Words | None = None,
) -> tuple[str, Changes]:
    """A new forecast date for a milestone, with its reason and cause; Refused with every problem.

    The later milestones that it moves (`slip_preview`) are re-dated in the same save, all of them or those
    whose ids stand in `push`; the reason they get is said in `words`.
    """
    typed = {"milestone": milestone, "date": date, "reason": reason, "cause": cause, "made_on": today}
    return _redate(register, typed, push, words or Words())


def enter_redate(
    register: Register, typed: Mapping[str, object], today: str, push: bool, words: Words
) -> tuple[str, Changes, list[Slip]]:
    """A re-date by its typed fields, reported today unless said; and the later dates it moves, or would.

    They are moved in the same save when `push`. A re-date reported before the newest one moves nothing.
    """
    typed = {**typed, "made_on": typed.get("made_on") or today}
    values = check(ENTITIES["forecast"], typed)
    milestone = str(values["milestone"])
    slips = slip_preview(register, milestone, str(values["date"])) if _is_newest(register, values) else []
    if not push:
        return (*save(register, "forecast", typed), slips)
    return (*_redate(register, typed, [slip.id for slip in slips], words), slips)


def mark_done(
    register: Register,
    milestone: str,
    on: str,
    today: str,
    *,
    push: Collection[str] = (),
    words: Words | None = None,
) -> Changes:
    """Say on which day a milestone was reached; Refused for a day still to come.

    One that was reached late moves what waits for it (`slip_preview`): those whose ids stand in `push` are
    re-dated in the same save, the reason said in `words`.
    """
    values = check(ENTITIES["milestone"], {"done_on": on}, read_record(register, "milestone", milestone))
    if str(values.get("done_on") or "") > today:
        raise Refused({"done_on": Say(N_("This day is still to come."))})
    slips = _chosen(register, milestone, str(values.get("done_on") or ""), push) if push else []
    with register.change(N_("Finished milestone")) as change:
        change.set("milestone", milestone, values)
        _push(change, slips, {"made_on": today}, words or Words())
    return change.changes


def _redate(
    register: Register, typed: Mapping[str, object], push: Collection[str] | None, words: Words
) -> tuple[str, Changes]:
    milestone, date, reason = (str(typed.get(name) or "") for name in ("milestone", "date", "reason"))
    if read_record(register, "milestone", milestone).get("done_on"):
        raise Refused(Say(N_("This milestone is done. Take the date it was done away first.")))
    problems: dict[str, Say] = {} if reason.strip() else {"reason": Say(N_("Say why the date moves."))}
    try:
        values = check(ENTITIES["forecast"], typed)
    except Refused as refused:
        raise Refused({**refused.problems, **problems}) from refused
    if problems:
        raise Refused(problems)
    slips = _chosen(register, milestone, date, push)
    with register.change(ENTITIES["forecast"].saved) as change:
        made = change.add("forecast", values)
        _push(change, slips, values, words)
    return made, change.changes


def _is_newest(register: Register, values: Mapping[str, Value]) -> bool:
    """Whether a re-date becomes the date that counts: nothing was reported after it, and nothing is done."""
    row = register.get("milestone", str(values["milestone"])) or {}
    made_on = str(values["made_on"])
    others = register.all("forecast", milestone=values["milestone"])
    return not row.get("done_on") and all(str(each["made_on"] or "") <= made_on for each in others)


def _chosen(register: Register, milestone: str, date: str, push: Collection[str] | None) -> list[Slip]:
    """What is moved along: what stays takes what waits for it out of the slip."""
    every = slip_preview(register, milestone, date)
    if push is None:
        return every
    return slip_preview(register, milestone, date, {slip.id for slip in every} - set(push))


def _push(change: Change, slips: list[Slip], values: Mapping[str, Value], words: Words) -> None:
    for slip in slips:
        reason = words(PUSHED, title=slip.because, day=say_date(slip.because_day, words))
        given = {"milestone": slip.id, "date": slip.after, "reason": reason}
        change.add("forecast", {**values, **given})


def _there(register: Register, ids: Iterable[str]) -> dict[str, Row]:
    """Those of these milestones that were not deleted, by id."""
    found = {id: register.get("milestone", id) for id in ids}
    return {id: row for id, row in found.items() if row and not row["deleted"]}


def _day(date: str) -> str:
    try:
        return last_day(read_partial(date)) or ""
    except NotRead:
        return ""


def _whose(row: Row) -> str:
    """The organisation that answers for it and the person in it, where they are named."""
    names = (row.get("owner_organisation_name"), row.get("owner_name"))
    return ", ".join(str(name) for name in names if name)


def _elsewhere(row: Row, moved: Row) -> str:
    own = row["partnership"] != moved["partnership"]
    return str(row.get("partnership_name") or "") if own else ""
