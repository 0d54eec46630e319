"""The hub, by command: what its administrator runs once, and a sync."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from pmdesk.actions.hub import hub_state, set_hub, setup_sql, sync
from pmdesk.actions.laptops import own_words
from pmdesk.cli.output import print_json
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.words import Words
from pmdesk.figures.hub import Outcome, told


@click.command("sync")
@file_argument
@click.option(
    "--hub", "url", metavar="URL", help="The hub’s address; kept for the next time, without a password."
)
@click.option("--keep-password", is_flag=True, help="Keep the password on this laptop, outside the register.")
@click.option("--everything", is_flag=True, help="Compare all saves with the hub, not only the new ones.")
@as_json
@verb
def sync_command(
    file: Path, url: str | None, keep_password: bool, everything: bool, as_json: bool, words: Words
) -> int:
    """Send the hub the saves it lacks and take in what came there.

    The hub is a PostgreSQL server; see hub-setup. Its password stands in the address, in PGPASSWORD or in the
    file .pgpass. What breaks off leaves nothing half done: the next sync goes on. Exit code 1 says on
    standard error why it did not come to its end.

    \b
    pmdesk sync aldermoor.pmdesk --hub postgresql://helen@hub.aldermoor.gov.uk/pmdesk
    pmdesk sync aldermoor.pmdesk
    """
    with writing(file) as register:
        if url is not None:
            set_hub(register, url, keep_password=keep_password)
        outcome = sync(register, everything=everything).outcome
        state = hub_state(register)
        if as_json:
            plain = {"hub": state.address, "waiting": state.waiting, "fingerprint": own_words(register)}
            print_json({**plain, **_plain(outcome, words)})
        else:
            for line in told(outcome, words):
                print(line)
            if outcome.trust:
                print(words("The six words of this laptop: {words}", words=own_words(register)))
        if outcome.problem:
            print(words(outcome.problem), file=sys.stderr)
            if state.waiting and not as_json:
                print(state.saves_waiting(words))
        return 1 if outcome.problem else 0


@click.command("hub-setup")
@file_argument
@click.option(
    "--laptop", "logins", metavar="NAME", multiple=True, help="Let in a laptop by this login; may repeat."
)
@verb
def hub_setup(file: Path, logins: tuple[str, ...], words: Words) -> None:
    """Print the SQL that makes a place for FILE in PostgreSQL.

    The administrator of the council's database runs it once, and again for another laptop. Only the logins
    named here see anything of this register; they read and add, and change or remove nothing.

    \b
    pmdesk hub-setup aldermoor.pmdesk --laptop helen --laptop amir > hub.sql
    """
    with reading(file) as register:
        print(setup_sql(register, logins), end="")


def _plain(outcome: Outcome, words: Words) -> dict[str, object]:
    said = asdict(outcome)
    said["strangers"] = [
        {"laptop": each.fingerprint, "key": each.key.hex(), "saves": each.saves} for each in outcome.strangers
    ]
    said["problem"] = words(outcome.problem) if outcome.problem else None
    del said["stopped"]
    return said
