"""The balance of measures as one bar: input, activity, output, outcome, not said (field.md, rule 10; ¶95)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.balance import KINDS_COUNTED
from pmdesk.domain.measure import KINDS
from pmdesk.domain.words import Words


class Part(NamedTuple):
    """One kind of measure: its code ('' for those that do not say), its word, how many there are."""

    kind: str
    word: str
    n: int


@dataclass(frozen=True, slots=True)
class BalanceFigures:
    """The parts in the order of the chain, also those without a measure, and what the bar says.

    `bare` names the objectives that no outcome measure shows.
    """

    parts: tuple[Part, ...]
    total: int
    finding: str
    summary: str
    bare: tuple[str, ...]


def balance_figures(counts: Mapping[str, int], words: Words, bare: Sequence[str] = ()) -> BalanceFigures:
    """The bar of counts by kind, as domain/balance gives them; `bare` from its without_outcome.

    >>> balance_figures({"output": 2, "outcome": 1}, Words()).finding
    '1 of 3 measures shows an outcome'
    """
    said = dict(KINDS)
    parts = tuple(
        Part(kind, words(said[kind]) if kind else words("Kind not said"), counts.get(kind, 0))
        for kind in KINDS_COUNTED
        if kind or counts.get(kind, 0)
    )
    total, outcomes = sum(each.n for each in parts), counts.get("outcome", 0)
    finding = _finding(outcomes, total, words)
    told = ", ".join(f"{each.word} {each.n}" for each in parts)
    sentences = [words("{finding}: {parts}.", finding=finding, parts=told)] if total else [f"{finding}."]
    if bare:
        sentences.append(words("No outcome measure shows: {names}.", names="; ".join(bare)))
    return BalanceFigures(parts, total, finding, " ".join(sentences), tuple(bare))


def _finding(outcomes: int, total: int, words: Words) -> str:
    if not total:
        return words("No measures yet")
    if not outcomes:
        return words("No measure here shows an outcome")
    if outcomes == total:
        return words("Every measure shows an outcome")
    return words.plural(
        outcomes, "{n} of {of} measures shows an outcome", "{n} of {of} measures show an outcome", of=total
    )
