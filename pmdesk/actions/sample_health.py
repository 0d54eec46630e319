"""The sample's health checks, held as anywhere else: opened, answered alone, closed where a day says so."""

from collections.abc import Iterable, Mapping

from pmdesk.actions.health_checks import answer, close_check, open_check
from pmdesk.actions.records import save
from pmdesk.register.store import Register

Line = Mapping[str, str]


def hold_checks(
    register: Register, names: Mapping[tuple[str, str], str], checks: Iterable[Line], answers: Iterable[Line]
) -> None:
    """Hold each of `checks` with its `answers`: `names` has the ids of partnerships and organisations."""
    given = list(answers)
    for each in checks:
        kept = {name: each[name] for name in ("title", "template", "closes_on")}
        check, _ = save(
            register, "health_check", {**kept, "partnership": names["partnership", each["partnership"]]}
        )
        open_check(register, check, each["opened"])
        for one in given:
            if one["check"] == each["title"]:
                numbers = [int(number) for number in one["answers"].split()]
                answer(register, check, names["organisation", one["organisation"]], numbers, one["said"])
        if each["closed"]:
            close_check(register, check, each["closed"])
