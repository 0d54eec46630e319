"""The verbs about a register's passphrase: set, changed and removed."""

import sys
from pathlib import Path

import click

from pmdesk.actions.encrypting import change_passphrase, decrypt, encrypt, say_left
from pmdesk.cli.output import print_path
from pmdesk.cli.passphrase import FROM, given_passphrase, new_passphrase
from pmdesk.cli.verb import file_argument, verb, writing
from pmdesk.domain.words import Words

_new_file = click.option(
    "--new-passphrase-file",
    metavar="PATH",
    type=click.Path(readable=False, path_type=Path),
    help="A file whose first line is the new passphrase; else PMDESK_NEW_PASSPHRASE.",
)


@click.command("encrypt")
@file_argument
@verb
def encrypt_command(file: Path, words: Words) -> None:
    """Put FILE under a passphrase and print its path.

    Its backups on this laptop come along. The passphrase is taken from PMDESK_PASSPHRASE or
    --passphrase-file, or asked for twice at a terminal. It needs 12 characters, or four words. Nobody can
    recover it: without it the register cannot be opened again.

    \b
    PMDESK_PASSPHRASE="march heavy average attack" pmdesk encrypt aldermoor.pmdesk
    pmdesk encrypt aldermoor.pmdesk --passphrase-file /media/stick/passphrase.txt
    """
    with writing(file) as register:
        left = encrypt(register, given_passphrase() or new_passphrase(None, FROM))
    _say(file, left, words)
    print(words("Keep the passphrase in a safe place. Nobody can recover it."), file=sys.stderr)


@click.command("change-passphrase")
@file_argument
@_new_file
@verb
def change_command(file: Path, new_passphrase_file: Path | None, words: Words) -> None:
    """Put FILE under another passphrase and print its path.

    The one it has opens it, as with every verb. Its backups on this laptop come along.

    \b
    pmdesk change-passphrase aldermoor.pmdesk --passphrase-file old.txt --new-passphrase-file new.txt
    """
    with writing(file) as register:
        left = change_passphrase(register, new_passphrase(new_passphrase_file))
    _say(file, left, words)
    print(words("Keep the passphrase in a safe place. Nobody can recover it."), file=sys.stderr)


@click.command("decrypt")
@file_argument
@verb
def decrypt_command(file: Path, words: Words) -> None:
    """Take the passphrase of FILE away and print its path.

    Its backups on this laptop come along.

    \b
    pmdesk decrypt aldermoor.pmdesk --passphrase-file passphrase.txt
    """
    with writing(file) as register:
        left = decrypt(register)
    _say(file, left, words)


def _say(file: Path, left: int, words: Words) -> None:
    print_path(file)
    if left:
        print(say_left(left, words), file=sys.stderr)
