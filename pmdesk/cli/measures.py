"""A measure's figures as lines of text, for `show` without --json."""

from decimal import Decimal

from pmdesk.actions.listing import Plain
from pmdesk.cli.output import print_table
from pmdesk.domain.decimals import decimal_of, decimals_of, fitted, say_number
from pmdesk.domain.readiness import say_missing
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_rows import DIRECTIONS
from pmdesk.figures.measure_side import say_years

_HEADS = (N_("Period"), N_("Value"), N_("Target"), N_("Rating"), N_("Difference"), N_("Direction"))


def print_figures(made: Plain, words: Words) -> None:
    """What `show measure --json` works out, as a person reads it: readings, forecast, five questions."""
    readings = _list(made, "readings")
    if readings:
        print()
        print_table(
            [words(each) for each in _HEADS],
            [_reading(made, each, words) for each in readings],
        )
    print(f"\n{_forecast(made, words)}")
    for said in (made["no_past_rate_reaches"], _floor(made, words), _missing(made, words)):
        if said:
            print(said)
    for letter in _list(made, "smart"):
        asked = letter["questions"]
        assert isinstance(asked, list)
        print(f"{letter['word']}: {' '.join(asked) or letter['known']}")


def _reading(made: Plain, each: dict[str, object], words: Words) -> list[str]:
    state = str(each["rating_word"])
    way = words(DIRECTIONS.get(str(each["direction"]), ""))
    value, target, variance = (_said(made, each[name]) for name in ("value", "target", "variance"))
    return [str(each["period"]), value, target, state, variance, way]


def _said(made: Plain, value: object) -> str:
    """A figure as the window and the papers say it: with the measure's decimals."""
    if isinstance(value, dict):
        return f"{_said(made, value['low'])} - {_said(made, value['high'])}"
    number = _number(value)
    if number is None:
        return str(value or "")
    decimals = made["decimals"]
    if isinstance(decimals, int):
        return say_number(number, decimals)
    return say_number(fitted(number, decimals_of(_entered(made))))


def _entered(made: Plain) -> list[Decimal | None]:
    """The figures of its readings and targets, and its baseline."""
    ends = [each[name] for each in _list(made, "targets") for name in ("value", "low", "high")]
    values = [each["value"] for each in _list(made, "readings")]
    return [_number(each) for each in (*ends, *values, made["baseline"])]


def _number(value: object) -> Decimal | None:
    return decimal_of(str(value)) if value is not None else None


def _forecast(made: Plain, words: Words) -> str:
    found = made["forecast"]
    assert isinstance(found, dict)
    if found["value"] is None:
        return words("Forecast: {reason}", reason=found["reason"])
    return words("Forecast for {period}: {value}", period=found["period"], value=_said(made, found["value"]))


def _floor(made: Plain, words: Words) -> str:
    """How far it is to the floor and how long that takes; '' where there is none or it is reached."""
    found = made["floor"]
    gap = _number(found["gap"]) if isinstance(found, dict) else None
    if gap is None or gap <= 0 or not isinstance(found, dict):
        return ""
    over = N_("{gap} over the floor") if made["polarity"] == "lower" else N_("{gap} short of the floor")
    short = words(over, gap=_said(made, gap))
    years = _number(found["years"])
    if years is None:
        return f"{short}. {words('How long it takes cannot be said: {reason}.', reason=found['reason'])}"
    return f"{short}. {words('At the present rate it takes {years}.', years=say_years(years, words))}"


def _missing(made: Plain, words: Words) -> str:
    names = made["missing"]
    assert isinstance(names, list)
    return words(say_missing(names)) if names else ""


def _list(made: Plain, name: str) -> list[dict[str, object]]:
    found = made[name]
    assert isinstance(found, list)
    return found
