"""Builds the sample register, a small council in April 2026, from the plain text of resources/sample.

It holds none of the story: names, dates and answers stand in the text, where anyone can change them.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from pmdesk.actions.records import field_called
from pmdesk.actions.registers import start
from pmdesk.actions.sample_health import hold_checks
from pmdesk.domain.check import Value, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Type
from pmdesk.domain.settings import SETTINGS
from pmdesk.domain.words import N_, resources
from pmdesk.register.change import Change
from pmdesk.register.store import Register

TODAY = "2026-04-27"
COUNCIL = "Aldermoor District Council"
ME = "Helen Marsh"
DAYS_TO_REPORT = 17

# Each save of the sample: its label, and the files it brings in with the kind of record each holds.
SAVES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        N_("Entered organisations and people"),
        (
            ("organisations.csv", "organisation"),
            ("people.csv", "person"),
            ("municipal_years.csv", "municipal_year"),
        ),
    ),
    (N_("Entered partnerships"), (("partnerships.txt", "partnership"), ("partners.csv", "partner"))),
    (
        N_("Entered outside bodies"),
        (
            ("outside_bodies.csv", "outside_body"),
            ("due_diligence.csv", "outside_body"),
            ("appointments.csv", "appointment"),
            ("report_backs.csv", "report_back"),
        ),
    ),
    (
        N_("Entered plans and measures"),
        (
            ("plans.csv", "plan"),
            ("objectives.csv", "objective"),
            ("alignments.csv", "alignment"),
            ("measures.csv", "measure"),
            ("measures_serve.csv", "serves"),
            ("targets.csv", "target"),
        ),
    ),
    (N_("Entered readings"), (("readings.csv", "reading"), ("neighbours.csv", "comparator"))),
    (N_("Entered last year's annual updates"), (("annual_updates_2024-25.txt", "annual_update"),)),
    (
        N_("Entered milestones"),
        (
            ("milestones.csv", "milestone"),
            ("redates.csv", "forecast"),
            ("milestones_wait.csv", "waits_for"),
        ),
    ),
    (
        N_("Entered contributions and risks"),
        (
            ("contributions.csv", "contribution"),
            ("partner_words.csv", "partner_words"),
            ("risks.csv", "risk"),
        ),
    ),
    (
        N_("Entered challenges and tensions"),
        (
            ("challenges.txt", "challenge"),
            ("challenge_replies.txt", "challenge_reply"),
            ("tensions.txt", "tension"),
        ),
    ),
    (
        N_("Entered progress updates"),
        tuple(
            (f"progress_updates_2025-26_{quarter}.txt", "progress_update") for quarter in ("Q1", "Q2", "Q3")
        ),
    ),
    (N_("Entered this year's annual updates"), (("annual_updates_2025-26.txt", "annual_update"),)),
    (N_("Entered progress updates"), (("progress_updates_2025-26_Q4.txt", "progress_update"),)),
    (
        N_("Entered validations of the framework"),
        (("validations.csv", "validation"), ("validation_heads.txt", "validation_head")),
    ),
    (
        N_("Entered reviews by scrutiny"),
        (("reviews.txt", "review"), ("recommendations.txt", "recommendation")),
    ),
    (
        N_("Entered good practice"),
        (("practices.txt", "practice"), ("adoptions.csv", "adoption")),
    ),
    (N_("Entered personal targets"), (("personal_targets.csv", "personal_target"),)),
)

# (kind, what it is called) -> id. An appointment is called by its body and its member: 'Body, Member'.
Names = dict[tuple[str, str], str]


def build_sample(path: Path) -> Register:
    """Make the sample register at `path`, which must not exist; a build that fails leaves nothing."""
    register = start(path, COUNCIL, "2025-26", by=ME, annual_council="21/5/2025", returns_due="17/4/2026")
    try:
        names = _already_there(register)
        for label, files in SAVES:
            with register.change(label) as change:
                for file, kind in files:
                    _bring_in(change, names, file, kind)
        hold_checks(register, names, _rows("health_checks.csv"), _rows("health_answers.csv"))
        with register.change(SETTINGS.saved) as change:
            change.set("settings", register.id, {"days_to_report": DAYS_TO_REPORT})
        register.set_local("today", TODAY)
        register.start_sitting()
    except BaseException:
        register.close()
        path.unlink(missing_ok=True)
        raise
    return register


def read_blocks(text: str) -> Iterator[dict[str, str]]:
    """The records of a text of 'field: value' lines: a blank line ends a record, '#' begins a remark.

    An indented line begins a new line of the answer above it. A block headed 'shared:' is no record:
    its values hold for every record after it.

    >>> list(read_blocks("shared:\\nkind: nhs\\n\\nname: A\\n\\nname: B\\ncontact: x\\n  y"))
    [{'kind': 'nhs', 'name': 'A'}, {'kind': 'nhs', 'name': 'B', 'contact': 'x\\ny'}]
    """
    shared: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text):
        fields = _fields(block)
        if "shared" in fields:
            shared = {name: value for name, value in fields.items() if name != "shared"}
        elif fields:
            yield shared | fields


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if line.startswith(" "):
            fields[name] += f"\n{line.strip()}"
        elif line and not line.startswith("#"):
            name, _, value = line.partition(":")
            fields[name] = value.strip()
    return fields


def _rows(file: str) -> Iterator[dict[str, str]]:
    text = (resources() / "sample" / file).read_text(encoding="utf-8")
    yield from csv.DictReader(StringIO(text, newline="")) if file.endswith(".csv") else read_blocks(text)


def _bring_in(change: Change, names: Names, file: str, kind: str) -> None:
    entity = ENTITIES[kind]
    for row in _rows(file):
        typed = {field_called(entity, name).name: text for name, text in row.items() if text.strip()}
        values = check(entity, _with_ids(entity, names, _filled_in(kind, names, typed)))
        called = (kind, _called(entity, typed))
        if called in names:
            change.set(kind, names[called], values)
        else:
            names[called] = change.add(kind, values)
        if kind == "partnership" and typed.get("lead_officer"):
            names["led by", typed["name"]] = typed["lead_officer"]


def _filled_in(kind: str, names: Names, typed: dict[str, str]) -> dict[str, str]:
    """What the text leaves unsaid: lead officers draft, and members declare on the day they submit."""
    if kind == "progress_update":
        return {"drafted_by": names["led by", typed["partnership"]], **typed}
    if kind == "annual_update" and "submitted_on" in typed:
        return {"declared": "yes", "declared_on": typed["submitted_on"], **typed}
    return typed


def _with_ids(entity: Entity, names: Names, typed: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {**typed}
    for field in entity.references:
        if field.name in typed:
            values[field.name] = names[field.refers, typed[field.name]]
    return values


def _called(entity: Entity, typed: Mapping[str, str]) -> str:
    """The name by which other texts refer to a record; where references name it, those, joined."""
    if entity.titled_by:
        return typed[entity.titled_by]
    told = (Type.REF, Type.PERIOD, Type.DATE)
    naming = [field.name for field in entity.fields if field.required or field.type in told]
    # Of one seat there are many report-backs, each of its day.
    return ", ".join(typed.get(name, "") for name in naming[: 3 if entity.name == "report_back" else 2])


def _already_there(register: Register) -> Names:
    """What `start` made: the council, two municipal years and me."""
    return {
        (kind, str(row["name"])): str(row["id"])
        for kind in ("organisation", "person", "municipal_year")
        for row in register.all(kind)
    }
