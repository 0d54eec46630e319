"""The rating of a reading (field.md, rule 2): against its own period's target, by the rule of that day."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.profile import PathValue
from pmdesk.domain.series import NO_VALUE, Reading, Record, Rule, Scale
from pmdesk.domain.words import N_

# Each rating: the shape it is drawn with and the word for it where the council chose none.
RATINGS: Mapping[str, tuple[str, str]] = {
    "green": ("met", N_("Met")),
    "amber": ("close", N_("Close")),
    "red": ("missed", N_("Missed")),
    "not_rated": ("none", N_("Not rated")),
    "unknown": ("unknown", N_("Not known")),
    "not_due": ("clock", N_("Not due")),
    "suppressed": ("dash", N_("Suppressed")),
    "not_applicable": ("dash", N_("Not applicable")),
    "no_reading": ("none", N_("No reading yet")),
}
# Lists show what needs somebody first; a measure without a reading stands last.
_IN_LISTS = (
    "red", "amber", "green", "unknown", "suppressed", "not_applicable", "not_due", "not_rated", "no_reading",
)  # fmt: skip
RANKS: Mapping[str, int] = {each: place for place, each in enumerate(_IN_LISTS)}
ZERO = Decimal(0)


class Rated(NamedTuple):
    """A reading's rating and what it rests on.

    `variance` is value minus target, in the measure's unit; for a band the distance outside it, 0 inside.
    `worse_percent` is how much worse than the target, in per cent of it: 0 when met, None of a target of 0.
    """

    rating: str
    path: PathValue | None
    variance: Decimal | None
    worse_percent: Decimal | None


def rule_of(record: Record) -> Rule:
    """A rating rule's record as the rules see it; a word that was not given is our own."""
    method, starts = str(record.get("method") or "tolerance"), str(record.get("starts") or "")
    words = {colour: str(record.get(f"{colour}_word") or "") for colour in ("green", "amber", "red")}
    return Rule(method, starts, decimal_of(record.get("tolerance")), words)


def rules_of(first: str, rows: Iterable[Record]) -> list[Rule]:
    """The council's rules, oldest first: the one its register began with, then those that followed.

    A rule record without a day of its own stands in place of the register's first. The way of rating that is
    chosen when a register is started has no tolerance of its own but Havering's 10%, where it is theirs.

    >>> [rule.method for rule in rules_of("last_year", [{"method": "beyond", "starts": "2026-04-01"}])]
    ['last_year', 'beyond']
    """
    made = sorted(map(rule_of, rows), key=lambda rule: rule.starts)
    if made and not made[0].starts:
        return made
    return [Rule(first or "tolerance", tolerance=_FIRST.get(first)), *made]


def rule_in_force(rules: Iterable[Rule], day: str) -> Rule:
    """The rule by which a period that ends on an ISO day is rated: the last to start by then (rule 2).

    Before a register's first rule the house's own holds, so that a new rule never re-rates history.

    >>> rule_in_force([Rule(), Rule("beyond", "2026-04-01")], "2026-03-31").method
    'tolerance'
    """
    found: Rule | None = None
    for each in rules:
        if each.starts <= day and (found is None or found.starts <= each.starts):
            found = each
    return found or Rule()


def rate(
    reading: Reading, path: PathValue | None, scale: Scale, rule: Rule, last_year: Reading | None = None
) -> Rated:
    """Rate a reading against what its own period should have reached (rule 2).

    A state that is no number is its own rating; no polarity or no target is 'not_rated'. 'No more than' the
    tolerance includes the tolerance itself. Lancaster's CH8, first quarter, tolerance 5%:

    >>> sick_days = Scale("lower", "cumulative", tolerance=Decimal(5))
    >>> found = rate(Reading("2009-10 Q1", Decimal("2.456")),
    ...     PathValue(Decimal("2.44"), None, None, "target"), sick_days, Rule())
    >>> found.rating, round(found.worse_percent, 2)
    ('amber', Decimal('0.66'))
    """
    if reading.value is None:
        return Rated(reading.state if reading.state in NO_VALUE else "unknown", path, None, None)
    bound = None if path is None else nearer_bound(reading.value, path, scale.polarity)
    if bound is None:
        return Rated("not_rated", path, None, None)
    variance = outside(reading.value, path, scale.polarity)
    worse = worse_by(reading.value, path, scale.polarity)
    if worse is None:
        return Rated("not_rated", path, variance, None)
    rating = _METHODS.get(rule.method, _by_tolerance)(
        worse, _allowed(bound, scale, rule), _no_worse(reading, last_year, path, scale), scale.polarity
    )
    percent = ZERO if worse <= 0 else worse * 100 / abs(bound) if bound else None
    return Rated(rating, path, variance, percent)


def nearer_bound(value: Decimal, path: PathValue, polarity: str) -> Decimal | None:
    """The number a value is measured from: the target, or for a band the bound it is nearer to.

    >>> nearer_bound(Decimal(70), PathValue(None, Decimal(40), Decimal(60), "target"), "band")
    Decimal('60')
    """
    if polarity != "band":
        return path.value
    bounds = [each for each in _band(path) if each is not None]
    return min(bounds, key=lambda each: abs(value - each)) if bounds else None


def outside(value: Decimal, path: PathValue | None, polarity: str) -> Decimal | None:
    """Value minus target; for a band how far outside it, 0 inside; None without a target.

    >>> outside(Decimal(35), PathValue(None, Decimal(40), Decimal(60), "target"), "band")
    Decimal('-5')
    """
    if path is None:
        return None
    if polarity != "band":
        return None if path.value is None else value - path.value
    low, high = _band(path)
    if low is None and high is None:
        return None
    if low is not None and value < low:
        return value - low
    return value - high if high is not None and value > high else ZERO


def worse_by(value: Decimal, path: PathValue | None, polarity: str) -> Decimal | None:
    """How much worse than the target, negative when better; None without a target or a better way.

    >>> worse_by(Decimal(9), PathValue(Decimal(10), None, None, "target"), "higher")
    Decimal('1')
    """
    off = outside(value, path, polarity)
    if off is None or polarity not in ("higher", "lower", "band"):
        return None
    if polarity == "band":
        return abs(off)
    return off if polarity == "lower" else -off


def word_of(rating: str, rule: Rule) -> str:
    """The council's word for a rating under a rule, else our own: to be said with `words`.

    >>> word_of("red", Rule(words={"red": "Failing"})), word_of("amber", Rule())
    ('Failing', 'Close')
    """
    return rule.words.get(rating) or RATINGS[rating][1]


def presets() -> list[dict[str, str]]:
    """Rating rules a council can start from: our own, and four that councils publish.

    Source: rag_rules_real_councils.csv. Only Havering publishes a tolerance; Lancaster's is that of CH8.
    """
    fields = ("name", "method", "tolerance", "green_word", "amber_word", "red_word")
    return [dict(zip(fields, each, strict=True)) for each in _PRESETS]


_FIRST = {"last_year": Decimal(10)}
_PRESETS = (
    (N_("Met, close or missed"), "tolerance", "5", N_("Met"), N_("Close"), N_("Missed")),
    (N_("As Havering: off target must be no worse than last year"), "last_year", "10",
     N_("Green"), N_("Amber"), N_("Red")),
    (N_("As Reigate & Banstead: each measure has its own tolerance"), "tolerance", "",
     N_("On target"), N_("Within tolerance"), N_("Off target")),
    (N_("As East Riding: better, on target or worse"), "beyond", "",
     N_("Better than target"), N_("On target"), N_("Worse than target")),
    (N_("As Lancaster: words alone"), "tolerance", "5",
     N_("On target"), N_("Behind target"), N_("Failing")),
)  # fmt: skip


def _band(path: PathValue) -> tuple[Decimal | None, Decimal | None]:
    """A band's bounds; a single value is a band of no width."""
    if path.low is None and path.high is None:
        return path.value, path.value
    return path.low, path.high


def _allowed(target: Decimal, scale: Scale, rule: Rule) -> Decimal:
    """How much worse is still close. The rule's own tolerance is always in per cent of the target."""
    if scale.tolerance is None:
        return abs(target) * (rule.tolerance or ZERO) / 100
    if scale.tolerance_is == "amount" or not target:
        return scale.tolerance
    return abs(target) * scale.tolerance / 100


def _no_worse(reading: Reading, last_year: Reading | None, path: PathValue | None, scale: Scale) -> bool:
    """Whether a reading is no worse than last year's; False when last year's is not known."""
    if last_year is None or last_year.value is None or reading.value is None:
        return False
    now = worse_by(reading.value, path, scale.polarity)
    before = worse_by(last_year.value, path, scale.polarity)
    return now is not None and before is not None and now <= before


def _by_tolerance(worse: Decimal, allowed: Decimal, _no_worse: bool, _polarity: str) -> str:
    if worse <= 0:
        return "green"
    return "amber" if worse <= allowed else "red"


def _by_last_year(worse: Decimal, allowed: Decimal, no_worse: bool, _polarity: str) -> str:
    """Havering: off target beyond the tolerance is amber only where it is no worse than a year before."""
    if worse <= max(allowed, ZERO):
        return "green"
    return "amber" if no_worse else "red"


def _by_more_than(worse: Decimal, allowed: Decimal, _no_worse: bool, polarity: str) -> str:
    """East Riding: on target is amber, better than it green. Nothing is better than being in a band."""
    if -worse > allowed or (polarity == "band" and not worse):
        return "green"
    return "amber" if worse <= allowed else "red"


_METHODS = {"tolerance": _by_tolerance, "last_year": _by_last_year, "beyond": _by_more_than}
