"""Whom a good practice may help: who has the same kind of measure, or misses for the same cause (¶96).

The same kind is the same framework code, or the same unit with a word in common, or one of its tags. A word
is of four letters or more; accents and case do not count. These are suggestions: a person decides.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

Record = Mapping[str, object]

# Why a practice is offered, the nearest first.
REASONS = ("code", "kind", "tag", "cause")
# Too common in titles of measures to say what one is about.
_COMMON = frozenset(("with", "from", "that", "this", "their", "people", "number", "time", "first", "year"))


def why_it_helps(
    practice: Record, its_measure: Record | None, measure: Record, causes: Collection[object]
) -> str:
    """The nearest reason (of REASONS) to offer a practice to a measure; '' for none.

    `its_measure` is the one that turned, `causes` are those of the other's missed readings. Nobody is
    offered their own cure.

    >>> turned = {"id": "a", "title": "Household waste recycled", "unit": "%"}
    >>> why_it_helps({}, turned, {"id": "b", "title": "Garden waste recycled", "unit": "%"}, ())
    'kind'
    >>> why_it_helps({"cause": "funding"}, turned, {"id": "c", "title": "Empty shops"}, ("funding",))
    'cause'
    """
    if its_measure and its_measure.get("id") == measure.get("id"):
        return ""
    if its_measure and _same_code(its_measure, measure):
        return "code"
    if its_measure and _same_kind(its_measure, measure):
        return "kind"
    if any(tag and tag <= title_words(measure) for tag in tags_of(practice)):
        return "tag"
    return "cause" if practice.get("cause") and practice["cause"] in causes else ""


def tags_of(practice: Record) -> list[frozenset[str]]:
    """The words of each of its tags.

    >>> [sorted(tag) for tag in tags_of({"tags": "food waste, Bins"})]
    [['food', 'waste'], ['bins']]
    """
    return [words_of(tag) for tag in str(practice.get("tags") or "").split(",")]


def title_words(measure: Record) -> frozenset[str]:
    return words_of(str(measure.get("title") or ""))


def words_of(text: str) -> frozenset[str]:
    """The telling words of a text, folded.

    >>> sorted(words_of("Tŷ Glân: people in the Glan first year"))
    ['glan']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(re.findall(r"\w{4,}", plain)) - _COMMON


def causes_of(readings: Iterable[Record]) -> set[object]:
    """The causes that were given for readings."""
    return {each["cause"] for each in readings if each.get("cause")}


def _same_code(one: Record, other: Record) -> bool:
    code = _folded(one.get("measured_code"))
    return bool(code) and code == _folded(other.get("measured_code"))


def _same_kind(one: Record, other: Record) -> bool:
    unit = _folded(one.get("unit"))
    return bool(unit) and unit == _folded(other.get("unit")) and bool(title_words(one) & title_words(other))


def _folded(text: object) -> str:
    return " ".join(str(text or "").casefold().split())
