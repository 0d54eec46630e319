"""From the register to the paper of erasures: what went, when, by whom and why, and no names."""

from collections.abc import Sequence
from datetime import datetime

from pmdesk.actions.erasing import Erasure, erased_people, in_reading_order, person_called
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.erasure import NOT_REACHED, by_kind
from pmdesk.figures.paper_erasure import ErasedOne, ErasureFigures, erasure_columns
from pmdesk.figures.paper_values import Cell
from pmdesk.register.store import Register


def erasure_figures(register: Register, of: Sequence[str], words: Words, today: str) -> ErasureFigures:
    """Every erasure, or those of the people named by id, the newest first."""
    wanted = {person_called(register, each) for each in of if each.strip()}
    found = [each for each in erased_people(register) if not wanted or each.person in wanted]
    count = words.plural(len(found), "One person’s data was erased.", "People’s data was erased {n} times.")
    kept = words(
        "It went from the register, its history and its search, and from the backups kept beside it."
    )
    return ErasureFigures(
        council=council_name(register),
        occasion=words("As at {day}", day=say_date(today, words)),
        intro=f"{count} {kept}" if found else words("Nobody’s data has been erased."),
        columns=erasure_columns(words),
        erased=tuple(_one(register, each, words) for each in found),
        not_reached=tuple(words(line) for line in NOT_REACHED),
        made_on=today,
    )


def _one(register: Register, each: Erasure, words: Words) -> ErasedOne:
    day = say_date(datetime.fromtimestamp(each.at / 1000).date().isoformat(), words)
    counts = in_reading_order(each.counts)
    total = sum(each.counts.values())
    return ErasedOne(
        words("Erased on {day}", day=day),
        words(
            "Record {id}, by {who}.",
            id=each.person,
            who=register.title(each.by) or words("somebody not known"),
        ),
        each.reason,
        (
            *((Cell(kind), Cell(fields), Cell(str(n))) for kind, fields, n in by_kind(counts, words)),
            (Cell(words("Together"), strong=True), Cell(""), Cell(str(total), strong=True)),
        ),
    )
