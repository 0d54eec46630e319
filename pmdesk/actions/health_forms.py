"""A health check by PDF: a form for each partner that has not answered, and answers sealed as they return.

A form that came back is read, sealed and kept nowhere: the file itself is for sender and receiver to delete.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.health_checks import answer, health_of
from pmdesk.actions.reading import read_record
from pmdesk.actions.return_ticket import read_signed, signed
from pmdesk.actions.returns_out import form_name, spare_what_is_there
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import free_name, spare_the_register, write_all
from pmdesk.domain.check import Refused
from pmdesk.domain.health_form import SAID, HealthForm, answers_of, names_of
from pmdesk.domain.health_templates import how_many
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.return_forms import FORM_SIZE_ALLOWED, read_form
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.store import Changes, Register


class Received(NamedTuple):
    """What became of a file: whose answers were sealed, or why they were not."""

    file: str
    organisation: str
    problem: Say | None
    changes: Changes | None


def make_forms(register: Register, check: str, folder: Path, words: Words, today: str) -> list[Path]:
    """Write a form for each partner that has not answered into `folder`: all or none; their paths."""
    row = read_record(register, "health_check", check)
    health = health_of(register, row)
    if health.state != "open":
        raise Refused(Say(N_("This check takes no answers now.")))
    waiting = [each for each in health.invited if each[0] not in health.answered]
    if not waiting:
        raise Refused(Say(N_("Everybody has answered.")))
    council, taken = council_name(register), set[str]()

    def made() -> Iterator[tuple[str, bytes]]:
        from pmdesk.papers.health_form import health_form

        for id, name in waiting:
            ticket = signed(register, {"check": check, "organisation": id})
            form = HealthForm(
                council,
                str(row["title"]),
                str(row["partnership_name"] or ""),
                name,
                health.principles,
                ticket,
                today,
            )
            drawn = health_form(form, words)
            file = free_name(form_name(name, str(row["title"]), today), taken)
            spare_the_register(register, folder / file)
            spare_what_is_there(folder / file, drawn)
            yield file, drawn

    return write_all(made(), folder)


def receive_forms(register: Register, check: str, paths: Sequence[Path]) -> list[Received]:
    """Seal what came back, file by file; one that is refused leaves the others as they are."""
    row = read_record(register, "health_check", check)
    statements = how_many(health_of(register, row).principles)
    found = [file for path in paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]
    return [_received(register, check, statements, path) for path in found]


def _received(register: Register, check: str, statements: int, path: Path) -> Received:
    try:
        names = names_of(statements)
        form = read_form(_bytes(path), names, lambda name: name != SAID)
        said = read_signed(register, form.ticket)
        if said.get("check") != check:
            raise Refused(Say(N_("It is a form of another health check.")))
        who = str(said.get("organisation") or "")
        answers = answers_of(form.answers, statements)
        changes = answer(register, check, who, answers, form.answers.get(SAID, ""))
        return Received(path.name, register.title(who), None, changes)
    except Refused as refused:
        return Received(path.name, "", next(iter(refused.problems.values())), None)
    except Unreadable as problem:
        return Received(path.name, "", problem.sentence, None)


def _bytes(path: Path) -> bytes:
    """What is in a file, no more of it than a form may have."""
    try:
        with path.open("rb") as file:
            return file.read(FORM_SIZE_ALLOWED + 1)
    except OSError as problem:
        raise Unreadable(Say(N_("The file cannot be read."))) from problem
