"""Attendance out of report-backs: how many of the meetings reported a member attended; rules only.

What nobody said is neither attended nor missed, and a meeting to which a substitute went was not attended.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmdesk.domain.words import Words

Record = Mapping[str, object]


class Attendance(NamedTuple):
    """`attended` of `meetings` whose report-backs say who went; `unsaid` are those that do not say."""

    attended: int = 0
    meetings: int = 0
    substitute: int = 0
    unsaid: int = 0


NOTHING = Attendance()


def attendance(reports: Iterable[Record]) -> Attendance:
    """Counted over seats and their meetings: two report-backs of one meeting, after a merge, count once.

    >>> attendance([{"meeting_on": "2026-03-04", "attendance": "attended"},
    ...             {"meeting_on": "2026-04-01", "attendance": "substitute"}, {"meeting_on": "2026-04-02"}])
    Attendance(attended=1, meetings=2, substitute=1, unsaid=1)
    """
    said: dict[tuple[object, ...], str] = {}
    for each in reports:
        meeting = tuple(each.get(name) for name in ("appointment", "partner", "meeting_on"))
        said[meeting] = said.get(meeting) or str(each.get("attendance") or "")
    went = list(said.values())
    attended, substitute = went.count("attended"), went.count("substitute")
    meetings = attended + substitute + went.count("apologies")
    return Attendance(attended, meetings, substitute, len(went) - meetings)


def say_attendance(found: Attendance, words: Words) -> str:
    """'5 of 6', never a share alone; '' where no report-back says who went.

    >>> say_attendance(Attendance(5, 6), Words()), say_attendance(Attendance(unsaid=2), Words())
    ('5 of 6', '')
    """
    return words("{n} of {m}", n=found.attended, m=found.meetings) if found.meetings else ""


def differs(update: Record, found: Attendance) -> bool:
    """Whether an annual update counts other meetings than the report-backs of its year do.

    What is not answered, or not reported, does not differ.

    >>> differs({"meetings_held": 8, "meetings_attended": 7}, Attendance(5, 6))
    True
    >>> differs({"meetings_held": None, "meetings_attended": None}, Attendance(5, 6))
    False
    """
    told = (update.get("meetings_held"), update.get("meetings_attended"))
    counted = (found.meetings, found.attended)
    return bool(found.meetings) and any(
        isinstance(own, int) and own != other for own, other in zip(told, counted, strict=True)
    )
