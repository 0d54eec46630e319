"""Finding records by what is typed: for a field that refers to one, and for the search over everything."""

from pmdesk.actions.titles import title
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Found, Register

SHOWN = 50

# Where a record is shown: its own page, or (page, the reference that leads to the record that shows it).
_PAGES = {
    "outside_body": "bodies",
    "partnership": "partnerships",
    "person": "members",
    "laptop": "laptops",
    "organisation": "partners",
    "milestone": "milestones",
    "measure": "measures",
    "plan": "plans",
    "objective": "plans",
    "rating_rule": "rating-rules",
    "annual_update": "annual-update",
    "progress_update": "progress-update",
    "challenge": "challenges",
    "tension": "tensions",
    "review": "scrutiny",
    "health_check": "health-checks",
    "validation": "validations",
    "practice": "practice",
}
_SHOWN_BY = {
    "appointment": ("outside_body", "outside_body"),
    "partner": ("partnership", "partnership"),
    "contribution": ("partnership", "partnership"),
    "partner_words": ("organisation", "organisation"),
    "risk": ("partnership", "partnership"),
    "forecast": ("milestone", "milestone"),
    "waits_for": ("milestone", "milestone"),
    "alignment": ("objective", "objective"),
    "serves": ("measure", "measure"),
    "earlier_tolerance": ("measure", "measure"),
    "target": ("measure", "measure"),
    "reading": ("measure", "measure"),
    "comparator": ("measure", "measure"),
    "challenge_reply": ("challenge", "challenge"),
    "recommendation": ("review", "review"),
    "health_box": ("health_check", "health_check"),
    "health_answer": ("health_check", "health_check"),
    "validation_head": ("validation", "validation"),
    "adoption": ("practice", "practice"),
    "personal_target": ("person", "person"),
}


def named_like(register: Register, kind: str, text: str) -> list[tuple[str, str]]:
    """(id, name) of the records of a kind whose words begin as typed, by name; the first ones for ''."""
    numbers = register.listed(kind, text)[:SHOWN]
    return [(str(row["id"]), _called(kind, row)) for row in register.page(kind, numbers)]


def objectives_elsewhere(register: Register, objective: str, text: str) -> list[tuple[str, str]]:
    """The same for the objectives that one (its id) can be aligned to: those of other plans."""
    row = register.get("objective", objective)
    if row is None:
        return named_like(register, "objective", text)
    rows, numbers = list[Row](), register.listed("objective", text)
    for at in range(0, len(numbers), SHOWN):
        rows += [each for each in register.page("objective", numbers[at : at + SHOWN]) if _apart(row, each)]
        if len(rows) >= SHOWN:
            break
    return [(str(each["id"]), _called("objective", each)) for each in rows[:SHOWN]]


def _apart(one: Row, other: Row) -> bool:
    return one["id"] != other["id"] and (not one["plan"] or one["plan"] != other["plan"])


def _called(kind: str, row: Row) -> str:
    """A name as one chooses by it: with its code before it, or with the plan that an objective is of."""
    if not ENTITIES[kind].titled_by:
        return title(kind, row)
    name = " ".join(str(row[each]) for each in ("code", ENTITIES[kind].titled_by) if row.get(each))
    return f"{name} ({row['plan_name']})" if kind == "objective" else name


def found(register: Register, text: str, limit: int = 20) -> list[Found]:
    """Anything in the register that has the words typed."""
    return register.search(text, limit)


def title_of(register: Register, kind: str, record: str, words: Words | None = None) -> str:
    """What a record is called, or what it hangs on when it has no name; '' when it is not there.

    With `words` its day is said in that language.
    """
    if ENTITIES[kind].titled_by:
        return register.title(record)
    row = register.get(kind, record)
    if row is None:
        return ""
    for above in ("appointment", "partner"):
        if row.get(above):
            seat = str(row[above])
            return title(kind, row, {seat: title_of(register, above, seat)}, words)
    return title(kind, row, words=words)


def place_of(register: Register, kind: str, record: str) -> tuple[str, str | None]:
    """(page, argument) where a record is seen; a page of its own, or that of the record it belongs to."""
    if kind in _PAGES:
        return _PAGES[kind], record
    row = register.get(kind, record) or {}
    # A report-back is of a seat on an outside body, or of one in a partnership.
    above = [("appointment",) * 2, ("partner",) * 2] if kind == "report_back" else [_SHOWN_BY.get(kind)]
    for name, shown in filter(None, above):
        if row.get(name):
            return place_of(register, shown, str(row[name]))
    return "settings", None
