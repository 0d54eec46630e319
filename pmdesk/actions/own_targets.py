"""Reading the targets of the measures an organisation owns, and how each ended; writes nothing."""

from dataclasses import replace
from datetime import date, timedelta

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.domain.attainment import judged
from pmdesk.domain.series import readings_of, scale_of, targets_of
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.own_targets import OwnTarget, OwnTargets
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# A council that owns thousands of measures would have a page read all of their readings.
MOST_ON_A_PAGE = 1_000
_AT_ONCE = 500


def own_targets(register: Register, organisation: str, today: str, most: int | None = None) -> OwnTargets:
    """Every target of its measures whose period ended before `today` (ISO), judged by that period's figure.

    With `most`, an organisation that owns more measures than that has them only counted.
    """
    owned = register.count("measure", owner_organisation=organisation)
    if most is not None and owned > most:
        return OwnTargets((), owned, read=False)
    measures = register.all("measure", owner_organisation=organisation) if owned else []
    found = list[OwnTarget]()
    for first in range(0, len(measures), _AT_ONCE):
        found += _judged(register, measures[first : first + _AT_ONCE], today)
    return OwnTargets(tuple(found), owned)


def shown_targets(register: Register, organisation: str, today: str, words: Words) -> OwnTargets:
    """The same as its page shows them: as many as there is room for, with which of them were challenged."""
    found = own_targets(register, organisation, today, MOST_ON_A_PAGE)
    marks = challenge_marks(register, {each.measure["id"] for each in found.targets}, today, words)
    return replace(found, challenged={id: (mark.said, mark.challenge) for id, mark in marks.items()})


def awaited_targets(register: Register, organisation: str) -> OwnTargets:
    """What its page shows until they have been read: how many measures it owns."""
    owned = register.count("measure", owner_organisation=organisation)
    return OwnTargets((), owned, read=False, awaited=True)


def _judged(register: Register, measures: list[Row], today: str) -> list[OwnTarget]:
    targets = grouped(register.all("target", measure=tuple(row["id"] for row in measures)), "measure")
    aimed = [row for row in measures if row["id"] in targets]
    if not aimed:
        return []
    readings = grouped(register.all("reading", measure=tuple(row["id"] for row in aimed)), "measure")
    last = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
    found = list[OwnTarget]()
    for measure in aimed:
        scale, rows = scale_of(measure), readings.get(measure["id"], [])
        by_id = {str(row["id"]): row for row in rows}
        told = readings_of(rows, scale.per_cent)
        for each in judged(scale, targets_of(targets[measure["id"]]), told, "0001-01-01", last):
            found.append(OwnTarget(measure, each, by_id.get(each.reading.id) if each.reading else None))
    return found
