"""How a passphrase reaches the command line: a file, the environment, or a person at a terminal.

Nothing else waits for one. It is never an argument: what is typed there, every other program on the
machine can read.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from pmdesk.actions.registers import NeedsPassphrase, Unavailable, WrongPassphrase
from pmdesk.domain.words import N_, Say, words_in

FROM, FROM_NEW = "PMDESK_PASSPHRASE", "PMDESK_NEW_PASSPHRASE"
FROM_MEMBER = "PMDESK_MEMBER_PASSPHRASE"
_TRIES = 3
_LONGEST = 10_000  # bytes; a file of this size is no passphrase

Opened = TypeVar("Opened")

_file = ContextVar[Path | None]("passphrase_file", default=None)


@contextmanager
def passphrase_file(path: Path | None) -> Iterator[None]:
    """For the verb within: --passphrase-file as it was typed."""
    before = _file.set(path)
    try:
        yield
    finally:
        _file.reset(before)


def with_passphrase(do: Callable[[str], Opened]) -> Opened:
    """Do what opens a file, with the passphrase that was given; asked for at a terminal where none was."""
    given = given_passphrase()
    try:
        return do(given)
    except NeedsPassphrase as fault:
        if not _at_a_terminal():
            said = N_("{what} Give it in PMDESK_PASSPHRASE or by --passphrase-file.")
            raise Unavailable(Say(said, {"what": fault.sentence})) from fault
    return _asked(do)


def given_passphrase() -> str:
    """What stands in the file or, failing one, in the environment; '' for nothing."""
    path = _file.get()
    return read_passphrase(path) if path else os.environ.get(FROM, "")


def passphrase_path() -> Path | None:
    """--passphrase-file as it was typed, if it was."""
    return _file.get()


def member_passphrase(path: Path | None) -> str:
    """What a member's file is to be protected with, or was; '' for nothing."""
    return read_passphrase(path) if path else os.environ.get(FROM_MEMBER, "")


def with_member_passphrase(do: Callable[[str], Opened]) -> Opened:
    """Do what opens a member's file; its passphrase is not the register's."""
    try:
        return do(member_passphrase(None))
    except NeedsPassphrase as fault:
        if not _at_a_terminal():
            raise Unavailable(
                Say(N_("{what} Give it in PMDESK_MEMBER_PASSPHRASE."), {"what": fault.sentence})
            ) from fault
    return _asked(do)


def new_passphrase(path: Path | None, name: str = FROM_NEW) -> str:
    """One to be set: from a file, the environment, or typed twice at a terminal; else Unavailable."""
    given = read_passphrase(path) if path else os.environ.get(name, "")
    if given:
        return given
    if not _at_a_terminal():
        raise Unavailable(Say(N_("Give the new passphrase in {name} or by a file."), {"name": name}))
    words = words_in("en")
    while True:
        typed = _ask(words("New passphrase: "))
        if _ask(words("The same once more: ")) == typed:
            return typed
        print(words("These are not the same."), file=sys.stderr)


def _asked(do: Callable[[str], Opened]) -> Opened:
    for _try in range(_TRIES - 1):
        try:
            return do(_ask(words_in("en")("Passphrase: ")))
        except (NeedsPassphrase, WrongPassphrase) as fault:
            print(words_in("en")(fault.sentence), file=sys.stderr)
    return do(_ask(words_in("en")("Passphrase: ")))


def _ask(prompt: str) -> str:
    from getpass import getpass

    return getpass(prompt, sys.stderr)


def _at_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def read_passphrase(path: Path) -> str:
    """The first line of a file."""
    try:
        with path.open("rb") as file:
            head = file.read(_LONGEST)
        lines = head.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable(Say(N_("No passphrase could be read from {name}."), {"name": path.name})) from error
    if not lines or not lines[0].strip():
        raise Unavailable(Say(N_("No passphrase could be read from {name}."), {"name": path.name}))
    return lines[0]
