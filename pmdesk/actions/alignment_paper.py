"""From the register to the paper of one set of figures, by theme and by objective (¶96, case 7)."""

from pmdesk.actions import public
from pmdesk.actions.figure_papers import say_left_out
from pmdesk.actions.public_challenges import printed_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.thread import alignment, read_thread
from pmdesk.domain.check import Refused
from pmdesk.domain.periods import say_period
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.alignment import AlignmentFigures
from pmdesk.figures.exchanges import challenged_measures
from pmdesk.figures.paper_alignment import (
    AlignmentPaper,
    Told,
    alignment_columns,
    say_alignment,
    shown,
    sides,
)
from pmdesk.register.store import Register


def alignment_paper(register: Register, words: Words, today: str) -> AlignmentPaper:
    """Both sides as they stand; Refused while there is neither a theme, nor an objective, nor a measure."""
    thread, hidden = read_thread(register), public.internal_measures(register)
    figures = alignment(register, today, words, thread=thread, hidden=hidden)
    if not (figures.themes or figures.objectives or figures.total):
        raise Refused(Say(N_("There is nothing to report yet: no theme, no objective, no measure.")))
    # What is missing is said of the whole register: an objective that an internal measure shows is no gap.
    whole = alignment(register, today, words, most=0, thread=thread)
    asked = printed_of(register, "measure", {each.id for each in shown(figures)}, today, words)
    told = Told(
        {str(row["id"]): str(row["polarity"] or "") for row in public.public_all(register, "measure")},
        _provisional(register, figures, words),
        {each.id: each.gaps for each in (*whole.themes, *whole.objectives)},
        challenged_measures(asked),
    )
    themes, objectives, neither = sides(figures, told, words)
    return AlignmentPaper(
        council_name(register),
        figures.finding,
        say_alignment(figures, words),
        alignment_columns(words),
        themes,
        objectives,
        neither,
        _notes(len(hidden), len(told.provisional), words),
        today,
        asked,
    )


def _provisional(register: Register, figures: AlignmentFigures, words: Words) -> set[str]:
    """The measures whose latest figure may still change."""
    read = public.public_all(register, "reading", state="provisional")
    latest = {(str(row["measure"]), say_period(str(row["period"]), words)) for row in read}
    return {each.id for each in shown(figures) if (each.id, each.period) in latest}


def _notes(hidden: int, provisional: int, words: Words) -> tuple[str, ...]:
    said = words.plural(
        provisional,
        "{n} figure is provisional and may still change.",
        "{n} figures are provisional and may still change.",
    )
    return tuple(note for note in (say_left_out(hidden, words), said if provisional else "") if note)
