"""The verbs about the file itself: start a register, check it, keep a copy."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from pmdesk.actions.attention import attention
from pmdesk.actions.encrypting import check_new
from pmdesk.actions.registers import Unavailable, is_damage, open_sample, start
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.passphrase import FROM, given_passphrase, new_passphrase
from pmdesk.cli.reading import print_attention
from pmdesk.cli.verb import RESCUE, as_json, file_argument, reading, verb
from pmdesk.domain.settings import SETTINGS
from pmdesk.domain.words import N_, Say, Words


@click.command()
@file_argument
@click.option("--council", default="", help="The council's name.")
@click.option("--year", default="", help="The municipal year, such as 2025-26; else the one we are in.")
@click.option(
    "--rating-rule",
    type=click.Choice([code for code, _ in SETTINGS.field("rating_rule").choices]),
    default="tolerance",
    help="How a reading is rated against its target.",
)
@click.option("--by", default="", help="Your name; else the system's name for you.")
@click.option("--annual-council", default="", help="The day of the Annual Council that began the year.")
@click.option("--returns-due", default="", help="The day by which annual updates are due.")
@click.option("--encrypt", "protect", is_flag=True, help="Under a passphrase from the start.")
@click.option("--sample", is_flag=True, help="Make a copy of the sample register instead.")
@verb
def new(
    file: Path,
    council: str,
    year: str,
    rating_rule: str,
    by: str,
    annual_council: str,
    returns_due: str,
    protect: bool,
    sample: bool,
    words: Words,
) -> None:
    """Start a register in FILE and print its path. FILE must not exist yet.

    \b
    pmdesk new aldermoor.pmdesk --council "Aldermoor District Council" --by "Helen Marsh"
    pmdesk new aldermoor.pmdesk --council Aldermoor --year 2025-26 --returns-due "17 April 2026"
    pmdesk new aldermoor.pmdesk --council Aldermoor --encrypt --passphrase-file passphrase.txt
    """
    if sample:
        open_sample(file).close()
    else:
        council = council or words("Our council")
        passphrase = _to_set() if protect else ""
        start(
            file, council, year, rating_rule, by, annual_council, returns_due, passphrase=passphrase
        ).close()
    print_path(file)


def _to_set() -> str:
    passphrase = given_passphrase() or new_passphrase(None, FROM)
    check_new(passphrase)
    return passphrase


@click.command()
@file_argument
@as_json
@verb
def check(file: Path, as_json: bool, words: Words) -> int:
    """Say whether FILE is sound. Then what needs attention; nothing is written.

    It compares the storage, every signature, the chain of saves, and the tables with the journal. Exit code 0
    when it is sound, whatever needs attention; 1 when it is damaged, empty or no register of ours.

    \b
    pmdesk check aldermoor.pmdesk
    """
    try:
        with reading(file) as register:
            problems = register.check()
            damaged = bool(problems)
            found = None if problems else attention(register, today(register), words)
    except Unavailable as fault:
        problems, found = [fault.sentence], None
        damaged = is_damage(fault)
    said = [words(problem) for problem in problems]
    if as_json:
        print_json({"sound": not said, "problems": said, "attention": asdict(found) if found else None})
    for line in [*said, words(RESCUE)] if damaged else said:
        print(line, file=sys.stderr)
    if found and not as_json:
        print(words("sound"))
        print_attention(found, words)
    return 1 if said else 0


@click.command()
@file_argument
@click.argument("out", metavar="OUT", type=click.Path(readable=False, path_type=Path))
@verb
def backup(file: Path, out: Path, words: Words) -> None:
    """Write a checked copy to OUT. OUT must not exist yet; its path is printed.

    \b
    pmdesk backup aldermoor.pmdesk /media/stick/aldermoor-2026-04-27.pmdesk
    """
    if out.exists():
        raise Unavailable(Say(N_("{name} is already there. Choose another name."), {"name": out.name}))
    with reading(file) as register:
        register.backup_to(out.absolute())
    print_path(out)
