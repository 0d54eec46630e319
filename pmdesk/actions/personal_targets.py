"""Personal targets read with how what they name stands today; private, and never part of a public paper."""

from collections import Counter
from collections.abc import Sequence

from pmdesk.actions.challenge_marks import challenge_marks
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.measure_rows import measure_row
from pmdesk.figures.partnership_states import partnership_pill
from pmdesk.figures.personal_targets import LINKS, OwnTarget, Stands
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# The kinds these figures are made of.
SHOWS = ("personal_target", "measure", "target", "reading", "partnership", "progress_update", "objective",
         "challenge", "challenge_reply")  # fmt: skip


def targets_of(
    register: Register, targets: Sequence[Row], last_due: str, days: int, today: str, words: Words
) -> list[OwnTarget]:
    """These targets with what each names; `last_due` and `days` say when readings and updates are late."""
    found = {kind: _named(register, targets, kind) for kind, _page in LINKS}
    said = {
        **_measures(register, found["measure"], last_due, today, words),
        **_partnerships(register, found["partnership"], days, today, words),
        **_objectives(register, found["objective"], words),
    }
    return [
        OwnTarget(each, [said[str(each[kind])] for kind, _page in LINKS if str(each[kind]) in said])
        for each in targets
    ]


def _named(register: Register, targets: Sequence[Row], kind: str) -> list[Row]:
    wanted = tuple({str(each[kind]) for each in targets if each[kind]})
    return register.all(kind, id=wanted) if wanted else []


def _measures(
    register: Register, rows: Sequence[Row], last_due: str, today: str, words: Words
) -> dict[str, Stands]:
    kept, rules = register.kept([int(str(each["n"])) for each in rows]), register.rules()
    marks = challenge_marks(register, [each["id"] for each in rows], today, words)
    made = {}
    for each in rows:
        row = measure_row(each, kept.get(int(str(each["n"]))), rules, last_due, words)
        said = ", ".join(part for part in (row.figure or row.latest, row.period) if part)
        asked = marks[row.id].said if row.id in marks else ""
        made[row.id] = Stands("measure", row.id, row.title, said or words("no reading yet"), row.pill, asked)
    return made


def _partnerships(
    register: Register, rows: Sequence[Row], days: int, today: str, words: Words
) -> dict[str, Stands]:
    updates = register.all("progress_update", partnership=tuple(each["id"] for each in rows)) if rows else []
    by_partnership = grouped(updates, "partnership")
    return {
        str(each["id"]): Stands(
            "partnership",
            str(each["id"]),
            str(each["name"]),
            words("its progress update"),
            partnership_pill(each, by_partnership.get(each["id"], []), days, today, words),
        )
        for each in rows
    }


def _objectives(register: Register, rows: Sequence[Row], words: Words) -> dict[str, Stands]:
    """How many of the measures that show an objective first are met or close."""
    measures = register.all("measure", objective=tuple(each["id"] for each in rows)) if rows else []
    kept = register.kept([int(str(each["n"])) for each in measures])
    ratings: dict[object, Counter[str]] = {}
    for each in measures:
        stands = kept.get(int(str(each["n"])))
        ratings.setdefault(each["objective"], Counter())[stands.rating if stands else ""] += 1
    made = {}
    for each in rows:
        counts = ratings.get(each["id"], Counter())
        fine, many = counts["green"] + counts["amber"], sum(counts.values())
        said = words("no measure shows it")
        if many:
            said = words("{n} of {m} measures met or close", n=fine, m=many)
        made[str(each["id"])] = Stands("objective", str(each["id"]), str(each["name"]), said)
    return made
