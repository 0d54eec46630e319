"""What came of good practice where it was adopted: out with its practice, home to whoever told it (¶96)."""

from collections.abc import Iterable, MutableMapping, Sequence
from typing import NamedTuple

from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.practice import ADOPTION
from pmdesk.exchange.practice_file import Result
from pmdesk.register.change import Change
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class Coming(NamedTuple):
    """A result that is new here: the adoption it belongs to ('' for a new one), whose it is, its values."""

    adoption: str
    who: str
    values: dict[str, Value]


def results_of(register: Register, practice: Row, council: str) -> tuple[Result, ...]:
    """What is told of a practice (its row) by those who adopted it; one without a name is the council's."""
    return tuple(
        Result(
            str(each["organisation_name"] or council),
            *(str(each.get(name) or "") for name in ("adopted_on", "result", "result_on")),
        )
        for each in register.all("adoption", practice=practice["id"])
        if str(each.get("result") or "").strip()
    )


def coming(
    register: Register, practice: str, results: Iterable[Result], sender: str, own: str
) -> list[Coming]:
    """Those of a file's results that are new for a practice (its id, '' for one that is new itself).

    Nobody but this council says what came of it here, and what another once said is rewritten by a file of
    its own alone.
    """
    adoptions = register.all("adoption", practice=practice) if practice else []
    known = {_folded(str(each["organisation_name"] or own)): each for each in adoptions}
    found = list[Coming]()
    for each in results:
        who, before = _folded(each.who), known.get(_folded(each.who))
        if who == _folded(own):
            continue
        said = str(before.get("result") or "").strip() if before else ""
        if said == each.result or (said and who != _folded(sender)):
            continue
        found.append(Coming(str(before["id"]) if before else "", each.who, _values(each)))
    return found


def bring(
    register: Register,
    change: Change,
    practice: str,
    found: Sequence[Coming],
    names: MutableMapping[str, str],
) -> None:
    """Write them; whoever is not in the register yet comes in by name. `names` has the ids of those made."""
    for each in found:
        if each.adoption:
            change.set("adoption", each.adoption, each.values)
            continue
        who = _folded(each.who)
        if who not in names:
            there = [
                row for row in register.find("organisation", each.who) if _folded(str(row["name"])) == who
            ]
            names[who] = str(there[0]["id"]) if there else change.add("organisation", {"name": each.who})
        change.add("adoption", {**each.values, "practice": practice, "organisation": names[who]})


def _values(result: Result) -> dict[str, Value]:
    """As they are kept; a day that cannot be read is left out."""
    told = {"result": result.result}
    days = {name: getattr(result, name) for name in ("adopted_on", "result_on")}
    before = {"practice": "known"}
    try:
        return {name: value for name, value in check(ADOPTION, {**told, **days}, before).items() if value}
    except Refused:
        return check(ADOPTION, told, before)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
