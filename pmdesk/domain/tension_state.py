"""Where a tension stands: whether a way out was found, and whether it held a year on (¶98, ¶99)."""

from collections.abc import Mapping
from datetime import date

from pmdesk.domain.dates import last_day

# The most pressing first.
STATES = ("came_back", "look_again", "open", "partly", "agreed", "held")


def look_again_day(tension: Mapping[str, object]) -> str | None:
    """The day (ISO) to see whether it held: the one named, else a year after the way out was agreed.

    >>> look_again_day({"agreed_on": "2024-02-29"}), look_again_day({"agreed_on": "2025-06-01"})
    ('2025-02-28', '2026-06-01')
    """
    if named := last_day(tension.get("look_again_on")):
        return named
    agreed = last_day(tension.get("agreed_on"))
    if agreed is None:
        return None
    day = date.fromisoformat(agreed)
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + 1).isoformat()


def tension_state(tension: Mapping[str, object], today: str) -> str:
    """One of STATES on a day; what came back is open again, whatever was agreed before.

    >>> agreed = {"way_out": "pooled_budget", "agreed_on": "2025-04-26"}
    >>> tension_state({}, "2026-04-27"), tension_state(agreed, "2026-04-26")
    ('open', 'agreed')
    >>> tension_state(agreed, "2026-04-27")
    'look_again'
    >>> [tension_state(agreed | {"held": held}, "2026-04-27") for held in ("yes", "partly", "no")]
    ['held', 'partly', 'came_back']
    """
    held = {"no": "came_back", "yes": "held", "partly": "partly"}.get(str(tension.get("held") or ""))
    if held:
        return held
    if not tension.get("way_out"):
        return "open"
    again = look_again_day(tension)
    return "look_again" if again is not None and again < today else "agreed"
