"""The verbs about seats on outside bodies, and what `show` prints of a body beside its own fields."""

import sys
from pathlib import Path
from typing import Any

import click

from pmdesk.actions.appointing import appoint as appoint_now
from pmdesk.actions.gaps import gap_figures, plain_balance, plain_gap
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.appointment import APPOINTMENT
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.duty import DUTIES, NOT_SAID, duty
from pmdesk.domain.outside_body import DUE_DILIGENCE
from pmdesk.domain.political_balance import PoliticalBalance, Share
from pmdesk.domain.seat_gaps import MONTHS_AHEAD, Gap
from pmdesk.domain.words import Words
from pmdesk.figures.balance_words import say_balance, say_difference, say_whether_asked
from pmdesk.figures.gap_lines import GapLine, gap_line


@click.command()
@file_argument
@click.option(
    "--within",
    type=click.IntRange(1, 120),
    metavar="MONTHS",
    default=MONTHS_AHEAD,
    show_default=True,
    help="How many months to look ahead.",
)
@as_json
@verb
def gaps(file: Path, within: int, as_json: bool, words: Words) -> None:
    """Print the seats on outside bodies that are or will be empty. What the law requires comes first.

    Seats without a person or an appointment, bodies whose seats all end on one day, terms that end with
    nobody following; then whether the seats follow the size of the political groups.

    \b
    pmdesk gaps aldermoor.pmdesk
    pmdesk gaps aldermoor.pmdesk --within 18 --json
    """
    with reading(file) as register:
        found = gap_figures(register, today(register), within, words)
    if as_json:
        lines = (line for group in found.groups for line in group.lines)
        print_json(
            {
                "until": found.until,
                "gaps": [
                    {"outside_body": line.body, "outside_body_id": line.gap.body, **plain_gap(line.gap)}
                    for line in lines
                ],
                "political_balance": plain_balance(found.balance),
                "out_of_balance": [name for _id, name, _balance in found.unbalanced],
            }
        )
        return
    if not found.groups:
        print(words("No seat is empty or will be before {day}.", day=say_date(found.until, words)))
    for group in found.groups:
        print(f"{group.title} {len(group.lines)}")
        for line in group.lines:
            print(f"  {_gap(line)}")
    print(f"{words('Political balance')}: {say_balance(found.balance, words)}")
    for share in found.balance.shares:
        print(f"  {_share(share, words)}")


@click.command()
@file_argument
@click.argument("body")
@click.argument("person")
@click.option("--capacity", default="", help="Trustee, director, observer and so on: it brings a duty.")
@click.option("--from", "starts", default="", metavar="DATE", help="The first day, as people type dates.")
@click.option("--to", "ends", default=None, metavar="DATE", help="The last day; else by the body's term.")
@click.option("--follows", default="", metavar="ID", help="The appointment that this one takes over from.")
@as_json
@verb
def appoint(
    file: Path,
    body: str,
    person: str,
    capacity: str,
    starts: str,
    ends: str | None,
    follows: str,
    as_json: bool,
    words: Words,
) -> None:
    """Appoint PERSON to BODY and print the appointment's id. Then the duty it brings, and what to think of.

    BODY and PERSON are names or ids. A vacancy of the body is filled, unless --follows names another
    appointment. Checked like the form: what is wrong is refused; advice is only told, such as due diligence
    that is still open, or a seat held twice.

    \b
    pmdesk appoint aldermoor.pmdesk "Dock Trust" "Anne Lowe" --capacity trustee --from 20/5/26
    """
    with writing(file) as register:
        typed: dict[str, object] = {
            "outside_body": record_called(register, "outside_body", body),
            "person": record_called(register, "person", person),
            "capacity": capacity,
            "starts": starts,
        }
        if ends is not None:
            typed["ends"] = ends
        if follows:
            typed["follows"] = record_called(register, "appointment", follows)
        record, changes, advice = appoint_now(register, typed, today(register))
        made = register.get("appointment", record) or {}
    owed = duty(made.get("capacity"))
    if as_json:
        print_json(
            {
                "id": record,
                "label": words(changes.label),
                "ends": made.get("ends"),
                "duty": owed.to or None,
                "advice": [words(each.sentence) for each in advice],
            }
        )
        return
    print(record)
    print(words(owed.sentence))
    if made.get("ends"):
        print(words("Until {day}.", day=say_date(made["ends"], words)))
    for each in advice:
        print(words(each.sentence), file=sys.stderr)


def body_lines(made: dict[str, Any], words: Words) -> list[str]:
    """Duties, due diligence, gaps, ends and balance: one line each, where there is something to say."""
    lines = []
    capacities = dict(APPOINTMENT.field("capacity").choices)
    for code in dict.fromkeys(each["capacity"] for each in made["sitting"] if each["person"]):
        owed = DUTIES.get(code, NOT_SAID)
        called = words(capacities[code]) if code in capacities else words("Capacity")
        lines.append(f"{words('Duty')} ({called}): {words(owed.sentence)}")
    asked = due_diligence(made)
    said = words("{n} of {m} answered.", n=len(asked.answered), m=len(DUE_DILIGENCE))
    lines.append(f"{words('Due diligence')}: {said}")
    as_typed = {last_day(each["ends"]): each["ends"] for each in made["sitting"]}
    for each in made["terms_end"]:
        when = say_date(as_typed[each["on"]], words) if each["on"] else words("No end date")
        lines.append(f"{words('Terms end')}: {when}, {words.plural(each['seats'], '{n} seat', '{n} seats')}")
    seats = {each["id"]: {**each, "person_name": each["person"]} for each in made["sitting"]}
    for gap in made["gaps"]:
        line = gap_line(_as_gap(gap, made), {str(made["id"]): made}, seats, {}, words)
        lines.append(f"{words('Gap')}: {line.what}; {line.when}")
    held = made["political_balance"]
    if held["required"]:
        shares = tuple(
            Share(*(each[name] for name in Share._fields)) for each in held["groups"] if _counts(each)
        )
        found = PoliticalBalance(
            shares,
            held["seats"],
            held["no_group"],
            held["non_members"],
            tuple(held["equal_claim"]),
            held["kept"],
        )
        asked_for = say_whether_asked(made["seats"], words)
        lines.append(f"{words('Political balance')}: {say_balance(found, words)} {asked_for}")
        lines += [f"  {_share(share, words)}" for share in shares]
    return lines


def _counts(share: dict[str, int]) -> bool:
    return bool(share["entitled"] or share["held"])


def _as_gap(gap: dict[str, Any], body: dict[str, Any]) -> Gap:
    return Gap(
        gap["kind"], str(body["id"]), gap["seats"], gap["ends"], tuple(gap["appointments"]), gap["filled_on"],
        gap["statutory"],
    )  # fmt: skip


def _gap(line: GapLine) -> str:
    return "; ".join(part for part in (line.body, line.what, line.when, line.officer) if part)


def _share(share: Share, words: Words) -> str:
    said = words("holds {held}, is due {due}", held=share.held, due=share.entitled)
    return f"{share.group}: {said}, {say_difference(share, words).lower()}"
