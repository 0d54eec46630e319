"""Several people in one cell become persons with their remarks; what could be one name or two is asked."""

import re
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.cells import is_missing, split_remark

_VACANT = re.compile(
    r"(vacant|vacancy|vacancies|tbc|tba|to be confirmed|to be appointed|gwag)( seat| post)?", re.IGNORECASE
)
_OUTSIDE_BRACKETS = r"(?![^(]*\))"
_SURE = re.compile(r"\s*[;\n]\s*" + _OUTSIDE_BRACKETS)
_UNSURE = re.compile(r"\s*(?:[/&]|\band\b|\bac\b)\s*" + _OUTSIDE_BRACKETS)
_COMMAS = re.compile(r"\s*,\s*" + _OUTSIDE_BRACKETS)
_TITLED = re.compile(r"(cllr|councillor|cynghorydd|mr|mrs|ms|dr)\b", re.IGNORECASE)
_NOT_A_MEMBER = re.compile(
    r"non[ -]?member|not a (member|councillor)|co-?opted|independent person|officer", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"substitute|sub|deputy|reserve|alternate", re.IGNORECASE)


class Named(NamedTuple):
    """One person named in a cell; no name means a seat said to be vacant."""

    name: str
    remark: str = ""

    @property
    def member(self) -> bool:
        """Whether the person may be taken for an elected member: unless the remark says otherwise."""
        return not _NOT_A_MEMBER.search(self.remark)

    @property
    def substitute(self) -> bool:
        return bool(_SUBSTITUTE.fullmatch(self.remark.strip()))


class People(NamedTuple):
    """Everyone a cell names, and the doubts to settle."""

    named: tuple[Named, ...] = ()
    doubts: tuple[Say, ...] = ()
    keep: str = ""  # a remark that names nobody


NOBODY = People()


def read_people(text: str) -> People:
    """The people of one cell.

    >>> [each.name for each in read_people("FM02;FM03;FM05 (one unaligned)").named]
    ['FM02', 'FM03', 'FM05']
    """
    if is_missing(text):
        return People()
    parts, doubts = _split(text.strip())
    named: list[Named] = []
    keep = ""
    for part in parts:
        name, remark = split_remark(part)
        if not name and remark:
            keep = f"{keep}; {remark}".lstrip("; ")
            doubts.append(Say(N_("‘{typed}’ names nobody. It is kept in the note."), {"typed": part[:60]}))
        elif name:
            vacant = _VACANT.fullmatch(name)
            named.append(Named("" if vacant else " ".join(name.split()), remark))
            if remark and not vacant:
                doubts.append(
                    Say(N_("‘{remark}’ is kept as a note on {name}."), {"remark": remark, "name": name})
                )
    return People(tuple(named), tuple(doubts), keep)


def _split(text: str) -> tuple[list[str], list[Say]]:
    parts = [part for part in _SURE.split(text) if part.strip()]
    found: list[str] = []
    doubts: list[Say] = []
    for part in parts:
        pieces = _commas(part) or [each for each in _UNSURE.split(part) if each.strip()]
        if len(pieces) > 1:
            doubts.append(Say(N_("‘{typed}’ is read as {n} people."), {"typed": part[:60], "n": len(pieces)}))
        found += pieces
    return found, doubts


def _commas(text: str) -> list[str]:
    """Pieces between commas only where each is a whole name: 'Pickersgill, J' is one person."""
    pieces = [each for each in _COMMAS.split(text) if each.strip()]
    whole = all(
        _TITLED.match(each) or any(letter.isdigit() for letter in each) or len(each.split()) > 1
        for each in pieces
    )
    return pieces if len(pieces) > 1 and whole else []
