"""The verb that prints: one paper as PDF."""

import sys
from pathlib import Path

import click

from pmdesk.actions.paper_run import Run, make_each, say_without
from pmdesk.actions.paper_table import PAPERS
from pmdesk.actions.papers import make_paper
from pmdesk.actions.today import today
from pmdesk.cli.output import print_path
from pmdesk.cli.verb import file_argument, reading, verb
from pmdesk.domain.words import Words


@click.command()
@file_argument
@click.argument("name", metavar="NAME", type=click.Choice(list(PAPERS)))
@click.argument("out", metavar="OUT", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--for", "of", multiple=True, metavar="RECORD", help="What the paper is of, by id or name. May repeat."
)
@click.option(
    "--year", help="A municipal year (2025-26); for progress and cabinet also a period (2025-26 Q4)."
)
@click.option("--each", is_flag=True, help="One progress report for each partnership; OUT is a folder.")
@verb
def paper(
    file: Path, name: str, out: Path, of: tuple[str, ...], year: str | None, each: bool, words: Words
) -> None:
    """Write the paper NAME as a tagged PDF and print its path. With --lang cy it is in Welsh.

    NAME: annual-update (for an update's id or a body), annual-pack (a year's agreed updates; --for published
    prints only those), progress (for a partnership), cabinet and slippage
    (for partnerships, or all), contributions (for organisations, or all; --year is a financial year), measure
    (for a measure's code; --for may repeat), plan (for a plan), alignment (the same figures by theme and by
    objective), appointments (for the agenda of Annual Council; --year is the year it opens),
    register-outside-bodies, register-partnerships.

    progress with --each writes one report for each partnership into the folder OUT and prints their paths.

    \b
    pmdesk paper aldermoor.pmdesk progress report.pdf --for "Active Aldermoor" --year "2025-26 Q4"
    pmdesk paper aldermoor.pmdesk cabinet cabinet.pdf --year "2025-26 Q4"
    pmdesk paper aldermoor.pmdesk progress reports --each --year "2025-26 Q4"
    pmdesk paper aldermoor.pmdesk measure story.pdf --for EN02 --for AA01
    pmdesk paper aldermoor.pmdesk register-outside-bodies bodies.pdf --lang cy
    """
    if each and name != "progress":
        raise click.UsageError("--each is for progress.")
    if not each and out.suffix.lower() != ".pdf":
        raise click.UsageError("OUT must end in .pdf.")
    with reading(file) as register:
        if each:
            _print_run(make_each(register, out.absolute(), of, year, words, today(register)), words)
        else:
            print_path(make_paper(register, name, out.absolute(), of, year, words, today(register)))


def _print_run(run: Run, words: Words) -> None:
    for path in run.paths:
        print_path(path)
    if run.without:
        print(say_without(run, words), file=sys.stderr)
