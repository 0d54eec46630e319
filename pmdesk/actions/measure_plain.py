"""A measure's figures as plain values for other programs: rated period by period, with forecast and SMART."""

from pmdesk.actions.measure_story import story
from pmdesk.domain.decimals import decimal_of, rounded
from pmdesk.domain.floor import floor_gap
from pmdesk.domain.forecast import best_rate, required_rate
from pmdesk.domain.profile import PathValue
from pmdesk.domain.readiness import missing
from pmdesk.domain.roll_up import by_year
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import Words
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.register.kept import Kept
from pmdesk.register.store import Register

Plain = dict[str, object]


def number(value: object) -> int | float | None:
    """An exact number as JSON has it: 46.9, 120; None for none.

    >>> number("56.90"), number("120.0"), number("awaited")
    (56.9, 120, None)
    """
    found = decimal_of(value)
    if found is None:
        return None
    near = rounded(found, 6)
    return int(near) if near == near.to_integral_value() else float(near)


def plain_measure(register: Register, measure: str, today: str, words: Words) -> Plain:
    """What `show measure --json` has besides the record's own fields; in period order."""
    told = story(register, measure, today)
    return {
        **_latest(told, words),
        "readings": [_reading(told, each, words) for each in told.standings],
        "targets": [_target(told.target_rows[each.id]) for each in told.targets],
        "years": [
            {"period": period, "value": number(value)} for period, value in by_year(told.scale, told.readings)
        ],
        "forecast": _forecast(told, words),
        "floor": _floor(told, words),
        "missing": list(missing(told.measure)),
        "smart": [
            {
                "letter": each.letter,
                "word": words(each.word),
                "answered": each.answered,
                "known": words(each.known),
                "questions": [words(ask.question) for ask in each.asks],
            }
            for each in told.smart
        ],
        "no_past_rate_reaches": words(told.too_fast) if told.too_fast else None,
        "objectives": [str(row["name"]) for row in told.objectives],
        "aligned_with": [str(row["name"]) for row in told.aligned],
        "earlier_tolerances": [
            {**{name: row[name] for name in ("before", "tolerance", "tolerance_is")}, "id": row["id"]}
            for row in told.earlier
        ],
        "comparators": len(told.comparators),
    }


def plain_kept(kept: Kept | None) -> Plain:
    """What `list measure --json` has of each: its latest figure and how it stands."""
    if kept is None:
        return {}
    return {
        "rating": kept.rating,
        "period": kept.period or None,
        "value": number(kept.value),
        "path": kept.path if " to " in kept.path else number(kept.path),
        "direction": kept.direction or None,
        "missing": kept.missing.split(",") if kept.missing else [],
        "next_period": kept.next_period or None,
        "red_without_note": bool(kept.noteless),
    }


def _latest(told: MeasureStory, words: Words) -> Plain:
    latest = told.latest
    return {
        "rating": latest.rating if latest else "no_reading",
        "rating_word": words(told.word_of(latest)),
        "period": latest.period if latest else None,
        "value": number(latest.value) if latest else None,
        "path": _path(latest.path) if latest else None,
        "direction": (latest.direction or None) if latest else None,
    }


def _reading(told: MeasureStory, each: Standing, words: Words) -> Plain:
    row = told.reading_rows[each.reading.id]
    return {
        "period": each.period,
        "value": number(each.value) if each.value is not None else row.get("value"),
        "state": each.reading.state,
        "target": _path(each.path),
        "target_from": each.path.found if each.path else None,
        "rating": each.rating,
        "rating_word": words(told.word_of(each)),
        "variance": number(each.variance),
        "worse_percent": number(rounded(each.worse_percent, 2)) if each.worse_percent is not None else None,
        "direction": each.direction or None,
        "change": number(each.change),
        "against": each.against or None,
        "numerator": number(row.get("numerator")),
        "denominator": number(row.get("denominator")),
        "commentary": row.get("commentary"),
        "cause": row.get("cause"),
        "id": row["id"],
    }


def _target(row: object) -> Plain:
    assert isinstance(row, dict)
    values = {name: number(row[name]) for name in ("value", "low", "high", "floor", "stretch")}
    return {"period": row["period"], **values, "agreed_by": row["agreed_by"], "agreed_on": row["agreed_on"]}


def _path(path: PathValue | None) -> object:
    """What the period should have reached: a number, or {low, high} for a band."""
    if path is None:
        return None
    if path.value is not None:
        return number(path.value)
    return {"low": number(path.low), "high": number(path.high)}


def _forecast(told: MeasureStory, words: Words) -> Plain:
    found = told.forecast
    return {
        "period": found.period or None,
        "value": number(found.value),
        "low": number(found.low),
        "high": number(found.high),
        "slope": number(found.slope),
        "reason": words(found.reason) if found.reason else None,
        "required_rate": number(required_rate(told.scale, told.targets, told.readings)),
        "best_rate": number(best_rate(told.scale, told.readings)),
    }


def _floor(told: MeasureStory, words: Words) -> Plain | None:
    found = floor_gap(told.scale, told.targets, told.readings)
    if found is None:
        return None
    return {
        "period": found.period,
        "floor": number(found.floor),
        "gap": number(found.gap),
        "closing_rate": number(found.closing_rate),
        "years": number(found.years),
        "reason": words(found.reason) if found.reason else None,
    }
