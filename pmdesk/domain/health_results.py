"""What is shown of a health check: median, spread, and where partners disagree; never who said what.

Nothing is shown below three answers (field.md, rule 15): not of a check, not of a statement, and not of a
principle, which is worked out from those of its statements alone that are shown themselves. Of a spread only
the quartiles are kept, so that one answer apart from all the others cannot be read from it.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FEWEST = 3
APART = 1.5  # between 'disagree' and 'agree' lies one step, and few statements are without it
HIGHEST = 4
Answers = Sequence[int | None]  # one partner's, a number for each statement; None where it gave none


class Spread(NamedTuple):
    """How many answered, the lower quartile, the median and the upper quartile of 1 to 4."""

    n: int
    low: float
    middle: float
    high: float

    @property
    def disagrees(self) -> bool:
        """Whether the middle half reaches from disagreeing to agreeing, a step and a half apart."""
        return self.low <= 2 and self.high >= 3 and self.high - self.low >= APART


class Results(NamedTuple):
    """Of a closed check: how many answered, then the spread of each statement and of each principle.

    None stands where fewer than three answered.
    """

    n: int
    statements: tuple[Spread | None, ...]
    principles: tuple[Spread | None, ...]


def spread(answers: Iterable[int | None]) -> Spread | None:
    """The quartiles of the answers given, each half taken with the median in it; None below three.

    >>> spread([1, 3, 4])
    Spread(n=3, low=2.0, middle=3.0, high=3.5)
    >>> spread([1, 3, 4]).disagrees, spread([2, 3, 4]).disagrees, spread([2, 2, 3, 3]).disagrees
    (True, False, False)
    >>> spread([4, None, 2]) is None
    True
    """
    given = sorted(answer for answer in answers if answer is not None)
    if len(given) < FEWEST:
        return None
    half = (len(given) + 1) // 2
    return Spread(len(given), _median(given[:half]), _median(given), _median(given[-half:]))


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
    columns = [[answers[at] for answers in answered] for at in range(sum(sizes))]
    shown = [spread(column) for column in columns]
    principles, first = list[Spread | None](), 0
    for size in sizes:
        its = range(first, first + size)
        principles.append(spread(answer for at in its if shown[at] for answer in columns[at]))
        first += size
    return Results(len(answered), tuple(shown), tuple(principles))


def results_text(results: Results) -> str:
    """Results as they are kept.

    >>> results_text(Results(3, (Spread(3, 2.0, 3.0, 3.5), None), (None,)))
    '{"n":3,"statements":[[3,2.0,3.0,3.5],null],"principles":[null]}'
    """
    return json.dumps(results._asdict(), separators=(",", ":"))


def read_results(text: object) -> Results | None:
    """Results as they were kept; None for what is none.

    >>> read_results('{"n":3,"statements":[[3,2.0,3.0,3.5],null],"principles":[null]}').statements[0].high
    3.5
    >>> read_results("nonsense") is None
    True
    """
    try:
        kept = json.loads(str(text or ""))
        statements, principles = (
            tuple(Spread(*each) if each else None for each in kept[name])
            for name in ("statements", "principles")
        )
        return Results(int(kept["n"]), statements, principles)
    except (ValueError, TypeError, KeyError):
        return None


def answers_problem(answers: Answers, wanted: int) -> bool:
    """Whether these cannot be one partner's answers to so many statements.

    >>> answers_problem([1, None, 4], 3), answers_problem([1, 5, 4], 3), answers_problem([None, None], 2)
    (False, True, True)
    """
    if len(answers) != wanted or all(answer is None for answer in answers):
        return True
    return any(answer is not None and not 1 <= answer <= HIGHEST for answer in answers)


def _median(ordered: Sequence[int]) -> float:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2
