"""The five by five matrix of open risks as frozen values: squares, words, a description for a listener."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.risk import IMPACTS, LEVEL_WORDS, LIKELIHOODS, is_open, level, matrix, score
from pmdesk.domain.words import Words


class Square(NamedTuple):
    """One square: how likely (1 to 5, across), how grave (1 to 5, up), its level, how many stand in it."""

    likelihood: int
    impact: int
    level: str  # a key of LEVEL_WORDS
    word: str
    n: int
    titles: tuple[str, ...]  # of the risks that stand here
    spoken: str


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """`squares` from the left of the top row to the right of the bottom one; names of both sides, 1 to 5."""

    squares: tuple[Square, ...]
    likelihoods: tuple[str, ...]
    impacts: tuple[str, ...]
    finding: str
    summary: str
    unscored: int  # open risks that stand in no square yet

    def at(self, likelihood: int, impact: int) -> Square:
        return self.squares[(5 - impact) * 5 + likelihood - 1]


def matrix_figures(risks: Iterable[Mapping[str, object]], words: Words) -> RiskMatrix:
    """The matrix of the open ones among some risks."""
    live = [each for each in risks if is_open(each)]
    counts = matrix(live)
    titles: dict[tuple[int, int], list[str]] = {}
    for each in live:
        if score(each) is not None:
            place = int(str(each["likelihood"])), int(str(each["impact"]))
            titles.setdefault(place, []).append(str(each.get("title") or ""))
    squares = tuple(
        _square(across, up, counts[across, up], tuple(titles.get((across, up), ())), words)
        for up in range(5, 0, -1)
        for across in range(1, 6)
    )
    unscored = len(live) - sum(counts.values())
    finding = _finding(live, unscored, words)
    return RiskMatrix(
        squares,
        tuple(words(said) for _, said in LIKELIHOODS),
        tuple(words(said) for _, said in IMPACTS),
        finding,
        _summary(squares, finding, unscored, words),
        unscored,
    )


def _square(across: int, up: int, n: int, titles: tuple[str, ...], words: Words) -> Square:
    code = level({"likelihood": str(across), "impact": str(up)})
    said = words(LEVEL_WORDS[code])
    place = words(
        "likelihood {likelihood}; impact {impact}; {level}",
        likelihood=words(dict(LIKELIHOODS)[str(across)]),
        impact=words(dict(IMPACTS)[str(up)]),
        level=said.lower(),
    )
    count = words.plural(n, "{n} risk", "{n} risks") if n else words("no risk")
    spoken = ": ".join(part for part in (f"{place}; {count}", "; ".join(titles)) if part)
    return Square(across, up, code, said, n, titles, spoken)


def _finding(live: list[Mapping[str, object]], unscored: int, words: Words) -> str:
    high = sum(level(each) == "high" for each in live)
    if not live:
        return words("No risk is open")
    if unscored == len(live):
        return words.plural(unscored, "{n} open risk, not scored yet", "{n} open risks, none scored yet")
    if not high:
        return words.plural(len(live), "{n} open risk, and it is not high", "{n} open risks, none high")
    return words("{high} of {n} open risks high", high=high, n=len(live))


def _summary(squares: tuple[Square, ...], finding: str, unscored: int, words: Words) -> str:
    """The finding, each square that holds a risk, and how many stand nowhere."""
    said = [f"{finding}.", *(f"{each.spoken}." for each in squares if each.n)]
    if unscored:
        said.append(words.plural(unscored, "{n} has no score yet.", "{n} have no score yet."))
    return " ".join(said)
