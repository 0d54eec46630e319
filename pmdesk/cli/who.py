"""Who uses this laptop, by command: shown, or said."""

from pathlib import Path

import click

from pmdesk.actions.this_laptop import me, set_me
from pmdesk.actions.titles import record_called
from pmdesk.cli.verb import file_argument, reading, verb, writing
from pmdesk.domain.words import N_, Words


@click.command()
@file_argument
@click.argument("person", required=False)
@verb
def whoami(file: Path, person: str | None, words: Words) -> None:
    """Say who uses this laptop.

    PERSON's name goes with every save from here on. A register that came from another laptop does not know
    it. Without PERSON it is printed.

    \b
    pmdesk whoami aldermoor.pmdesk "Helen Marsh"
    """
    if person:
        with writing(file) as register:
            set_me(register, record_called(register, "person", person))
            print(register.title(me(register)))
        return
    with reading(file) as register:
        print(register.title(me(register)) or words(N_("Nobody has said yet who uses this laptop.")))
