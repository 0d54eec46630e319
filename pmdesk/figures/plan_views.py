"""Two pages of the Plans section that are no record: both sides of the figures, and a measure's thread."""

from pmdesk.domain.words import Words
from pmdesk.figures.alignment import AlignedMeasure, AlignmentFigures
from pmdesk.figures.plan_outline import VIEWS
from pmdesk.figures.plan_page import SIDES, THREAD
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    RecordPage,
    Row,
    Section,
    pill_cell,
)
from pmdesk.figures.thread import ThreadFigures


def by_theme_page(figures: AlignmentFigures, words: Words) -> RecordPage:
    """How many measures report to both sides, the sides, and the measures that stand on neither."""
    return RecordPage(
        "by-theme",
        "by-theme",
        words(VIEWS["by-theme"]),
        None,
        figures.finding,
        (
            Fact(words("On both sides"), str(figures.both), words("entered once, reported twice")),
            Fact(words("Under a theme only"), str(figures.only_themes)),
            Fact(words("Under an objective only"), str(figures.only_objectives)),
            Fact(words("Under neither"), str(figures.neither_count)),
        ),
        (Section(words(SIDES)), *_neither(figures, words)),
        Action(words("Make the paper"), "papers", Lead("papers", "alignment")) if figures.total else None,
    )


def waiting_page(words: Words) -> RecordPage:
    """What is seen while the figures of a large register are read."""
    title = words(VIEWS["by-theme"])
    return RecordPage("by-theme", "by-theme", title, None, words("Reading the figures."), (), ())


def thread_page(figures: ThreadFigures, words: Words) -> RecordPage:
    """A measure with what it serves, up to priorities and themes."""
    here, served = figures.here, len(figures.up)
    quiet = (
        words.plural(
            served,
            "It serves {n} objective, priority or theme.",
            "It serves {n} objectives, priorities and themes.",
        )
        if served
        else words("It serves no objective yet.")
    )
    return RecordPage(
        "measure",
        here.id,
        here.title,
        here.pill,
        quiet,
        (Fact(words("Latest"), here.figure or words("No reading yet")), Fact(words("Direction"), here.way)),
        (Section(words(THREAD)),),
        Action(words("Open measure"), None, Lead("measures", here.id)),
    )


def _neither(figures: AlignmentFigures, words: Words) -> tuple[Section, ...]:
    """The measures that serve no theme and no corporate objective; no section when there are none."""
    if not figures.neither_count:
        return ()
    left_out = figures.neither_count - len(figures.neither)
    more = words.plural(left_out, "{n} more is not listed.", "{n} more are not listed.") if left_out else ""
    columns = (
        Column(words("Measure"), 40, strong=True),
        Column(words("Latest"), 14, align="right"),
        Column(words("Rating"), 18),
        Column(words("To mend it"), 28),
    )
    rows = tuple(_neither_row(each, words) for each in figures.neither)
    return (Section(words("Under neither"), str(figures.neither_count), columns, rows, text=more),)


def _neither_row(measure: AlignedMeasure, words: Words) -> Row:
    """Without an objective the measure's form mends it; else its thread shows where it ends."""
    lead = Lead("measures", measure.id)
    mend = (
        Cell(words("See its thread"), lead=Lead("plans", measure.id), link=True)
        if measure.through
        else Cell(
            words("Say which objective"),
            lead=Lead("edit", Edit("measure", measure.id, {}, "objective")),
            link=True,
        )
    )
    cells = (
        Cell(measure.title, lead=lead),
        Cell(measure.latest, lead=lead),
        pill_cell(measure.pill, lead),
        mend,
    )
    return Row(cells, "measure", measure.id)
