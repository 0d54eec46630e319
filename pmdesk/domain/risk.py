"""A risk of a partnership: five by five, who answers for it, and when it is looked at again."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pmdesk.domain.dates import last_day
from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

LIKELIHOODS = (
    ("1", N_("1, very unlikely")),
    ("2", N_("2, unlikely")),
    ("3", N_("3, possible")),
    ("4", N_("4, likely")),
    ("5", N_("5, almost certain")),
)
IMPACTS = (
    ("1", N_("1, hardly felt")),
    ("2", N_("2, small")),
    ("3", N_("3, felt by many")),
    ("4", N_("4, serious")),
    ("5", N_("5, very serious")),
)
# The least score (likelihood times impact) of each level, and the shape it is drawn with.
LEVELS = ((15, "high", "missed"), (6, "medium", "close"), (1, "low", "met"))
LEVEL_WORDS: Mapping[str, str] = {
    "high": N_("High"),
    "medium": N_("Medium"),
    "low": N_("Low"),
    "unknown": N_("Not scored"),
}

RISK = Entity(
    "risk",
    N_("Risk"),
    N_("Risks"),
    (
        Field("title", N_("What could go wrong"), required=True, also=("risk", "description")),
        Field("partnership", N_("Partnership"), Type.REF, required=True, refers="partnership"),
        Field("likelihood", N_("Likelihood"), Type.CHOICE, choices=LIKELIHOODS),
        Field("impact", N_("Impact"), Type.CHOICE, choices=IMPACTS),
        Field("mitigation", N_("What is done about it"), Type.LONG, also=("mitigation", "controls")),
        Field("owner", N_("Owner"), Type.REF, refers="person", also=("risk owner",)),
        Field("review_due", N_("Look at it again by"), Type.DATE, also=("review date",)),
        Field("closed_on", N_("Closed on"), Type.DATE, N_("Leave empty while it is open.")),
        NOTE,
    ),
    saved=N_("Saved risk"),
    removed=N_("Deleted risk"),
    titled_by="title",
)


def score(risk: Mapping[str, object]) -> int | None:
    """Likelihood times impact, 1 to 25; None while one of them is not known.

    >>> score({"likelihood": "4", "impact": "5"}), score({"likelihood": "4"})
    (20, None)
    """
    place = _place(risk)
    return place[0] * place[1] if place else None


def level(risk: Mapping[str, object]) -> str:
    """'high' (15 and more), 'medium' (6 and more), 'low', or 'unknown'.

    >>> level({"likelihood": "3", "impact": "5"}), level({"likelihood": "2", "impact": "3"}), level({})
    ('high', 'medium', 'unknown')
    """
    found = score(risk)
    return "unknown" if found is None else next(word for least, word, _ in LEVELS if found >= least)


def matrix(risks: Iterable[Mapping[str, object]]) -> Counter[tuple[int, int]]:
    """How many open risks stand in each square, by (likelihood, impact)."""
    places = (_place(each) for each in risks if is_open(each))
    return Counter(place for place in places if place)


def is_open(risk: Mapping[str, object]) -> bool:
    return not risk.get("closed_on")


def needs_look(risk: Mapping[str, object], today: str) -> bool:
    """Whether an open risk should have been looked at again before an ISO day."""
    due = last_day(risk.get("review_due"))
    return is_open(risk) and due is not None and due < today


def has_high(risks: Iterable[Mapping[str, object]]) -> bool | None:
    """Whether an open risk scores high; None while nobody can say: no risk is recorded, or one has no score.

    >>> has_high([{"likelihood": "4", "impact": "5"}, {}]), has_high([{}]), has_high([])
    (True, None, None)
    """
    levels = [level(each) if is_open(each) else "low" for each in risks]
    if "high" in levels:
        return True
    return None if not levels or "unknown" in levels else False


def worst_first(risks: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Open risks by their score, those without one after them, what is closed last."""
    return sorted(
        risks, key=lambda each: (not is_open(each), -(score(each) or 0), str(each.get("title") or ""))
    )


def _place(risk: Mapping[str, object]) -> tuple[int, int] | None:
    told = [str(risk.get(name) or "") for name in ("likelihood", "impact")]
    if any(each not in ("1", "2", "3", "4", "5") for each in told):
        return None
    return int(told[0]), int(told[1])
