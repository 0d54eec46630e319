"""What cannot be right in a reading, target, measure or rule, whoever typed it: said beside its field."""

from collections.abc import Mapping
from decimal import Decimal

from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.periods import is_period, period_bounds
from pmdesk.domain.series import NO_VALUE
from pmdesk.domain.words import N_, Say

Record = Mapping[str, object]
Problems = dict[str, Say]
MOST_DECIMALS = 6


def reading_problems(reading: Record, today: str = "") -> Problems:
    """A reading says a figure, or why there is none; never both, and not of a far future.

    >>> str(reading_problems({"state": "suppressed", "value": "5"})["value"])
    'A reading in this state has no value. Leave it empty, or change the state.'
    """
    problems: Problems = {}
    state, given = str(reading.get("state") or ""), reading.get("value")
    parts = [reading.get(name) for name in ("numerator", "denominator")]
    if decimal_of(parts[1]) == 0 and parts[1] is not None:
        problems["denominator"] = Say(N_("Nothing can be divided by 0."))
    if state in NO_VALUE and any(each not in (None, "") for each in (given, *parts)):
        problems["value"] = Say(
            N_("A reading in this state has no value. Leave it empty, or change the state.")
        )
    said = (given, *parts, reading.get("commentary"), reading.get("note"))
    if not state and all(each in (None, "") for each in said):
        problems["value"] = Say(N_("Type the value, or choose the state that says why there is none."))
    if today and _is_far(reading.get("period"), today):
        problems["period"] = Say(N_("This period has not begun. Is the year right?"))
    return problems


def target_problems(target: Record, polarity: str = "") -> Problems:
    """A target says what is to be reached: a value, or both ends of a band in their order."""
    low, high = decimal_of(target.get("low")), decimal_of(target.get("high"))
    if all(target.get(name) in (None, "") for name in ("value", "low", "high", "floor", "stretch")):
        return {"low" if polarity == "band" else "value": Say(N_("Say what is to be reached."))}
    if low is not None and high is not None and low > high:
        return {"high": Say(N_("The band ends before it begins."))}
    if polarity == "band" and (low is None or high is None):
        missing = "low" if low is None else "high"
        return {missing: Say(N_("Best within a band: say from where to where."))}
    return {}


def measure_problems(measure: Record) -> Problems:
    """Tolerance and change interval are distances, and nobody reads more than six decimals."""
    problems = {
        name: Say(N_("This cannot be less than 0."))
        for name in ("tolerance", "change_interval")
        if (decimal_of(measure.get(name)) or Decimal(0)) < 0
    }
    decimals = measure.get("decimals")
    if isinstance(decimals, int) and decimals > MOST_DECIMALS:
        problems["decimals"] = Say(N_("At most {most} decimals are shown."), {"most": MOST_DECIMALS})
    return problems


def earlier_problems(earlier: Record) -> Problems:
    """So is one that a measure had before."""
    return measure_problems({"tolerance": earlier.get("tolerance")})


def rule_problems(rule: Record) -> Problems:
    """A rule's tolerance is a distance too."""
    return measure_problems({"tolerance": rule.get("tolerance")})


def _is_far(period: object, today: str) -> bool:
    """Whether a period begins more than a year from now: a year mistyped, not a figure known early."""
    if not is_period(period):
        return False
    return period_bounds(str(period))[0] > f"{int(today[:4]) + 1}{today[4:]}"
