"""What one cell says: its value, what goes to the note, the doubt to settle; no guess in silence."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pmdesk.domain.check import LONGEST, Value, read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import plain
from pmdesk.domain.facts import Field, Type
from pmdesk.domain.money import read_money
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.figure_cells import read_figure
from pmdesk.exchange.measure_words import read_frequency, read_polarity

# How real files spell 'nothing here' (field.md, 'What real files do to an importer').
MISSING = frozenset(("", "dna", "na", "#n/a", "n/a", "!", "*", "-", "–", "nil", "none", "#value!", "#ref!"))


class Cell(NamedTuple):
    """What was understood of one cell."""

    value: Value = None
    keep: str = ""  # text that fits no field and goes to the note
    doubt: Say | None = None
    refused: Say | None = None
    also: tuple[tuple[str, Value], ...] = ()  # other fields of the same record that this cell fills


EMPTY = Cell()

_REMARK = re.compile(r"(.*?)\s*[(\[](.*)[)\]]\s*", re.DOTALL)
_AMOUNT = re.compile(r"(?:£|GBP)?\s*(\d[\d,]*(?:\.\d{1,2})?\s*[kKmM]?)\b\s*(?:GBP)?(.*)", re.DOTALL)
_DEPUTIES = re.compile(
    r"(\d{1,3})\s*(?:\+|and|&|plus)\s*(\d{1,3})\s*(?:deput(?:y|ies)|substitutes?|subs?|reserves?|alternates?)\.?",
    re.IGNORECASE,
)


def is_missing(text: str) -> bool:
    return text.strip().casefold() in MISSING


def read_cell(field: Field, text: str) -> Cell:
    """One cell read as `field`. What cannot be read is kept as it was typed and marked, with a doubt."""
    text = text.strip()
    if is_missing(text) and not (_is_reading(field) and read_figure(text).state):
        return EMPTY
    special = _SPECIAL.get(field.name)
    if special and (field.name, field.type) in _SPECIAL_TYPES:
        return special(field, text)
    return _plain(field, text)


def split_remark(text: str) -> tuple[str, str]:
    """A name and the remark in brackets after it.

    >>> split_remark("FX01 (non-member)"), split_remark("FM02"), split_remark("(misprinted)")
    (('FX01', 'non-member'), ('FM02', ''), ('', 'misprinted'))
    """
    found = _REMARK.fullmatch(text.strip())
    return (found[1].strip(), found[2].strip()) if found else (text.strip(), "")


def _plain(field: Field, text: str) -> Cell:
    try:
        return Cell(read_value(field, text))
    except NotRead as problem:
        if field.type in LONGEST:
            return Cell(refused=problem.sentence)
        return _READERS.get(field.type, _kept)(field, text, problem.sentence)


def _kept(field: Field, text: str, why: Say) -> Cell:
    if len(text) > LONGEST[Type.TEXT]:
        return Cell(refused=why)
    return Cell(text, doubt=Say(N_("{why} It is kept as typed and marked."), {"why": why}))


def _date(field: Field, text: str, why: Say) -> Cell:
    """'2016-04 (current SLA)' is a date with a remark; anything else stays as typed, never shifted."""
    name, remark = split_remark(text)
    try:
        value = read_value(field, name) if remark else None
    except NotRead:
        value = None
    if value is None:
        return _kept(field, text, why)
    return Cell(
        value,
        keep=text,
        doubt=Say(
            N_("‘{typed}’ is read as {value}; the remark is kept in the note."),
            {"typed": text[:60], "value": value},
        ),
    )


def _money(field: Field, text: str, why: Say) -> Cell:
    """'5605 GBP a year + VAT' is £5,605 with its text kept; 'about £500' stays as typed."""
    found = _AMOUNT.fullmatch(text)
    if not found or re.match(r"\s*[-–/\d]|[.,]\d", found[2]):
        return _kept(field, text, why)
    pence = read_money(found[1].replace(" ", ""))
    return Cell(
        pence,
        keep=text,
        doubt=Say(
            N_("‘{typed}’ is read as £{pounds}; the text is kept in the note."),
            {"typed": text[:60], "pounds": f"{pence / 100:,.2f}"},
        ),
    )


def _choice(field: Field, text: str, why: Say) -> Cell:
    """'nominated trustee' holds one known word: read as that, with a doubt and its text kept."""
    words = re.sub(r"[_\-]", " ", text.casefold())
    found = {
        code
        for code, label in field.choices
        for word in (label.casefold().replace("-", " "), code.replace("_", " "))
        if re.search(rf"(?<![\w/]){re.escape(word)}(?![\w/])", words)
    }
    if len(found) != 1 or "+" in text:
        return _kept(field, text, why)
    code = found.pop()
    return _read_as(field, code, text)


def _read_as(field: Field, code: str, text: str) -> Cell:
    label = Say(field.choice_label(code))
    return Cell(
        code,
        keep=text,
        doubt=Say(
            N_("‘{typed}’ is read as {value}; the text is kept in the note."),
            {"typed": text[:60], "value": label},
        ),
    )


def _seats(field: Field, text: str) -> Cell:
    """'1 + 1 deputy' is one seat and one substitute, if a person agrees."""
    found = _DEPUTIES.fullmatch(text)
    if not found:
        return _plain(field, text)
    seats, substitutes = int(found[1]), int(found[2])
    return Cell(
        seats,
        also=(("substitutes", substitutes),),
        keep=text,
        doubt=Say(
            N_(
                "is the deputy a substitute? ‘{typed}’ is read as seats: {seats}, substitutes: {substitutes}."
            ),
            {"typed": text, "seats": seats, "substitutes": substitutes},
        ),
    )


_STATUS_WORDS = {
    "query": "under_review",
    "queried": "under_review",
    "review": "under_review",
    "active": "current",
    "ongoing": "current",
    "live": "current",
    "closed": "ended",
    "finished": "ended",
    "dissolved": "ceased",
    "wound up": "ceased",
    "defunct": "ceased",
    "ceased": "ceased",
    "planned": "proposed",
}
# Said of a seat, not of its body.
SEAT_WORDS = frozenset(("vacancy", "vacant", "resigned", "resignation", "unfilled"))


def _status(field: Field, text: str) -> Cell:
    word = text.casefold()
    if word in SEAT_WORDS:
        return EMPTY
    code = _STATUS_WORDS.get(word)
    if code and code in dict(field.choices):
        if word in ("ceased", "active"):
            return Cell(code)
        return Cell(
            code,
            doubt=Say(
                N_("‘{typed}’ is read as {value}."), {"typed": text, "value": Say(field.choice_label(code))}
            ),
        )
    found = _plain(field, text)
    if found.value == text and found.doubt:
        return Cell(
            keep=text, doubt=Say(N_("‘{typed}’ is no status. It is kept in the note."), {"typed": text[:60]})
        )
    return found


def _kind(field: Field, text: str) -> Cell:
    """A partnership's kind from a register's own classification; what is no kind is kept, never forced."""
    words = text.casefold().rstrip("?").strip()
    if words == "listed":
        return Cell(keep=text)
    if words.startswith("significant"):
        return Cell(
            also=(("significance", text),),
            doubt=Say(
                N_(
                    "‘{typed}’ is no kind. It is kept as the significance and marked: "
                    "choose Major, Moderate or Limited."
                ),
                {"typed": text},
            ),
        )
    for pattern, code in _KINDS:
        if re.search(pattern, words) and code in dict(field.choices):
            try:
                return Cell(read_value(field, text))
            except NotRead:
                return _read_as(field, code, text)
    found = _plain(field, text)
    if found.doubt and found.value == text:
        return Cell(
            keep=text, doubt=Say(N_("‘{typed}’ is no kind. It is kept in the note."), {"typed": text[:60]})
        )
    return found


_KINDS = (
    (r"^umbrella\b", "umbrella"),
    (r"\bsub[ -]?(partnership|group)", "sub_group"),
    (r"\bshared (working|service)", "shared_service"),
    (r"^joint committee\b", "joint_committee"),
    (r"^statutory board\b", "statutory_board"),
    (r"^thematic\b", "thematic"),
    (r"^network\b", "network"),
)


def _polarity(field: Field, text: str) -> Cell:
    """'High' is higher; 'Ascending' can mean either way and is asked, never guessed."""
    found = read_polarity(text)
    if found.code:
        return Cell(found.code)
    try:
        return Cell(read_value(field, text))
    except NotRead:
        return Cell(keep=text, doubt=found.doubt) if found.doubt else EMPTY


def _frequency(field: Field, text: str) -> Cell:
    """'Quarterly' and 'Anually' are known words of real files."""
    code = read_frequency(text)
    return Cell(code) if code else _plain(field, text)


def _is_reading(field: Field) -> bool:
    """Whether a field is a reading's value: it has a state beside it, as a target's has not."""
    return field.name == "value" and "actual" in field.also


def _reading(field: Field, text: str) -> Cell:
    """A reading says why there is no number: '*' is suppressed, '12.3 (p)' is provisional."""
    found = read_figure(text)
    if not _is_reading(field) or found.problem or not found.state:
        return _plain(field, text)
    state = () if found.state == "actual" else (("state", found.state),)
    return Cell(None if found.value is None else plain(found.value), also=state)


def _refused_period(field: Field, text: str, why: Say) -> Cell:
    return Cell(refused=why)


_READERS: Mapping[Type, Callable[[Field, str, Say], Cell]] = {
    Type.PERIOD: _refused_period,
    Type.PARTIAL: _date,
    Type.DATE: _date,
    Type.MONEY: _money,
    Type.CHOICE: _choice,
}
_SPECIAL: Mapping[str, Callable[[Field, str], Cell]] = {
    "seats": _seats,
    "status": _status,
    "kind": _kind,
    "value": _reading,
    "polarity": _polarity,
    "frequency": _frequency,
}
_SPECIAL_TYPES = frozenset(
    (
        ("seats", Type.NUMBER),
        ("status", Type.CHOICE),
        ("kind", Type.CHOICE),
        ("value", Type.DECIMAL),
        ("polarity", Type.CHOICE),
        ("frequency", Type.CHOICE),
    )
)
