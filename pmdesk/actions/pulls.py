"""Measures that may pull against each other, found within one organisation or one partnership.

Read are at most so many measures of each, so that a register of any size is answered at once.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from pmdesk.domain.pull import Moves, Pull, moves_of, pulls
from pmdesk.domain.series import readings_of, scale_of
from pmdesk.figures.grouped import grouped
from pmdesk.figures.suggestions import Suggested
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

MOST_MEASURES, MOST_SHOWN, MOST_OF_ONE, MOST_ORGANISATIONS = 60, 12, 2, 8
_NOTES = 24  # the latest readings of a measure that are compared: six years of quarters


def suggested(register: Register, known: Sequence[Row], **within: str) -> list[Suggested]:
    """The pairs found, the plainest first; `within` is partnership=id or owner_organisation=id.

    `known` are tensions: a pair that stands in one of them is not suggested again.
    """
    numbers = register.measures(narrowed=within, order="rating")[:MOST_MEASURES]
    rows = {str(row["id"]): row for row in register.page("measure", numbers)}
    if len(rows) < 2:
        return []
    serves = _objectives(register, rows)
    readings = grouped(register.all("reading", measure=tuple(rows)), "measure")
    moves = [_moves(row, readings.get(id, []), serves.get(id, frozenset())) for id, row in rows.items()]
    told = {frozenset((row["measure"], row["other_measure"])) for row in known}
    found = [pull for pull in pulls(moves) if frozenset((pull.one, pull.other)) not in told]
    return [
        Suggested(pull, rows[pull.one], rows[pull.other], register.title(pull.objective))
        for pull in _varied(found)[:MOST_SHOWN]
    ]


def _varied(found: Sequence[Pull]) -> list[Pull]:
    """One measure that goes its own way would fill the list: it is in few pairs of it."""
    often, kept = Counter[str](), list[Pull]()
    for pull in found:
        if max(often[pull.one], often[pull.other]) < MOST_OF_ONE:
            often.update((pull.one, pull.other))
            kept.append(pull)
    return kept


def by_organisation(register: Register) -> list[tuple[Row, list[Suggested]]]:
    """The organisations that answer for measures which pull against each other, each with its pairs."""
    known = register.all("tension")
    found = list[tuple[Row, list[Suggested]]]()
    for organisation in register.all("organisation"):
        if len(found) == MOST_ORGANISATIONS:
            break
        if pairs := suggested(register, known, owner_organisation=str(organisation["id"])):
            found.append((organisation, pairs))
    return found


def _moves(row: Row, readings: Sequence[Row], objectives: frozenset[str]) -> Moves:
    scale = scale_of(row)
    latest = sorted(readings_of(readings, scale.per_cent), key=lambda each: each.ends)[-_NOTES:]
    words, partnership = moves_of(scale, latest), str(row["partnership"] or "")
    return Moves(str(row["id"]), scale.polarity, objectives, words, partnership)


def _objectives(register: Register, rows: Mapping[str, Row]) -> dict[str, frozenset[str]]:
    """What each measure serves, its first objective and those it was linked to."""
    found = {id: {str(row["objective"])} if row["objective"] else set[str]() for id, row in rows.items()}
    for link in register.all("serves", measure=tuple(rows)):
        found[str(link["measure"])].add(str(link["objective"]))
    return {id: frozenset(objectives) for id, objectives in found.items()}
