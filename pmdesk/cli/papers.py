"""The verb that prints: one paper as PDF."""

from pathlib import Path

import click

from pmdesk.actions.papers import PAPERS, make_paper
from pmdesk.actions.today import today
from pmdesk.cli.output import print_path
from pmdesk.cli.verb import file_argument, reading, verb
from pmdesk.domain.words import Words


@click.command()
@file_argument
@click.argument("name", metavar="NAME", type=click.Choice(list(PAPERS)))
@click.argument("out", metavar="OUT.pdf", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--for", "of", multiple=True, metavar="RECORD", help="What the paper is of, by id or name. May repeat."
)
@click.option("--year", help="A municipal year (2025-26); for a progress report a period (2025-26 Q4).")
@verb
def paper(file: Path, name: str, out: Path, of: tuple[str, ...], year: str | None, words: Words) -> None:
    """Write the paper NAME as a tagged PDF and print its path. With --lang cy it is in Welsh.

    NAME: annual-update (for an update's id or a body), progress (for a partnership), cabinet and slippage (for
    partnerships, or all), contributions (for organisations, or all; --year is a financial year), measure (for
    a measure's code; --for may repeat), plan (for a plan), alignment (the same figures by theme and by
    objective), register-outside-bodies, register-partnerships.

    \b
    pmdesk paper aldermoor.pmdesk progress report.pdf --for "Active Aldermoor" --year "2025-26 Q4"
    pmdesk paper aldermoor.pmdesk cabinet cabinet.pdf --year "2025-26 Q4"
    pmdesk paper aldermoor.pmdesk measure story.pdf --for EN02 --for AA01
    pmdesk paper aldermoor.pmdesk register-outside-bodies bodies.pdf --lang cy
    """
    if out.suffix.lower() != ".pdf":
        raise click.UsageError("OUT must end in .pdf.")
    with reading(file) as register:
        made = make_paper(register, name, out.absolute(), of, year, words, today(register))
    print_path(made)
