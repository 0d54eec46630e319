"""What the annual pack prints before the updates: who has returned, what they say, the pictures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.annual_update import ANNUAL_UPDATE, WORTHWHILE
from pmdesk.domain.words import N_, Words
from pmdesk.figures.paper_values import AnnualUpdateFigures, Cell, Column
from pmdesk.figures.year_pictures import YearPictures

Row = Mapping[str, object]
Cells = tuple[Cell, ...]
_STATES = {"yes": "met", "partly": "close", "no": "missed"}
_WHOM = (
    ("council", N_("The council")), ("body", N_("The body")), ("member", N_("The member")),
)  # fmt: skip


class Seat(NamedTuple):
    """A seat that owes an update: the names of its member and body, and whether the update came in."""

    member: str
    body: str
    is_in: bool


class Told(NamedTuple):
    """An update that the pack prints: its public answers, and what the paper of it says."""

    row: Row
    update: AnnualUpdateFigures


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows under a heading, with a sentence before them."""

    heading: str
    said: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class PackFigures:
    """The whole pack: `tables` first, each with rows, then `pictures`, then the updates by body."""

    council: str
    year: str
    title: str
    intro: str
    tables: tuple[Table, ...]
    pictures: YearPictures | None
    updates: tuple[AnnualUpdateFigures, ...]
    made_on: str
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def pack(
    council: str,
    year: str,
    seats: Sequence[Seat],
    told: Sequence[Told],
    made_on: str,
    words: Words,
    pictures: YearPictures | None = None,
) -> PackFigures:
    """The pack of a municipal year; `told` are the updates printed, by body."""
    tables = (_returned(seats, words), _worthwhile(told, words), _recommended(told, words),
              _in_brief(told, words))  # fmt: skip
    return PackFigures(
        council,
        year,
        words("Annual updates from outside bodies, {year}", year=year),
        _intro(seats, len(told), words),
        tuple(each for each in tables if each.rows),
        pictures if pictures and (pictures.returns or pictures.bars) else None,
        tuple(each.update for each in told),
        made_on,
    )


def update_title(update: AnnualUpdateFigures) -> str:
    """'Dock Trust: Cllr Ann Ode', as the contents call it."""
    return f"{update.body}: {update.member}" if update.member else update.body


def _intro(seats: Sequence[Seat], printed: int, words: Words) -> str:
    owed, received = len(seats), sum(seat.is_in for seat in seats)
    parts = [
        words.plural(
            owed, "{n} annual update is owed for the year.", "{n} annual updates are owed for the year."
        ),
        words("Received: {n}. Awaited: {m}.", n=received, m=owed - received),
        words.plural(
            printed,
            "This pack prints {n} that has been agreed.",
            "This pack prints the {n} that have been agreed.",
        ),
    ]
    return " ".join(parts)


def _returned(seats: Sequence[Seat], words: Words) -> Table:
    """By member, without blame: what came in, and what is still awaited."""
    by_member: dict[str, list[Seat]] = {}
    for seat in sorted(seats, key=lambda seat: (seat.member.casefold(), seat.body.casefold())):
        by_member.setdefault(seat.member, []).append(seat)
    rows = tuple(
        (
            Cell(member or words("Not named"), strong=True),
            *(_bodies([seat.body for seat in own if seat.is_in is came], words) for came in (True, False)),
        )
        for member, own in by_member.items()
    )
    whole = sum(all(seat.is_in for seat in own) for own in by_member.values())
    said = words.plural(
        len(by_member),
        "{whole} of {n} member has returned every update.",
        "{whole} of {n} members have returned every update.",
        whole=whole,
    )
    columns = (Column(words("Member"), 3), Column(words("Received"), 4), Column(words("Awaited"), 4))
    return Table(words("Who has returned an update"), said, columns, rows)


def _bodies(names: Sequence[str], words: Words) -> Cell:
    return Cell("\n".join(names) or words("None"))


def _worthwhile(told: Sequence[Told], words: Words) -> Table:
    """How many said yes, partly and no, for the council, for the body and for themselves."""
    rows = []
    for code, whom in _WHOM:
        counts = Counter(str(each.row.get(f"worthwhile_{code}") or "") for each in told)
        known = [counts.pop(answer, 0) for answer, _said in WORTHWHILE]
        numbers = [*known, sum(counts.values())]
        rows.append((Cell(words(whom), strong=True), *(Cell(str(n)) for n in numbers)))
    columns = (
        Column(words("For"), 3),
        *(Column(words(said), 1.4, right=True) for _answer, said in WORTHWHILE),
        Column(words("Not answered"), 2, right=True),
    )
    return Table(words("Was it worthwhile?"), "", columns, tuple(rows) if told else ())


def _recommended(told: Sequence[Told], words: Words) -> Table:
    """Continue, change or end; the bodies are named where it is not to go on as it is."""
    choices = ANNUAL_UPDATE.field("recommendation").choices
    rows = []
    for code, said in (*reversed(choices), ("", N_("Not answered"))):
        own = [each for each in told if str(each.row.get("recommendation") or "") == code]
        named = "\n".join(update_title(each.update) for each in own) if code in ("change", "end") else ""
        if own:
            rows.append((Cell(words(said), strong=True), Cell(str(len(own))), Cell(named)))
    columns = (
        Column(words("Recommendation"), 2),
        Column(words("Updates"), 1.6, right=True),
        Column(words("Which"), 5.6),
    )
    return Table(words("Should the council go on appointing?"), "", columns, tuple(rows))


def _in_brief(told: Sequence[Told], words: Words) -> Table:
    """Each update in a line, with the meetings its member went to; the sum of them all above."""
    meetings = [_meetings(each.row) for each in told]
    known = [each for each in meetings if each is not None]
    attended, held = sum(each[0] for each in known), sum(each[1] for each in known)
    said = ""
    if held:
        said = words(
            "Members went to {n} of {m} meetings ({share}%), by the {k} updates that say so.",
            n=attended,
            m=held,
            share=round(100 * attended / held),
            k=len(known),
        )
    rows = tuple(
        (
            Cell(each.update.body, quiet=each.update.member, strong=True),
            Cell(words("{n} of {m}", n=went[0], m=went[1]) if went else words("Not said")),
            *(_answer(str(each.row.get(f"worthwhile_{code}") or ""), words) for code, _whom in _WHOM),
            Cell(each.update.recommendation or words("Not answered")),
        )
        for each, went in zip(told, meetings, strict=True)
    )
    columns = (
        Column(words("Outside body"), 3.9),
        Column(words("Meetings"), 2.1),
        *(Column(words(whom), 2.2) for _code, whom in _WHOM),
        Column(words("Recommendation"), 2.4),
    )
    return Table(words("Attendance and answers"), said, columns, rows)


def _meetings(row: Row) -> tuple[int, int] | None:
    """(attended, held) where both were said as numbers."""
    attended, held = row.get("meetings_attended"), row.get("meetings_held")
    return (attended, held) if isinstance(attended, int) and isinstance(held, int) else None


def _answer(code: str, words: Words) -> Cell:
    said = words(dict(WORTHWHILE).get(code, code))
    return Cell(said, state=_STATES.get(code, "")) if said else Cell("–")
