"""A health check by command: opened, answered alone, closed for good, and what came of it."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import click

from pmdesk.actions.health_checks import answer, close_check, open_check
from pmdesk.actions.health_forms import Received, make_forms, receive_forms
from pmdesk.actions.health_plain import plain_health
from pmdesk.actions.listing import Plain
from pmdesk.actions.reading import read_record
from pmdesk.actions.titles import record_called
from pmdesk.actions.today import today
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import as_json, file_argument, reading, verb, writing
from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import N_, Words
from pmdesk.figures.health import HEALTH
from pmdesk.figures.health_spread import say_spread

STEPS = ("open", "answer", "forms", "receive", "close", "show")
_SAID: Mapping[str, str] = {
    "open": N_("Open for answers."),
    "answer": N_("Answered and sealed: nobody can read it again."),
    "close": N_("Closed for good."),
}


@click.command("health-check")
@file_argument
@click.argument("step", type=click.Choice(STEPS))
@click.argument("check", metavar="ID|NAME")
@click.option("--as", "organisation", default="", metavar="ORGANISATION", help="Who answers.")
@click.option(
    "--from",
    "source",
    type=click.File("r", encoding="utf-8"),
    help="A file with the answers, or - to type them: one a line, 1 to 4 or nothing. Words may follow ‘---’.",
)
@click.option(
    "--out",
    type=click.Path(readable=False, path_type=Path),
    help="The folder for the forms of those that have not answered.",
)
@click.option(
    "--form",
    "forms",
    multiple=True,
    type=click.Path(readable=False, path_type=Path),
    help="A form that came back, or a folder of them. May repeat.",
)
@as_json
@verb
def health_check(
    file: Path,
    step: str,
    check: str,
    organisation: str,
    source: IO[str] | None,
    out: Path | None,
    forms: tuple[Path, ...],
    as_json: bool,
    words: Words,
) -> int:
    """Open a health check, answer it, close it, or show it. By PDF: make forms, receive them.

    Answers are read from a file or typed, never from the command itself, which a terminal remembers. They
    are sealed at once. Closing is final, needs three answers, and shows median and spread only.

    \b
    pmdesk health-check aldermoor.pmdesk open "How we work together 2026"
    pmdesk health-check aldermoor.pmdesk answer "How we work together 2026" --as "Aldermoor Police" --from -
    pmdesk health-check aldermoor.pmdesk forms "How we work together 2026" --out forms
    pmdesk health-check aldermoor.pmdesk receive "How we work together 2026" --form forms
    pmdesk health-check aldermoor.pmdesk close "How we work together 2026"
    """
    if step == "answer" and not (organisation and source):
        raise click.UsageError("Say who answers (--as) and where the answers are (--from).")
    if (step == "forms" and out is None) or (step == "receive" and not forms):
        raise click.UsageError(
            "Say where the forms are: --out for those to send, --form for those that came."
        )
    with reading(file) if step == "show" else writing(file) as register:
        found = record_called(register, "health_check", check)
        day = today(register)
        if step == "open":
            open_check(register, found, day)
        elif step == "close":
            close_check(register, found, day)
        elif source is not None and step == "answer":
            answers, said = read_answers(source.read())
            answer(register, found, record_called(register, "organisation", organisation), answers, said)
        elif step == "forms" and out is not None:
            for path in make_forms(register, found, out.absolute(), words, day):
                print_path(path)
            return 0
        elif step == "receive":
            return _print_received(receive_forms(register, found, forms), words)
        made = plain_health(register, read_record(register, "health_check", found), words)
    if as_json:
        print_json(made)
        return 0
    if step in _SAID:
        print(words(_SAID[step]))
    _print(made, words, whole=step in ("show", "close"))
    return 0


def _print_received(found: Sequence[Received], words: Words) -> int:
    """Whose answers were sealed, and each file that was refused with its reason; 1 when none was sealed."""
    for each in found:
        if each.problem is None:
            print(words("Sealed: {who}", who=each.organisation))
        else:
            print(f"{each.file}: {words(each.problem)}", file=sys.stderr)
    return 0 if any(each.problem is None for each in found) else 1


def read_answers(text: str) -> tuple[list[int | None], str]:
    """The answers of a file, a line each, and the words after a line of ‘---’.

    What is no number comes back as 0, which is no answer.

    >>> read_answers("3\\n\\n4\\n---\\nWe meet too often.\\n")
    ([3, None, 4], 'We meet too often.')
    """
    lines = text.rstrip().splitlines()
    at = lines.index("---") if "---" in lines else len(lines)
    numbers = [line.strip() for line in lines[:at]]
    answers = [(int(each) if each.isdecimal() else 0) if each else None for each in numbers]
    return answers, "\n".join(lines[at + 1 :]).strip()


def _print(made: Plain, words: Words, whole: bool) -> None:
    print(words(HEALTH[str(made["state"])][1]))
    print(words.plural(int(str(made["answered"])), "{n} has answered", "{n} have answered"))
    waiting = made["waiting"]
    if isinstance(waiting, list) and waiting:
        print(words("Waiting for: {names}", names="; ".join(waiting)))
    principles = made["principles"]
    if not whole or not isinstance(principles, list):
        return
    for each in principles:
        print(f"\n{each['principle']}")
        for one in each["statements"]:
            print(f"  {one}" if isinstance(one, str) else f"  {one['statement']}  {_spread(one, words)}")


def _spread(one: Plain, words: Words) -> str:
    spread = None
    if one["median"] is not None:
        low, high = (_number(one[name]) for name in ("lower_quartile", "upper_quartile"))
        spread = Spread(int(str(one["n"])), low, float(str(one["median"])), high, bool(one["disagree"]))
    return say_spread(spread, words)


def _number(given: object) -> float | None:
    return None if given is None else float(str(given))
