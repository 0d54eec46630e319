"""What is shown of a health check: median, spread, and where partners disagree; never who said what.

Nothing is shown below three answers (field.md, rule 15), of a check or of a statement. Of a spread only the
quartiles are kept, so that one answer apart from all the others cannot be read from it; and these not where
they would give an answer away. Three or four answers can be worked out from their quartiles, and where all
agreed each is known by name: below FIVE only the median is kept and whether they disagree. Below NINE the one
who thinks otherwise could read from quartiles at an end of the scale that all the others agreed: there they
are left out too. A principle is worked out from what is shown of its statements: all their answers thrown
together would tell, beside each statement's own figures, what single answers were. A test goes through every
set of answers.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

FEWEST, FIVE, NINE = 3, 5, 9
APART = 1.5  # between 'disagree' and 'agree' lies one step, and few statements are without it
HIGHEST = 4
Answers = Sequence[int | None]  # one partner's, a number for each statement; None where it gave none


class Spread(NamedTuple):
    """How many answered, the lower quartile, the median and the upper quartile of 1 to 4; do they disagree?

    Both quartiles are None where they would give an answer away.
    """

    n: int
    low: float | None
    middle: float
    high: float | None
    disagrees: bool = False

    @property
    def half(self) -> tuple[float, float] | None:
        """The middle half of the answers, None where it is not shown."""
        return None if self.low is None or self.high is None else (self.low, self.high)


class Results(NamedTuple):
    """Of a closed check: how many answered, then the spread of each statement and of each principle.

    None stands where fewer than three answered.
    """

    n: int
    statements: tuple[Spread | None, ...]
    principles: tuple[Spread | None, ...]


def spread(answers: Iterable[int | None]) -> Spread | None:
    """The quartiles of the answers given, each half taken with the median in it; None below three.

    >>> spread([1, 2, 3, 4, 4])
    Spread(n=5, low=2.0, middle=3.0, high=4.0, disagrees=True)
    >>> spread([1, 3, 4]) == Spread(3, None, 3.0, None, True), spread([2, 3, 4]).disagrees
    (True, False)
    >>> spread([1, 1, 1, 1, 4])
    Spread(n=5, low=None, middle=1.0, high=None, disagrees=False)
    >>> spread([4, None, 2]) is None
    True
    """
    given = sorted(answer for answer in answers if answer is not None)
    if len(given) < FEWEST:
        return None
    half = (len(given) + 1) // 2
    return _veiled(len(given), _median(given[:half]), _median(given), _median(given[-half:]))


def together(shown: Iterable[Spread | None]) -> Spread | None:
    """A principle from what is shown of its statements: the middle one of each of their figures.

    >>> together([Spread(5, 2, 3, 4, True), None, Spread(5, 2, 2, 3)])
    Spread(n=10, low=2.0, middle=2.5, high=3.5, disagrees=True)
    >>> together([Spread(3, None, 3, None, True), Spread(3, None, 4, None)])
    Spread(n=6, low=None, middle=3.5, high=None, disagrees=False)
    """
    found = [each for each in shown if each]
    if not found:
        return None
    n, middle = sum(each.n for each in found), _median(sorted(each.middle for each in found))
    halves = [each.half for each in found if each.half]
    if len(halves) < len(found):
        return Spread(n, None, middle, None, 2 * sum(each.disagrees for each in found) > len(found))
    low, high = (_median(sorted(each)) for each in zip(*halves, strict=True))
    return Spread(n, low, middle, high, _apart(low, high))


def _veiled(n: int, low: float, middle: float, high: float) -> Spread:
    """The spread of `n` answers without what would give one of them away."""
    # Of few any step from one side to the other counts: what is not said would else tell them.
    apart = _apart(low, high) if n >= FIVE else low <= 2 and high >= 3
    if n >= NINE or (n >= FIVE and 1 < middle < HIGHEST):
        return Spread(n, low, middle, high, apart)
    return Spread(n, None, middle, None, apart)


def _apart(low: float, high: float) -> bool:
    """Whether the middle half reaches from disagreeing to agreeing, a step and a half apart."""
    return low <= 2 and high >= 3 and high - low >= APART


def results_of(answered: Sequence[Answers], sizes: Sequence[int]) -> Results | None:
    """What all partners' answers come to; `sizes` says how many statements each principle has.

    None below three partners.

    >>> found = results_of([[1, 4, 2], [3, 4, None], [4, 3, None]], [2, 1])
    >>> [each and each.middle for each in found.statements]
    [3.0, 4.0, None]
    >>> [each and (each.n, each.middle) for each in found.principles]
    [(6, 3.5), None]
    """
    if len(answered) < FEWEST:
        return None
    shown = [spread(answers[at] for answers in answered) for at in range(sum(sizes))]
    principles, first = list[Spread | None](), 0
    for size in sizes:
        principles.append(together(shown[first : first + size]))
        first += size
    return Results(len(answered), tuple(shown), tuple(principles))


def results_text(results: Results) -> str:
    """Results as they are kept.

    >>> results_text(Results(5, (Spread(5, 2.0, 3.0, 3.5), None), (None,)))
    '{"n":5,"statements":[[5,2.0,3.0,3.5,false],null],"principles":[null]}'
    """
    return json.dumps(results._asdict(), separators=(",", ":"))


def read_results(text: object) -> Results | None:
    """Results as they were kept; None for what is none.

    >>> read_results('{"n":5,"statements":[[5,2.0,3.0,3.5,false]],"principles":[null]}').statements[0].high
    3.5
    >>> read_results("nonsense") is None
    True
    """
    try:
        kept = json.loads(str(text or ""))
        statements, principles = (
            tuple(_read(each) if each else None for each in kept[name])
            for name in ("statements", "principles")
        )
        return Results(int(kept["n"]), statements, principles)
    except (ValueError, TypeError, KeyError):
        return None


def _read(kept: list[Any]) -> Spread:
    """One spread as it was kept; of a first form without the last of them no more is shown than of others."""
    return Spread(*kept) if len(kept) == len(Spread._fields) else _veiled(*kept)


def answers_problem(answers: Answers, wanted: int) -> bool:
    """Whether these cannot be one partner's answers to so many statements.

    >>> answers_problem([1, None, 4], 3), answers_problem([1, 5, 4], 3), answers_problem([None, None], 2)
    (False, True, True)
    """
    if len(answers) != wanted or all(answer is None for answer in answers):
        return True
    return any(answer is not None and not 1 <= answer <= HIGHEST for answer in answers)


def _median(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2
