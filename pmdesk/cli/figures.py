"""What bringing a file of figures in says on a terminal: counts, what stays out, what was refused."""

from pathlib import Path

from pmdesk.actions.figure_imports import (
    Choices,
    FigureLook,
    FigureResult,
    Unreadable,
    bring_figures_in,
    figure_outcome,
    look_at_figures,
    require_choices,
    said_of_file,
)
from pmdesk.actions.imports import look as look_at_list
from pmdesk.actions.registers import Register
from pmdesk.cli.counts import print_counts
from pmdesk.cli.output import print_json
from pmdesk.domain.words import Words

# What a list of these may be in disguise: a file of figures, known by its shape.
MAY_BE_FIGURES = (None, "reading", "measure")


def look(
    source: Path,
    register: Register,
    entity: str | None,
    sheet: str | None,
    columns: dict[str, str | None],
    about: Path | None,
    year: str,
    choices: Choices,
) -> FigureLook | None:
    """The file as figures; None where it is a plain list or something else.

    As in the window, one that is no list we know, or one of measures, may hold figures all the same.
    """
    if entity not in MAY_BE_FIGURES:
        return None

    def figures(sure: bool) -> FigureLook | None:
        return look_at_figures(
            source, register, sheet=sheet, about=about, choices=choices, year=year, mapping=columns, sure=sure
        )

    sure = entity is None and about is None and not choices.area and not choices.same
    found = figures(sure)
    if found is None and sure and not columns and _is_no_other_list(source, register, sheet):
        return figures(sure=False)
    return found


def _is_no_other_list(source: Path, register: Register, sheet: str | None) -> bool:
    try:
        return look_at_list(source, register, sheet=sheet).entity == "measure"
    except Unreadable:
        return True


def bring_in(register: Register, looked: FigureLook, dry_run: bool, as_json: bool, words: Words) -> None:
    """Write what was understood, or say what would be written."""
    require_choices(looked)
    result = figure_outcome(looked) if dry_run else bring_figures_in(register, looked, words)
    if as_json:
        print_json(_plain(looked, result, dry_run, words))
    else:
        _print(looked, result, words)


def _print(looked: FigureLook, result: FigureResult, words: Words) -> None:
    print_counts(result, words)
    taken = [series for series in looked.plan.series if series.taken]
    for label, count in (
        (words("suppressed"), sum(series.suppressed for series in taken)),
        (words("missing"), sum(series.missing for series in taken)),
    ):
        if count:
            print(f"{label} {count}")
    for label, text in said_of_file(looked, words):
        print(f"{label}: {text}")
    for say, count in result.left_out:
        print(words("left out, figures {n}: {why}", n=count, why=words(say)))
    for each in result.refused_rows:
        reason = words("row {n}: {reason}", n=each.row, reason=f"{each.column}: {words(each.say)}")
        print(words("Refused {row}", row=reason))
    if any(series.held and series.measure for series in looked.plan.series):
        print(words("Say --same CODE where both are one measure, or leave the codes out: --map HEADING=."))
    for series in looked.plan.series:
        for doubt in series.doubts if series.taken else ():
            print(words("Doubtful {title}: {reason}", title=series.code or series.title, reason=words(doubt)))


def _plain(looked: FigureLook, result: FigureResult, dry_run: bool, words: Words) -> dict[str, object]:
    plan = looked.plan
    return {
        "read": result.read,
        "added": result.added,
        "changed": result.changed,
        "same": result.same,
        "refused": result.refused,
        "dry_run": dry_run,
        "entity": "reading",
        "new": dict(result.made),
        "area": looked.file.areas[plan.own].name if plan.own is not None else None,
        "understood": dict(said_of_file(looked, words)),
        "left_out": [{"figures": count, "reason": words(say)} for say, count in result.left_out],
        "refused_rows": [
            {"row": each.row, "column": each.column, "reason": words(each.say)}
            for each in result.refused_rows
        ],
        "series": [
            {
                **{name: getattr(series, name) for name in _SHOWN},
                "doubts": [words(doubt) for doubt in series.doubts],
            }
            for series in plan.series
        ],
    }


_SHOWN = (
    *("code", "title", "unit", "polarity", "frequency", "role", "taken"),
    *("readings", "targets", "suppressed", "missing", "others"),
)
