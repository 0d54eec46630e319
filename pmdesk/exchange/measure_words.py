"""How real files say which way is better, how often and in what unit; what is doubtful is asked."""

import re
from typing import NamedTuple

from pmdesk.domain.words import N_, Say
from pmdesk.exchange.names import plain_words


class Polarity(NamedTuple):
    """A code of POLARITIES or '', with the doubt to settle where the file's word can mean either."""

    code: str
    doubt: Say | None = None


_POLARITIES = {
    **dict.fromkeys(
        (
            *("high", "higher", "higher is better", "high is good", "bigger is better", "bigger", "up"),
            *("increase", "maximise", "maximize", "yes", "y", "true", "1", "aim to maximise", "more"),
        ),
        "higher",
    ),
    **dict.fromkeys(
        (
            *("low", "lower", "lower is better", "low is good", "smaller is better", "smaller", "down"),
            *("decrease", "minimise", "minimize", "no", "n", "false", "0", "aim to minimise", "less"),
        ),
        "lower",
    ),
    **dict.fromkeys(("band", "range", "within a band", "plan is best", "on target"), "band"),
    **dict.fromkeys(("neither", "neutral", "contextual", "context", "information only"), "none"),
}
# One council sorts its league table ascending where low is best, another where high is: never guess.
_SORTED = re.compile(r"(?:asc|desc)(?:ending)?", re.IGNORECASE)
_YES_NO = ("yes", "y", "true", "1", "no", "n", "false", "0")
_FREQUENCIES = (
    (r"month", "month"),
    (r"quarter|qtr|termly", "quarter"),
    (r"half|six month|bi.?annual", "half"),
    (r"bienn|two.?year|every 2 year|every two", "two_yearly"),
    (r"rolling|three.?year|3.?year|trienn", "rolling"),
    (r"ann?ual|year|once", "year"),
)
_PER_CENT = re.compile(
    r"(?:%|\bpercentage\b|\bper ?cent\b|\bpct\b)(?! ?-?(?:age )?(?:points?|pts?)\b)", re.IGNORECASE
)
# In a title 'the top 5%' and 'percentage points' say nothing of the unit.
_TITLED_PER_CENT = re.compile(
    r"(?:(?<!\d)(?<!\d )%|\b(?:percentage|per ?cent)\b)(?! ?-?(?:age )?(?:points?|pts?)\b)", re.IGNORECASE
)
_POUNDS = re.compile(r"\(\s*(£\s*(?:0?00s?|k|m|million|thousands?)?)\s*\)|(£000s?)", re.IGNORECASE)
# What says how a number was made, not what it counts.
_HOW = ("count", "frequency", "number", "value", "total", "no", "numeric", "integer", "rate", "ratio")


def read_polarity(text: str, heading: str = "") -> Polarity:
    """Which way is better; 'yes' and 'no' only under a heading that says what they answer.

    >>> read_polarity("Low").code, read_polarity("Yes", "One is high").code, read_polarity("Yes").code
    ('lower', 'higher', '')
    >>> read_polarity("Ascending").code, read_polarity("DESC").doubt is not None
    ('', True)
    """
    word = " ".join(re.sub(r"[_\-/.]", " ", text.casefold()).split())
    if not word or word in ("none", "n a", "na", "null", "nan", "not set"):
        return Polarity("")
    if _SORTED.fullmatch(word):
        return Polarity(
            "", Say(N_("‘{typed}’ can mean either way. Say which is better."), {"typed": text.strip()[:40]})
        )
    code = _POLARITIES.get(word, "")
    if word in _YES_NO and code:
        asked = plain_words(heading)
        if "low" in asked:
            code = "lower" if code == "higher" else "higher"
        elif "high" not in asked:
            code = ""
    if code:
        return Polarity(code)
    return Polarity(
        "", Say(N_("‘{typed}’ does not say which way is better. Choose it."), {"typed": text.strip()[:40]})
    )


def read_frequency(text: str) -> str:
    """How often figures come, '' where the text does not say.

    >>> [read_frequency(typed) for typed in ("Annually", "Anually", "Biennial", "Quarterly", "None")]
    ['year', 'year', 'two_yearly', 'quarter', '']
    """
    said = text.casefold()
    return next((code for pattern, code in _FREQUENCIES if re.search(pattern, said)), "")


def read_aggregation(text: str) -> str:
    """How periods add up, '' where the text does not say.

    >>> [read_aggregation(typed) for typed in ("Cumulative", "Year to date", "Snapshot", "")]
    ['cumulative', 'cumulative', 'snapshot', '']
    """
    said = text.casefold()
    if re.search(r"cumul|year to date|ytd|sum|cronnol", said):
        return "cumulative"
    if re.search(r"ratio|numerator", said):
        return "ratio"
    if re.search(r"average|mean", said):
        return "average"
    return "snapshot" if re.search(r"snapshot|point in time|latest|last value", said) else ""


def read_unit(unit: str, how: str, title: str, sign: str) -> str:
    """The unit from its own column, from how the number was made, from the title, or from the cells' sign.

    >>> read_unit("Persons", "Percentage", "", ""), read_unit("Tonnes", "Frequency", "", "")
    ('%', 'tonnes')
    >>> read_unit("percentage points", "", "", ""), read_unit("", "", "Gap (% points)", "")
    ('percentage points', '')
    >>> read_unit("", "", "% of pupils", ""), read_unit("", "", "Gross expenditure (£000s)", "")
    ('%', '£000s')
    """
    unit, how = unit.strip(), how.strip()
    if _PER_CENT.search(how) or _PER_CENT.search(unit):
        return "%"
    if unit and plain_words(unit) not in _HOW:
        return unit.lower() if unit.istitle() and unit.isalpha() else unit
    if _TITLED_PER_CENT.search(title) or sign == "%":
        return "%"
    found = _POUNDS.search(title)
    if found:
        return "".join((found[1] or found[2]).split())
    return sign
