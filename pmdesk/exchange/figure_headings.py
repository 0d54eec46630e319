"""What a heading over figures says: an area, a period, a measure's code, or a period and what stands in it.

It reads headings only, never cells. To teach it a heading, add it to ROLES.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pmdesk.domain.dates import month_number
from pmdesk.domain.period_spellings import meanings
from pmdesk.exchange.names import plain_words

# What a column can be, by the words that real files put over it (as `plain_words` writes them).
ROLES: Mapping[str, str] = {
    "area": (
        "area; area name; local authority; local authority name; la; la name; lad name; authority; "
        "council; council name; authority name; geography; geography name; organisation label; "
        "district; district name; utla name; ltla name; local government; awdurdod lleol; ardal; area "
        "label; place; partner council; local authority district; local authoritie; borough; awdurdod; "
        "unitary authority; utla; ltla; council area; force; force name; police force; provider; "
        "provider name; organisation; organisation name; org; org name; trust; trust name; health board; "
        "health board name; local health board; icb; icb name; feature name; local authority area"
    ),
    "area_code": (
        "area code; la code; gss code; gss; ons code; geography code; lad code; authority code; local "
        "authority code; council code; utla code; ltla code; feature code; org code; organisation code; "
        "provider code; force code; new la code; ons area code"
    ),
    # Wider areas: ours where a file has no others, and those of a row whose own area is empty.
    "region": "region; region name; english region; government office region; rhanbarth",
    "region_code": "region code",
    "country": "country; country name; gwlad",
    "country_code": "country code",
    "family": "family group; family; nearest neighbour group; comparator group; peer group",
    "split": (
        "station name; station; site; site name; ward; ward name; school; locality; age; sex; age group; "
        "gender; breakdown; ethnicity; tenure"
    ),
    "group": (
        "directorate; team; category; category type; service; service area; theme; priority; portfolio; "
        "department; division; domain; cyfarwyddiaeth"
    ),
    "period": (
        "period; reporting period; time period; financial year; period name; time period name; time; "
        "year; fy; calendar year; date; period ending; quarter; month; effective date; cyfnod; "
        "blwyddyn; chwarter; year ending; reporting date; time frame; qtr; date code; month ending; "
        "quarter ending"
    ),
    "title": (
        "indicator; indicator name; indicator title; measure title; measure name; title; kpi; "
        "performance indicator; performance measure; pi name; pi description; description; name; "
        "indicator description; measure description; kpi name; kpi description; pi title; dangosydd; "
        "key performance indicator; variable; mesur; full name; short name; measure short name; pi short "
        "name; pi code and short name; pi code short name; code and short name; success measure; "
        "measure of success; outcome measure; local indicator; strategic indicator; corporate indicator; "
        "performance indicator name; dangosydd perfformiad; mesur perfformiad; enw y dangosydd; disgrifiad"
    ),
    "how": "measure; measure type; value type; statistic; metric; measurement",
    "code": (
        "code; ref; ref no; reference; pi no; pi; pi ref; pi code; indicator code; kpi ref; indicator "
        "ref; indicator id; measure code; measure ref; kpi no; kpi code; id; no; cod; indicator no; "
        "indicator number; pi number; variable name; measure id; number; ni; bvpi; lpi; kpi id; "
        "kpi number; kpi reference; pi reference; indicator reference; measure number; "
        "measure reference; cyfeirnod; rhif"
    ),
    "unit": "unit; unit of measure; measure unit; unit of measurement; uned; format; data type",
    "polarity": (
        "polarity; good is; good; desired direction; one is high; good performance; good to be; "
        "direction of good; high or low; better; which way is better; aim; high is good; bigger is "
        "better; good performance is; preferred direction; polaredd; low is good; what is good"
    ),
    "frequency": "frequency; update frequency; reporting frequency; how often; collection frequency",
    "aggregation": "aggregation; how period add up; calculation type; cumulative or snapshot",
    "definition": "definition; measure definition; indicator definition",
    "source": "source; data source; source of data",
    "baseline": "baseline; baseline value",
    "numerator": "numerator",
    "denominator": "denominator",
    "commentary": (
        "commentary; comment; explanation; narrative; sylwad; sylwadau; latest note; note; "
        "officer comment; management comment; latest commentary; performance commentary; remark"
    ),
    "state": "state; value note; data state; obs status; observation status; value flag; symbol; status code",
    "value": (
        "value; actual; figure; outturn; result; performance; obs value; observation; reading; actual "
        "value; raw; raw value; data value; measure value; indicator value; gwerth; amount; latest"
    ),
    "target": "target; target value; annual target; year end target; targed; year target; goal",
    "stretch": "stretch; stretch target; stretching target",
    "floor": "floor; floor target; minimum target",
    "out": "left out",  # by a person, whatever it holds
    # Numbers that are no figures: they name or order rows.
    "id": (
        "area id; sort order; display order; easting; northing; latitude; longitude; postcode; uprn; "
        "usrn; objectid; fid; old la code; time period sortable; dfe number; la number; lea code"
    ),
}
_ROLE_OF: Mapping[str, str] = {words: role for role, known in ROLES.items() for words in known.split("; ")}

# The statistics office's names of columns: LAD23NM, WD21CD, RGN22NMW.
_GEOGRAPHY = re.compile(r"([a-z]{2,6})\d{2}(nmw?|cd)")
_GEOGRAPHIES = {"rgn": "region", "ctry": "country"}
_SMALLER = ("wd", "lsoa", "msoa", "oa", "par", "parncp")
# What a figure might have been by chance: no figure of its own.
_BOUND = re.compile(
    r"\b[lu]c[il]\b|\b(?:lower|upper)\b.*\b(?:ci|cl|limit|bound|interval|confidence)\b"
    r"|\bconfidence (?:interval|limit|level)|\bci (?:lower|upper|low|high)\b|\bmargin of error\b"
    r"|\bconf$|\bstandard error\b|^(?:lower|upper)$"
)
# 'Sum of Actual', as Power BI and pivot tables write it.
_SUMMED = re.compile(r"^(?:sum|average|avg|first|latest|min|minimum|max|maximum|total) of ")
# 'local authority: district / unitary (as of April 2023)', as Nomis writes it.
_NOMIS = re.compile(r"^(?:local|unitary) authority (?:district|county|unitary)\b.*")
# Words beside a period that say which figure stands under it.
_TARGET = re.compile(r"\b(?:profile(?:d)? targets?|targets?|trajectory|profile|targed)\b")
_LAST_YEAR = re.compile(r"\b(?:same (?:period|quarter|time) )?(?:last|previous|prior) year\b")
_ACTUAL = re.compile(
    r"\b(?:actuals?|outturns?|results?|performance|values?|readings?|figures?|data|obs|raw|gwir)\b"
)
_BASELINE = re.compile(r"\bbaseline\b")
_STRETCH = re.compile(r"\bstretch(?:ing)?(?: targets?)?\b")
_FLOOR = re.compile(r"\b(?:floor(?: targets?)?|minimum targets?)\b")
_NOTE = re.compile(r"\b(?:value notes?|value flags?|flags?|symbols?)\b")
_KINDS = (
    *(("last_year", _LAST_YEAR), ("baseline", _BASELINE), ("stretch", _STRETCH), ("floor", _FLOOR)),
    *(("target", _TARGET), ("value", _ACTUAL)),
)
# '2022-23 (p)': the whole column is provisional; '(r)' and '(e)' are no part of a name.
_MARKED = re.compile(
    r"\s*(?:[(\[]\s*(?:(p|prov\.?|provisional)|r|e|rev|revised|estimated?)\s*[)\]]|\b(provisional)$)"
)
_REAL = re.compile(
    r"[\s(,\-]+(?:real|real terms|in real terms|adjusted for inflation|inflation adjusted)\)?$"
)
# What the program reckons itself, and what is no figure.
_RECKONED = re.compile(
    r"\b(?:ytd|year to date|rag|status|rating|traffic light|variance|dot|direction|trend|change|arrow|rank"
    r"|statws|cag|quartile|comments?|commentary|notes?|narrative|forecast|difference|movement|alert"
    r"|cumulative total|year end total)\b"
)
_QUARTER = re.compile(r"(?:q|qtr|quarter|ch|chwarter)\s?([1-4])|([1-4])(?:st|nd|rd|th) quarter")
_BEGINS = re.compile(
    r"[\d(]|q[1-4]|q$|qtr|quarter|fy|h[12]\b|half|year$|ye$|rolling|academic|calendar|financial|chwarter|ch[1-4]$"
)
_SQUASHED = re.compile(r"(\d{2})(\d{2})")
_MOST_WORDS = 7
_METRIC = re.compile(r"^metric type: *", re.IGNORECASE)
# A label that names no measure.
_EMPTY = frozenset(
    ("", "year end", "annual", "full year", "profile", "year", "fy", "as at", "at", "for", "in", "to", "end")
)


class DataHeading(NamedTuple):
    """A column of figures: what it is about besides its period, the period as typed, which figure it is."""

    label: str
    period: str
    kind: str = "value"  # value, target, stretch, floor, baseline, last_year, state or reckoned
    part: bool = False  # only a quarter or month: its year stands elsewhere
    real: bool = False  # adjusted for inflation
    area: str = ""  # the area, where areas run across
    provisional: bool = False


def words_of(heading: str) -> str:
    """A heading for comparing: 'FinancialYear' and 'financial_year' are 'financial year'.

    >>> words_of("FinancialYear"), words_of("Units"), words_of("area_name")
    ('financial year', 'unit', 'area name')
    """
    return plain_words(spaced(heading))


def spaced(heading: str) -> str:
    """A name put together as programs do, as words: 'ProportionPaidOnTime' is 'Proportion paid on time'.

    >>> spaced("ProportionPaidOnTime"), spaced("CHN1"), spaced("value_ulev"), spaced("NOPUPILSPRM")
    ('Proportion paid on time', 'CHN1', 'value ulev', 'NOPUPILSPRM')
    """
    text = " ".join(heading.replace("_", " ").split())
    if " " in text or not re.fullmatch(r"(?:[A-Z][a-z]+){2,}", text):
        return text
    first, *rest = re.findall(r"[A-Z][a-z]+", text)
    return " ".join([first, *(word.lower() for word in rest)])


@lru_cache(maxsize=16_384)
def role_of(heading: str) -> str:
    """What a column is by its heading alone; '' where the heading is none of ours.

    >>> role_of("area_name"), role_of("Units"), role_of("good_is"), role_of("CHN1 2010-11")
    ('area', 'unit', 'polarity', '')
    """
    words = words_of(heading)
    if found := _ROLE_OF.get(words) or _ROLE_OF.get(_SUMMED.sub("", words), ""):
        return found
    if found := _geography(words):
        return found
    if _BOUND.search(words):
        return "bound"
    if _NOMIS.fullmatch(words):
        return "area"
    if words.endswith((" id", " code", " uid")):
        return "id"
    return "value" if words.startswith(("value ", "actual value")) else ""


def _geography(words: str) -> str:
    """'lad23nm' is an area, 'wd21cd' the code of a smaller one; '' for any other heading."""
    if not (found := _GEOGRAPHY.fullmatch(words)):
        return ""
    if found[1] in _SMALLER:
        return "split" if found[2] != "cd" else "id"
    area = _GEOGRAPHIES.get(found[1], "area")
    return area if found[2] != "cd" else f"{area}_code"


@lru_cache(maxsize=16_384)
def data_heading(heading: str) -> DataHeading | None:
    """A heading that holds a period, taken apart; None where it holds none.

    >>> data_heading("CHN1 2010-11 Real")[:5]
    ('CHN1', '2010-11', 'value', False, True)
    >>> data_heading("profile_target_q1")[:4]
    ('', 'Q1', 'target', True)
    >>> data_heading("outturn_0809").period, data_heading("2022-23 (p)").provisional
    ('2008/09', True)
    """
    text = " ".join(heading.replace("_", " ").split())
    real = _REAL.search(text.casefold())
    if real:
        text = text[: real.start()]
    marks = list(_MARKED.finditer(text.casefold()))
    text = _unmarked(text)
    kind, text = _kind(text)
    found = _period_in(text)
    if found is None:
        return None
    label, period, part = found
    return DataHeading(label, period, kind, part, bool(real), provisional=any(m[1] or m[2] for m in marks))


@lru_cache(maxsize=16_384)
def is_reckoned(heading: str) -> bool:
    """Whether a heading is only what the program reckons itself or a remark: 'RAG', 'Variance', 'Comments'.

    >>> is_reckoned("RAG"), is_reckoned("Change in rent")
    (True, False)
    """
    return bool(_RECKONED.search(heading.casefold())) and not _without(heading.strip(), _RECKONED)


def _unmarked(text: str) -> str:
    """A heading without the marks of a whole column: '2022-23 (p)' is '2022-23'."""
    for found in reversed(list(_MARKED.finditer(text.casefold()))):
        text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return text


def _kind(text: str) -> tuple[str, str]:
    """Which figure a heading speaks of, and the heading without the words that say so."""
    folded = text.casefold()
    if _NOTE.search(folded):
        return "state", _without(text, _NOTE)
    if _BOUND.search(words_of(text)):
        return "reckoned", text
    if _RECKONED.search(folded):
        return "reckoned", _without(text, _RECKONED)
    for kind, pattern in _KINDS:
        if pattern.search(folded):
            return kind, _without(text, pattern)
    return "value", text


def _without(text: str, pattern: re.Pattern[str]) -> str:
    """The text without words of a pattern at either end; inside a title they belong to it."""
    folded = text.casefold()
    for found in pattern.finditer(folded):
        before, after = text[: found.start()].strip(" -:,()"), text[found.end() :].strip(" -:,()")
        if not before or not after or _period_in(before) or _period_in(after):
            return f"{before} {after}".strip()
    return text


def _period_in(text: str) -> tuple[str, str, bool] | None:
    """(what is left, the period, whether its year is missing) of a text that begins or ends with a period."""
    words = text.split()
    most = min(len(words), _MOST_WORDS)
    for size in range(most, 0, -1):
        for candidate, rest in (
            (words[-size:], words[:-size]),
            (words[:size], words[size:]),
        ):
            period = " ".join(candidate).strip("(),:;[]")
            if not _may_begin(candidate[0]) or _year_of_title(candidate, words):
                continue
            if found := _whole_period(period):
                return _tidy(" ".join(rest)), *found
    return None


def _year_of_title(candidate: list[str], words: list[str]) -> bool:
    """Whether 'year' belongs to a title before it: 'Rent due in year 2013-14'."""
    begins = candidate[0].casefold() == "year" and len(candidate) < len(words)
    return begins and candidate[1:2] != [] and candidate[1].casefold() not in ("ending", "ended", "to", "end")


def _tidy(label: str) -> str:
    """A label without the signs that joined it to its period."""
    label = _METRIC.sub("", label.strip(" -:,"))
    while label.endswith("(") or (label.endswith(")") and label.count(")") > label.count("(")):
        label = label[:-1].strip(" -:,")
    return "" if plain_words(label) in _EMPTY else label


def _may_begin(word: str) -> bool:
    folded = word.casefold()
    return bool(_BEGINS.match(folded)) or month_number(re.split(r"[\-/'.\d(]", folded)[0]) is not None


def _whole_period(text: str) -> tuple[str, bool] | None:
    """(the period as it can be read, whether its year is missing); None where the text is no period."""
    folded = text.casefold()
    if found := _QUARTER.fullmatch(folded):
        return f"Q{found[1] or found[2]}", True
    if month_number(folded) and folded.isalpha():
        return text, True
    if squashed := _SQUASHED.fullmatch(folded):
        if (int(squashed[1]) + 1) % 100 == int(squashed[2]) and not 19 <= int(squashed[1]) <= 20:
            return f"20{squashed[1]}/{squashed[2]}", False
        return (text, False) if squashed[1] in ("19", "20") else None
    found_any = meanings(text)
    return (text, False) if found_any.likely or found_any.possible else None
