"""Exact decimal numbers: read as people and spreadsheets write them, kept as text, said with commas."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from pmdesk.domain.dates import NotRead
from pmdesk.domain.units import is_per_cent, is_pounds
from pmdesk.domain.words import N_, Say

MOST_DIGITS = 15  # what a spreadsheet holds exactly
_KEPT, _WIDE, _FINEST = Context(prec=MOST_DIGITS, rounding=ROUND_HALF_UP), Context(prec=40), Decimal("1e-12")
_NUMBER = re.compile(
    r"(\()?([-+\u2212]?)\s*£?\s*((?:\d{1,3}(?:[, ]\d{3})+|\d{1,40})?(?:\.\d{1,40})?)"
    r"(?:[eE]([-+]?\d{1,2}))?\s*%?(\))?"
)


def read_decimal(text: str) -> str:
    """A number in its own plain text, to fifteen digits as a spreadsheet has it; NotRead with a sentence.

    >>> [read_decimal(typed) for typed in ("56.90", "1,250", "46.9%", "−0.5", ".5", "007", "(5)", "1e3")]
    ['56.9', '1250', '46.9', '-0.5', '0.5', '7', '-5', '1000']
    >>> read_decimal("56.89999999999999"), read_decimal("0.30000000000000004")
    ('56.9', '0.3')
    """
    found = _NUMBER.fullmatch(text.strip())
    if not found or not found[3] or bool(found[1]) != bool(found[5]):
        raise _no_number(text)
    number = Decimal(found[3].replace(",", "").replace(" ", "")).scaleb(int(found[4] or 0))
    if abs(number) >= Decimal(10) ** MOST_DIGITS:
        raise _no_number(text)
    negative = found[1] or found[2] in ("-", "\u2212")
    return plain(exact(-number if negative else number))


def exact(number: Decimal) -> Decimal:
    """A number as it is kept: fifteen digits, twelve of them at most after the point.

    >>> exact(Decimal(1) / 3), plain(exact(Decimal("56.89999999999999")))
    (Decimal('0.333333333333'), '56.9')
    """
    kept = _KEPT.plus(number)
    exponent = kept.as_tuple().exponent
    return kept.quantize(_FINEST, context=_WIDE) if isinstance(exponent, int) and exponent < -12 else kept


def _no_number(text: str) -> NotRead:
    return NotRead(Say(N_("‘{typed}’ is no number."), {"typed": text.strip()[:40]}))


def plain(number: Decimal) -> str:
    """A number's own text: no exponent, no zeros that say nothing.

    >>> plain(Decimal("50.0")), plain(Decimal("1E+3")), plain(Decimal("-0.0"))
    ('50', '1000', '0')
    """
    if not number:
        return "0"
    said = f"{number:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def decimal_of(value: object) -> Decimal | None:
    """A stored number for reckoning; None for nothing and for text that was kept as typed."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Decimal(value)
    return _decimal(str(value))


@lru_cache(maxsize=65_536)
def _decimal(text: str) -> Decimal | None:
    """Kept, since a measure's numbers are read again at each save of one of them."""
    try:
        return Decimal(read_decimal(text))
    except NotRead:
        return None


def rounded(number: Decimal, decimals: int | None) -> Decimal:
    """A number to so many decimals, halves away from zero as people round; None leaves at most three.

    >>> rounded(Decimal("0.775"), 2), rounded(Decimal("-1.05"), 1)
    (Decimal('0.78'), Decimal('-1.1'))
    """
    places = 3 if decimals is None else min(max(decimals, 0), 12)
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def fitted(number: Decimal, places: int) -> Decimal:
    """A figure as it is said where nobody chose the decimals and those entered have at most `places`.

    One as fine as these stands as it is; one worked out has one decimal more than they, up to two.

    >>> [str(fitted(Decimal(each), 0)) for each in ("17.5", "64.1667")], fitted(Decimal("2.456"), 3)
    (['17.5', '64.2'], Decimal('2.456'))
    """
    own = decimals_of([number])
    return number if own <= places else rounded(number, min(places + 1, 2))


def decimals_of(numbers: Iterable[Decimal | None]) -> int:
    """The most digits after the point in any of these."""
    return max((len(plain(each).partition(".")[2]) for each in numbers if each is not None), default=0)


def say_number(number: Decimal | None, decimals: int | None = None, signed: bool = False) -> str:
    """A number as people read it: commas, a true minus, its measure's decimals; '' for none.

    >>> say_number(Decimal("4960.336"), 1), say_number(Decimal("-1.1")), say_number(Decimal("0.2"), 1, True)
    ('4,960.3', '−1.1', '+0.2')
    """
    if number is None:
        return ""
    near = rounded(number, decimals)
    text = f"{abs(near):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "\u2212" if near < 0 else "+" if signed and near > 0 else ""
    return sign + text


def say_measured(number: Decimal | None, unit: str, decimals: int | None = None, signed: bool = False) -> str:
    """A number with its unit where the unit is a sign: '46.9%', '£4,960'; other units stand elsewhere.

    >>> say_measured(Decimal("46.9"), "% of waste", 1), say_measured(Decimal(4960), "£"), \\
    ...     say_measured(Decimal(12), "days"), say_measured(Decimal("4.5"), "£ per head")
    ('46.9%', '£4,960', '12', '£4.50')
    """
    said = say_number(number, decimals, signed)
    if said and is_per_cent(unit):
        return f"{said}%"
    if said and is_pounds(unit):
        if decimals is None and said[-2:-1] == ".":
            said += "0"  # £4.50, not £4.5
        sign = said[0] if said[0] in "\u2212+" else ""
        return f"{sign}£{said[len(sign) :]}"
    return said
