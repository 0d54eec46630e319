"""What a council's measures look like, from a seed: five years of quarters, some missed, some unknown."""

import random

Values = dict[str, str | int | bool | None]
YEARS = range(21, 26)
_SHAPES = (
    ("higher", "ratio"),
    ("lower", "snapshot"),
    ("lower", "cumulative"),
    ("higher", "average"),
    ("", ""),
)


def told(n: int, chance: random.Random) -> tuple[Values, list[Values], list[Values]]:
    """A measure's own fields, its two targets and its twenty readings."""
    polarity, aggregation = chance.choices(_SHAPES, (4, 2, 2, 1, 1))[0]
    measure: Values = {
        "code": f"PI{n:06d}",
        "kind": chance.choice(("input", "activity", "output", "outcome")),
        "unit": "%" if aggregation == "ratio" else "number",
        "polarity": polarity or None,
        "aggregation": aggregation or None,
        "frequency": "quarter",
        "tolerance": "5",
        "definition": chance.choice(("What is weighed at the gate", None)),
        "source": chance.choice(("Contractor's returns", None)),
        "data_supplier": chance.choice(("Performance team", None)),
        "baseline": "40",
        "baseline_on": "2021-03",
        "measured_by": chance.choice(("NI", None)),
    }
    level, drift = chance.uniform(30, 70), chance.uniform(-0.8, 0.8)
    targets: list[Values] = [
        {"period": f"20{year}-{year + 1}", "value": f"{level + 4:.1f}"} for year in (24, 25)
    ]
    return measure, targets, [_reading(at, aggregation, level, drift, chance) for at in range(4 * len(YEARS))]


def _reading(at: int, aggregation: str, level: float, drift: float, chance: random.Random) -> Values:
    year, quarter = YEARS[at // 4], at % 4 + 1
    made: Values = {"period": f"20{year}-{year + 1} Q{quarter}"}
    value = level + drift * at + chance.gauss(0, 3)
    if chance.random() < 0.02:
        return {**made, "state": chance.choice(("suppressed", "not_applicable", "unknown"))}
    if aggregation == "cumulative":
        value = value * quarter / 4
    made["value"] = f"{value:.1f}"
    if chance.random() < 0.05:
        made |= {"commentary": "A contractor was late.", "cause": "this_partner"}
    return made


def rule() -> Values:
    """A rule that came later, so that two are in force at different times."""
    return {"name": "Better, on target or worse", "method": "beyond", "starts": "2025-04-01"}
