"""The series of a file as measures: code, title, unit, which way is better; twins and parts told apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pmdesk.domain.dates import NotRead
from pmdesk.domain.decimals import read_decimal
from pmdesk.domain.periods import frequency_of, period_bounds
from pmdesk.domain.units import is_per_cent
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.about_measures import About, Known, alike
from pmdesk.exchange.figure_layout import Layout, heading_in
from pmdesk.exchange.figure_points import Gathered, Point, Problem, SeriesKey
from pmdesk.exchange.measure_words import read_aggregation, read_frequency, read_polarity, read_unit

_CODE = re.compile(
    r"[A-Za-z&]{1,8}(?:[ \-_.][A-Za-z]{1,8})?[ \-_.]?\d{1,4}(?:[.\-]?\d{1,2})?[a-z]?\d?", re.ASCII
)
# From the finest to the coarsest: a measure with quarters and a year's outturn is measured by quarters.
_FINEST = ("month", "quarter", "half", "year", "two_yearly", "rolling")
_SEVERAL_YEARS = ("two_yearly", "rolling")
REAL, PART, MEASURE = "real", "part", "measure"


@dataclass(slots=True)
class Series:
    """One series as a measure; its role is 'measure', 'real' (adjusted for inflation) or 'part' (of one)."""

    key: str  # stays the same for the same file
    code: str
    title: str
    plain_title: str  # without what tells it from another series of this title
    unit: str = ""
    polarity: str = ""
    frequency: str = ""
    aggregation: str = ""
    definition: str = ""
    source: str = ""
    baseline: str = ""
    baseline_on: str = ""  # the month in which it stood so
    note: str = ""  # the domain or theme that the list of codes names
    role: str = MEASURE
    fractions: bool = False  # per cent, but written as 0.1 for 10
    doubts: list[Say] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # where the file contradicts itself
    missing: Counter[int] = field(default_factory=Counter)  # empty cells by area


def build_series(layout: Layout, gathered: Gathered, about: Known) -> list[Series]:
    """Every series with its figures; one that mixes single and several years becomes two."""
    points: dict[int, list[Point]] = defaultdict(list)
    for point in gathered.points:
        points[point.series].append(point)
    real = {
        (column.says.label, heading_in(layout, table, column))
        for table in (layout, *layout.more)
        for column in table.data
        if column.says.real
    }
    shared = _shared_titles(gathered.keys)
    coded = _mostly_coded(gathered.keys, about)
    found: list[Series] = []
    for place, key in enumerate(gathered.keys):
        own = _without_bare(points[place], gathered.problems)
        own = _without_brackets(key, own, gathered.problems)
        twins = [point for point in own if (key.label, point.column) in real]
        cash = [point for point in own if (key.label, point.column) not in real] if twins else own
        made = _series(layout, key, gathered.facts.get(place, {}), about, cash or own, shared)
        made.missing = gathered.missing.get(place, Counter())
        if coded and not made.code and not _said(key, about):
            made.role = PART
        found += _parted(made, cash)
        if twins:
            found.append(_twin(made, twins))
    return found


def _series(
    layout: Layout, key: SeriesKey, facts: Mapping[str, str], about: Known, points: Sequence[Point],
    shared: frozenset[str],
) -> Series:  # fmt: skip
    said = _said(key, about)
    title, plain = _title(key, said, shared)
    coded = (text for text in (said.code if said else "", key.label, key.title) if _is_code(text))
    code = key.code or next(coded, "")
    extra = ", ".join(filter(None, (key.label if key.title else "", key.split)))
    if code and extra:
        code = f"{code}, {extra}"
    if code and key.title in shared and title != plain:
        code = f"{code} ({(key.unit or key.how).lower()})"
    signs = tuple(dict.fromkeys(point.cell.sign for point in points if point.cell.sign))
    sign = signs[0] if len(signs) == 1 else ""
    polarity = read_polarity(facts.get("polarity", ""), _heading(layout, "polarity"))
    if said and not facts.get("polarity"):
        polarity = said.polarity
    series = Series(
        key="|".join(key),
        code=code,
        title=title or code,
        plain_title=plain or code,
        unit=(said.unit if said else "") or read_unit(key.unit, key.how, title, sign),
        polarity=polarity.code,
        frequency=(said.frequency if said else "") or read_frequency(facts.get("frequency", "")),
        aggregation=read_aggregation(facts.get("aggregation", "")),
        definition=facts.get("definition", "") or (said.definition if said else ""),
        source=facts.get("source", "") or (said.source if said else ""),
        baseline=_baseline(facts.get("baseline", "")),
        baseline_on=period_bounds(facts["baseline_on"])[1][:7] if "baseline_on" in facts else "",
        note=said.group if said else "",
        role=PART if said and said.part_of else MEASURE,
    )
    if not series.aggregation and _adds_up(points):
        series.aggregation = "cumulative"
        series.doubts.append(
            Say(N_("the quarters’ targets grow to the year’s: read as adding up through the year."))
        )
    if polarity.doubt:
        series.doubts.append(polarity.doubt)
    if len(signs) > 1:
        text = N_("the figures are in several units: {units}. Leave it out, or put the file right.")
        series.doubts.append(Say(text, {"units": ", ".join(signs)}))
    if any(point.cell.bracketed for point in points):
        series.doubts.append(Say(N_("figures in brackets are read as below nought: (120) is -120.")))
    if _looks_like_fractions(series.unit, points):
        series.fractions = True
        series.doubts.append(Say(N_("per cent, but no figure is above 1.5: are these fractions?")))
    return series


def _said(key: SeriesKey, about: Known) -> About | None:
    named = (alike(text) for text in (key.code, key.label, key.title) if text)
    return next((about[name] for name in named if name in about), None)


def _title(key: SeriesKey, said: About | None, shared: frozenset[str]) -> tuple[str, str]:
    """The title in full, and without what tells it from others of this title."""
    title = key.title or (said.title if said else "") or key.label
    label = key.label if key.title else ""
    extra = ", ".join(filter(None, (label, key.split)))
    plain = f"{title}, {extra}" if extra else title
    if title in shared and not is_per_cent(read_unit(key.unit, key.how, "", "")) and (key.unit or key.how):
        return f"{plain} ({(key.unit or key.how).lower()})", plain
    return plain, plain


def _mostly_coded(keys: Sequence[SeriesKey], about: Known) -> bool:
    """Whether most series have a code: those beside them without one are the parts they are made of."""
    coded = sum(1 for key in keys if key.code or _is_code(key.label) or _said(key, about))
    return len(keys) > 2 and coded * 2 > len(keys)


def _shared_titles(keys: Sequence[SeriesKey]) -> frozenset[str]:
    """Titles under which several units stand: percentages and tonnes of one indicator."""
    units: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in keys:
        units[key.title].add((key.unit, key.how))
    return frozenset(title for title, found in units.items() if len(found) > 1)


def _parted(series: Series, points: list[Point]) -> list[Series]:
    """The series by how many years its periods cover: figures pooled over years stand by themselves."""
    pooled = [point for point in points if frequency_of(point.period) in _SEVERAL_YEARS]
    single = [point for point in points if frequency_of(point.period) not in _SEVERAL_YEARS]
    if not pooled or not single:
        series.points = points
        series.frequency = series.frequency if _fits(series.frequency, points) else _frequency(points)
        return [series]
    rolling = Series(
        f"{series.key}|rolling",
        f"{series.code} (rolling)" if series.code else "",
        f"{series.title} (several years together)",
        f"{series.plain_title} (several years together)",
        series.unit,
        series.polarity,
        _frequency(pooled),
        definition=series.definition,
        source=series.source,
        note=series.note,
        role=series.role,
        doubts=list(series.doubts),
        points=pooled,
    )
    series.points, series.frequency = single, _frequency(single)
    return [series, rolling]


def _twin(series: Series, points: list[Point]) -> Series:
    return Series(
        f"{series.key}|real",
        f"{series.code} (real)" if series.code else "",
        f"{series.title} (adjusted for inflation)",
        f"{series.plain_title} (adjusted for inflation)",
        series.unit,
        series.polarity,
        _frequency(points),
        source=series.source,
        role=REAL,
        points=points,
    )


def _frequency(points: Sequence[Point]) -> str:
    """The commonest frequency of the periods, the finest where two are as common."""
    counts = Counter(frequency_of(point.period) for point in points if point.kind == "value")
    counts.pop("", None)
    return max(counts, key=lambda each: (counts[each], -_FINEST.index(each)), default="")


def _fits(frequency: str, points: Sequence[Point]) -> bool:
    """Whether what is said of the frequency can be: figures pooled over years are not yearly ones."""
    found = _frequency(points)
    return bool(frequency) and (not found or (frequency in _SEVERAL_YEARS) == (found in _SEVERAL_YEARS))


def _baseline(text: str) -> str:
    """A number as its own text; 'awaited' is kept as it was typed, and marked wherever it is shown."""
    try:
        return read_decimal(text)
    except NotRead:
        return text


def _looks_like_fractions(unit: str, points: Sequence[Point]) -> bool:
    numbers = [point.cell.value for point in points if point.cell.value is not None]
    shown = any(point.cell.sign == "%" for point in points)
    small = all(-_MOST <= number <= _MOST for number in numbers)
    return is_per_cent(unit) and not shown and small and any(number % 1 for number in numbers)


_MOST = Decimal("1.5")  # 150% as a fraction


def _without_bare(points: Sequence[Point], problems: list[Problem]) -> list[Point]:
    """The figures without those near 1 among per cents: '0.97' under '97%' may be the same in other words."""
    shown = any(point.cell.sign == "%" and (point.cell.value or 0) > _MOST for point in points)
    if not shown:
        return list(points)
    kept = []
    for point in points:
        number = point.cell.value
        if point.cell.sign or number is None or abs(number) > _MOST or not number % 1:
            kept.append(point)
            continue
        why = N_("‘{typed}’ stands among figures with %. Write it with %, so that none is a hundredth.")
        problems.append(Problem(point.row, point.column, Say(why, {"typed": str(number)})))
    return kept


# What is written with brackets below nought: in statistics they mark a weak estimate.
_ACCOUNTS = re.compile(
    r"£|\b(?:budget|variance|balance|net|surplus|deficit|savings?|overspend|underspend|spend|cost|income"
    r"|change|gap)\b",
    re.IGNORECASE,
)


def _without_brackets(key: SeriesKey, points: Sequence[Point], problems: list[Problem]) -> list[Point]:
    """The figures without '(12.3)', unless they are of money or of a difference: then it is -12.3."""
    bracketed = [point for point in points if point.cell.bracketed]
    money = any(point.cell.sign == "£" for point in points) or _ACCOUNTS.search(" ".join(key))
    if not bracketed or money:
        return list(points)
    why = N_("‘({typed})’ may be below nought or only an estimate. Write it without brackets.")
    for point in bracketed:
        typed = str(-(point.cell.value or 0)) + (point.cell.sign if point.cell.sign == "%" else "")
        problems.append(Problem(point.row, point.column, Say(why, {"typed": typed})))
    return [point for point in points if not point.cell.bracketed]


def _adds_up(points: Sequence[Point]) -> bool:
    """Whether the targets of quarters grow from a small part to the year's own (Lancaster, 2009-10)."""
    targets = {point.period: point.cell.value for point in points if point.kind == "target"}
    for year, whole in targets.items():
        parts = [targets.get(f"{year} Q{quarter}") for quarter in (1, 2, 3)]
        if whole is None or any(part is None for part in parts):
            continue
        grown = [part for part in (*parts, whole) if part is not None]
        if whole > 0 and grown == sorted(set(grown)) and grown[0] * 5 <= whole * 2:
            return True
    return False


def _is_code(text: str) -> bool:
    """'CHN1', 'C&L5a', 'CORP 3b' and 'CORP-ASSET1' are codes; a title is none."""
    return len(text) <= 16 and bool(_CODE.fullmatch(text))


def _heading(layout: Layout, role: str) -> str:
    return layout.headings[layout.roles[role]] if role in layout.roles else ""
