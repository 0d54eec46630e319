"""Laptops by command: which there are, trusting and stopping them, and who says whose saves count."""

import os
import sys
from pathlib import Path

import click

from pmdesk.actions.enrolling import look_at_enrolment, make_enrolment, trust_enrolled
from pmdesk.actions.laptop_list import laptop_called, laptops_page, plain_laptops
from pmdesk.actions.laptops import fingerprint, laptop_row, name_of_laptop, trust_laptop
from pmdesk.actions.records import named
from pmdesk.actions.recovery_key import forget_recovery_key, print_recovery_sheet
from pmdesk.actions.roles import recover, stop_trusting, switch_roles_off, switch_roles_on
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path, print_table
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import MEMBER, OFFICER
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.enrolment_file import ENDING

device_argument = click.argument("device", metavar="DEVICE")


@click.command()
@file_argument
@as_json
@verb
def laptops(file: Path, as_json: bool, words: Words) -> None:
    """List the laptops that save in FILE.

    Each with whose it is, what it may change, and how many of its saves wait.

    \b
    pmdesk laptops aldermoor.pmdesk
    """
    with reading(file) as register:
        page = laptops_page(register, words)
    if as_json:
        print_json(plain_laptops(page))
        return
    heads = [words(head) for head in (N_("Name"), N_("Whose"), N_("State"), N_("Waits"), N_("Six words"))]
    print_table(
        heads,
        [
            [
                each.name or each.claims or words("not named"),
                each.person,
                words("this laptop") if each.mine else each.said,
                str(each.waiting or ""),
                each.fingerprint,
            ]
            for each in page.lines
        ],
    )
    print(words("Only trusted laptops count.") if page.roles_on else words("Every laptop counts."))


@click.command()
@file_argument
@device_argument
@click.option("--as", "name", default="", help="What to call it; else what it calls itself.")
@click.option("--person", default="", help="Whose it is: a name or an id.")
@click.option("--role", type=click.Choice([OFFICER, MEMBER]), default=OFFICER, help="What it may change.")
@click.option("--words", "six", default="", help="The six words its person read to you.")
@verb
def trust(file: Path, device: str, name: str, person: str, role: str, six: str, words: Words) -> int:
    """Trust a laptop that saves in FILE.

    DEVICE is its six words, the start of its key, its name, or its enrolment file. Compare the six words by
    telephone first. With an enrolment file, type them after --words.

    \b
    pmdesk trust aldermoor.pmdesk 3f2a --as "Ann's laptop" --person "Ann Shaw"
    pmdesk trust aldermoor.pmdesk ann.pmenrol --words "march heavy average attack always uphold"
    """
    with writing(file) as register:
        owner = named(register, "person", person) if person else None
        if device.endswith(ENDING):
            found = look_at_enrolment(register, Path(device))
            _compared(found.key, found.name, six, words)
            trust_enrolled(register, found, name, owner, role)
            key = found.key
        else:
            key = laptop_called(register, device)
            row = laptop_row(register, key)
            trust_laptop(register, key, name or (str(row["name"]) if row else ""), owner, role)
        print(words("Trusted: {name}", name=name_of_laptop(register, key, words)))
    return 0


def _compared(key: bytes, name: str, six: str, words: Words) -> None:
    """Refused unless the words of a key were typed as they are."""
    if " ".join(six.casefold().split()) == fingerprint(key):
        return
    said = {"name": name, "words": fingerprint(key)}
    if six:
        raise Refused(Say(N_("These are not the words of {name}: {words}. Trust nothing."), said))
    raise Refused(
        Say(N_("{name} says: {words}. Compare them by telephone, then type them after --words."), said)
    )


@click.command("stop-trusting")
@file_argument
@device_argument
@verb
def stop_laptop(file: Path, device: str, words: Words) -> None:
    """Stop a laptop that was trusted.

    What it saved until now still counts, what it saves from now on does not.

    \b
    pmdesk stop-trusting aldermoor.pmdesk "Ann's laptop"
    """
    with writing(file) as register:
        key = laptop_called(register, device)
        stop_trusting(register, key)
        print(words("Stopped: {name}", name=name_of_laptop(register, key, words)))


@click.command()
@file_argument
@click.argument("state", metavar="on|off", type=click.Choice(["on", "off"]))
@verb
def roles(file: Path, state: str, words: Words) -> None:
    """Switch roles on: only trusted laptops count. Print the recovery key first (recovery-key).

    \b
    pmdesk roles aldermoor.pmdesk on
    """
    with writing(file) as register:
        if state == "on":
            switch_roles_on(register)
            print(words("Only trusted laptops count."))
        else:
            switch_roles_off(register)
            print(words("Every laptop counts."))


@click.command("recovery-key")
@file_argument
@click.argument("out", metavar="OUT.pdf", type=click.Path(readable=False, path_type=Path))
@click.option("--take-off", is_flag=True, help="Take the key off this laptop afterwards; roles must be on.")
@verb
def recovery_key(file: Path, out: Path, take_off: bool, words: Words) -> None:
    """Print the recovery sheet to OUT.pdf, for the safe. Only the laptop that began FILE can.

    \b
    pmdesk recovery-key aldermoor.pmdesk recovery-sheet.pdf
    """
    with reading(file) as register:
        print_path(print_recovery_sheet(register, out, today(register), words))
        if take_off:
            forget_recovery_key(register)


@click.command()
@file_argument
@click.argument("out", metavar=f"OUT{ENDING}", type=click.Path(readable=False, path_type=Path))
@verb
def enrol(file: Path, out: Path, words: Words) -> None:
    """Write this laptop's enrolment file and print its path.

    It is sent to the officer who trusts it. Its six words follow on standard error.

    \b
    pmdesk enrol aldermoor.pmdesk ann.pmenrol
    """
    with writing(file) as register:
        made = make_enrolment(register, out, words)
        print_path(made)
        print(fingerprint(look_at_enrolment(register, made).key), file=sys.stderr)


@click.command("take-over")
@file_argument
@click.option(
    "--words-file",
    type=click.Path(readable=False, path_type=Path),
    help="A file with the twelve words of the sheet.",
)
@verb
def take_over(file: Path, words_file: Path | None, words: Words) -> None:
    """Let this laptop decide, by the recovery sheet.

    It then says whose saves count. The twelve words are read from --words-file, from PMDESK_RECOVERY, or
    asked for on a terminal.

    \b
    pmdesk take-over aldermoor.pmdesk
    """
    typed = os.environ.get("PMDESK_RECOVERY", "")
    if words_file is not None:
        try:
            typed = words_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(Say(N_("{name} could not be read."), {"name": words_file.name})) from error
    if not typed and sys.stdin.isatty():
        typed = click.prompt(words("The twelve words"), hide_input=True, err=True)
    with writing(file) as register:
        recover(register, typed)
        print(words("This laptop says whose saves count."))
