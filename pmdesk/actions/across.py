"""Rules that need more than one field or another record: circles, doubles, dates the wrong way round.

They stand here for what a person types; a merge never fails for them (journal.md, rule 11).
"""

from collections.abc import Callable, Mapping

from pmdesk.actions.today import today
from pmdesk.domain.annual_update import meeting_problem
from pmdesk.domain.appointing import drop_problem
from pmdesk.domain.challenge import answered_problems, challenge_problems, reply_problems
from pmdesk.domain.facts import Entity
from pmdesk.domain.figure_problems import (
    earlier_problems,
    measure_problems,
    reading_problems,
    rule_problems,
    target_problems,
)
from pmdesk.domain.health_check import health_check_problems
from pmdesk.domain.linked_file import LINKED, link_problem
from pmdesk.domain.report_back import day_problem, seat_problem
from pmdesk.domain.slippage import awaited, circle
from pmdesk.domain.tension import tension_problems
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Register

Record = Mapping[str, object]
RATED_BY_IT = N_("Readings have been rated by this rule. Add a rating rule with the day it starts instead.")


def across(register: Register, entity: Entity, whole: Record, before: Record | None) -> dict[str, Say]:
    """Every problem of a record as it would stand, as {field: sentence}; `before` is it as it stands."""
    problems: dict[str, Say] = {}
    for field in entity.references:
        target = whole.get(field.name)
        if target and not register.get(field.refers, str(target)):
            problems[field.name] = Say(N_("There is no such record."))
    starts, ends = whole.get("starts"), whole.get("ends")
    if entity.has("ends") and starts and ends and str(ends) < str(starts)[: len(str(ends))]:
        problems["ends"] = Say(N_("The end is before the beginning."))
    for rule in _RULES.get(entity.name, ()):
        problems |= rule(register, whole, before or {})
    return problems


def _meetings(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    found = meeting_problem(whole.get("meetings_held"), whole.get("meetings_attended"))
    return {"meetings_attended": found} if found else {}


def _one_seat(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    found = seat_problem(whole)
    return {"appointment": found} if found else {}


def _one_meeting(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """One report-back for a seat and day, on a day of its term; what stood there already is left alone."""
    for name in ("appointment", "partner"):
        same = {name: whole.get(name), "meeting_on": whole.get("meeting_on")}
        seat = register.get(name, str(whole[name])) if whole.get(name) else None
        if seat is None or all(before.get(each) == value for each, value in same.items()):
            continue
        if found := day_problem(whole, seat, today(register)):
            return {"meeting_on": found}
        if _is_double(register, "report_back", same, before):
            return {"meeting_on": Say(N_("There is a report-back for this seat and day already."))}
    return {}


def _follows(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """An appointment follows one to the same body that began no later, never itself."""
    earlier = register.get("appointment", str(whole.get("follows"))) if whole.get("follows") else None
    if earlier is None:
        return {}
    if earlier["id"] == before.get("id"):
        return {"follows": Say(N_("An appointment cannot follow itself."))}
    if earlier["outside_body"] != whole.get("outside_body"):
        return {"follows": Say(N_("That appointment is to another body."))}
    return {}


def _dropped(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """What the law requires is not ended, nor left without a seat; that it ceased to exist is told freely."""
    problem = drop_problem(whole)
    if problem is None:
        return {}
    dropped = {"status": "ended", "seats": 0}
    return {
        name: problem
        for name, value in dropped.items()
        if whole.get(name) == value and before.get(name) != value
    }


def _challenge(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    replied = bool(before.get("id")) and register.count("challenge_reply", challenge=before["id"]) > 0
    return challenge_problems(whole) | answered_problems(whole, before, replied)


def _reply(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    asked = register.get("challenge", str(whole.get("challenge") or ""))
    return reply_problems(whole, asked, today(register)) if asked else {}


def _health_check(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    opened = bool(before.get("id")) and register.count("health_box", health_check=before["id"]) > 0
    return health_check_problems(whole, before, opened)


def _one_head(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    same = {"validation": whole.get("validation"), "head": whole.get("head")}
    if not _is_double(register, "validation_head", same, before):
        return {}
    return {"head": Say(N_("This head has been scored already. Change that score instead."))}


def _tension(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    return tension_problems(whole)


def _first_due(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    if before.get("first_due") in (None, whole.get("first_due")):
        return {}
    return {"first_due": Say(N_("The first date never changes. Re-date the milestone instead."))}


def _parent_partnership(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    if not _circle(register, "partnership", whole, before):
        return {}
    return {"parent": Say(N_("A partnership cannot report to itself, nor to one that reports to it."))}


def _linked_files(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """What says where a document lies; what stood there already, from a spreadsheet, is left alone."""
    typed = {name: str(whole[name]) for name in LINKED if whole.get(name) not in (None, before.get(name))}
    found = {name: link_problem(place) for name, place in typed.items()}
    return {name: problem for name, problem in found.items() if problem}


def _parent_objective(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    if _circle(register, "objective", whole, before):
        return {"parent": Say(N_("An objective cannot be part of itself, nor of one that is part of it."))}
    parent = register.get("objective", str(whole.get("parent"))) if whole.get("parent") else None
    if parent and parent["plan"] != whole.get("plan"):
        return {"parent": Say(N_("That objective belongs to another plan. Link the two by an alignment."))}
    return {}


def _two_objectives(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """An alignment joins objectives of two plans, once."""
    ends = [register.get("objective", str(whole.get(name))) for name in ("objective", "serves")]
    if ends[0] and ends[1] and ends[0]["plan"] == ends[1]["plan"]:
        return {"serves": Say(N_("Both belong to the same plan. An alignment joins two plans."))}
    one, other = whole.get("objective"), whole.get("serves")
    for same in ({"objective": one, "serves": other}, {"objective": other, "serves": one}):
        if _is_double(register, "alignment", same, before):
            return {"serves": Say(N_("These two are aligned already."))}
    return {}


def _one_link(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    measure, objective = whole.get("measure"), whole.get("objective")
    first = (register.get("measure", str(measure)) or {}).get("objective")
    if first == objective or _is_double(
        register, "serves", {"measure": measure, "objective": objective}, before
    ):
        return {"objective": Say(N_("The measure shows this objective already."))}
    return {}


def _waits(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """A milestone waits for another one, once, and never in a circle (field.md, rule 8)."""
    milestone, other = str(whole.get("milestone") or ""), str(whole.get("waits_for") or "")
    if milestone and milestone == other:
        return {"waits_for": Say(N_("A milestone cannot wait for itself."))}
    if _is_double(register, "waits_for", {"milestone": milestone, "waits_for": other}, before):
        return {"waits_for": Say(N_("It waits for that one already."))}
    links = awaited(row for row in register.all("waits_for") if row["id"] != before.get("id"))
    if milestone and other and circle(links, milestone, other):
        return {"waits_for": Say(N_("That milestone waits for this one already: neither would ever begin."))}
    return {}


def _measure(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    problems = measure_problems(whole)
    code = str(whole.get("code") or "")
    others = [row for row in register.find("measure", code) if row["id"] != before.get("id")] if code else []
    if any(str(row["code"] or "").casefold() == code.casefold() for row in others):
        problems["code"] = Say(N_("Another measure has this code."))
    return problems


def _earlier(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    same = {"measure": whole.get("measure"), "before": whole.get("before")}
    problems = earlier_problems(whole)
    if _is_double(register, "earlier_tolerance", same, before):
        problems["before"] = Say(N_("There is an earlier tolerance for this day already."))
    return problems


def _one_target(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    measure = register.get("measure", str(whole.get("measure") or "")) or {}
    return _one_each_period(
        register, "target", whole, before, N_("There is a target for this period already.")
    ) | target_problems(whole, str(measure.get("polarity") or ""))


def _one_reading(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    problems = _one_each_period(
        register, "reading", whole, before, N_("There is a reading for this period already. Change that one.")
    )
    return problems | reading_problems(whole, today(register))


def _one_each_period(
    register: Register, kind: str, whole: Record, before: Record, sentence: str
) -> dict[str, Say]:
    same = {"measure": whole.get("measure"), "period": whole.get("period")}
    return {"period": Say(sentence)} if _is_double(register, kind, same, before) else {}


def _rating_stays(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """The rule a register began with is fixed by its first reading: history is never re-rated."""
    changed = before.get("rating_rule") and before.get("rating_rule") != whole.get("rating_rule")
    if not changed or not register.count("reading"):
        return {}
    return {"rating_rule": Say(RATED_BY_IT)}


def _dated_rule(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """A rule begins on a day of its own; one by which readings were rated stays as it is."""
    if before and has_rated(register, before):
        changed = [name for name in ("method", "tolerance", "starts") if whole.get(name) != before.get(name)]
        return {name: Say(RATED_BY_IT) for name in changed}
    return rule_problems(whole) | _rule_starts(register, whole, before)


def has_rated(register: Register, rule: Record) -> bool:
    """Whether a reading's period ends on the rule's first day or later."""
    latest = register.measures(order="latest", descending=True)[:1]
    ends = max((kept.ends for kept in register.kept(latest).values()), default="")
    return bool(ends) and ends >= str(rule.get("starts") or "")


def _rule_starts(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    starts = whole.get("starts")
    if not starts:
        if register.count("reading") and before.get("starts", "") != starts:
            return {
                "starts": Say(N_("Say from which day this rule holds. Earlier ratings stay as they were."))
            }
        return {}
    if _is_double(register, "rating_rule", {"starts": starts}, before):
        return {"starts": Say(N_("Another rule starts on this day."))}
    return {}


def _laptop(register: Register, whole: Record, before: Record) -> dict[str, Say]:
    """A laptop is what its key says; it comes in by being trusted, and its key is its own."""
    if not before:
        return {"": Say(N_("A laptop is added by trusting it: compare its six words first."))}
    fixed = ("key", "counts_to", "recovery")
    changed = [name for name in fixed if whole.get(name) != before.get(name)]
    return {name: Say(N_("This belongs to the laptop itself: nobody types it.")) for name in changed}


def _is_double(register: Register, kind: str, same: Mapping[str, object], before: Record) -> bool:
    if any(value is None for value in same.values()):
        return False
    return any(row["id"] != before.get("id") for row in register.all(kind, **same))


def _circle(register: Register, kind: str, whole: Record, before: Record) -> bool:
    here, seen = str(before.get("id") or ""), set[str]()
    parent = whole.get("parent")
    while parent and parent not in seen:
        if parent == here:
            return True
        seen.add(str(parent))
        parent = (register.get(kind, str(parent)) or {}).get("parent")
    return False


_RULES: Mapping[str, tuple[Callable[[Register, Record, Record], dict[str, Say]], ...]] = {
    "annual_update": (_meetings,),
    "report_back": (_one_seat, _one_meeting),
    "outside_body": (_dropped,),
    "appointment": (_follows,),
    "milestone": (_first_due,),
    "partnership": (_parent_partnership, _linked_files),
    "objective": (_parent_objective,),
    "alignment": (_two_objectives,),
    "serves": (_one_link,),
    "target": (_one_target,),
    "reading": (_one_reading,),
    "settings": (_rating_stays,),
    "rating_rule": (_dated_rule,),
    "waits_for": (_waits,),
    "measure": (_measure,),
    "earlier_tolerance": (_earlier,),
    "challenge": (_challenge,),
    "challenge_reply": (_reply,),
    "tension": (_tension,),
    "validation_head": (_one_head,),
    "health_check": (_health_check,),
    "laptop": (_laptop,),
}
