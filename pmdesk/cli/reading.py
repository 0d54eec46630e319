"""The verbs that only read; they work while a window has the file."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from textwrap import shorten

import click

from pmdesk.actions.attention import attention as attention_of
from pmdesk.actions.history import history_of, plain_history
from pmdesk.actions.listing import Plain, chosen, plain_records
from pmdesk.actions.records import field_called
from pmdesk.actions.show import show as show_record
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.bodies import body_lines
from pmdesk.cli.challenges import challenge_lines
from pmdesk.cli.measures import print_figures
from pmdesk.cli.naming import pairs, record_argument, stored_values
from pmdesk.cli.organisations import print_partner
from pmdesk.cli.output import print_json, print_table
from pmdesk.cli.partnerships import partnership_lines, set_by_hand
from pmdesk.cli.verb import EntityWord, as_json, entity_argument, file_argument, reading, verb
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Field, Type
from pmdesk.domain.money import say_money
from pmdesk.domain.words import N_, Words
from pmdesk.figures.desk import DeskFigures
from pmdesk.figures.history_rows import HistoryRow
from pmdesk.figures.timeline import STATE_WORDS

LONGEST = 80  # letters of a value in a line of history

# The columns a person looks for first; the rest is in `show` and in --json.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "organisation": ("name", "kind"),
    "person": ("name", "kind", "post", "ward"),
    "laptop": ("name", "person", "role"),
    "municipal_year": ("name", "annual_council", "returns_due"),
    "partnership": ("name", "kind", "lead_officer", "status"),
    "partner": ("partnership", "organisation", "role"),
    "outside_body": ("name", "category", "seats", "link_officer", "status"),
    "appointment": ("outside_body", "person", "capacity", "starts", "ends"),
    "annual_update": ("appointment", "municipal_year", "status", "submitted_on"),
    "progress_update": ("partnership", "period", "self_rating", "status"),
    "report_back": ("appointment", "partner", "meeting_on", "attendance"),
    "milestone": ("title", "partnership", "owner_organisation", "first_due", "done_on"),
    "contribution": ("partnership", "organisation", "kind", "undertaken", "delivered"),
    "partner_words": ("organisation", "partnership", "said_on", "text"),
    "risk": ("title", "partnership", "likelihood", "impact", "owner"),
    "forecast": ("milestone", "made_on", "date", "cause"),
    "waits_for": ("milestone", "waits_for"),
    "plan": ("name", "kind", "organisation", "partnership"),
    "objective": ("code", "name", "plan", "kind", "parent"),
    "alignment": ("objective", "serves"),
    "measure": ("code", "title", "partnership", "kind"),
    "earlier_tolerance": ("measure", "before", "tolerance", "tolerance_is"),
    "serves": ("measure", "objective"),
    "target": ("measure", "period", "value", "floor"),
    "reading": ("measure", "period", "value", "state"),
    "comparator": ("measure", "area", "family"),
    "rating_rule": ("name", "method", "starts", "tolerance"),
    "challenge": ("question", "from_organisation", "to_organisation", "asked_on", "closed_on"),
    "challenge_reply": ("challenge", "said_on", "text"),
    "tension": ("title", "kind", "borne_by", "way_out", "held"),
    "review": ("title", "partnership", "committee", "reported_on"),
    "recommendation": ("text", "review", "response", "due", "closed_on"),
    "health_check": ("title", "partnership", "template", "closes_on"),
    "validation": ("title", "held_on", "held_by"),
    "validation_head": ("validation", "head", "score"),
    "practice": ("title", "partnership", "measure", "told_on"),
    "adoption": ("practice", "organisation", "partnership", "adopted_on"),
    "personal_target": ("title", "person", "year", "met"),
    "settings": ("council", "year", "rating_rule"),
}

# What is worked out, in words; the names are those of the JSON.
WORKED_OUT: Mapping[str, str] = {
    "seats_filled": N_("Seats filled"),
    "vacancies": N_("Vacancies"),
    "vacancy": N_("Vacancy"),
    "now": N_("Date now"),
    "slip_days": N_("Days slipped"),
    "times_redated": N_("Times re-dated"),
    "state": N_("State"),
    "waits_for": N_("Waits for"),
    "waited_for_by": N_("Wait for it"),
    "on_critical_chain": N_("On the critical chain"),
    "annual_updates_in": N_("Annual updates in"),
    "annual_updates_due": N_("Annual updates due"),
    "milestones_on_date": N_("Milestones on their date"),
    "milestones_late": N_("Milestones late"),
    "meetings_reported": N_("Meetings reported back from this year"),
    "meetings_attended": N_("Attended of them"),
    "pages": N_("Pages"),
}


@click.command()
@file_argument
@as_json
@verb
def attention(file: Path, as_json: bool, words: Words) -> None:
    """Print what needs somebody. Updates due and overdue, milestones slipping, vacancies, terms ending.

    \b
    pmdesk attention aldermoor.pmdesk
    pmdesk attention aldermoor.pmdesk --json
    """
    with reading(file) as register:
        found = attention_of(register, today(register), words)
    if as_json:
        print_json({**asdict(found), "count": found.count})
    else:
        print_attention(found, words)


def print_attention(found: DeskFigures, words: Words) -> None:
    """The desk as lines of text."""
    print(found.day)
    for figure in found.strip:
        said = words("{n} of {m} {what}", n=figure.n, m=figure.of, what=figure.label)
        print(f"  {said}" + (f" ({figure.quiet})" if figure.quiet else ""))
    if found.returns:
        print(f"  {found.returns.title}")
    if not found.groups:
        print(words("Nothing needs attention."))
    for group in found.groups:
        print(f"\n{group.title} {group.count}")
        for item in group.items:
            print("  " + "; ".join(part for part in (item.title, item.quiet, item.who, item.when) if part))


@click.command("list")
@file_argument
@entity_argument
@click.option(
    "--where", multiple=True, metavar="FIELD=VALUE", help="Only records with this value; may repeat."
)
@click.option("--find", default="", metavar="TEXT", help="Only records in which these words occur.")
@click.option("--order", default="", metavar="FIELD", help="Sort by this field instead of the title.")
@click.option("--descending", is_flag=True, help="The last first.")
@as_json
@verb
def list_records(
    file: Path,
    entity: str,
    where: tuple[str, ...],
    find: str,
    order: str,
    descending: bool,
    as_json: bool,
    words: Words,
) -> None:
    """List the records of ENTITY. ENTITY is partnership, outside_body, appointment, milestone and so on.

    With --json: an array of whole records, deleted ones left out. References are names with their ids beside
    (person, person_id), money is pounds as a number, dates are ISO text, what is empty is null.

    \b
    pmdesk list aldermoor.pmdesk outside_body
    pmdesk list aldermoor.pmdesk appointment --where "Outside body=Moorland Arts Trust" --json
    pmdesk list aldermoor.pmdesk milestone --order first_due
    """
    with reading(file) as register:
        wanted = stored_values(register, entity, pairs(where))
        by = field_called(ENTITIES[entity], order).name if order else ""
        rows = chosen(register, entity, typed=find, where=wanted, order=by, descending=descending)
        records = plain_records(register, entity, rows, today(register), words)
    if as_json:
        print_json(records)
    elif records:
        fields = [ENTITIES[entity].field(name) for name in COLUMNS[entity]]
        heads = [*(words(field.label) for field in fields), words("Id")]
        print_table(
            heads, [[*(_said(field, row, words) for field in fields), str(row["id"])] for row in records]
        )
    else:
        print(words("There are none yet."))


@click.command()
@file_argument
@entity_argument
@record_argument
@as_json
@verb
def show(file: Path, entity: str, record: str, as_json: bool, words: Words) -> None:
    """Print one record whole. Also how many others refer to it, and what is worked out from them.

    \b
    pmdesk show aldermoor.pmdesk outside_body "Moorland Arts Trust"
    pmdesk show aldermoor.pmdesk milestone "Bus station design agreed" --json
    """
    with reading(file) as register:
        found = record_called(register, entity, record)
        made = show_record(register, entity, found, today(register), words)
    if as_json:
        print_json(made)
        return
    if entity == "challenge":
        own = {name: value for name, value in made.items() if name != "state"}
        print("\n".join([*_lines(ENTITIES[entity], own, words), *challenge_lines(made, words)]))
        return
    partnership = entity == "partnership"
    own, more = (set_by_hand(made), partnership_lines(made, words)) if partnership else (made, [])
    if entity == "outside_body":
        more = body_lines(made, words)
    for line in [*_lines(ENTITIES[entity], own, words), *more]:
        print(line)
    if entity == "measure":
        print_figures(made, words)
    elif entity == "organisation":
        print_partner(made, words)


@click.command()
@file_argument
@click.argument("entity", metavar="[ENTITY]", type=EntityWord(), required=False)
@click.argument("record", metavar="[ID|CODE|NAME]", required=False)
@click.option(
    "--limit", type=click.IntRange(min=1), default=200, show_default=True, help="At most this many changes."
)
@as_json
@verb
def history(
    file: Path, entity: str | None, record: str | None, limit: int, as_json: bool, words: Words
) -> None:
    """Print who changed what and when. The newest first, of one record or of the whole register.

    \b
    pmdesk history aldermoor.pmdesk
    pmdesk history aldermoor.pmdesk partnership "Active Aldermoor"
    """
    if entity and not record:
        raise click.UsageError("Say which record: its id, code or name.")
    with reading(file) as register:
        found = record_called(register, entity, record) if entity and record else None
        if as_json:
            print_json(plain_history(register, found, words, limit))
            return
        lines = history_of(register, found, words, limit)
    for line in lines:
        print(_change(line, words))


def _change(line: HistoryRow, words: Words) -> str:
    """'27 Apr 2026, 10:42  Helen Marsh  Saved outside body  Dock Trust  Seats: 2 → 3'; a long text is cut."""
    old, new = (shorten(text, LONGEST, placeholder="…") for text in (line.old, line.new))
    said = (
        words("{field}: {old} → {new}", field=line.field, old=old, new=new or words("(empty)"))
        if old
        else words("{field}: {new}", field=line.field, new=new)
    )
    return "  ".join(part for part in (line.when, line.who, line.label, line.title, said) if part)


def _said(field: Field, record: Plain, words: Words) -> str:
    value = record.get(field.name)
    if field.type is Type.MONEY and isinstance(value, int | float):
        return say_money(round(value * 100))
    if isinstance(value, str) and field.type is Type.REF:
        return value
    return say_value(field, value, words)


def _lines(entity: Entity, made: Plain, words: Words) -> list[str]:
    lines = [
        f"{words(field.label)}: {said}" for field in entity.fields if (said := _said(field, made, words))
    ]
    lines += [
        f"{words(label)}: {_plainly(name, made[name], words)}"
        for name, label in WORKED_OUT.items()
        if made.get(name) not in (None, [])
    ]
    counts = made["related"]
    if isinstance(counts, dict):
        lines += [f"{words(ENTITIES[kind].plural)}: {count}" for kind, count in counts.items()]
    return [*lines, f"{words('Id')}: {made['id']}"]


def _plainly(name: str, value: object, words: Words) -> str:
    if isinstance(value, bool):
        return words("Yes") if value else words("No")
    if isinstance(value, list):
        return "; ".join(str(each) for each in value)
    if name == "state":
        return words(STATE_WORDS[str(value)])
    return say_date(value, words) if name == "now" else str(value)
