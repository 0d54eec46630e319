"""How many measures are met, close and missed: counted once, each with its shape and the council's word."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.rating import RATINGS, rule_in_force, word_of
from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words

# No day ends later: the words in use now are those of the rule that started last.
_NOW = "9999-12-31"
JUDGED = ("green", "amber", "red")


class RatingCount(NamedTuple):
    """`n` measures have a rating (a key of RATINGS): its shape and its word in the council's own words."""

    rating: str
    shape: str
    word: str
    n: int


def rating_counts(
    ratings: Iterable[str] | Mapping[str, int], rules: Sequence[Rule], words: Words
) -> tuple[RatingCount, ...]:
    """The counts that are not nothing: met, close and missed first, then what has no such rating.

    `ratings` are one for each measure, or how many measures have each.

    >>> [(each.word, each.n) for each in rating_counts(["red", "green", "not_due", "green"], [], Words())]
    [('Met', 2), ('Missed', 1), ('Not due', 1)]
    """
    counted, rule = Counter(ratings), rule_in_force(rules, _NOW)
    return tuple(
        RatingCount(rating, shape, words(word_of(rating, rule)), counted[rating])
        for rating, (shape, _word) in RATINGS.items()
        if counted[rating]
    )


def judged(counts: Iterable[RatingCount]) -> tuple[RatingCount, ...]:
    """Only what is met, close or missed; the others are no judgement."""
    return tuple(each for each in counts if each.rating in JUDGED)


def said_counts(counts: Sequence[RatingCount], words: Words) -> str:
    """'4 met, 1 close, 2 missed', as a person hears it; '' for none.

    >>> said_counts(rating_counts(["red", "green", "green"], [], Words()), Words())
    '2 met, 1 missed'
    """
    return ", ".join(words("{n} {word}", n=each.n, word=each.word.lower()) for each in counts)
