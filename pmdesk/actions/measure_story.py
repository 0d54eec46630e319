"""Reading one measure whole, with what it serves and what it is compared with; writes nothing."""

from dataclasses import replace

from pmdesk.actions.reading import read_record
from pmdesk.figures.measure_story import MeasureStory, measure_story
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


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
