"""Taking a person's data out of the register (UK GDPR, article 17): what is theirs, how they are named.

What a person is in a council's records does not end with the person: who held a seat stays, without a name.
What goes is their own record, what others wrote about them alone, and their name wherever it was typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.apart import APART
from pmdesk.domain.words import N_

LABEL = N_("Erased a person’s data")
ERASED = N_("(erased)")  # what stands where a text was; in the register in English
# The mark on a person's record that an erasure leaves, and what it holds: why. No field of the form.
MARK = "erased"
# Never erased: the marks themselves, and whether a record is deleted, which say nothing about anybody.
KEPT = frozenset({MARK, APART, "deleted"})

# What hangs on a person and is about them alone: by kind, the way to the person, and the fields.
ABOUT: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "appointment": ("person", ("interests", "ended_because", "note")),
    "annual_update": ("appointment", ("returned_because", "note")),
    "report_back": ("appointment", ("note",)),
    "personal_target": (
        "person",
        ("title", "year", "text", "hours", "due", "review", "reviewed_on", "met", "note"),
    ),
}
# Those of them that are nothing without the person: deleted too.
GONE_WITH = ("personal_target",)

# Years that councils keep a member's or officer's record after they have gone; six is the usual limit for
# claims (Limitation Act 1980, section 5).
YEARS_KEPT = (1, 2, 3, 4, 6, 7, 10, 12)
USUAL_YEARS = 6

WHOLE, INITIALS, SURNAME, CONTACT = "whole", "initials", "surname", "contact"
_SUREST = (CONTACT, WHOLE, INITIALS, SURNAME)
# What leaves no doubt who is meant.
CERTAIN = frozenset({WHOLE, CONTACT})

_TITLES = (
    "cllr|councillor|cyng|cynghorydd|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend"
    "|alderman|alderwoman|y cyng|y cynghorydd"
)
_TITLE = rf"(?:(?:{_TITLES})\b\.?\s+)*"
_WORD = re.compile(r"[\w'’-]+")
_LEAST = 3  # letters of a name of one word: 'Jo' alone would be found everywhere


class Named(NamedTuple):
    """Where a text names somebody: from and to which letter, and how surely."""

    start: int
    end: int
    how: str


class Names:
    """How one person may be named in what others typed.

    >>> names = Names(["Cllr Daniel Okafor"])
    >>> [(each.how, "As D. Okafor said"[each.start:each.end]) for each in names.found("As D. Okafor said")]
    [('initials', 'D. Okafor')]
    """

    def __init__(self, names: Iterable[str], contacts: Iterable[str] = ()) -> None:
        self.names = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
        self.contacts = tuple(dict.fromkeys(each.strip() for each in contacts if len(each.strip()) >= 5))
        self._ways = [(CONTACT, _pattern(_spaced(each))) for each in self.contacts]
        self._ways += [way for name in self.names for way in _ways(name)]
        self._ways.sort(key=lambda way: _SUREST.index(way[0]))
        self._hints = tuple(
            dict.fromkeys(
                hint for each in (*self.names, *self.contacts) if (hint := _hint(each, each in self.contacts))
            )
        )

    def may_be_in(self, folded: str) -> bool:
        """Whether a text without case and accents is worth looking at closely."""
        return any(hint in folded for hint in self._hints)

    def found(self, text: str) -> list[Named]:
        """Every place where a text names them, none within another, the surest kept."""
        folded, at = folded_letters(text)
        if not self.may_be_in(folded):
            return []
        hits = list[Named]()
        for how, pattern in self._ways:
            for match in pattern.finditer(folded):
                start, end = at[match.start()], at[match.end() - 1] + 1
                if all(end <= hit.start or start >= hit.end for hit in hits):
                    hits.append(Named(start, end, how))
        return sorted(hits)

    def surest(self, text: str) -> str:
        """How surely a text names them: a word of WHOLE, CONTACT, INITIALS, SURNAME; '' when it does not."""
        hows = {hit.how for hit in self.found(text)}
        return next((how for how in _SUREST if how in hows), "")

    def without(self, text: str) -> str:
        """The text with '(erased)' wherever it names them.

        >>> Names(["Daniel Okafor"]).without("Ask Cllr Daniel Okafor, or Okafor's clerk.")
        "Ask (erased), or (erased)'s clerk."
        """
        for hit in reversed(self.found(text)):
            text = text[: hit.start] + ERASED + text[hit.end :]
        return text


def folded_letters(text: str) -> tuple[str, list[int]]:
    """A text without case and accents, and for each of its letters where it stood."""
    letters, at = list[str](), list[int]()
    for place, letter in enumerate(text):
        for part in letter if letter.isascii() else unicodedata.normalize("NFKD", letter):
            if not unicodedata.combining(part):
                for each in part.casefold():
                    letters.append(each)
                    at.append(place)
    return "".join(letters), at


def sentence_round(text: str, start: int, end: int, most: int = 160) -> str:
    """The sentence in which letters `start` to `end` stand, cut at `most` letters round them.

    >>> sentence_round("It rained. Okafor went home early. It stopped.", 11, 17)
    'Okafor went home early.'
    """
    first = max(
        (text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n") if mark in text[:start]), default=0
    )
    ends = [place + 1 for mark in (". ", "\n") if (place := text.find(mark, end)) >= 0]
    last = min(ends, default=len(text))
    room = max(0, most - (end - start)) // 2
    begun, ended = max(first, start - room), min(last, end + room)
    said = " ".join(text[begun:ended].split())
    return f"{'…' if begun > first else ''}{said}{'…' if ended < last else ''}"


def _ways(name: str) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns of a name, the surest first."""
    words = _words(name)
    if not words:
        return []
    if len(words) == 1:
        return [(WHOLE, _pattern(_TITLE + re.escape(words[0])))] if len(words[0]) >= _LEAST else []
    *given, surname = words
    first = re.escape(given[0])
    last, all_given = re.escape(surname), r"[\s.]+".join(re.escape(each) for each in given)
    between = r"(?:\s+[\w.'’-]+){0,2}?\s+"
    letters = r"[\s.]*".join(each[0] for each in given)
    few = r"[\s.]*".join((given[0][0], r"(?:\w[\s.]+)?"))
    ways = [
        (WHOLE, rf"{_TITLE}{all_given}\s+{last}"),
        (WHOLE, rf"{last}\s*,\s*{first}(?:\s+{re.escape(given[-1])})?"),
        (WHOLE, rf"{_TITLE}{first}{between}{last}"),
        (INITIALS, rf"{_TITLE}{letters}[\s.]+{last}"),
        (INITIALS, rf"{_TITLE}{few}[\s.]*{last}"),
        (INITIALS, rf"{last}\s*,\s*{letters}\b\.?"),
    ]
    if len(surname) >= _LEAST:
        ways.append((SURNAME, rf"{_TITLE}{last}"))
    return [(how, _pattern(pattern)) for how, pattern in ways]


def _words(name: str) -> list[str]:
    """The words of a name without titles, case and accents."""
    plain = re.sub(rf"^(?:(?:{_TITLES})\b\.?\s+)+", "", " ".join(folded_letters(name)[0].split()))
    return _WORD.findall(plain)


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){text}(?!\w)")


def _spaced(contact: str) -> str:
    """An address or a number, however its spaces stand."""
    return r"\s*".join(re.escape(letter) for letter in "".join(folded_letters(contact)[0].split()))


def _hint(said: str, is_contact: bool) -> str:
    """A piece of text that every way of naming them has."""
    if is_contact:
        return folded_letters(said)[0].split()[0][:5]
    words = _words(said)
    return words[-1] if words else ""
