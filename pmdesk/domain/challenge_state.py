"""Where a challenge stands on a day, to whom it climbs, and both sides' view of the cause (¶95.3, ¶97)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from pmdesk.domain.dates import last_day
from pmdesk.domain.settings import DAYS_TO_ANSWER

# Where a challenge can stand, the most pressing first.
STATES = ("climbed", "late", "action_late", "waiting", "answered", "agreed", "done", "closed")
UNANSWERED = ("climbed", "late", "waiting")


def answer_due(challenge: Mapping[str, object], days: int = DAYS_TO_ANSWER) -> str | None:
    """The day (ISO) by which an answer is asked for: the day named, or so many days after it was asked.

    >>> answer_due({"asked_on": "2026-03-09"})
    '2026-04-06'
    >>> answer_due({"asked_on": "2026-03-09", "answer_by": "2026-03-20"})
    '2026-03-20'
    """
    return last_day(challenge.get("answer_by")) or _interval_ends(challenge, days)


def challenge_state(
    challenge: Mapping[str, object], replied: bool, umbrella: bool, days: int, today: str
) -> str:
    """One of STATES on a day; `umbrella` says whether there is anybody for it to climb to.

    Late is past the day an answer was asked for by; it climbs when the interval that the register allows
    everybody is over too. An action that both agreed counts from then on, answered in writing or not.

    >>> asked = {"asked_on": "2026-03-09", "answer_by": "2026-03-20"}
    >>> [challenge_state(asked, False, True, 28, day) for day in ("2026-03-20", "2026-03-21", "2026-04-07")]
    ['waiting', 'late', 'climbed']
    >>> [challenge_state(asked, replied, False, 28, "2026-04-07") for replied in (False, True)]
    ['late', 'answered']
    >>> agreed = asked | {"agreed_action": "Share the rota", "action_by": "2026-05-01"}
    >>> [challenge_state(agreed, True, True, 28, day) for day in ("2026-05-01", "2026-05-02")]
    ['agreed', 'action_late']
    """
    if challenge.get("closed_on"):
        return "closed"
    if challenge.get("agreed_action"):
        if challenge.get("action_done_on"):
            return "done"
        by = last_day(challenge.get("action_by"))
        return "action_late" if by and by < today else "agreed"
    if replied:
        return "answered"
    due, allowed = answer_due(challenge, days), _interval_ends(challenge, days)
    if due is None or today <= due:
        return "waiting"
    return "climbed" if umbrella and allowed is not None and today > allowed else "late"


def climbs_to(
    partnership: Mapping[str, object], parent: Mapping[str, object] | None
) -> Mapping[str, object] | None:
    """The umbrella that hears of an unanswered challenge about a partnership; None where there is none.

    That is what it reports to; an umbrella hears of those about itself. Its lead organisation and lead
    officer are whom to ask there.

    >>> climbs_to({"id": "fly-tipping"}, {"id": "place"})
    {'id': 'place'}
    >>> climbs_to({"id": "fly-tipping"}, None)
    """
    if parent:
        return parent
    return partnership if partnership.get("kind") == "umbrella" else None


def in_order(replies: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Replies as they were said, the first first."""
    return sorted(replies, key=lambda each: (str(each.get("said_on") or ""), str(each.get("id") or "")))


def both_views(
    challenge: Mapping[str, object], replies: Sequence[Mapping[str, object]]
) -> tuple[str, str, bool]:
    """(the asker's view of the cause, the partner's latest, whether they differ); '' where one said none.

    >>> both_views({"view": "this_partner"}, [{"view": "shared"}, {"view": None}])
    ('this_partner', 'shared', True)
    >>> both_views({"view": "shared"}, [{}])
    ('shared', '', False)
    """
    asker = str(challenge.get("view") or "")
    partner = next((str(each["view"]) for each in reversed(in_order(replies)) if each.get("view")), "")
    return asker, partner, bool(asker and partner and asker != partner)


def _interval_ends(challenge: Mapping[str, object], days: int) -> str | None:
    asked = last_day(challenge.get("asked_on"))
    return (date.fromisoformat(asked) + timedelta(days=days)).isoformat() if asked else None
