"""Erasing a person by command, and everything the register holds about one."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pmdesk.actions.erasing import (
    Done,
    Erasure,
    Look,
    erase,
    erased_people,
    look_at_erasure,
    person_called,
    sure_places,
)
from pmdesk.actions.listing import moment
from pmdesk.actions.papers import make_paper
from pmdesk.actions.person_report import person_report, plain_report
from pmdesk.actions.retention import keep_for, retention
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.erasure import YEARS_KEPT
from pmdesk.domain.words import N_, Words
from pmdesk.figures.erasure import (
    HOWS,
    NOT_REACHED,
    by_kind,
    field_name,
    kind_name,
    say_again,
    say_gone,
    say_nobody,
    say_renewed,
)

ALL = "all"


@click.command("erase")
@file_argument
@click.argument("person", metavar="PERSON")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@click.option("--text", "texts", multiple=True, metavar="RECORD.FIELD", help="Also this text, or ‘all’.")
@click.option("--leave", "left", multiple=True, metavar="RECORD.FIELD", help="Leave this text as it is.")
@click.option("--because", default="", metavar="TEXT", help="Why, for the record; without the name.")
@click.option("--yes", is_flag=True, help="Do not ask for the name once more on a terminal.")
@as_json
@verb
def erase_command(
    file: Path,
    person: str,
    dry_run: bool,
    texts: tuple[str, ...],
    left: tuple[str, ...],
    because: str,
    yes: bool,
    as_json: bool,
    words: Words,
) -> None:
    """Erase a person's data for good. It goes here, in the backups, and wherever this register merges.

    What is theirs goes with all its earlier values. A text that names them by name, address or phone is
    written anew with ‘(erased)’ in place of the name; one that may mean them (a surname alone, initials) is
    only listed: name it with --text, or say --text all. Seats and updates stay, without the name. Nothing
    brings it back. On a terminal the name is asked for once more.

    \b
    pmdesk erase aldermoor.pmdesk "Daniel Okafor" --dry-run
    pmdesk erase aldermoor.pmdesk "Daniel Okafor" --because "Asked for it on 3 March" --text all
    """
    with reading(file) as register:
        look = look_at_erasure(register, person_called(register, person), today(register))
    chosen = sure_places(look)
    chosen |= dict.fromkeys(place.id for place in look.places if ALL in texts)
    chosen |= dict.fromkeys(text for text in texts if text != ALL)
    chosen = {place: text for place, text in chosen.items() if place not in left}
    if dry_run:
        _print_look(look, chosen, as_json, words)
        return
    typed = look.name
    if not yes and not as_json and sys.stdin.isatty():
        _print_look(look, chosen, False, words)
        typed = click.prompt(words("Type the name to erase it for good"), err=True)
    with writing(file) as register:
        done = erase(register, look.person, typed, chosen, because)
    _print_done(look, done, set(chosen), as_json, words)


def _print_look(look: Look, chosen: dict[str, str | None], as_json: bool, words: Words) -> None:
    if as_json:
        print_json(_plain(look, set(chosen)))
        return
    for kind, fields, n in by_kind(look.counts, words):
        print(f"{kind}: {words.plural(n, '{n} value', '{n} values')} ({fields})")
    if look.seats:
        print(
            words.plural(look.seats, "{n} seat stays, without the name", "{n} seats stay, without the name")
        )
    for body in look.held:
        print(words("They sit on {body} today: end the seat first if it is to be filled.", body=body))
    for place in look.places:
        mark = "x" if place.id in chosen else " "
        where = f"{kind_name(place.kind, words)} {place.title}, {field_name(place.kind, place.field, words)}"
        print(f"[{mark}] {place.id}  {where} ({words(HOWS[place.how])}): {place.sentence}")


def _print_done(look: Look, done: Done, chosen: set[str], as_json: bool, words: Words) -> None:
    rest = [place for place in look.places if place.id not in chosen]
    if as_json:
        plain = {**_plain(look, chosen), "entry": done.changes.entry, "erased_values": done.values}
        plain |= {"backups": done.wiped.backups, "packs": done.packs}
        plain |= {"left": [str(path) for path, _why in done.wiped.left]}
        print_json(plain)
        return
    print(words.plural(done.values, "Erased {n} value.", "Erased {n} values."))
    if done.wiped.backups:
        print(words.plural(done.wiped.backups, "Erased in {n} backup.", "Erased in {n} backups."))
    if done.packs:
        print(say_renewed(done.packs, words))
    for place in rest:
        print(words(_STILL, place=place.id, sentence=place.sentence))
    for path, why in done.wiped.left:
        print(words("Not in {path}: {why}", path=path, why=words(why)), file=sys.stderr)
    print(words("It may still stand in:"))
    for line in NOT_REACHED:
        print(f"- {words(line)}")


def _plain(look: Look, chosen: set[str]) -> dict[str, object]:
    return {
        "person": look.person,
        "values": [{"kind": kind, "field": field, "values": n} for kind, field, n in look.counts],
        "texts": [{**place._asdict(), "chosen": place.id in chosen} for place in look.places],
        "seats": look.seats,
        "annual_updates": look.updates,
        "sits_on": list(look.held),
    }


_STILL = N_("Left as it is: {place}: {sentence}")


@click.command("person-report")
@file_argument
@click.argument("person", metavar="PERSON")
@click.argument("out", metavar="[OUT.pdf]", required=False, type=click.Path(readable=False, path_type=Path))
@as_json
@verb
def person_report_command(file: Path, person: str, out: Path | None, as_json: bool, words: Words) -> None:
    """Say everything the register holds about a person. It holds what is for the council only.

    With OUT.pdf it is written as a tagged paper and its path is printed.

    \b
    pmdesk person-report aldermoor.pmdesk "Daniel Okafor" okafor.pdf
    """
    if out is not None and out.suffix.lower() != ".pdf":
        raise click.UsageError("OUT must end in .pdf.")
    with reading(file) as register:
        day = today(register)
        if out is not None:
            print_path(make_paper(register, "person-report", out.absolute(), [person], None, words, day))
            return
        report = person_report(register, [person], words, day)
    if as_json:
        print_json(plain_report(report))
        return
    print(report.name)
    for part in report.parts:
        print(f"\n{part.heading}")
        for row in part.rows:
            where = f" ({row.where})" if row.where else ""
            private = f" [{words('for the council only')}]" if row.private else ""
            print(f"- {row.what}{where}{private}: {row.text}")


@click.command("retention")
@file_argument
@click.option("--years", type=click.IntRange(0, 100), help="Years that people are kept after they have gone.")
@click.option("--keep", type=click.Choice([str(n) for n in YEARS_KEPT]), help="Keep this as the answer here.")
@click.option("--erased", is_flag=True, help="List the erasures instead: whose record, when, why.")
@as_json
@verb
def retention_command(
    file: Path, years: int | None, keep: str | None, erased: bool, as_json: bool, words: Words
) -> None:
    """List who has been gone for longer than people are kept.

    Each can be erased.

    Without --years it is as long as was chosen on this laptop, six years until then.

    \b
    pmdesk retention aldermoor.pmdesk --years 4
    pmdesk retention aldermoor.pmdesk --erased
    """
    if keep:
        with writing(file) as register:
            keep_for(register, int(keep))
    with reading(file) as register:
        if erased:
            _print_erasures(erased_people(register), as_json)
            return
        found = retention(register, today(register), years)
    if as_json:
        print_json(
            {
                "years": found.years,
                "gone": [each._asdict() for each in found.gone],
                "written_again": [each._asdict() for each in found.again],
            }
        )
        return
    for again in found.again:
        print(f"{again.person}  {say_again(again.values, words)}")
    for gone in found.gone:
        print(f"{gone.person}  {gone.name}: {say_gone(gone.since, gone.by_seat, words)}")
    if not (found.gone or found.again):
        print(say_nobody(found.years, words))


def _print_erasures(erasures: Sequence[Erasure], as_json: bool) -> None:
    plain = [
        {
            "person": each.person,
            "at": moment(each.at),
            "values": sum(each.counts.values()),
            "reason": each.reason,
        }
        for each in erasures
    ]
    if as_json:
        print_json(plain)
        return
    for each in plain:
        print(f"{each['person']}  {str(each['at'])[:10]}  {each['values']}  {each['reason']}".rstrip())
