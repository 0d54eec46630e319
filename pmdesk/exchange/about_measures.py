"""A second file that says what the codes of the first one mean: titles, which way is better, how often."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_headings import role_of, words_of
from pmdesk.exchange.measure_words import Polarity, read_frequency, read_polarity
from pmdesk.exchange.names import fold, plain_words
from pmdesk.exchange.sheets import Sheet, read_sheet
from pmdesk.exchange.unreadable import Unreadable


class About(NamedTuple):
    """What is said of one measure; `part_of` is the code of the measure whose part it is."""

    code: str
    title: str = ""
    polarity: Polarity = Polarity("")
    frequency: str = ""
    source: str = ""
    definition: str = ""
    unit: str = ""
    group: str = ""  # the domain or category
    part_of: str = ""


Known = Mapping[str, About]  # by code and by title, as `alike` writes them

_CODES = ("code", "title")
_PART_OF = ("corresponding key indicator", "part of", "parent indicator", "corresponding indicator")
_KEY = ("key indicator", "headline", "is key indicator")
_GROUP = ("domain", "category", "theme", "topic", "service")
_EMPTY = ("", "n/a", "na", "none", "-")


def alike(text: str) -> str:
    """A code or a title for comparing: without case, signs and doubled spaces.

    >>> alike("No of Pupils Primary "), alike("C&L5a"), alike("Road  &  winter")
    ('no of pupils primary', 'c&l5a', 'road & winter')
    """
    return fold(text)


def read_about(path: str | os.PathLike[str]) -> Known:
    """Read a list of measures: a row for each, its code or title first; Unreadable where it has neither."""
    sheet = read_sheet(path, None, _HEADINGS)
    columns = _columns(sheet)
    if not any(role in columns for role in _CODES):
        raise Unreadable(
            Say(N_("‘{file}’ has no column of codes or titles of measures."), {"file": sheet.source})
        )
    known: dict[str, About] = {}
    for row in sheet.rows:
        about = _about({role: row.cells[at].strip() for role, at in columns.items()}, sheet, columns)
        for name in (about.title, about.code):
            if name:
                known[alike(name)] = about
    return known


_HEADINGS = frozenset(
    plain_words(word)
    for words in (_PART_OF, _KEY, ("variable name", "title", "update frequency", "source", "one is high"))
    for word in words
)


def _columns(sheet: Sheet) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, heading in enumerate(sheet.headings):
        words = words_of(heading)
        role = role_of(heading)
        if words in (plain_words(each) for each in _PART_OF):
            role = "part_of"
        elif words in _KEY:
            role = "key"
        elif words in _GROUP:
            role = words
        if role:
            found.setdefault(role, at)
    if "title" not in found and "how" in found:
        found["title"] = found.pop("how")
    return found


def _about(cells: Mapping[str, str], sheet: Sheet, columns: Mapping[str, int]) -> About:
    texts = {role: " ".join(text.split()) for role, text in cells.items()}
    texts = {role: "" if text.casefold() in _EMPTY else text for role, text in texts.items()}
    heading = sheet.headings[columns["polarity"]] if "polarity" in columns else ""
    part_of = texts.get("part_of", "")
    if not part_of and texts.get("key", "").casefold() in ("no", "n", "false") and not texts.get("polarity"):
        part_of = _NOT_SAID  # no measure of its own, and of which it is a part is not said
    return About(
        texts.get("code", ""),
        texts.get("title", ""),
        read_polarity(texts.get("polarity", ""), heading),
        read_frequency(texts.get("frequency", "")),
        texts.get("source", ""),
        texts.get("definition", ""),
        texts.get("unit", ""),
        next((texts[role] for role in _GROUP if texts.get(role)), ""),
        part_of,
    )


_NOT_SAID = "?"
