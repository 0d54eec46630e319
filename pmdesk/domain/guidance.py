"""Quiet advice on an update while it is typed: a person named, more than two pages; it refuses nothing."""

import re
from collections.abc import Iterable, Mapping

from pmdesk.domain import annual_update
from pmdesk.domain.words import N_, Say

# Titles that stand before a name in a register but seldom in a sentence.
_TITLES = (
    "cllr",
    "councillor",
    "cynghorydd",
    "cyng",
    "alderman",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def people_named(text: str, names: Iterable[str]) -> list[str]:
    """The `names` that stand in `text` in full, in the order they first do; titles and case do not matter.

    A name of one word ('FM02', 'Jones') names too little to be sure of.

    >>> people_named("I thanked MARGARET HOLLOWAY and Mr Poole.", ["Cllr Margaret Holloway", "Gareth Poole"])
    ['Cllr Margaret Holloway']
    """
    called = {words: name for name in names if len(words := _words(name)) > 1}
    lengths = sorted({len(words) for words in called})
    written = _words(text, titles=True)
    found: dict[str, None] = {}
    for at in range(len(written)):
        for length in lengths:
            name = called.get(written[at : at + length])
            if name:
                found[name] = None
    return list(found)


def guidance(
    answers: Mapping[str, object], names: Iterable[str], *, two_pages: bool = False
) -> dict[str, Say]:
    """What to say under which public answer: {field: sentence}; `answers` are the long ones as typed.

    field.md: an update is a public paper that names no individual and fills about two pages (`two_pages`).
    """
    names = list(names)
    said: dict[str, Say] = {}
    for field, text in answers.items():
        found = people_named(str(text or ""), names)
        if found:
            said[field] = Say(N_("Guidance: this names {name}. Do not name individuals."), {"name": found[0]})
    pages = annual_update.pages(answers)
    if two_pages and pages > annual_update.PAGES_ALLOWED:
        longest = max(answers, key=lambda field: len(str(answers[field] or "")))
        said.setdefault(
            longest,
            Say(
                N_("Guidance: all answers together fill about {pages} pages of 2. This is the longest."),
                {"pages": pages},
            ),
        )
    return said


def _words(text: str, titles: bool = False) -> tuple[str, ...]:
    """Words in lower case, 'Okafor’s' as 'okafor'; titles are left out unless asked for."""
    words = [re.sub(r"['’]s$", "", word.casefold()) for word in _WORD.findall(text)]
    return tuple(word for word in words if titles or word not in _TITLES)
