"""What a chosen file is taken for: figures where it is surely that, else a list; else a person says it."""

from pathlib import Path
from typing import Any

from pmdesk.actions import figure_imports, imports
from pmdesk.actions.figure_imports import FigureLook
from pmdesk.actions.imports import Look, Unreadable
from pmdesk.domain.words import Say

# What may be a file of figures: it is known by its shape.
FIGURES = (None, "measure", "reading")
_ANY = "outside_body"


class Untold(Exception):
    """The file can be read, only nothing in it says what its rows are."""

    def __init__(self, sentence: Say) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def look_at(
    path: Path, register: Any, entity: str | None, sheet: str | None, today: str
) -> Look | FigureLook:
    """The file as figures or as a list of `entity` where a person has said so; Untold where nobody can tell.

    A list of measures that holds figures too is one of figures: their period is in its title, or is asked.
    """
    found = None
    if entity in FIGURES:
        found = figure_imports.look_at_figures(path, register, sheet=sheet, sure=entity is None)
    if found is not None:
        return found
    try:
        listed = imports.look(path, register, entity, sheet, today=today)
    except Unreadable as problem:
        if entity is None and (figures := _figures_if_any(path, register, sheet)):
            return figures
        if entity is None and _is_readable(path, register, sheet, today):
            raise Untold(problem.sentence) from problem
        raise
    figures = _figures_if_any(path, register, sheet) if entity is None and listed.entity in FIGURES else None
    return figures if figures and (listed.entity == "measure" or figures.file.undated) else listed


def _figures_if_any(path: Path, register: Any, sheet: str | None) -> FigureLook | None:
    try:
        return figure_imports.look_at_figures(path, register, sheet=sheet)
    except Unreadable:
        return None


def _is_readable(path: Path, register: Any, sheet: str | None, today: str) -> bool:
    try:
        return bool(imports.look(path, register, _ANY, sheet, today=today).plan.rows)
    except Unreadable:
        return False
