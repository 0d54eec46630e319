"""Brings a file of figures in: first look, then agree; our readings, other areas beside them, one Undo."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from typing import NamedTuple

from pmdesk.actions.imports import Cancelled, Column, RowReason, records_of, write_all
from pmdesk.domain.dates import say_date
from pmdesk.domain.periods import period_bounds, say_period
from pmdesk.domain.uncollected import uncollected
from pmdesk.domain.words import N_, Say, Words
from pmdesk.exchange.about_measures import Known, read_about
from pmdesk.exchange.columns import guess_entity, known_headings
from pmdesk.exchange.figure_areas import never_compared, say_areas
from pmdesk.exchange.figure_choices import Choices, KnownFigures, PlannedSeries
from pmdesk.exchange.figure_columns import CHOICES as COLUMN_CHOICES
from pmdesk.exchange.figure_columns import role_named
from pmdesk.exchange.figure_file import FigureFile, is_surely_figures, understand
from pmdesk.exchange.figure_match import matched
from pmdesk.exchange.figure_plan import FigurePlan, plan_figures, whole_areas
from pmdesk.exchange.grids import Book, read_book
from pmdesk.exchange.names import plain_words
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.change import Changes
from pmdesk.register.seen import newest
from pmdesk.register.store import Register

__all__ = [
    "Cancelled",
    "Choices",
    "FigureLook",
    "FigureResult",
    "PlannedSeries",
    "Unreadable",
    "bring_figures_in",
    "column_choices",
    "columns_understood",
    "figure_outcome",
    "look_at_figures",
    "look_at_figures_again",
    "require_choices",
    "said_of_file",
]


_ROWS_NAMED = 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class FigureLook:
    """What the page shows before anything is written."""

    book: Book
    about: Known
    file: FigureFile
    plan: FigurePlan
    known: KnownFigures
    council: str
    mapping: Mapping[str, str | None]  # columns that a person put right
    seen: int  # the register's newest save when a person looked


class FigureResult(NamedTuple):
    """What was brought in, in figures: read = added + changed + same + refused."""

    read: int
    added: int
    changed: int
    same: int
    refused: int
    refused_rows: tuple[RowReason, ...]
    left_out: tuple[tuple[Say, int], ...]
    made: Counter[str]  # new records of each kind
    changes: Changes | None  # None when nothing was written


@uncollected()
def look_at_figures(
    path: str | PathLike[str],
    register: Register,
    *,
    sheet: str | None = None,
    about: str | PathLike[str] | None = None,
    choices: Choices | None = None,
    year: str = "",
    mapping: Mapping[str, str | None] | None = None,
    sure: bool = False,
) -> FigureLook | None:
    """Read a file of figures and work out what bringing it in would do; None where it is no such file.

    `about` is a second file that says what the codes mean; `year` ('2024/25') the year of quarters that do
    not say theirs; `mapping` columns put right; with `sure` a file that may be something else is none.
    Raises Unreadable with a sentence.
    """
    roles = _roles(mapping or {})
    if roles is None:
        return None
    book = read_book(path, sheet)
    known_about = read_about(about) if about else {}
    council = register.title(str(register.settings().get("council") or ""))
    other_list = _are_of_another_list if sure else None
    chosen = choices or Choices()
    file = understand(book, known_about, year, roles, other_list, council, chosen.year_kind)
    if file is None or (sure and not is_surely_figures(file)):
        return None
    seen, known = newest(register.db), _known(register, file, chosen)
    plan = plan_figures(file, chosen, known, council)
    if _is_list_of_readings(file, known):
        return None
    return FigureLook(book, known_about, file, plan, known, council, roles, seen)


def look_at_figures_again(
    before: FigureLook,
    register: Register,
    *,
    choices: Choices | None = None,
    about: str | PathLike[str] | None = None,
    year: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
) -> FigureLook:
    """The same file after a person chose something, or gave the file that says what the codes mean."""
    file, known, said, seen = before.file, before.known, before.about, before.seen
    chosen = choices or before.plan.choices
    roles = {**before.mapping, **(mapping or {})}
    if about or mapping or year is not None or chosen.year_kind != before.plan.choices.year_kind:
        said = read_about(about) if about else said
        dated = file.year if year is None else year
        understood = understand(
            before.book, said, dated, roles, council=before.council, year_kind=chosen.year_kind
        )
        if understood is None:
            raise Unreadable(Say(N_("Read so, the file holds no figures. The column is as it was before.")))
        file = understood
    if file is not before.file or chosen.names() != before.plan.choices.names():
        seen, known = newest(register.db), _known(register, file, chosen)
    plan = plan_figures(file, chosen, known, before.council)
    return FigureLook(before.book, said, file, plan, known, before.council, roles, seen)


@uncollected()
def bring_figures_in(
    register: Register,
    looked: FigureLook,
    words: Words,
    progress: Callable[[int, int], bool] | None = None,
) -> FigureResult:
    """Write what the look promised, as one save with one Undo.

    If the register changed since the look, the plan is worked out again first; a figure that came from
    elsewhere since is not replaced, but stands beside the file's. Raises Unreadable when nobody has said
    whose area is ours; Cancelled when `progress(done, of)` says False, and nothing was written.
    """
    known = _known(register, looked.file, looked.plan.choices)
    if known != looked.known:
        plan = plan_figures(looked.file, looked.plan.choices, known, looked.council)
        looked = replace(looked, known=known, plan=plan)
    require_choices(looked)
    with register.change(N_("Brought in a file"), via=f"import:{looked.file.sha256}") as change:
        change.seen = looked.seen
        write_all(looked.plan.writes, change.add, change.set, progress)
    return figure_outcome(looked, change.changes if change.changes.touched else None)


def require_choices(looked: FigureLook) -> None:
    """Unreadable while nobody has said which area is ours, or which year a bare quarter belongs to."""
    if looked.file.undated:
        heading = looked.file.undated[0]
        bare = N_("Say which year ‘{heading}’ belongs to, such as 2024/25.")
        either = N_("Say whether the year of ‘{heading}’ is a calendar year or a financial year.")
        raise Unreadable(Say(either if _YEAR.search(heading) else bare, {"heading": heading}))
    if looked.plan.council_among:
        among = N_("‘{name}’ is read as a measure, and it is your council: say which column holds the areas.")
        raise Unreadable(Say(among, {"name": looked.plan.council_among}))
    if looked.plan.asks_area:
        raise Unreadable(
            Say(
                N_("Say which area is yours. The areas are: {areas}."),
                {"areas": say_areas(looked.file.areas)},
            )
        )


def figure_outcome(looked: FigureLook, changes: Changes | None = None) -> FigureResult:
    """What bringing in does, in counts of figures; also for a dry run."""
    plan, counts = looked.plan, looked.plan.outcomes
    return FigureResult(
        sum(counts.values()),
        counts["added"],
        counts["changed"],
        counts["same"],
        counts["refused"],
        tuple(RowReason(*problem) for problem in plan.refused),
        plan.left_out,
        plan.kinds(),
        changes,
    )


def said_of_file(looked: FigureLook, words: Words) -> list[tuple[str, str]]:
    """What was understood of the file, as (what it is about, what is so) for a page or a terminal."""
    file, plan = looked.file, looked.plan
    first, last = _first_and_last(file, words)
    wholes = ", ".join(area.name for area in whole_areas(file))
    areas = len(file.areas) - len(whole_areas(file))
    shape = words("a row for each figure") if file.shape == "long" else words("periods across the top")
    said = [
        (words("Layout"), shape + (f" ({file.sheet})" if file.sheet else "")),
        (words("Series"), str(len(file.series))),
        (words("Periods"), first if first == last else words("{first} to {last}", first=first, last=last)),
        (words("Areas"), str(areas) if areas else ""),
        (words("Your area"), file.areas[plan.own].name if plan.own is not None else ""),
        (words("Totals and averages"), wholes),
        (words("In no quartile or median"), _never_compared(looked, words)),
        (words("Columns not read"), ", ".join(file.unread)),
        (words("Tells apart the rows that contradict each other"), ", ".join(file.apart)),
        (words("Total rows left out"), str(file.totals) if file.totals else ""),
        (words("Twice in the file"), _twice(file, words)),
        (words("How it was read"), " ".join(words(note) for note in file.notes)),
        (words("Columns without a year"), ", ".join(file.undated)),
    ]
    return [(label, text) for label, text in said if text]


def columns_understood(looked: FigureLook) -> tuple[Column, ...]:
    """The columns beside the figures, each with what it is read as; a person may put any of them right."""
    return tuple(
        Column(each.heading, each.sample, each.role or None, Say(_UNDERSTOOD.get(each.role, _KEPT)))
        for each in looked.file.columns
    )


def column_choices() -> list[tuple[str, Say]]:
    """What a column beside the figures can be read as: ('area', 'Area') and so on."""
    return [(role, Say(label)) for role, label, _heading in COLUMN_CHOICES]


_KEPT = N_("Kept with the measure")
_UNDERSTOOD = {
    "": N_("No use for it here"),
    "title": N_("Names the measures"),
    "code": N_("Names the measures by their codes"),
    "area": N_("Names the areas"),
    "area_code": N_("Tells areas of one name apart"),
    "family": N_("Kept with the area"),
    "period": N_("Says when"),
    "value": N_("Holds the figures"),
    "target": N_("Holds the targets"),
    "how": N_("Says how a figure is made"),
    "split": N_("Tells series of one name apart"),
    "commentary": N_("Kept with the reading"),
    "numerator": N_("Kept with the reading"),
    "denominator": N_("Kept with the reading"),
}


def _never_compared(looked: FigureLook, words: Words) -> str:
    """'21 areas of another kind than yours, such as Altrincham': wards beside councils."""
    areas = never_compared(looked.file.areas, looked.plan.own) if looked.plan.choices.others else []
    if not areas:
        return ""
    return words("areas of another kind, {n}: {name} …", n=len(areas), name=areas[0].name)


def _twice(file: FigureFile, words: Words) -> str:
    """How many figures stand in the file again, and where; they are taken once."""
    if not file.twice:
        return ""
    rows = ", ".join(str(row) for row in file.twice_rows[:_ROWS_NAMED])
    more = ", …" if len(file.twice_rows) > _ROWS_NAMED else ""
    return words("figures {n}, in rows {rows}", n=file.twice, rows=f"{rows}{more}")


def _first_and_last(file: FigureFile, words: Words) -> tuple[str, str]:
    """The first and the last period; by their months where one covers several years."""
    first, last = file.periods
    if " to " not in first + last:
        return say_period(first, words), say_period(last, words)
    return say_date(period_bounds(first)[0][:7], words), say_date(period_bounds(last)[1][:7], words)


def _roles(mapping: Mapping[str, str | None]) -> dict[str, str | None] | None:
    """{heading: role} of what a person typed; None where a field is none of a file of figures."""
    roles = {heading: role_named(field) if field else None for heading, field in mapping.items()}
    return None if any(field and not roles[heading] for heading, field in mapping.items()) else roles


def _are_of_another_list(headings: Sequence[str]) -> bool:
    """Whether headings are those of a list of outside bodies, people or the like."""
    return guess_entity(headings) not in (None, *_FIGURES)


def _is_list_of_readings(file: FigureFile, known: KnownFigures) -> bool:
    """Whether this is a plain list of readings of measures that are there: each row is a record."""
    words = {plain_words(column.heading) for column in file.columns}
    plain = {"measure", "period", "value"} <= words <= known_headings("reading")
    return plain and bool(matched(file.series, known.measures, {}))


_FIGURES = ("measure", "reading", "target", "comparator", "serves", "objective")


def _known(register: Register, file: FigureFile, choices: Choices) -> KnownFigures:
    """What the register has of the measures this file speaks of."""
    measures = register.all("measure")
    matches = matched(file.series, measures, choices.names()).values()
    ids = list(dict.fromkeys(str(match.record["id"]) for match in matches if match.record))
    others: dict[str, list[Mapping[str, object]]] = {}
    for record in records_of(register, "comparator", ids):
        others.setdefault(str(record["measure"]), []).append(record)
    return KnownFigures(
        measures,
        _by_period(records_of(register, "reading", ids)),
        _by_period(records_of(register, "target", ids)),
        others,
    )


def _by_period(records: Iterable[Mapping[str, object]]) -> dict[str, dict[str, Mapping[str, object]]]:
    found: dict[str, dict[str, Mapping[str, object]]] = {}
    for record in records:
        found.setdefault(str(record["measure"]), {}).setdefault(str(record["period"]), record)
    return found
