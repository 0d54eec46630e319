"""The verbs for spreadsheets: bring one in, write one out."""

from collections.abc import Iterable
from pathlib import Path

import click

from pmdesk.actions.exports import export as write_out
from pmdesk.actions.figure_imports import Choices
from pmdesk.actions.imports import Look, Result, RowReason, bring_in, look, outcome, require_columns
from pmdesk.actions.today import today
from pmdesk.cli import figures
from pmdesk.cli.counts import print_counts
from pmdesk.cli.naming import pairs
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.verb import EntityWord, as_json, entity_argument, file_argument, reading, verb, writing
from pmdesk.domain.words import Words


@click.command("import")
@file_argument
@click.argument("source", metavar="SOURCE", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--as",
    "entity",
    type=EntityWord(),
    metavar="ENTITY",
    help="What its rows are; else judged by its headings.",
)
@click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="HEADING=FIELD",
    help="Read a column as this field, or leave it out (HEADING=). May repeat.",
)
@click.option(
    "--sheet", metavar="NAME", help="The sheet of a workbook; else the one that looks most like a list."
)
@click.option("--area", metavar="NAME", default="", help="Figures: which area is yours.")
@click.option(
    "--about",
    metavar="FILE",
    type=click.Path(readable=False, path_type=Path),
    help="Figures: a list that says what the codes mean.",
)
@click.option("--year", metavar="2024/25", default="", help="Figures: the year of a bare ‘Q1’.")
@click.option(
    "--take",
    type=click.Choice(["real", "part"]),
    multiple=True,
    help="Figures: also those adjusted for inflation, or parts of others. May repeat.",
)
@click.option("--fractions", is_flag=True, help="Figures: per cents are written as fractions, 0.1 for 10.")
@click.option(
    "--same",
    metavar="CODE",
    multiple=True,
    help="Figures: this code or title is the register’s measure, though the rest differs. May repeat.",
)
@click.option(
    "--year-kind",
    type=click.Choice(["calendar", "financial"]),
    default=None,
    help="Figures: which year ‘2023 Q1’ is a quarter of.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@as_json
@verb
def import_sheet(
    file: Path,
    source: Path,
    entity: str | None,
    mapping: tuple[str, ...],
    sheet: str | None,
    area: str,
    about: Path | None,
    year: str,
    take: tuple[str, ...],
    fractions: bool,
    same: tuple[str, ...],
    year_kind: str | None,
    dry_run: bool,
    as_json: bool,
    words: Words,
) -> None:
    """Bring a spreadsheet in: one save, one Undo.

    SOURCE is .csv, .xlsx, .xls or .ods. Good rows go in; each refused and each doubtful row is printed with
    its reason. The same file again changes nothing. Exit code 1 only when nothing could be read.

    A file of figures (a row for each figure, or periods across) is known by its shape: your area's figures
    become readings, those of other areas are kept to compare with, and the counts are of figures.

    \b
    pmdesk import aldermoor.pmdesk outside_bodies.xlsx --as outside_body --dry-run
    pmdesk import aldermoor.pmdesk partnerships.csv --as partnership --map "Aims=purpose" --map "Ref="
    pmdesk import aldermoor.pmdesk benchmarks.xlsx --as reading --area Fife --about codes.csv
    """
    columns = {heading: field.strip() or None for heading, field in pairs(mapping).items()}
    with reading(file) if dry_run else writing(file) as register:
        choices = Choices(
            area=area,
            roles=frozenset(take),
            fractions=fractions,
            same=frozenset(same),
            year_kind=year_kind or "",
        )
        found = figures.look(source, register, entity, sheet, columns, about, year, choices)
        if found is not None:
            figures.bring_in(register, found, dry_run, as_json, words)
            return
        looked = look(source, register, entity, sheet, columns, today=today(register))
        require_columns(looked)
        result = outcome(looked) if dry_run else bring_in(register, looked, words)
    if as_json:
        print_json(_plain(looked, result, dry_run, words))
    else:
        _print(looked, result, words)


@click.command()
@file_argument
@entity_argument
@click.argument("out", metavar="OUT.csv|.xlsx", type=click.Path(readable=False, path_type=Path))
@click.option("--all", "whole", is_flag=True, help="Also what is for the council only, such as notes.")
@verb
def export(file: Path, entity: str, out: Path, whole: bool, words: Words) -> None:
    """Write a list as a spreadsheet and print its path. It can be brought in again.

    What is for the council only is left out unless --all is given.

    \b
    pmdesk export aldermoor.pmdesk outside_body bodies.xlsx
    """
    if out.suffix.lower() not in (".csv", ".xlsx"):
        raise click.UsageError("OUT must end in .csv or .xlsx.")
    with reading(file) as register:
        write_out(register, entity, out.absolute(), words, public=not whole)
    print_path(out)


def _print(looked: Look, result: Result, words: Words) -> None:
    print_counts(result, words, looked.plan.called)
    unread = [heading for heading, field in looked.mapping.items() if not field]
    if unread:
        print(words("not read: {columns}", columns=", ".join(unread)))
    for line in _reasons(words("Refused"), result.refused_rows, words):
        print(line)
    for line in _reasons(words("Doubtful"), result.doubtful_rows, words):
        print(line)


def _reasons(what: str, rows: Iterable[RowReason], words: Words) -> Iterable[str]:
    for each in rows:
        place = f"{each.column}: " if each.column else ""
        yield words("{what} row {n}: {reason}", what=what, n=each.row, reason=f"{place}{words(each.say)}")


def _plain(looked: Look, result: Result, dry_run: bool, words: Words) -> dict[str, object]:
    return {
        "read": result.read,
        "added": result.added,
        "changed": result.changed,
        "same": result.same,
        "refused": result.refused,
        "dry_run": dry_run,
        "entity": looked.entity,
        "new": dict(result.made),
        "columns": dict(looked.mapping),
        "refused_rows": _plain_rows(result.refused_rows, words),
        "doubtful_rows": _plain_rows(result.doubtful_rows, words),
    }


def _plain_rows(rows: Iterable[RowReason], words: Words) -> list[dict[str, object]]:
    return [{"row": each.row, "column": each.column, "reason": words(each.say)} for each in rows]
