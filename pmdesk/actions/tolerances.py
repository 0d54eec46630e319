"""A measure's tolerance changes from a day on: what was rated by the one before keeps it (rule 2)."""

from collections.abc import Callable, Mapping
from typing import Protocol

from pmdesk.actions.today import today
from pmdesk.domain.check import Value
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.periods import is_period, period_bounds
from pmdesk.domain.words import Words
from pmdesk.register.change import Change, Changes
from pmdesk.register.store import Register

__all__ = ["Changes", "say_kept", "setting"]

Record = Mapping[str, object]
KIND = "earlier_tolerance"
_SAID = {"tolerance", "tolerance_is"}


def setting(register: Register, change: Change) -> Callable[[str, str, Mapping[str, Value]], None]:
    """`change.set`, that also keeps the tolerance a measure had for its periods that are over."""

    def set_values(kind: str, record: str, values: Mapping[str, Value]) -> None:
        before = register.get(kind, record) if kind == "measure" and _SAID & values.keys() else None
        earlier = _earlier(register, before, values) if before else None
        change.set(kind, record, values)
        if earlier:
            change.add(KIND, earlier)

    return set_values


class Touching(Protocol):
    """What a save touched, as the register and the window both say it."""

    def touches(self, *kinds: str) -> bool: ...


def say_kept(changes: Touching, words: Words) -> str:
    """That a save changed a tolerance without changing what was rated before; '' of any other save."""
    if not changes.touches(KIND) or not changes.touches("measure"):
        return ""
    return words("Periods that ended before today keep the tolerance they were rated by.")


def _earlier(register: Register, before: Record, values: Mapping[str, Value]) -> dict[str, Value] | None:
    """The tolerance a measure had until today; None where it rated nothing, or is not another one.

    The first one that is given holds for all periods: it was not known before, not changed.
    """
    now, day = {**before, **values}, today(register)
    if decimal_of(before.get("tolerance")) is None or _said(now) == _said(before):
        return None
    readings = register.all("reading", measure=before["id"])
    over = any(is_period(row["period"]) and period_bounds(str(row["period"]))[1] < day for row in readings)
    if not over or register.count(KIND, measure=before["id"], before=day):
        return None
    return {
        "measure": str(before["id"]),
        "before": day,
        "tolerance": str(before["tolerance"]),
        "tolerance_is": str(before["tolerance_is"]) if before.get("tolerance_is") else None,
    }


def _said(measure: Record) -> tuple[object, bool]:
    return decimal_of(measure.get("tolerance")), measure.get("tolerance_is") == "amount"
