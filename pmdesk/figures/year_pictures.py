"""The year in pictures: returns over time, by group and category, attendance, and what was worthwhile.

It is given rows and reads no register. Papers are given only what was accepted or published.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.attendance import NOTHING, Attendance
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.person import styled_name
from pmdesk.domain.words import N_, Words
from pmdesk.figures.due import Due
from pmdesk.figures.returns import Point, points_of, year_later
from pmdesk.figures.share_rows import FULL, LIGHT, STRIPED, Share, ShareRow, ShareRows, furthest, part_of

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReturnsYear:
    """Returns over the weeks: steps of this year and of the last, moved on by a year; days are ISO.

    `by_due` of the `owed` were in by the day they were due; `ends` is the last day drawn.
    """

    title: str
    summary: str
    starts: str
    ends: str
    due_on: str | None
    owed: int
    this_year: tuple[Point, ...]
    last_year: tuple[Point, ...]


class YearRows(NamedTuple):
    """What the pictures are made of. `reported` is attendance by report-backs of each seat by id."""

    year: str
    due_on: str | None
    dues: Sequence[Due]
    last_year: Sequence[str]  # days on which last year's updates came in
    people: Mapping[object, Row]
    reported: Mapping[object, Attendance]


@dataclass(frozen=True, slots=True)
class YearPictures:
    """The pictures in the order they are looked at; those of nothing are left out."""

    year: str
    returns: ReturnsYear | None
    bars: tuple[ShareRows, ...]


def year_pictures(
    rows: YearRows, today: str, words: Words, counts: Iterable[str] = ("submitted", "accepted", "published")
) -> YearPictures:
    """The pictures as at `today`; answers count only of updates whose status is among `counts`."""
    told = [due for due in rows.dues if (due.update or {}).get("status") in set(counts)]
    made = (
        _returned(rows, "groups", words("Political group"), lambda due: _group(rows, due), words),
        _returned(
            rows, "categories", words("Kind of body"), lambda due: str(due.of.get("category") or ""), words
        ),
        _attendance(rows, told, words),
        _worthwhile(told, words),
    )
    return YearPictures(rows.year, _returns(rows, today, words), tuple(each for each in made if each.rows))


def _group(rows: YearRows, due: Due) -> str:
    return str(rows.people.get(due.by.get("person"), {}).get("political_group") or "")


def _returned(rows: YearRows, key: str, of: str, name: Callable[[Due], str], words: Words) -> ShareRows:
    """How many of those owed came in, by what `name` says of each; those without last; none if all are."""
    found: dict[str, list[Due]] = {}
    for due in rows.dues:
        found.setdefault(name(due), []).append(due)
    if not any(found):
        return ShareRows(key, "", of, ())
    bars = [
        part_of(
            each or words("Not known"),
            sum(due.state == "in" for due in dues),
            len(dues),
            words("in"),
            words("not in"),
            words,
        )
        for each, dues in sorted(found.items(), key=lambda pair: (not pair[0], pair[0].casefold()))
    ]
    return ShareRows(key, _said_returned(bars, words), of, tuple(bars))


def _said_returned(bars: Sequence[ShareRow], words: Words) -> str:
    behind = furthest(bars)
    if behind is None:
        return words("Every annual update is in")
    return words("Most is still to come from {name}: {said} in", name=behind.name, said=behind.said)


def _attendance(rows: YearRows, told: Sequence[Due], words: Words) -> ShareRows:
    """By member, over all their seats: what their updates count, else what their report-backs do."""
    counted = {str(due.by["id"]): due for due in told}
    found: dict[str, tuple[int, int]] = {}
    for due in rows.dues:
        attended, held = _meetings(counted.get(str(due.by["id"])), rows.reported.get(due.by["id"], NOTHING))
        if held:
            person = rows.people.get(due.by.get("person"), {})
            name = styled_name(person) or str(due.by.get("person_name") or "")
            before = found.get(name, (0, 0))
            found[name] = (before[0] + attended, before[1] + held)
    bars = [
        part_of(name, attended, held, words("attended"), words("missed"), words)
        for name, (attended, held) in sorted(found.items(), key=lambda pair: _surname(pair[0]))
    ]
    attended, held = (sum(pair[at] for pair in found.values()) for at in (0, 1))
    finding = words("Members attended {n} of {m} meetings", n=attended, m=held)
    return ShareRows("attendance", finding, words("Member"), tuple(bars))


def _meetings(due: Due | None, reported: Attendance) -> tuple[int, int]:
    update = (due.update if due else None) or {}
    attended, held = update.get("meetings_attended"), update.get("meetings_held")
    if isinstance(attended, int) and isinstance(held, int):
        return attended, held
    return reported.attended, reported.meetings


def _surname(name: str) -> tuple[str, str]:
    return name.rsplit(" ", 1)[-1].casefold(), name


_FOR = (
    ("worthwhile_council", N_("For the council")),
    ("worthwhile_body", N_("For the body")),
    ("worthwhile_member", N_("For the member")),
)
# The answers in a word each, as they are counted.
_COUNTED = (("yes", N_("Yes")), ("partly", N_("Partly")), ("no", N_("No")))
_FILLS = {"yes": FULL, "partly": STRIPED, "no": LIGHT}


def _worthwhile(told: Sequence[Due], words: Words) -> ShareRows:
    """Yes, partly and no of those who answered; how many did not is said beside."""
    bars = []
    for field, label in _FOR:
        answers = [str((due.update or {}).get(field) or "") for due in told]
        shares = tuple(
            Share(words(word).lower(), answers.count(code), _FILLS[code]) for code, word in _COUNTED
        )
        answered = sum(share.n for share in shares)
        if answered:
            said = ", ".join(f"{share.word} {share.n}" for share in shares)
            left = len(answers) - answered
            quiet = words("{n} did not say", n=left) if left else ""
            bars.append(ShareRow(words(label), shares, said, quiet))
    finding = ""
    if bars:
        first = bars[0]
        finding = words(
            "{who}, {n} of {m} say it was worthwhile", who=first.name, n=first.shares[0].n, m=first.total
        )
    return ShareRows("worthwhile", finding, words("Worthwhile"), tuple(bars), legend=True)


def _returns(rows: YearRows, today: str, words: Words) -> ReturnsYear | None:
    """The steps, from the day before the first return to the deadline or the last return or today."""
    now = sorted(day for due in rows.dues if due.state == "in" and (day := _came(due)) and day <= today)
    before = sorted(year_later(day) for day in rows.last_year)
    if not now and (not before or before[0] > today):
        return None
    due_on = last_day(rows.due_on)
    # A year of which everything is in ends with its last return, not with today.
    over = bool(now) and len(now) == len(rows.dues)
    ends = max([now[-1] if over else today, due_on or ""])
    before = [day for day in before if day <= ends]
    starts, this_year = points_of(now, before, min(today, ends))
    _same, last_year = points_of(before, now, ends)
    by_due = sum(day <= due_on for day in now) if due_on else 0
    title = words("{n} of {m} annual updates are in", n=len(now), m=len(rows.dues))
    if due_on and due_on < today:
        day = say_date(due_on, words).rsplit(" ", 1)[0]
        title = words("{title}, {n} of them by {day}", title=title, n=by_due, day=day)
    parts = [title]
    if before:
        parts.append(words("Last year {n} were in by the same day", n=sum(day <= today for day in before)))
    if due_on:
        parts.append(words("They were due on {day}", day=say_date(due_on, words)))
    return ReturnsYear(
        title, f"{'. '.join(parts)}.", starts, ends, due_on, len(rows.dues), this_year,
        last_year if before else (),
    )  # fmt: skip


def _came(due: Due) -> str | None:
    return last_day((due.update or {}).get("submitted_on"))


# The heading over each picture, the same on screen and paper.
HEADINGS: Mapping[str, str] = {
    "returns": N_("Returns over time"),
    "groups": N_("Returned by political group"),
    "categories": N_("Returned by kind of body"),
    "attendance": N_("Attendance"),
    "worthwhile": N_("Was it worthwhile?"),
}
