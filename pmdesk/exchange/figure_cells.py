"""What one cell among figures says: an exact number, why there is none, or that nobody can tell."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.decimals import MOST_DIGITS, plain
from pmdesk.domain.words import N_, Say


class FigureCell(NamedTuple):
    """A number with its state, a state alone ('suppressed', 'unknown'), or nothing (state '')."""

    value: Decimal | None = None
    state: str = ""
    problem: Say | None = None
    sign: str = ""  # '%', '£' or 'days' where the cell itself shows its unit
    bracketed: bool = False  # '(120)', which is -120
    parts: tuple[str, ...] = ()  # numerator and denominator, where the cell itself shows them


NOTHING = FigureCell()

# How real files spell 'nothing here' (field.md, 'What real files do to an importer').
_MISSING = frozenset(
    (
        *("", "dna", "na", "#n/a", "n/a", "!", "-", "–", "—", ".", "nil", "none", "null", "nan", "#value!"),
        *("#ref!", "#div/0!", "blank", "no data", "nd", "n.d.", "[blank]", "missing"),
    )
)
# What the statistics offices and councils write where there is a reason (Government Analysis Function).
_STATES = {
    **dict.fromkeys(
        ("*", "**", "c", "[c]", "(c)", "s", "[s]", "supp", "suppressed", "confidential", "disclosive"),
        "suppressed",
    ),
    **dict.fromkeys(
        (
            *("..", "...", ":", "x", "[x]", "u", "[u]", "not available", "data not available", "unavailable"),
            *("not known", "unknown", "awaited", "awaiting data", "tbc", "tba", "not collected", "[m]"),
            *("no data available", "data awaited", "awaited data", "not reported", "not recorded"),
            *("to follow", "ddim ar gael", "aros am ddata"),
        ),
        "unknown",
    ),
    **dict.fromkeys(("z", "[z]", "not applicable", "not relevant"), "not_applicable"),
    **dict.fromkeys(
        (
            *("not due", "not yet due", "pending", "not yet available", "annual", "annual measure"),
            *("annual indicator", "annual kpi", "reported annually", "measured annually"),
            *("not measured for quarters", "not measured for months", "not measured for years"),
        ),
        "not_due",
    ),
}
# A number too small to be told.
_SMALL = re.compile(r"(?:<=?|≤|less than|fewer than|under) ?\d{1,3}|\d{1,3} or (?:fewer|less)")
# '(1,204)', '£(120)' and '(12.5%)', as accounts write what is below nought.
_BRACKETED = re.compile(r"(£?)\s*\(\s*(£?[\d,]*\d(?:\.\d+)?\s*%?)\s*\)")
# '92% (46/50)': how many of how many.
_OF = re.compile(r"(.*\S)\s*\(\s*(\d[\d,]*)\s*(?:/|out of|of)\s*(\d[\d,]*)\s*\)", re.IGNORECASE)
# '≥ 95%', 'at least 95%' and '300 or fewer', as targets are written.
_TO_REACH = re.compile(
    r"(?:[<>]=?|[≤≥=]|at least|at most|no (?:more|less|fewer) than|minimum(?: of)?|maximum(?: of)?"
    r"|min\.?|max\.?|up to|(?:less|more|fewer|greater|higher|lower) than|below|under|above|over)\s*(?=[\d£.])"
)
_OR_MORE = re.compile(r"\s*(?:\+|(?:or|and) (?:more|less|fewer|above|below|over|under|higher|lower|better))$")
_NO_TARGET = frozenset(
    (
        *("no target", "no target set", "none set", "not set", "monitor", "monitor only", "monitoring only"),
        *("data only", "contextual", "context only", "for information", "baseline year", "dim targed"),
    )
)
# What a column beside the figures says of them; statistics offices use the letters of SDMX.
_NOTED = (
    ("suppressed", re.compile(r"suppress|disclos|confidential|small number|too small|^[\[(]?[cqs*][\])]?$")),
    ("not_applicable", re.compile(r"not applicable|not relevant|^[\[(]?[z][\])]?$")),
    ("not_due", re.compile(r"not (?:yet )?due|pending|not yet available")),
    (
        "unknown",
        re.compile(r"missing|not available|unavailable|not known|unknown|not collected|^[\[(]?[xm:][\])]?$"),
    ),
    ("provisional", re.compile(r"provisional|^[\[(]?p[\])]?$")),
)
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,12})?")
_NUMBER = re.compile(
    r"([-+\u2212]?)\s*(£|GBP)?\s*([-\u2212]?)"
    r"((?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+]?\d{1,2})?)"
    r"\s*(%|per cent|pct)?\s*(.*)",
    re.DOTALL,
)
# Footnotes, revisions and estimates; provisional is a state of its own.
_MARK = re.compile(
    r"(?:[\[(]?(?:r|e|b|rev|revised|est|estimate|estimated|low|note \d+|\d{1,2})[\])]?|[*†‡§#^¹²³]+|\s|,)+",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(r"[\[(]?\b(?:p|prov|provisional)\b[\])]?", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:days?|hours?|weeks?|minutes?|tonnes?|kg|km|people|persons|households|homes|cases|per \d[\d,]*)\.?",
    re.IGNORECASE,
)
_ONES = ("day", "hour", "week", "minute", "tonne")


@lru_cache(maxsize=65_536)
def read_figure(text: str) -> FigureCell:
    """One cell as a figure; what cannot be read has a problem and is never guessed.

    >>> [str(read_figure(typed).value) for typed in ("56.89999999999999", "1,250", "12.3r", "£1,204.50")]
    ['56.9', '1250', '12.3', '1204.5']
    >>> [read_figure(typed).state for typed in ("*", "dna", "..", "12.3 (p)", "z")]
    ['suppressed', '', 'unknown', 'provisional', 'not_applicable']
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return FigureCell(_exact(text), "actual")
    word = " ".join(text.casefold().split())
    if word in _MISSING:
        return NOTHING
    if word in _STATES or _SMALL.fullmatch(word):
        return FigureCell(None, _STATES.get(word, "suppressed"))
    if (accounts := _BRACKETED.fullmatch(text)) and not (accounts[1] and "£" in accounts[2]):
        return read_figure(f"-{accounts[1]}{accounts[2]}")._replace(bracketed=True)
    if counted := _OF.fullmatch(text):
        return _counted(counted, text)
    found = _NUMBER.fullmatch(text)
    if not found or not found[4] or found[4][:1] in "eE":
        return _unread(text)
    return _with_marks(found, text)


def read_target(text: str) -> FigureCell:
    """A target's cell: its number, whatever says on which side of it the figure should be.

    >>> [str(read_target(typed).value) for typed in ("≥ 95%", "<5", "300 or fewer", "Monitor only")]
    ['95', '5', '300', 'None']
    """
    word = " ".join(text.casefold().split())
    if word in _NO_TARGET:
        return NOTHING
    plainer = _OR_MORE.sub("", _TO_REACH.sub("", word, count=1) if _TO_REACH.match(word) else word)
    return read_figure(plainer if plainer != word else text)


def _counted(found: re.Match[str], text: str) -> FigureCell:
    """'92% (46/50)' with its counts; unread where they do not make the figure."""
    cell = read_figure(found[1])
    part, whole = (Decimal(found[place].replace(",", "")) for place in (2, 3))
    if cell.value is None or not whole:
        return cell if cell.value is None and cell.problem is None else _unread(text)
    fits = any(abs(cell.value - part / whole * times) <= _ROUNDED * times for times in (1, 100))
    return cell._replace(parts=(plain(part), plain(whole))) if fits else _unread(text)


_ROUNDED = Decimal("0.006")  # a whole per cent is off by half a one at most


def _with_marks(found: re.Match[str], text: str) -> FigureCell:
    """A number with what stands after it; a mark that says something else leaves it unread."""
    rest, provisional = found[6].strip(), False
    if rest and _PROVISIONAL.search(rest):
        rest, provisional = _PROVISIONAL.sub("", rest).strip(), True
    sticks = found[6][:1].isdecimal() or (found[6][:1] in ",." and rest[1:2].isdecimal())
    if sticks or (rest and not _MARK.fullmatch(rest) and not _UNIT.fullmatch(rest)):
        return _unread(text)
    number = _exact(re.sub(r"[, \u00a0]", "", found[4]))
    if number is None:
        return _unread(text)
    negative = (found[1] in ("-", "\u2212")) != (found[3] in ("-", "\u2212"))
    sign = "%" if found[5] else "£" if found[2] else _unit_of(rest)
    return FigureCell(-number if negative else number, "provisional" if provisional else "actual", sign=sign)


def _unit_of(rest: str) -> str:
    """'weeks' of '3 weeks.'; '' where only a footnote follows the number."""
    unit = rest.rstrip(".").casefold()
    if not _UNIT.fullmatch(rest):
        return ""
    return {"person": "people", "persons": "people"}.get(unit, f"{unit}s" if unit in _ONES else unit)


def read_state(note: str) -> str:
    """The state that a note beside a figure names; '' where it says nothing of it.

    >>> [read_state(note) for note in ("Value suppressed for disclosure control", "P", "A", "Not applicable")]
    ['suppressed', 'provisional', '', 'not_applicable']
    """
    said = " ".join(note.casefold().replace("_", " ").split())
    return next((state for state, pattern in _NOTED if said and pattern.search(said)), "")


def noted(cell: FigureCell, note: str) -> FigureCell:
    """A figure with what the column beside it says; 0 beside 'suppressed' is no figure.

    A number beside a note that there is none is left unread, for one of the two is wrong.
    """
    state = read_state(note)
    if not state or cell.problem is not None or (state == "provisional" and cell.value is None):
        return cell
    if state in ("provisional", "suppressed"):
        return cell._replace(state=state, value=cell.value if state == "provisional" else None)
    if cell.value:
        values = {"value": str(cell.value), "note": note.strip()[:40]}
        return FigureCell(problem=Say(N_("the figure is {value}, but beside it stands ‘{note}’."), values))
    return FigureCell(None, state)


def _exact(text: str) -> Decimal | None:
    """The number without the noise of its binary form: fifteen digits and twelve decimals are kept."""
    try:
        number = Decimal(text)
        if abs(number) >= Decimal(10) ** MOST_DIGITS:
            return None
        if len(text) > MOST_DIGITS:
            number = Decimal(f"{number:.{MOST_DIGITS}g}")
        return Decimal(plain(round(number, 12)))
    except ArithmeticError:  # 1e999999999: more than any number that is reckoned with
        return None


def _unread(text: str) -> FigureCell:
    return FigureCell(problem=Say(N_("‘{typed}’ is no figure."), {"typed": text[:40]}))
