"""Which partnerships a paper is of, and which of their updates it may print: submitted or signed off."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.actions.public import public_all, public_one
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import NotRead
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.periods import is_period, period_bounds, read_period
from pmdesk.domain.words import N_, Say
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

FINISHED = ("submitted", "signed_off")


def chosen_partnerships(register: Register, of: Sequence[str]) -> list[Row]:
    """Those named (ids or names), each once, in the order given; all that run and count where none is named.

    Without anything private. Refused where there is none.
    """
    typed = [each.strip() for each in of if each.strip()]
    if typed:
        wanted = dict.fromkeys(record_called(register, "partnership", each) for each in typed)
        return [public_one(register, "partnership", each) for each in wanted]
    found = [row for row in public_all(register, "partnership") if is_partnership(row) and is_running(row)]
    if not found:
        raise Refused(Say(N_("There is no partnership to report on yet.")))
    return found


def until(year: str | None) -> str:
    """The last day of a typed year or period, as ISO; '' for none. Refused for what is no period."""
    if not year:
        return ""
    try:
        return period_bounds(read_period(year))[1]
    except NotRead as unread:
        raise Refused(unread.sentence) from unread


def printable_update(
    updates: Iterable[Mapping[str, object]], last: str, statuses: Sequence[str] = FINISHED
) -> Row:
    """The update of the latest period that ends by the ISO day `last` ('' for any); {} for none.

    Of one period that which was signed off: its correction is printed once that is signed off too.
    """
    found = [
        (period_bounds(period)[1], each["status"] == "signed_off", str(each["id"]), each)
        for each in updates
        if each.get("status") in statuses and is_period(period := str(each.get("period") or ""))
    ]
    ends = [each for each in found if not last or each[0] <= last]
    return dict(max(ends, key=lambda each: each[:3])[3]) if ends else {}
