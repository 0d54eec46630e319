"""One line of the desk and one group of lines: what the window, the command line and a paper are given."""

from dataclasses import dataclass

from pmdesk.domain.dates import days_between, say_date
from pmdesk.domain.words import Words

LONGEST = 90  # letters of what somebody wrote that a line has room for

_NEAR = 330  # days within which a day and its month cannot be taken for another year's


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to mend. `page` is the page on which it is mended, opened with the record `kind` and `id`.

    Pages: 'progress-update' and 'annual-update' (a form, for the update itself or for the partnership or seat
    that has none yet), 'milestones', 'bodies', and 'record' (wherever a record of that kind is shown).
    """

    state: str  # its shape: 'missed', 'close' or 'clock'
    title: str
    quiet: str  # why it is here
    who: str
    when: str
    go: str  # the words of the link
    page: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading, the most pressing first; `more` are not said here but on a page of their own."""

    key: str
    title: str
    items: tuple[Item, ...]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.items) + self.more


def near_day(day: str, today: str, words: Words) -> str:
    """'20 May' for a day of the months around `today`; a day further off is said with its year."""
    said = say_date(day, words)
    return said.rsplit(" ", 1)[0] if abs(days_between(today, day)) < _NEAR else said


def late(days: int, words: Words) -> str:
    """'10 days late'."""
    return words.plural(days, "{n} day late", "{n} days late")


def coming(day: str, today: str, words: Words) -> str:
    """'in 23 days, 20 May'."""
    days = days_between(today, day)
    if days == 0:
        return words("today")
    return words.plural(days, "in {n} day, {day}", "in {n} days, {day}", day=near_day(day, today, words))


def shortly(text: str) -> str:
    """On one line, cut where a line of the desk has no room for more."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
