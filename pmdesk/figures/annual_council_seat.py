"""One seat before Annual Council: its line in the list, and the evidence that lies beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.appointment import APPOINTMENT, is_vacancy
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.duty import duty
from pmdesk.domain.outside_body import DUE_DILIGENCE, is_current
from pmdesk.domain.person import styled_name
from pmdesk.domain.renewal import Sitting, held_since
from pmdesk.domain.terms import end_by_rule
from pmdesk.domain.words import N_, Words
from pmdesk.figures.update_states import IN, Year, owes, pill, update_code

Row = Mapping[str, object]

# State of a seat: (shape, word).
STATES: Mapping[str, tuple[str, str]] = {
    "undecided": ("none", N_("Undecided")),
    "renewed": ("met", N_("Renewed")),
    "changed": ("complete", N_("Changed")),
    "filled": ("complete", N_("Filled")),
    "new": ("complete", N_("New")),
    "ended": ("dash", N_("Ended")),
    "vacant": ("close", N_("Vacant")),
    "runs_on": ("clock", N_("Runs on")),
}
_TERMS = (N_("first term"), N_("second term"), N_("third term"), N_("fourth term or later"))
_WHOM = (
    ("worthwhile_council", N_("For the council")),
    ("worthwhile_body", N_("For the body")),
    ("worthwhile_member", N_("For the member")),
)


@dataclass(frozen=True, slots=True)
class SittingRows:
    """What a sitting is made of: `updates` of the year that closes by seat, `attended` from report-backs."""

    sitting: Sitting
    bodies: Sequence[Row]
    seats: Sequence[Row]
    people: Mapping[str, Row]
    updates: Mapping[object, Row] = field(default_factory=dict)
    closing: Year | None = None  # the year that closes, where the register has it
    attended: Mapping[object, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat: `key` is its appointment's id, or body and number where it never had one.

    `who` held it ('' for a vacancy), `outcome` says what is decided; `current` is the appointment by which it
    stands in the new year, '' while there is none.
    """

    key: str
    body: str
    body_name: str
    category: str
    appointed_by: str
    statutory: bool
    name: str  # who held it, without a title
    who: str
    group: str
    capacity: str
    capacity_code: str
    term: str
    state: str
    outcome: str
    returned: tuple[str, str] | None
    is_owed: bool  # an annual update is due and not in
    asks: str  # what a member who sent it in recommends: continue, change, end or ''
    current: str
    sits: str  # how who holds it in the new year is named, with the capacity; '' for nobody
    sits_group: str  # the political group of who holds it then
    because: str  # why it ended
    sits_when: str  # '20 May 2026 to May 2030'
    holder: str  # the id of who holds it in the new year as far as it is decided, '' for nobody
    is_empty: bool  # nobody holds it in the new year

    @property
    def spoken(self) -> str:
        """The words by which a line is found."""
        parts = (self.body_name, self.who, self.capacity, self.group, self.outcome, self.appointed_by)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Worth:
    """Whether it was worthwhile for someone, in a word with its shape, and why."""

    whom: str
    shape: str
    answer: str
    why: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a seat's year; empty texts for what nobody said."""

    update: str = ""  # the annual update's id
    returned: tuple[str, str] | None = None
    attended: str = ""
    recommends: str = ""
    worth: tuple[Worth, ...] = ()
    issues: str = ""
    actions: str = ""
    since: str = ""
    ex_officio: str = ""
    duty: str = ""  # what the capacity asks of whoever sits there
    questions: str = ""  # due diligence that is open
    note: str = ""


def seat_line(
    rows: SittingRows, body: Row, seat: Row, latest: Row | None, state: str, words: Words
) -> SeatLine:
    """The line of a seat whose decision is `state`; `latest` is what follows it in the new year."""
    update = rows.updates.get(seat["id"])
    code = _code(rows, update) if owes(seat, rows.closing) else ""
    person = rows.people.get(str(seat.get("person") or ""), {})
    return SeatLine(
        key=str(seat["id"]),
        body=str(body["id"]),
        body_name=str(body.get("name") or ""),
        category=str(body.get("category") or ""),
        appointed_by=str(seat.get("appointed_by") or body.get("appointing_body") or ""),
        statutory=bool(body.get("statutory")),
        name=str(seat.get("person_name") or ""),
        who=styled_name(person) or str(seat.get("person_name") or ""),
        group=str(person.get("political_group") or ""),
        capacity=say_value(APPOINTMENT.field("capacity"), seat.get("capacity"), words),
        capacity_code=str(seat.get("capacity") or ""),
        term=_term(rows, body, seat, words),
        state=state,
        outcome=_outcome(rows, seat, latest, state, body, words),
        returned=pill(code, words),
        is_owed=bool(code) and code not in IN,
        asks=str((update or {}).get("recommendation") or "") if code in IN else "",
        current=_current(seat, latest, state),
        sits=_sits(rows, body, seat, latest, state, words),
        sits_group=str(rows.people.get(_holder(body, seat, latest, state), {}).get("political_group") or ""),
        because=str(seat.get("ended_because") or "") if state == "ended" else "",
        sits_when=_sits_when(rows, body, latest if latest is not None else seat, words),
        holder=_holder(body, seat, latest, state),
        is_empty=_is_empty(body, seat, latest, state),
    )


def evidence_of(rows: SittingRows, body: Row, seat: Row, others: Sequence[Row], words: Words) -> Evidence:
    """What speaks for a seat; of an update only what its member has sent in. `others`: seats on its body."""
    update = rows.updates.get(seat["id"])
    owed, code = owes(seat, rows.closing), _code(rows, update)
    said: Row = update if update is not None and code in IN else {}
    return Evidence(
        update=str((update or {}).get("id") or ""),
        returned=pill(code, words) if owed else None,
        attended=_attended(said, rows.attended.get(seat["id"]), words),
        recommends=say_value(ANNUAL_UPDATE.field("recommendation"), said.get("recommendation"), words),
        worth=tuple(_worth(said, name, whom, words) for name, whom in _WHOM if said.get(name)),
        issues=str(said.get("issues") or ""),
        actions=str(said.get("actions") or ""),
        since=_since(seat, others, words),
        ex_officio=str(seat.get("ex_officio") or ""),
        duty=words(duty(seat["capacity"]).sentence) if seat.get("capacity") else "",
        questions=_questions(body, words),
        note=str(seat.get("note") or ""),
    )


def _code(rows: SittingRows, update: Row | None) -> str:
    """Where a seat's update stands when the council meets."""
    return update_code(update, rows.closing.due_on if rows.closing else None, rows.sitting.before)


def _current(seat: Row, latest: Row | None, state: str) -> str:
    """The appointment by which a seat stands in the new year, held or vacant; '' while there is none."""
    if latest is not None:
        return str(latest["id"])
    stands = state in ("vacant", "new", "runs_on") and not is_unwritten(str(seat["id"]))
    return str(seat["id"]) if stands else ""


def _is_empty(body: Row, seat: Row, latest: Row | None, state: str) -> bool:
    """Whether nobody holds a seat in the new year; those of a body that ended are no longer seats."""
    if not is_current(body):
        return False
    if latest is not None or state in ("vacant", "new"):
        return is_vacancy(latest if latest is not None else seat)
    return state == "ended"


def _holder(body: Row, seat: Row, latest: Row | None, state: str) -> str:
    """Who holds a seat in the new year; who is not decided about stays until somebody decides."""
    if not is_current(body) or (state == "ended" and latest is None):
        return ""
    return str((latest if latest is not None else seat).get("person") or "")


def _sits(rows: SittingRows, body: Row, seat: Row, latest: Row | None, state: str, words: Words) -> str:
    """'Cllr Anne Lowe, trustee'."""
    now = latest if latest is not None else seat
    if not _holder(body, seat, latest, state):
        return ""
    person = rows.people.get(str(now.get("person")), {})
    name = styled_name(person) or str(now.get("person_name") or "")
    capacity = say_value(APPOINTMENT.field("capacity"), now.get("capacity"), words)
    return ", ".join(part for part in (name, capacity[:1].lower() + capacity[1:]) if part)


def _sits_when(rows: SittingRows, body: Row, now: Row, words: Words) -> str:
    starts, ends = say_date(now.get("starts"), words), say_date(_until(rows, body, now), words)
    if starts and ends:
        return words("{start} to {end}", start=starts, end=ends)
    return words("from {day}", day=starts) if starts else words("to {day}", day=ends) if ends else ""


def is_unwritten(key: str) -> bool:
    """Whether a line stands for a seat that never had an appointment: 'body:number'."""
    return ":" in key


def _term(rows: SittingRows, body: Row, seat: Row, words: Words) -> str:
    """'to 20 May 2026', as written; else by the body's own rule."""
    if is_vacancy(seat):
        began = say_date(seat.get("starts"), words)
        return words("vacant since {day}", day=began) if began else words("vacant")
    ends = _until(rows, body, seat)
    return words("to {day}", day=say_date(ends, words)) if ends else words("no end date")


def _until(rows: SittingRows, body: Row, seat: Row) -> object:
    """The end as it is written, else by the body's rule where that is not long past."""
    ruled = end_by_rule(body.get("term_rule"), seat.get("starts"))
    last = last_day(ruled)
    return seat.get("ends") or (ruled if last and last >= rows.sitting.before else None)


def _outcome(rows: SittingRows, seat: Row, latest: Row | None, state: str, body: Row, words: Words) -> str:
    """'Cllr Priya Nair, 20 May 2026 to May 2030'; what a seat that runs on or ended comes to."""
    if state == "undecided":
        return ""
    if state == "runs_on":
        return words("Runs until {day}", day=say_date(_until(rows, body, seat), words))
    now = latest if latest is not None else seat
    if state == "ended":
        because = str(seat.get("ended_because") or "")
        left = words("Ended, seat left vacant") if latest is not None else words("Ended")
        return f"{left}: {because}" if because else left
    if is_vacancy(now):
        return words("Nobody appointed")
    person = rows.people.get(str(now.get("person")), {})
    name = styled_name(person) or str(now.get("person_name") or "")
    starts, ends = say_date(now.get("starts"), words), say_date(now.get("ends"), words)
    if starts and ends:
        return words("{name}, {start} to {end}", name=name, start=starts, end=ends)
    return words("{name}, from {start}", name=name, start=starts) if starts else name


def _questions(body: Row, words: Words) -> str:
    """Due diligence that is still open; '' when all is answered."""
    open_ones = len(due_diligence(body).open)
    if not open_ones:
        return ""
    return words("{n} of {m} answered.", n=len(DUE_DILIGENCE) - open_ones, m=len(DUE_DILIGENCE))


def _attended(said: Row, counted: tuple[int, int] | None, words: Words) -> str:
    held, went = said.get("meetings_held"), said.get("meetings_attended")
    if isinstance(held, int) and isinstance(went, int):
        return words("{n} of {m}", n=went, m=held)
    if counted and counted[1]:
        return words("{n} of {m} by report-backs", n=counted[0], m=counted[1])
    return ""


def _worth(said: Row, name: str, whom: str, words: Words) -> Worth:
    answer = str(said.get(name) or "")
    shape = {"yes": "met", "partly": "close", "no": "missed"}.get(answer, "none")
    spoken = say_value(ANNUAL_UPDATE.field(name), answer, words)
    return Worth(words(whom), shape, spoken, str(said.get(f"{name}_why") or ""))


def _since(seat: Row, others: Sequence[Row], words: Words) -> str:
    """'since 21 May 2019, second term'."""
    if is_vacancy(seat) or not seat.get("starts"):
        return ""
    since, terms = held_since(seat, others)
    word = words(_TERMS[min(terms, len(_TERMS)) - 1])
    return words("since {day}, {term}", day=say_date(since, words), term=word)
