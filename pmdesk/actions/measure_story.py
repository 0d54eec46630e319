"""Reading one measure whole, with what it serves and what it is compared with; writes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from pmdesk.actions.reading import read_record
from pmdesk.figures.grouped import grouped
from pmdesk.figures.measure_story import MeasureStory, measure_story
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# What hangs on a measure and tells its story.
_HANGING = ("target", "reading", "earlier_tolerance", "serves")


def story(register: Register, measure: str, today: str) -> MeasureStory:
    """The story of a measure (its id); Refused when it is not there."""
    row = read_record(register, "measure", measure)
    objectives = objectives_of(register, row)
    told = measure_story(
        row,
        register.all("target", measure=measure),
        register.all("reading", measure=measure),
        register.rules(),
        today,
        objectives,
        aligned_with(register, objectives),
        register.all("comparator", measure=measure),
        register.all("earlier_tolerance", measure=measure),
    )
    unsettled = {record for each in register.unsettled() for record in each.records}
    own = {measure, *told.reading_rows, *told.target_rows}
    return replace(told, unsettled=frozenset(unsettled & own)) if unsettled else told


def stories(register: Register, rows: Sequence[Row], today: str) -> list[MeasureStory]:
    """The stories of these measures (their rows) with a few questions for all of them.

    What other areas have, and what two laptops left to settle, is not read.
    """
    ids = tuple(row["id"] for row in rows)
    if not ids:
        return []
    targets, readings, earlier, links = (
        grouped(register.all(kind, measure=ids), "measure") for kind in _HANGING
    )
    wanted = {str(row["objective"]) for row in rows if row.get("objective")}
    wanted |= {str(each["objective"]) for found in links.values() for each in found}
    known = {str(row["id"]): row for row in register.all("objective", id=tuple(wanted))} if wanted else {}
    aligned = {id: aligned_with(register, [row]) for id, row in known.items()}
    made, rules = list[MeasureStory](), register.rules()
    for row in rows:
        named = [row.get("objective"), *(each["objective"] for each in links.get(row["id"], ()))]
        own = [known[str(each)] for each in named if str(each) in known]
        served = {str(one["id"]): one for each in own for one in aligned[str(each["id"])]}
        hanging = (targets.get(row["id"], []), readings.get(row["id"], []))
        whom = (own, list(served.values()), (), earlier.get(row["id"], []))
        made.append(measure_story(row, *hanging, rules, today, *whom))
    return made


def objectives_of(register: Register, measure: Row) -> list[Row]:
    """The objectives a measure shows: its first, then those it was linked to."""
    links = register.all("serves", measure=measure["id"])
    wanted = [measure.get("objective"), *(link["objective"] for link in links)]
    found = [register.get("objective", str(each)) for each in wanted if each]
    return [row for row in found if row and not row["deleted"]]


def aligned_with(register: Register, objectives: list[Row]) -> list[Row]:
    """The objectives of other plans that these contribute to, followed upwards, each once.

    An objective also contributes to what the objective above it contributes to.
    """
    found: dict[str, Row] = {}
    seen, ahead = set[str](), [str(row["id"]) for row in objectives]
    while ahead:
        here = ahead.pop(0)
        row = register.get("objective", here)
        if here in seen or row is None or row["deleted"]:
            continue
        seen.add(here)
        served = [str(link["serves"]) for link in register.all("alignment", objective=here)]
        for each in served:
            target = register.get("objective", each)
            if target and not target["deleted"]:
                found.setdefault(each, target)
        ahead += served + ([str(row["parent"])] if row.get("parent") else [])
    return list(found.values())
