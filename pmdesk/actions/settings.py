"""The register's settings and the dates of its year: checked together, one save with one Undo."""

from collections.abc import Mapping

from pmdesk.actions.across import across
from pmdesk.actions.records import Typed
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity
from pmdesk.domain.significance import rule_problems
from pmdesk.domain.words import N_, Say
from pmdesk.register.store import Changes, Register


def save_settings(register: Register, typed: Typed, year_dates: Typed) -> Changes:
    """Save what was typed about the register, and the dates of the municipal year it names.

    `year_dates` has `annual_council` and `returns_due`. Raises Refused with the problems of both at once.
    """
    settings, years = ENTITIES["settings"], ENTITIES["municipal_year"]
    before = register.get("settings", register.id)
    problems: dict[str, Say] = {}
    values = _checked(settings, typed, before, problems)
    whole = {**(before or {}), **values}
    problems |= across(register, settings, whole, before) | rule_problems(whole) | problems
    year = values.get("year", (before or {}).get("year"))
    row = register.get("municipal_year", str(year)) if year else None
    # Without a year its dates are still read, so that every problem is said at once.
    dates = _checked(years, year_dates, row or {"name": "-"}, problems)
    if row is None and any(dates.values()):
        problems.setdefault("year", Say(N_("Choose the municipal year that these dates belong to.")))
    if problems:
        raise Refused(problems)
    with register.change(settings.saved) as change:
        if before is None:
            change.add("settings", values, record=register.id)
        else:
            change.set("settings", register.id, values)
        if row is not None:
            change.set("municipal_year", str(row["id"]), dates)
    return change.changes


def _checked(
    entity: Entity, typed: Typed, before: Mapping[str, object] | None, problems: dict[str, Say]
) -> dict[str, Value]:
    """The values of what was typed; what is wrong with them is added to `problems`."""
    try:
        return check(entity, typed, before)
    except Refused as refused:
        problems |= {name: say for name, say in refused.problems.items() if name in typed}
        return {}
