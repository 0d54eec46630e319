"""The gaps of the golden thread as a page: each kind under its heading, each with the link that mends it."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.thread import ASTRAY, Thread
from pmdesk.domain.thread_gaps import GAPS, Gap
from pmdesk.domain.words import N_, Words
from pmdesk.figures.alignment import objective_title
from pmdesk.figures.plan_outline import VIEWS
from pmdesk.figures.record_page import Cell, Column, Edit, Fact, Lead, RecordPage, Row, Section, word

# What mends each kind of gap, in the words of its link.
MENDS: Mapping[str, str] = {
    "not_served": N_("Align an objective to it"),
    "not_aligned": N_("Align it"),
    "no_measure": N_("Add or link a measure"),
    "no_objective": N_("Say which objective"),
    "no_outcome": N_("Add outcome measure"),
    "astray": N_("Put it in its place"),
}
# Each kind in a word or two, for the facts at the top, which add up to the sentence over them.
_SHORT: Mapping[str, str] = {
    "not_served": N_("Priorities not served"),
    "not_aligned": N_("Objectives not aligned"),
    "no_measure": N_("Objectives not measured"),
    "no_objective": N_("Measures without objective"),
    "no_outcome": N_("Objectives without outcome"),
    "astray": N_("Objectives out of place"),
}
_WHY: Mapping[str, str] = {
    "not_served": N_("by any partnership"),
    "not_aligned": N_("partnership objectives"),
    "no_measure": N_("the lowest of each plan"),
    "no_objective": N_("they count nowhere"),
    "no_outcome": N_("at every level"),
    "astray": N_("by what they are part of"),
}


def gaps_page(
    thread: Thread, gaps: Iterable[Gap], left_out: int, measures: Mapping[str, str], words: Words
) -> RecordPage:
    """Every gap by its kind; `measures` are titles by id, `left_out` more measures have no objective."""
    by_kind: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_kind.setdefault(gap.what, []).append(gap)
    total = sum(map(len, by_kind.values())) + left_out
    return RecordPage(
        "gaps",
        "gaps",
        words(VIEWS["gaps"]),
        None,
        _quiet(total, words),
        tuple(
            Fact(words(label), str(len(by_kind.get(what, ())) + _more(what, left_out)), words(_WHY[what]))
            for what, label in _SHORT.items()
            if what != "astray" or what in by_kind
        ),
        tuple(
            gap_section(thread, what, found, _more(what, left_out), measures, words)
            for what, found in by_kind.items()
        ),
    )


def gap_section(
    thread: Thread, what: str, gaps: Iterable[Gap], left_out: int, measures: Mapping[str, str], words: Words
) -> Section:
    """One kind of gap as a table: the record, its plan, what mends it."""
    rows = tuple(_row(thread, gap, measures, words) for gap in gaps)
    more = words.plural(left_out, "{n} more is not listed.", "{n} more are not listed.") if left_out else ""
    first = words("Measure") if what == "no_objective" else words("Objective")
    return Section(
        words(GAPS[what]),
        str(len(rows) + left_out),
        (Column(first, 46, strong=True), Column(_second(what, words), 28), Column(words("To mend it"), 26)),
        rows,
        text=more,
    )


def mended_by(gap: Gap) -> Lead:
    """Where a gap is mended: a form with what is known filled in, or the objective's own page."""
    forms = {
        "not_served": Edit("alignment", None, {"serves": gap.record}, "objective"),
        "not_aligned": Edit("alignment", None, {"objective": gap.record}, "serves"),
        "no_objective": Edit("measure", gap.record, {}, "objective"),
        "no_outcome": Edit("measure", None, {"objective": gap.record, "kind": "outcome"}, "title"),
        "astray": Edit("objective", gap.record, {}, "parent"),
    }
    return Lead("edit", forms[gap.what]) if gap.what in forms else Lead("plans", gap.record)


def _row(thread: Thread, gap: Gap, measures: Mapping[str, str], words: Words) -> Row:
    if gap.kind == "measure":
        name, second, lead = measures.get(gap.record, ""), "", Lead("measures", gap.record)
    else:
        name = objective_title(thread.objectives[gap.record])
        why = ASTRAY[thread.astray[gap.record]] if gap.what == "astray" else ""
        second = words(why) if why else word(thread.plan_of(gap.record), "name")
        lead = Lead("plans", gap.record)
    mend = Cell(words(MENDS[gap.what]), lead=mended_by(gap), link=True)
    return Row((Cell(name, lead=lead), Cell(second, lead=lead, quiet=True), mend), gap.kind, gap.record)


def _second(what: str, words: Words) -> str:
    return words("Why") if what == "astray" else "" if what == "no_objective" else words("Plan")


def _more(what: str, left_out: int) -> int:
    return left_out if what == "no_objective" else 0


def _quiet(total: int, words: Words) -> str:
    if not total:
        return words("Nothing is missing: every objective is measured, aligned and served.")
    return words.plural(
        total,
        "{n} place where the thread from priorities to measures is broken.",
        "{n} places where the thread from priorities to measures is broken.",
    )
