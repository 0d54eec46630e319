"""What each column was understood to be, in one sentence a person reads beside it; it decides nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.facts import Type
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.cells import is_missing
from pmdesk.exchange.columns import Guess, Target
from pmdesk.exchange.grant_columns import RECIPIENT
from pmdesk.exchange.names import fold
from pmdesk.exchange.people import NOBODY
from pmdesk.exchange.plan import Plan
from pmdesk.exchange.rows import Read
from pmdesk.exchange.sheets import Sheet


class Column(NamedTuple):
    """One column: a sample cell, the field it is read as, what was understood; `look` asks a person to."""

    heading: str
    sample: str
    target: str | None
    understood: Say
    look: bool = False


def understood(sheet: Sheet, plan: Plan, guesses: Mapping[str, Guess]) -> tuple[Column, ...]:
    """Every column of the sheet, in its order."""
    read = {each.at: each for each in plan.columns}
    return tuple(
        _column(sheet, at, heading, read.get(at), guesses.get(heading, Guess(None)), plan)
        for at, heading in enumerate(sheet.headings)
    )


def _column(sheet: Sheet, at: int, heading: str, read: Read | None, guess: Guess, plan: Plan) -> Column:
    texts = [row.cells[at] for row in sheet.rows]
    sample = next((text.strip() for text in texts if text.strip() and not is_missing(text)), "")[:200]
    if read is None:
        return Column(heading, sample, None, Say(N_("No field for it here")))
    if guess.near and guess.target == read.target.key:
        return Column(heading, sample, read.target.key, Say(N_("Nearly this heading: please look")), True)
    say, look = _say(read, texts)
    return Column(heading, sample, read.target.key, say, look)


def _say(read: Read, texts: Sequence[str]) -> tuple[Say, bool]:
    if read.target.key == "appointment.person":
        return _people(read, texts)
    doubted = [text for text, cell in read.memo.items() if cell.doubt or cell.refused]
    if doubted:
        if len(doubted) == 1:
            cell = read.memo[doubted[0]]
            return (cell.doubt or cell.refused or Say("")), True
        return Say(
            N_("Different values: {n}, to look at: {bad}"), {"n": len(read.memo), "bad": len(doubted)}
        ), True
    return _plainly(read.target, read, texts)


def _plainly(target: Target, read: Read, texts: Sequence[str]) -> tuple[Say, bool]:
    kind = target.field.type
    if kind in (Type.DATE, Type.PARTIAL):
        return _dates(read)
    if kind in (Type.CHOICE, Type.YES_NO):
        return Say(N_("Different values: {n}, all known"), {"n": len(read.memo)}), False
    if kind is Type.REF:
        names = {fold(str(cell.value)) for cell in read.memo.values() if cell.value is not None}
        return Say(N_("Different names: {n}"), {"n": len(names)}), False
    if target.key == RECIPIENT:
        return Say(N_("Different names: {n}"), {"n": len({cell.value for cell in read.memo.values()})}), False
    empty = sum(count for text, count in Counter(texts).items() if is_missing(text))
    return Say(N_("Filled: {n}, empty: {empty}"), {"n": len(texts) - empty, "empty": empty}), False


def _dates(read: Read) -> tuple[Say, bool]:
    values = [(text, str(cell.value)) for text, cell in read.memo.items() if cell.value is not None]
    if any(len(value) == 7 for _, value in values):
        return Say(N_("Month only: kept as written")), True
    if any(len(value) == 4 for _, value in values):
        return Say(N_("Year only: kept as written")), True
    if any("/" in text or "." in text for text, _ in values):
        return Say(N_("Day first, as in every row")), False
    return Say(N_("Dates: {n}, all read"), {"n": len(values)}), False


def _people(read: Read, texts: Sequence[str]) -> tuple[Say, bool]:
    named = [fold(each.name) for text in texts for each in read.crowd.get(text, NOBODY).named if each.name]
    doubts = any(people.doubts for people in read.crowd.values())
    split = any(";" in text for text in texts)
    if split:
        return Say(
            N_("Split at ‘;’: people {n}, different {d}"), {"n": len(named), "d": len(set(named))}
        ), doubts
    return Say(N_("People {n}, different {d}"), {"n": len(named), "d": len(set(named))}), doubts
