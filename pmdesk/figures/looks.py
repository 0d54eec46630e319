"""Which partnerships scrutiny has not looked at for how long, the most significant first (¶95.4, rule 13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.dates import days_between, say_date
from pmdesk.domain.partnership import is_partnership, is_running
from pmdesk.domain.scrutiny import YEARS_BETWEEN, Look, look
from pmdesk.domain.significance import LEVELS, Rules
from pmdesk.domain.words import N_, Words
from pmdesk.figures.partnership_significance import significance_of
from pmdesk.figures.record_page import Pill, Record, word

# Each state of domain/scrutiny.look: its shape and word, those that are due first.
LOOKS: Mapping[str, Pill] = {
    "never": ("missed", N_("Never looked at")),
    "over": ("close", N_("Due a look")),
    "under_way": ("clock", N_("Under way")),
    "fresh": ("met", N_("Looked at")),
    "new": ("clock", N_("Not due yet")),
}


class LookRow(NamedTuple):
    """One partnership: its level in words, when it was last looked at, how often it should be, its state."""

    id: str
    name: str
    level: str
    last: str
    ago: str
    often: str
    pill: Pill
    state: str


@dataclass(frozen=True, slots=True)
class LookFigures:
    """`finding` is said over the table; `due` is how many are due a look."""

    finding: str
    rows: tuple[LookRow, ...]
    due: int


def look_figures(
    partnerships: Sequence[Record],
    risks: Mapping[object, Sequence[Record]],
    reviews: Mapping[object, Sequence[Record]],
    rules: Rules,
    today: str,
    words: Words,
) -> LookFigures:
    """Those that run and count as partnerships; `risks` and `reviews` are by partnership."""
    found = []
    for each in partnerships:
        if not (is_running(each) and is_partnership(each)):
            continue
        judged = significance_of(each, risks.get(each["id"], ()), rules, today)
        level = judged.level if judged else "other"
        found.append((level, look(each, level, reviews.get(each["id"], ()), today), each))
    found.sort(
        key=lambda each: (list(LEVELS).index(_rank(each[0])), *_pressing(each[1]), word(each[2], "name"))
    )
    rows = tuple(_row(each, level, seen, today, words) for level, seen, each in found)
    due = sum(row.state in ("never", "over") for row in rows)
    return LookFigures(_finding(len(rows), due, words), rows, due)


def _rank(level: str) -> str:
    """Where a rule knows only significant or not, these stand for major and limited."""
    return {"significant": "major", "other": "limited"}.get(level, level)


def _state(seen: Look) -> str:
    return "new" if seen.state == "fresh" and seen.last is None else seen.state


def _pressing(seen: Look) -> tuple[int, str]:
    return list(LOOKS).index(_state(seen)), seen.last or ""


def _row(each: Record, level: str, seen: Look, today: str, words: Words) -> LookRow:
    state = _state(seen)
    shape, said = LOOKS[state]
    if state == "never" and _rank(level) == "limited":
        shape = "close"  # nobody has to hurry
    return LookRow(
        word(each, "id"),
        word(each, "name"),
        words(LEVELS[level]),
        say_date(seen.last, words) if seen.last else words("Never"),
        say_ago(days_between(seen.last, today), words) if seen.last else "",
        words.plural(YEARS_BETWEEN[level], "every year", "every {n} years"),
        (shape, words(said)),
        state,
    )


def say_ago(days: int, words: Words) -> str:
    """'2 years ago', '5 months ago', 'this month'; whole years and months only.

    >>> say_ago(800, Words()), say_ago(160, Words()), say_ago(20, Words())
    ('2 years ago', '5 months ago', 'this month')
    """
    if days >= 365:
        return words.plural(days // 365, "{n} year ago", "{n} years ago")
    months = days * 12 // 365
    return words.plural(months, "{n} month ago", "{n} months ago") if months else words("this month")


def _finding(many: int, due: int, words: Words) -> str:
    if not many:
        return ""
    if not due:
        return words("Every partnership has been looked at as often as its significance asks for.")
    return words.plural(
        many,
        "{due} of {n} partnership is due a look by scrutiny.",
        "{due} of {n} partnerships are due a look by scrutiny.",
        due=due,
    )
