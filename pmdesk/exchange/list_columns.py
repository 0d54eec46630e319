"""Columns of a list by their cells, where headings alone mislead: names in two columns, names under seats."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pmdesk.exchange.columns import Guess
from pmdesk.exchange.names import plain_words
from pmdesk.exchange.sheets import Row, Sheet

_FIRST = ("first name", "forename", "given name", "enw cyntaf", "christian name")
_LAST = ("surname", "last name", "family name", "cyfenw")
_WHOLE = ("name", "full name", "councillor", "member", "officer", "contact name")
_JOINED = "Name"
_SEATS, _HOLDER = "outside_body.seats", "appointment.person"
_SAMPLED = 50
_NUMBER = re.compile(r"\W*\d+\W*|\w+ ?\(\d+\)")


def with_whole_names(sheet: Sheet) -> Sheet:
    """A sheet with 'First name' and 'Surname' as one column 'Name', in the place of the first of them.

    >>> rows = (Row(2, ["Ann", "Moor", "Roe"]),)
    >>> sheet = with_whole_names(Sheet("a.csv", "", (), "", ("Forename", "Ward", "Surname"), 1, rows))
    >>> sheet.headings, sheet.rows[0].cells
    (('Name', 'Ward'), ['Ann Roe', 'Moor'])
    """
    words = [plain_words(heading) for heading in sheet.headings]
    first = next((at for at, word in enumerate(words) if word in _FIRST), None)
    last = next((at for at, word in enumerate(words) if word in _LAST), None)
    if first is None or last is None or any(word in _WHOLE for word in words):
        return sheet
    place, gone = sorted((first, last))
    kept = [_JOINED if at == place else heading for at, heading in enumerate(sheet.headings) if at != gone]
    rows = (Row(row.number, _joined(row.cells, first, last)) for row in sheet.rows)
    return replace(sheet, headings=tuple(kept), rows=tuple(rows))


def _joined(cells: Sequence[str], first: int, last: int) -> list[str]:
    place, gone = sorted((first, last))
    name = " ".join(f"{cells[first]} {cells[last]}".split())
    return [*cells[:place], name, *cells[place + 1 : gone], *cells[gone + 1 :]]


def by_cells(sheet: Sheet, guesses: Mapping[str, Guess]) -> dict[str, Guess]:
    """The guesses, where 'Representatives' holds names and no numbers, with those as holders of the seats."""
    found = dict(guesses)
    if _HOLDER in {guess.target for guess in found.values()}:
        return found
    heading = next((name for name, guess in found.items() if guess.target == _SEATS), None)
    if heading is None:
        return found
    at = sheet.headings.index(heading)
    cells = [cell for row in sheet.rows[:_SAMPLED] if (cell := row.cells[at].strip())]
    if cells and sum(1 for cell in cells if _NUMBER.fullmatch(cell)) * 2 < len(cells):
        found[heading] = Guess(_HOLDER)
        free = [name for name, guess in found.items() if not guess.target and "place" in plain_words(name)]
        found |= {name: Guess(_SEATS) for name in free[:1]}
    return found
