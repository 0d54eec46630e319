"""What bringing a sheet in would do, without doing it: every record, every row's fate and reasons.

Pure: the register is known only through plain values, and nothing is written. `actions` carries the plan out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.slippage import WAITS_FOR
from pmdesk.domain.uncollected import uncollected
from pmdesk.domain.words import N_
from pmdesk.exchange.assembly import Assembly
from pmdesk.exchange.circles import refuse_circles
from pmdesk.exchange.columns import main_entity, targets
from pmdesk.exchange.grant_columns import RECIPIENT
from pmdesk.exchange.grants import Granting
from pmdesk.exchange.match import Known, Planned, PlanValue, Records
from pmdesk.exchange.rows import Draft, Read, Reason, read_columns, read_rows
from pmdesk.exchange.seats import Seating
from pmdesk.exchange.sheets import Sheet


class PlannedRow(NamedTuple):
    """One row: its fate (ready, doubtful, refused, twice, total, left_out, waiting) and what it makes."""

    number: int
    cells: Sequence[str]
    state: str
    outcome: str  # added, changed, same or refused
    reasons: tuple[Reason, ...]
    records: tuple[int, ...]
    main: int | None


class Write(NamedTuple):
    """One record to write, new where it has no id; a `Link` is the place of another in `writes`."""

    kind: str
    id: str | None
    values: Mapping[str, PlanValue]
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that bringing the sheet in would do."""

    rows: tuple[PlannedRow, ...]
    writes: tuple[Write, ...]  # every record spoken of, also those that stay the same (no values)
    columns: tuple[Read, ...]

    def states(self) -> Counter[str]:
        """How many rows are ready, doubtful, refused, twice, total, left_out, waiting."""
        return Counter(row.state for row in self.rows)

    def outcomes(self) -> Counter[str]:
        """How many rows are added, changed, same, refused: they add up to the rows."""
        return Counter(row.outcome for row in self.rows)

    def kinds(self) -> Counter[str]:
        """How many new records of each kind."""
        return Counter(write.kind for write in self.writes if write.id is None)

    @property
    def of_grants(self) -> bool:
        """Whether a column says who gets what each row is about."""
        return any(column.target.key == RECIPIENT for column in self.columns)

    def called(self, kind: str) -> str:
        """What the records of a kind are called here: grants are no partnerships."""
        return N_("Grants") if kind == "partnership" and self.of_grants else ENTITIES[kind].plural


def make_plan(
    sheet: Sheet,
    entity: str,
    mapping: Mapping[str, str | None],
    known: Known,
    *,
    answers: Mapping[tuple[int, str], str] | None = None,
    left_out: frozenset[int] = frozenset(),
    accepted: frozenset[int] | None = None,
    today: str = "",
) -> Plan:
    """The plan for a sheet whose headings are read as `mapping` says ({heading: 'entity.field' or None}).

    `answers` replace cells ({(row, heading): text}); rows in `left_out` stay out; of the doubtful rows
    those in `accepted` come in, or all of them when it is None.
    """
    with uncollected():
        return _make_plan(sheet, entity, mapping, known, answers or {}, left_out, accepted, today)


def _make_plan(
    sheet: Sheet,
    entity: str,
    mapping: Mapping[str, str | None],
    known: Known,
    answers: Mapping[tuple[int, str], str],
    left_out: frozenset[int],
    accepted: frozenset[int] | None,
    today: str,
) -> Plan:
    columns = read_columns(sheet, mapping, targets(entity))
    drafts = read_rows(sheet, entity, columns, answers, left_out)
    records = _assemble(drafts, entity, columns, known, today)
    if entity == WAITS_FOR.name:
        refuse_circles(drafts, records, known, columns)
    for draft in drafts:
        if draft.state == "ready" and draft.reasons:
            # What is in the register already, doubt and all, was looked at when it came in.
            draft.state = "ready" if _is_settled(draft, records) else "doubtful"
            draft.reasons = draft.reasons if draft.state == "doubtful" else []
    waiting = {draft.number for draft in drafts if _waits(draft, accepted)}
    late = [
        draft for draft in drafts if draft.state == "refused" and (draft.records or draft.main is not None)
    ]
    if waiting or late:
        # What only these rows speak of must not be written: work it out again without them.
        said = {draft.number: (draft.state, list(draft.reasons)) for draft in drafts}
        stay_out = left_out | waiting | {draft.number for draft in drafts if draft.state == "refused"}
        drafts = read_rows(sheet, entity, columns, answers, stay_out)
        records = _assemble(drafts, entity, columns, known, today)
        for draft in drafts:
            draft.state, draft.reasons = said[draft.number]
            draft.state = "waiting" if draft.number in waiting else draft.state
    return _finish(drafts, records, columns)


def _is_settled(draft: Draft, records: Records) -> bool:
    made = [records.made[place] for place in draft.records]
    return bool(made) and all(each.id is not None and not records.differs(each) for each in made)


def _waits(draft: Draft, accepted: frozenset[int] | None) -> bool:
    return draft.state == "doubtful" and accepted is not None and draft.number not in accepted


def _assemble(
    drafts: Sequence[Draft], entity: str, columns: Sequence[Read], known: Known, today: str
) -> Records:
    """The records of all rows not refused: what rows are about, then what they refer to, then seats."""
    work = Assembly(main_entity(entity), Records(known), {each.target.key: each for each in columns})
    going = [draft for draft in drafts if draft.state == "ready"]
    granting = Granting(work, known)
    if granting.wanted:
        granting.begin(going)
    else:
        for draft in going:
            work.begin(draft)
    for draft in going:
        if draft.state == "ready" and draft.main is not None:
            work.fill(draft, draft.main)
            if granting.wanted:
                granting.give(draft)
    seating = Seating(work.records, columns, known, today)
    if work.main == "outside_body" and seating.wanted:
        for draft in going:
            if draft.state == "ready" and draft.main is not None:
                seating.seat(draft, draft.main, work.scope(draft))
        seating.vacancies()
    return work.records


def _finish(drafts: Sequence[Draft], records: Records, columns: Sequence[Read]) -> Plan:
    writes = tuple(Write(each.kind, each.id, records.differs(each), each.row) for each in records.made)
    rows = tuple(
        PlannedRow(
            each.number,
            each.cells,
            each.state,
            _outcome(each, writes, records.made),
            tuple(each.reasons),
            tuple(dict.fromkeys(each.records)),
            each.main,
        )
        for each in drafts
    )
    return Plan(rows, writes, tuple(columns))


def _outcome(draft: Draft, writes: Sequence[Write], made: Sequence[Planned]) -> str:
    """A row adds what no earlier row spoke of; the rest of its records are another row's doing."""
    if draft.state not in ("ready", "doubtful"):
        return "same" if draft.state == "twice" else "refused"
    own = [writes[place] for place in draft.records if made[place].row == draft.number]
    if any(each.id is None for each in own):
        return "added"
    return "changed" if any(each.values for each in own) else "same"
