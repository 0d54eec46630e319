"""Which measures pull against each other: by their readings, or by what they are asked to do (¶97, ¶98)."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from pmdesk.domain.direction import moved
from pmdesk.domain.series import Reading, Scale
from pmdesk.domain.spacing import numbered

# So many periods in which one got better while the other got worse are more than chance shows at a glance.
LEAST = 3


class Moves(NamedTuple):
    """A measure, the objectives it serves, which way is better, how it moved: {period: word}; whose it is.

    `partnership` answers for it; '' where none does.
    """

    id: str
    polarity: str
    objectives: frozenset[str]
    words: Mapping[str, str]
    partnership: str = ""


class Pull(NamedTuple):
    """Two measures: in `against` of `compared` periods one got better while the other got worse.

    `objective` is one that both serve while one is to rise and the other to fall; '' for none. `plain` when
    more than two steady trends speaks for it.
    """

    one: str
    other: str
    against: int
    compared: int
    objective: str = ""
    plain: bool = False


def moves_of(scale: Scale, readings: Iterable[Reading]) -> dict[str, str]:
    """{period: 'better', 'worse' or 'no_change'} of each reading against the one before (rule 5).

    A move within the change interval is none; what adds up is compared with a year before. A band has no
    better side, so it says nothing here.

    >>> from decimal import Decimal
    >>> told = [Reading(f"2025-26 Q{n}", Decimal(value)) for n, value in ((1, "10"), (2, "12"), (3, "12.1"))]
    >>> moves_of(Scale("lower", "snapshot", change_interval=Decimal("0.5")), told)
    {'2025-26 Q2': 'worse', '2025-26 Q3': 'no_change'}
    """
    if scale.polarity not in ("higher", "lower"):
        return {}
    told = numbered(readings)
    found = ((told[at].period, moved(scale, told, at, None).word) for at in range(len(told)))
    return {period: word for period, word in found if word}


def pulls(moves: Sequence[Moves], least: int = LEAST) -> list[Pull]:
    """The pairs that pull against each other, the plainest first.

    Counted are the periods in which both moved. In the readings a pair pulls when it moved apart in `least`
    periods or more, and oftener apart than together; in what is asked, when both serve one objective, one to
    rise and the other to fall, and the readings do not show them moving together oftener than apart.

    Two steady trends, one up and one down, are apart in every period and may have nothing to do with each
    other: pairs come first of which each was the better one at some time, or that serve one objective, or for
    which one partnership answers.

    >>> up = {"Q1": "better", "Q2": "better", "Q3": "worse", "Q4": "better"}
    >>> down = {"Q1": "worse", "Q2": "worse", "Q3": "better", "Q4": "better"}
    >>> pulls([Moves("a", "higher", frozenset(), up), Moves("b", "lower", frozenset(), down)])
    [Pull(one='a', other='b', against=3, compared=4, objective='', plain=True)]
    """
    found = [pull for one, other in combinations(moves, 2) if (pull := _pull(one, other, least))]
    return sorted(
        found, key=lambda pull: (not pull.plain, -pull.against, pull.compared, pull.one, pull.other)
    )


def _pull(one: Moves, other: Moves, least: int) -> Pull | None:
    both = [(word, other.words[period]) for period, word in one.words.items() if period in other.words]
    both = [pair for pair in both if "no_change" not in pair]
    against = sum(mine != theirs for mine, theirs in both)
    shared = min(one.objectives & other.objectives, default="")
    opposite = {one.polarity, other.polarity} == {"higher", "lower"}
    sides = {mine for mine, theirs in both if mine != theirs}
    near = bool(shared) or (one.partnership != "" and one.partnership == other.partnership)
    apart = against >= least and 2 * against > len(both)
    asked = bool(shared) and opposite and 2 * against >= len(both)
    if not (apart or asked):
        return None
    return Pull(one.id, other.id, against, len(both), shared if asked else "", near or len(sides) == 2)
