"""When two names are the same and when they are only near, which is only ever asked about."""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

_SIGNS = re.compile(r"[^\w£%]+|_+")
_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(r"^(cllr|councillor|cynghorydd|cyng|mr|mrs|ms|dr)\.? ", re.IGNORECASE)
_QUOTES = str.maketrans("‘’“”–—", "''\"\"--")
# Tokens that many names share say nothing; comparing all of their names with each other would be quadratic.
_COMMON = 20


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """A name without case, accents and double spaces: equal text means the same name.

    >>> fold("Tŷ  Glân"), fold("ty glan")
    ('ty glan', 'ty glan')
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_QUOTES))
        name = "".join(letter for letter in name if not unicodedata.combining(letter))
    return " ".join(name.casefold().split())


@lru_cache(maxsize=200_000)
def fold_person(name: str) -> str:
    """As `fold`, without the title before a person's name: 'Cllr A Shaw' and 'A Shaw' are one."""
    return _TITLE.sub("", fold(name))


@lru_cache(maxsize=10_000)
def plain_words(heading: str) -> str:
    """A heading without case, signs, underscores and plurals.

    >>> plain_words("No. of Reps"), plain_words("members_pseudonymised"), plain_words("Member(s)")
    ('no of rep', 'member pseudonymised', 'member')
    """
    words = _SIGNS.sub(" ", fold(heading).replace("(s)", "")).split()
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
    )


class Names:
    """Names to be compared with each other, found by the rare words they share."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._names: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._names)

    def add(self, name: str) -> None:
        if name not in self._names:
            self._names.add(name)
            for word in tokens(name):
                self._by_word[word].append(name)

    def near(self, name: str, person: bool = False) -> str | None:
        """The known name most like this one but not the same; None when none is near enough to ask about."""
        candidates: dict[str, None] = {}
        for word in tokens(name):
            sharing = self._by_word.get(word)
            if sharing and len(sharing) <= _COMMON:
                candidates.update(dict.fromkeys(sharing))
        if not candidates:
            return None
        same = fold_person(name) if person else fold(name)
        scored = [
            (_likeness(name, each, person), each)
            for each in candidates
            if (fold_person(each) if person else fold(each)) != same
        ]
        best = max(scored, default=(0.0, ""))
        return best[1] if best[0] >= 90 else None


@lru_cache(maxsize=20_000)
def tokens(name: str) -> tuple[str, ...]:
    """The words by which names like it are found; dots are no gaps: 'I.D.B.' is one word."""
    return tuple(word for word in _WORDS.findall(fold_person(name.replace(".", ""))) if len(word) > 2)


def _likeness(one: str, other: str, person: bool) -> float:
    """0 to 100; names whose figures differ ('Ward 1', 'Ward 2') are never near."""
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return 0.0
    from rapidfuzz import fuzz

    first, second = (fold_person(each.replace(".", "")) for each in (one, other))
    if _initials(first, second) or _initials(second, first):
        return 95.0
    if person:
        # A bare surname is 100 like two different people: that is why it is only ever a question.
        return float(fuzz.token_set_ratio(first, second))
    return float(fuzz.token_sort_ratio(first, second))


def _initials(short: str, long: str) -> bool:
    """Whether 'wendle idb' abbreviates 'wendle internal drainage board'."""
    few, many = short.split(), long.split()
    if len(few) >= len(many):
        return False
    shared = [word for word in few if word in many]
    rest = [word for word in few if word not in many]
    others = [word for word in many if word not in few and word not in ("of", "the", "and", "for")]
    return bool(shared) and len(rest) == 1 and len(others) > 1 and rest[0] == "".join(w[0] for w in others)
