"""Lists of records of any length: filtered and sorted in the register, said a page of rows at a time.

To add a list: its filters in FILTERS, its rows in _SAID, the kinds it shows in SHOWS.
"""

from array import array
from collections.abc import Callable, Mapping

from pmdesk.actions.challenges import challenged
from pmdesk.actions.health_checks import health_of
from pmdesk.actions.money_given import money_given
from pmdesk.actions.pages import days_to_report, ids, year_in_force
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day
from pmdesk.domain.partnership import NOT_PARTNERSHIPS, PARTNERSHIP
from pmdesk.domain.words import N_, Words
from pmdesk.figures.challenges import CHALLENGES, challenge_row
from pmdesk.figures.grouped import grouped
from pmdesk.figures.health import HEALTH, health_row
from pmdesk.figures.list_rows import (
    ListRow,
    body_row,
    milestone_row,
    organisation_row,
    partnership_row,
    person_row,
)
from pmdesk.figures.practice_page import practice_row
from pmdesk.figures.rating_rule_page import rating_rule_row
from pmdesk.figures.record_page import Record
from pmdesk.figures.review_page import STATES, review_row
from pmdesk.figures.tensions import TENSIONS, tension_row
from pmdesk.figures.update_states import PILLS, is_over
from pmdesk.figures.validation import validation_row
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

CHUNK, _AT_ONCE = 128, 500
# A state is worked out row by row, so only lists that a person can survey are sorted by it.
MOST_SORTED_BY_STATE = 5_000

# Kind: (code, word) of each way to narrow its list; the first is the one a list opens with.
FILTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "outside_body": (
        ("current", N_("Current")),
        ("vacancies", N_("With vacancies")),
        ("ended", N_("Ended")),
        ("all", N_("All")),
    ),
    "partnership": (
        ("current", N_("Current")),
        ("umbrella", N_("Umbrella partnerships")),
        ("ended", N_("Ended")),
        ("other", N_("Contracts, grants and networks")),
        ("all", N_("All")),
    ),
    "person": (
        ("current", N_("Current")),
        ("member", N_("Elected members")),
        ("officer", N_("Officers")),
        ("contact", N_("Partner contacts")),
        ("left", N_("Left")),
        ("all", N_("All")),
    ),
    "organisation": (("all", N_("All")),),
    "rating_rule": (("all", N_("All")),),
    "practice": (("all", N_("All")), ("own", N_("Our own")), ("others", N_("From other councils"))),
    "tension": (
        ("all", N_("All")),
        ("open", N_("Without a way out")),
        ("national", N_("National")),
        ("local", N_("Local")),
    ),
    "review": (("all", N_("All")), ("under_way", N_("Under way")), ("reported", N_("Reported"))),
    "milestone": (("open", N_("Not done yet")), ("done", N_("Done")), ("all", N_("All"))),
    "health_check": (("all", N_("All")),),
    "validation": (("all", N_("All")),),
    "challenge": (
        ("open", N_("Open")),
        ("unanswered", N_("Without an answer")),
        ("closed", N_("Closed")),
        ("all", N_("All")),
    ),
}

# The kinds a list's rows are said from.
SHOWS: Mapping[str, tuple[str, ...]] = {
    "outside_body": ("outside_body", "appointment", "annual_update", "person", "municipal_year", "settings"),
    "partnership": ("partnership", "progress_update", "person", "organisation", "settings"),
    "person": ("person", "organisation"),
    "organisation": ("organisation", "partner", "partnership"),
    "milestone": ("milestone", "forecast", "partnership", "person", "organisation"),
    "rating_rule": ("rating_rule",),
    "validation": ("validation", "validation_head"),
    "health_check": ("health_check", "health_box", "health_answer", "partner", "partnership"),
    "challenge": ("challenge", "challenge_reply", "organisation", "partnership", "settings"),
    "review": ("review", "recommendation", "partnership"),
    "practice": ("practice", "adoption", "measure", "partnership", "organisation"),
    "tension": ("tension", "partnership", "organisation"),
}
# The states a list can be sorted by, the most pressing first, where they are a kind's own.
_RANKED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "challenge": CHALLENGES,
    "review": STATES,
    "health_check": HEALTH,
    "tension": TENSIONS,
}


class RecordsList:
    """What a list shows: `count`, `rows(first, last)` and `position(id)`, as they stood when it was made."""

    def __init__(
        self,
        register: Register,
        kind: str,
        today: str,
        words: Words,
        typed: str = "",
        shown: str = "all",
        order: str = "",
        down: bool = False,
        narrowed: Mapping[str, object] | None = None,
    ) -> None:
        """`order` is '' for the name or 'state' for what stands at the right; `shown` a code of FILTERS.

        `narrowed` are fields and the value each must have besides.
        """
        self._register, self._kind, self._today, self._words = register, kind, today, words
        self._numbers = _narrowed(register, kind, typed, shown, today, down and order != "state")
        if narrowed:
            self._numbers = _only(self._numbers, register.listed(kind, where=narrowed))
        self._apart = self._set_apart(shown, bool(narrowed)) if kind == "partnership" else array("I")
        if order == "state" and kind == "organisation":
            self._sort_by_money(down)
        elif order == "state" and len(self._numbers) <= MOST_SORTED_BY_STATE:
            self._sort_by_state(down)

    def count(self) -> int:
        return len(self._numbers)

    def counted(self) -> tuple[int, int]:
        """How many partnerships match, and how many networks, contracts and grants, which are none."""
        inside = len(_only(self._numbers, self._apart))
        return self.count() - inside, len(self._apart)

    def _set_apart(self, shown: str, asked_for: bool) -> "array[int]":
        """Networks, contracts and grants: no part of what runs now, unless asked for."""
        apart = _only(self._numbers, self._register.listed(self._kind, where=_WHERE[self._kind, "other"]))
        if shown == "current" and not asked_for:
            self._numbers = _without(self._numbers, apart)
        return apart

    def rows(self, first: int, last: int) -> list[ListRow]:
        """Rows `first` up to but not including `last`, with one question per kind for all of them."""
        found = self._register.page(self._kind, self._numbers[first:last])
        return _SAID[self._kind](self._register, found, self._today, self._words)

    def position(self, id: str) -> int | None:
        """Where a record stands; None when the filter leaves it out."""
        row = self._register.get(self._kind, id)
        try:
            return self._numbers.index(int(str(row["n"]))) if row else None
        except ValueError:
            return None

    def _sort_by_money(self, down: bool) -> None:
        """Who gets most comes first; those that get nothing stay last, by name, either way."""
        money, by_number = money_given(self._register), dict[int, int]()
        for first in range(0, len(ids_ := list(money)), _AT_ONCE):
            for row in self._register.all("organisation", id=tuple(ids_[first : first + _AT_ONCE])):
                by_number[int(str(row["n"]))] = money[row["id"]]
        given = [n for n in self._numbers if n in by_number]
        given.sort(key=lambda n: by_number[n], reverse=not down)
        rest = (n for n in self._numbers if n not in by_number)
        self._numbers = array("I", [*given, *rest])

    def _sort_by_state(self, down: bool) -> None:
        """By the pill, the most urgent first; names stay in order within each."""
        ranked = _RANKED.get(self._kind, PILLS)
        order = {self._words(said): at for at, (_, said) in enumerate(ranked.values())}
        ranks = [
            order.get(row.pill[1], len(order)) if row.pill else len(order) + 1
            for first in range(0, self.count(), CHUNK)
            for row in self.rows(first, first + CHUNK)
        ]
        if len(ranks) == len(self._numbers):
            in_order = sorted(range(len(ranks)), key=lambda at: -ranks[at] if down else ranks[at])
            self._numbers = array("I", (self._numbers[at] for at in in_order))


def kind_choices(register: Register, words: Words) -> list[tuple[str, str, int]]:
    """The kinds of partnership that occur, each in words with how many there are."""
    counted = (
        (code, words(said), register.count("partnership", kind=code))
        for code, said in PARTNERSHIP.field("kind").choices
    )
    return [each for each in counted if each[2]]


def say_kind(kind: object, words: Words) -> str:
    return say_value(PARTNERSHIP.field("kind"), kind, words)


def is_empty(register: Register, kind: str) -> bool:
    """Whether the register has no record of a kind at all."""
    return not register.count(kind)


def _narrowed(register: Register, kind: str, typed: str, shown: str, today: str, down: bool) -> "array[int]":
    def listed(where: Mapping[str, object] | None = None) -> "array[int]":
        return register.listed(kind, typed, where, "", down)

    if (kind, shown) in _WHERE:
        return listed(_WHERE[kind, shown])
    if shown == "vacancies":
        vacant = _with_vacancies(register, today)
        return _without(array("I", (n for n in listed() if n in vacant)), listed(_ENDED[kind]))
    if kind == "person" and shown in ("current", "left"):
        return _left_or_not(register, listed(), typed, today, shown == "left")
    if shown == "current":
        return _without(listed(), listed(_ENDED[kind]))
    if (kind, shown) == ("challenge", "unanswered"):
        return _unanswered(register, listed(_WHERE[kind, "open"]))
    if (kind, shown) == ("challenge", "closed"):
        return _without(listed(), listed(_WHERE[kind, "open"]))
    if shown == "others":
        return _without(listed(), listed({"from_register": None}))
    if shown == "reported":
        return _without(listed(), listed({"reported_on": None}))
    if shown == "done":
        return _without(listed(), listed({"done_on": None}))
    return listed()


_ENDED: Mapping[str, Mapping[str, object]] = {
    "outside_body": {"status": ("ended", "ceased")},
    "partnership": {"status": "ended"},
}
_WHERE: Mapping[tuple[str, str], Mapping[str, object]] = {
    ("outside_body", "ended"): _ENDED["outside_body"],
    ("partnership", "ended"): _ENDED["partnership"],
    ("partnership", "umbrella"): {"kind": "umbrella"},
    ("partnership", "other"): {"kind": NOT_PARTNERSHIPS},
    ("person", "member"): {"kind": "member"},
    ("person", "officer"): {"kind": "officer"},
    ("person", "contact"): {"kind": "contact"},
    ("milestone", "open"): {"done_on": None},
    ("challenge", "open"): {"closed_on": None},
    ("tension", "open"): {"way_out": None},
    ("tension", "national"): {"kind": "national"},
    ("tension", "local"): {"kind": "local"},
    ("review", "under_way"): {"reported_on": None},
    ("practice", "own"): {"from_register": None},
}


def _without(numbers: "array[int]", left_out: "array[int]") -> "array[int]":
    """The same order without some; an unset status is neither ended nor anything else, so it stays in."""
    if not left_out:
        return numbers
    gone = set(left_out)
    return array("I", (n for n in numbers if n not in gone))


def _only(numbers: "array[int]", wanted: "array[int]") -> "array[int]":
    """The same order with only those that are wanted."""
    keep = set(wanted)
    return array("I", (n for n in numbers if n in keep))


def _with_vacancies(register: Register, today: str) -> set[int]:
    """The row numbers of the bodies with a vacancy, a thousand at a time: SQL has a limit."""
    seats = register.all("appointment", person=None)
    ids = list({seat["outside_body"] for seat in seats if not is_over(seat, today)})
    found = set[int]()
    for first in range(0, len(ids), 1_000):
        found.update(register.listed("outside_body", where={"id": tuple(ids[first : first + 1_000])}))
    return found


def _left_or_not(
    register: Register, numbers: "array[int]", typed: str, today: str, left: bool
) -> "array[int]":
    """Only those with an end date are read: whether a part date has passed is no question for SQL."""
    open_ended = register.listed("person", typed, {"ends": None})
    dated = _without(numbers, open_ended)
    gone = array("I")
    for first in range(0, len(dated), CHUNK):
        for row in register.page("person", dated[first : first + CHUNK]):
            ends = last_day(row.get("ends"))
            if ends is not None and ends < today:
                gone.append(int(str(row["n"])))
    return _only(numbers, gone) if left else _without(numbers, gone)


def _unanswered(register: Register, numbers: "array[int]") -> "array[int]":
    """Those without a reply, on which no action was agreed either."""
    replied = {row["challenge"] for row in register.all("challenge_reply")}
    waiting = [row for row in register.all("challenge", agreed_action=None) if row["id"] not in replied]
    return _only(numbers, array("I", (int(str(row["n"])) for row in waiting)))


def _bodies(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    year = year_in_force(register, today)
    seats = register.all("appointment", outside_body=ids(found)) if found else []
    updates: dict[object, Record] = {}
    if seats and year:
        written = register.all("annual_update", appointment=ids(seats), municipal_year=year.id)
        updates = {update["appointment"]: update for update in written}
    by_body = grouped(seats, "outside_body")
    return [body_row(row, by_body.get(row["id"], []), updates, year, today, words) for row in found]


def _partnerships(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    updates = register.all("progress_update", partnership=ids(found)) if found else []
    by_partnership, days = grouped(updates, "partnership"), days_to_report(register)
    return [partnership_row(row, by_partnership.get(row["id"], []), days, today, words) for row in found]


def _milestones(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    forecasts = register.all("forecast", milestone=ids(found)) if found else []
    by_milestone = grouped(forecasts, "milestone")
    return [milestone_row(row, by_milestone.get(row["id"], []), today, words) for row in found]


def _challenges(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    return [challenge_row(each, words) for each in challenged(register, found, today)]


def _validations(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    heads = grouped(register.all("validation_head", validation=ids(found)) if found else [], "validation")
    return [validation_row(row, heads.get(row["id"], []), words) for row in found]


def _health_checks(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    return [health_row(row, health_of(register, row), words) for row in found]


def _organisations(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    money = money_given(register, ids(found)) if found else {}
    return [organisation_row(row, money.get(row["id"], 0), words) for row in found]


def _reviews(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    told = register.all("recommendation", review=ids(found)) if found else []
    by_review = grouped(told, "review")
    return [review_row(row, by_review.get(row["id"], []), today, words) for row in found]


def _practices(register: Register, found: list[Row], today: str, words: Words) -> list[ListRow]:
    adopted = grouped(register.all("adoption", practice=ids(found)) if found else [], "practice")
    return [practice_row(row, adopted.get(row["id"], []), words) for row in found]


_SAID: Mapping[str, Callable[[Register, list[Row], str, Words], list[ListRow]]] = {
    "outside_body": _bodies,
    "partnership": _partnerships,
    "person": lambda register, found, today, words: [person_row(row, words) for row in found],
    "organisation": _organisations,
    "milestone": _milestones,
    "rating_rule": lambda register, found, today, words: [rating_rule_row(row, words) for row in found],
    "challenge": _challenges,
    "tension": lambda register, found, today, words: [tension_row(row, today, words) for row in found],
    "review": _reviews,
    "health_check": _health_checks,
    "validation": _validations,
    "practice": _practices,
}
