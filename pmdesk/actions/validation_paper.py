"""From the register to the paper of a validation of the framework: of one that was held, nothing internal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pmdesk.actions import public
from pmdesk.actions.paper_subjects import only
from pmdesk.actions.reading import read_record
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.actions.validations import framework, validation_rows
from pmdesk.domain.check import Refused
from pmdesk.domain.validation import HEADS
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.paper_validation import ValidationFigures, validation_figures
from pmdesk.register.store import Register

NOT_HELD = N_("‘{name}’ has no day on which it was done, so no paper prints it yet.")
_RESTS_ON = ("plan", "partnership", "measure")


def validation_paper(register: Register, of: Sequence[str], words: Words, today: str) -> ValidationFigures:
    """The paper of one validation (its id or title); Refused for one that was not held yet."""
    asked = Say(N_("Say which validation the paper is of."))
    row = read_record(register, "validation", record_called(register, "validation", only(of, asked)))
    if not public.announced("validation", row):
        raise Refused(Say(NOT_HELD, {"name": str(row["title"] or "")}))
    hidden = public.internal_measures(register)
    read = validation_rows(register, public.public("validation", row), today, words, whole=False)
    told = framework(register, today, words, hidden)
    rows = replace(read, framework=told)
    named = {code: _named(read.heads.get(code, {}), hidden) for code, _title in HEADS}
    return validation_figures(rows, named, council_name(register), today, words)


def _named(head: Mapping[str, object], hidden: set[str]) -> dict[str, str]:
    """The names of the records a head rests on; an internal measure is not named."""
    return {
        name: str(head[f"{name}_name"])
        for name in _RESTS_ON
        if head.get(name) and head.get(f"{name}_name") and str(head[name]) not in hidden
    }
