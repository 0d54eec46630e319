"""How much money organisations get from grants and contracts, many of them at once; writes nothing."""

from collections.abc import Sequence

from pmdesk.figures.partner_account import given_pence
from pmdesk.register.store import Register

_PAID = ("grant", "contract")
_AT_ONCE = 500


def money_given(register: Register, organisations: Sequence[object] | None = None) -> dict[object, int]:
    """{organisation's id: pence}, of these organisations or of all; those that get none are left out.

    What an organisation gives itself is no gift, and each grant counts once for each that gets it.
    """
    if organisations is None:
        paid = register.all("partnership", kind=_PAID)
        places = _places(register, "partnership", [row["id"] for row in paid])
    else:
        places = _places(register, "organisation", list(organisations))
        joined = tuple({each["partnership"] for each in places})
        paid = register.all("partnership", id=joined, kind=_PAID) if joined else []
    by_id = {row["id"]: row for row in paid}
    found: dict[object, int] = {}
    for who, what in dict.fromkeys((each["organisation"], each["partnership"]) for each in places):
        if what in by_id and by_id[what]["lead_organisation"] != who and (sum_ := given_pence([by_id[what]])):
            found[who] = found.get(who, 0) + sum_
    return found


def _places(register: Register, field: str, wanted: list[object]) -> list[dict[str, object]]:
    """The partners whose organisation or partnership is one of these, a few hundred at a time."""
    return [
        row
        for first in range(0, len(wanted), _AT_ONCE)
        for row in register.all("partner", **{field: tuple(wanted[first : first + _AT_ONCE])})
    ]
