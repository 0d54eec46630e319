"""The risks of a partnership as a small list: the worst first, what is closed last."""

from collections.abc import Sequence

from pmdesk.domain.dates import say_date
from pmdesk.domain.risk import LEVEL_WORDS, LEVELS, is_open, level, needs_look, score, worst_first
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Cell, Column, Edit, Lead, Pill, Record, Row, Section, adding, word
from pmdesk.figures.risk_matrix import matrix_figures

_SHAPES = {code: shape for _, code, shape in LEVELS} | {"unknown": "unknown"}


def level_pill(risk: Record, words: Words) -> Pill:
    """(shape, word) of a risk's level, with its score where it has one: ('missed', 'High, 20')."""
    code, found = level(risk), score(risk)
    said = words(LEVEL_WORDS[code])
    return _SHAPES[code], words("{level}, {score}", level=said, score=found) if found else said


def risks_section(partnership: str, risks: Sequence[Record], today: str, words: Words) -> Section:
    """Title, level, owner and when each is looked at again; under them the open ones in their squares."""
    live = [each for each in risks if is_open(each)]
    high = sum(level(each) == "high" for each in live)
    count = words("{n} open, {high} high", n=len(live), high=high) if high else words("{n} open", n=len(live))
    return Section(
        words("Risk"),
        count if risks else "",
        (
            Column(words("What could go wrong"), 48, strong=True, gives=True),
            Column(words("Level"), 16),
            Column(words("Owner"), 18),
            Column(words("Look again by"), 20),
        ),
        tuple(_row(each, today, words) for each in worst_first(risks)),
        action=adding(words("Add risk"), "risk", {"partnership": partnership}),
        matrix=matrix_figures(risks, words) if live else None,
    )


def _row(risk: Record, today: str, words: Words) -> Row:
    lead = Lead("edit", Edit("risk", word(risk, "id")))
    shape, said = level_pill(risk, words)
    owner = word(risk, "owner_name")
    if is_open(risk):
        again = say_date(risk.get("review_due"), words) or words("No day set")
        note = words("passed") if needs_look(risk, today) else ""
    else:
        again, note = words("Closed {day}", day=say_date(risk.get("closed_on"), words)), ""
        shape = "dash"
    return Row(
        (
            Cell(word(risk, "title"), lead=lead, quiet=not is_open(risk)),
            Cell(said, state=shape, lead=lead),
            Cell(owner or words("Nobody yet"), quiet=not owner, lead=lead),
            Cell(again, note=note, lead=lead),
        ),
        "risk",
        word(risk, "id"),
    )
