"""The four facts over a measure's chart: latest, target, direction of travel, forecast; in words."""

from decimal import Decimal
from typing import NamedTuple

from pmdesk.domain.decimals import say_number
from pmdesk.domain.forecast import best_rate, required_rate
from pmdesk.domain.periods import financial_year, say_period
from pmdesk.domain.rating import RATINGS, rule_in_force
from pmdesk.domain.series import Target, scale_on
from pmdesk.domain.smart import A_PERIOD
from pmdesk.domain.spacing import is_part_year, numbered, rate_months
from pmdesk.domain.standing import Standing
from pmdesk.domain.units import is_pounds
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_rows import DIRECTIONS
from pmdesk.figures.measure_story import MeasureStory

NONE_YET = N_("None yet")
_UNKNOWN_WAY = N_("which way is better is not known")
MEAN_OF = N_("the mean of the four before")


class BigFact(NamedTuple):
    """`value` is large, `icon` the arrow before it; `note` is what to know about it."""

    label: str
    value: str
    note: str = ""
    icon: str = ""


def facts_of(story: MeasureStory, words: Words) -> tuple[BigFact, ...]:
    """Latest, target, direction and forecast, in this order; each says so where there is nothing to say."""
    return (
        _latest(story, words),
        _target(story, words),
        _direction(story, words),
        _forecast(story, words),
    )


def say_variance(story: MeasureStory, each: Standing, words: Words) -> str:
    """'1.1 points short of its path, 48.0'; '' where there is nothing to compare with."""
    if each.variance is None or each.path is None:
        return ""
    if each.path.low is not None or each.path.high is not None:
        return _from_band(story, each, words)
    of = words("its target") if each.path.found == "target" else words("its path")
    values = {"of": of, "aim": say_bare(story, each.path.value)}
    if not each.variance:
        return words("exactly {of}", of=of)
    apart = say_distance(story, abs(each.variance), words)
    sentence = _APART.get((story.scale.polarity, each.variance > 0), _UNJUDGED[each.variance > 0])
    return words(sentence, apart=apart, **values)


def say_distance(story: MeasureStory, number: Decimal, words: Words) -> str:
    """A difference in the measure's unit: '1.1 points' of what is said in per cent, else '£250', '12'."""
    if story.scale.per_cent:
        said = story.number(number)
        return words("1 point") if said == "1" else words("{n} points", n=said)
    return story.said(number)


def say_bare(story: MeasureStory, number: Decimal | None) -> str:
    """A figure beside another one that has its unit: '48.0' of per cent; but '−£1,000'."""
    return story.said(number) if is_pounds(story.unit) else story.number(number)


def say_rate(story: MeasureStory, rate: Decimal | None) -> str:
    """A change in a period, with one decimal more than the measure: 0.78 against 0.68 must not both be 1."""
    shown = 1 if story.decimals is None else story.decimals
    return say_number(rate, shown + 1)


def say_target(story: MeasureStory, target: Target | None, words: Words) -> str:
    """'50.0%', '40 to 60', or '' for none."""
    if target is None:
        return ""
    if target.value is None and (target.low is not None or target.high is not None):
        low, high = story.said(target.low), story.said(target.high)
        if low and high:
            return words("{low} to {high}", low=low, high=high)
        return words("at least {n}", n=low) if low else words("at most {n}", n=high)
    return story.said(target.value)


def further_target(story: MeasureStory) -> Target | None:
    """The target the forecast is of, where that is a later one than the target to be reached next."""
    aim = next((each for each in reversed(story.targets) if each.period == story.forecast.period), None)
    return aim if aim and story.target and aim.id != story.target.id else None


_APART = {
    ("higher", False): N_("{apart} short of {of}, {aim}"),
    ("higher", True): N_("{apart} better than {of}, {aim}"),
    ("lower", True): N_("{apart} over {of}, {aim}"),
    ("lower", False): N_("{apart} better than {of}, {aim}"),
}
_UNJUDGED = {False: N_("{apart} below {of}, {aim}"), True: N_("{apart} above {of}, {aim}")}


def _from_band(story: MeasureStory, each: Standing, words: Words) -> str:
    assert each.path is not None and each.variance is not None
    band = say_target(story, Target("", None, each.path.low, each.path.high), words)
    if not each.variance:
        return words("within {band}", band=band)
    return words("{apart} outside {band}", apart=say_distance(story, abs(each.variance), words), band=band)


def _latest(story: MeasureStory, words: Words) -> BigFact:
    latest = story.latest
    if latest is None:
        return BigFact(words("Latest"), words(NONE_YET), words("no reading was entered so far"))
    label = words("Latest, {period}", period=say_period(latest.period, words))
    if latest.value is None:
        return BigFact(label, words(RATINGS[latest.rating][1]), words("no number for this period"))
    return BigFact(label, story.said(latest.value), say_variance(story, latest, words))


def _target(story: MeasureStory, words: Words) -> BigFact:
    target = story.target
    if target is None:
        return BigFact(words("Target"), words(NONE_YET), words("nothing can be rated without one"))
    label = words("Target, {period}", period=say_period(target.period, words))
    floor = words("floor {n}", n=story.said(target.floor)) if target.floor is not None else ""
    said = say_target(story, target, words) or words(NONE_YET)
    return BigFact(label, said, _joined(_tolerance(story, target, words), floor))


def _tolerance(story: MeasureStory, target: Target, words: Words) -> str:
    """The measure's own on the target's day, else that of the rule in force."""
    scale = scale_on(story.scale, target.ends)
    if scale.tolerance is not None:
        return words("tolerance {n}", n=say_tolerance(story, scale.tolerance, scale.tolerance_is, words))
    percent = rule_in_force(story.rules, story.latest.ends if story.latest else story.today).tolerance
    return words("tolerance {n}", n=f"{say_number(percent)}%") if percent else ""


def say_tolerance(story: MeasureStory, amount: Decimal, is_: str, words: Words) -> str:
    """'5%' of the target, or an amount in the measure's unit: '1.1 points', '£250'."""
    return say_distance(story, amount, words) if is_ == "amount" else f"{say_number(amount)}%"


def _direction(story: MeasureStory, words: Words) -> BigFact:
    label, latest = words("Direction of travel"), story.latest
    if latest is None or latest.change is None:
        return BigFact(label, words(NONE_YET), words("nothing to compare the latest with"))
    interval = story.scale.change_interval
    told = words("change interval {n}", n=say_bare(story, interval)) if interval else ""
    moved = _moved(story, latest, words)
    if not latest.direction:
        why = N_("no target for its period") if story.scale.polarity == "band" else _UNKNOWN_WAY
        return BigFact(label, words("Not judged"), _joined(moved, words(why)))
    icon = "same" if latest.direction == "no_change" else latest.direction
    return BigFact(label, words(DIRECTIONS[latest.direction]), _joined(moved, told), icon)


def _moved(story: MeasureStory, latest: Standing, words: Words) -> str:
    """'up 1.0 since Q3'; '' for no move at all is said as such."""
    change = latest.change or Decimal(0)
    since = _since(story, latest, words)
    if not change:
        return words("as it was in {period}", period=since)
    amount = say_bare(story, abs(change))
    if change > 0:
        return words("up {n} since {period}", n=amount, period=since)
    return words("down {n} since {period}", n=amount, period=since)


def _since(story: MeasureStory, latest: Standing, words: Words) -> str:
    if story.scale.direction_against == "mean":
        return words(MEAN_OF)
    year = financial_year(latest.period)
    if latest.against.startswith(f"{year} ") and latest.period.startswith(f"{year} "):
        return latest.against.removeprefix(f"{year} ")
    return say_period(latest.against, words)


def _forecast(story: MeasureStory, words: Words) -> BigFact:
    found = story.forecast
    if found.value is None:
        told = words(found.reason) if found.reason else ""
        return BigFact(words("Forecast"), words(NONE_YET), told)
    label = words("Forecast, {period}", period=say_period(found.period, words))
    return BigFact(label, story.said(found.value), _needed(story, words))


def _needed(story: MeasureStory, words: Words) -> str:
    """'needs 0.78 a quarter, best ever 0.68'; the target is named where it is not that of the facts."""
    needed = required_rate(story.scale, story.targets, story.readings)
    if needed is None:
        return words("no target after the latest reading")
    last = numbered(story.readings)[-1]
    grows = is_part_year(story.scale, last.period)
    if story.scale.polarity == "lower" and grows and needed < 0:
        return words("more than its target allows already")
    if not needed or story.scale.polarity == ("higher" if needed < 0 else "" if grows else "lower"):
        return words("the latest meets the target")
    each = words(A_PERIOD[rate_months(story.scale, last.period)])
    said = words("needs {n} {each}", n=say_rate(story, needed), each=each)
    if aim := further_target(story):
        values = {"target": say_target(story, aim, words), "period": say_period(aim.period, words)}
        said = words("{needs} to reach {target} in {period}", needs=said, **values)
    best = best_rate(story.scale, story.readings, needed > 0)
    return _joined(said, words("best ever {n}", n=say_rate(story, best)) if best is not None else "")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
