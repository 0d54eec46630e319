"""What a form need not ask: what is known already, and what only another kind of measure has."""

from collections.abc import Mapping

from pmdesk.domain.entities import ENTITIES
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context

Record = Mapping[str, object]
# What is asked only of a measure of which this field says this.
_ONLY: Mapping[tuple[str, str], tuple[str, str]] = {
    ("target", "low"): ("polarity", "band"),
    ("target", "high"): ("polarity", "band"),
    ("reading", "numerator"): ("aggregation", "ratio"),
    ("reading", "denominator"): ("aggregation", "ratio"),
}
# The first question of a record that is there already: what it is of and when are seldom what is wrong.
_BEGINS = {"target": "value", "reading": "value"}


def measure_of(context: Context, edit: Edit, record: Record) -> Record | None:
    """The measure that a form's record hangs on, where that is known and is still there."""
    if edit.kind == "measure" or not ENTITIES[edit.kind].has("measure"):
        return None
    known = edit.values.get("measure") or record.get("measure")
    row = context.register.get("measure", str(known)) if known else None
    return row if row and not row["deleted"] else None


def is_asked(edit: Edit, name: str, record: Record, measure: Record | None) -> bool:
    """Whether a field is asked: a band's ends only of a band, a ratio's parts only of a ratio.

    What holds something, what is given and what the form was opened for are asked of any measure.
    """
    only = _ONLY.get((edit.kind, name))
    if only is None or measure is None or record.get(name) or name in edit.values or name == edit.field:
        return True
    return measure.get(only[0]) == only[1]


def begins_at(edit: Edit, measure: Record | None) -> str:
    """The field that the keyboard starts in where nothing else is asked for; '' for the form's first."""
    return _BEGINS.get(edit.kind, "") if edit.record and measure else ""
