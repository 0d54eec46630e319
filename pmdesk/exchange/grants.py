"""Rows of grants become grants, the bodies that get them, and each body's place in its grant.

A grant is known by its identifier, which its note keeps, so that the same list twice doubles nothing; a body
by its name as written: names that are only near, or share an identifier, are asked about, never joined.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from pmdesk.domain.check import Value
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.assembly import Assembly
from pmdesk.exchange.grant_columns import RECIPIENT, RECIPIENT_NUMBER, grant_key
from pmdesk.exchange.match import Ambiguous, Known, Link
from pmdesk.exchange.names import fold
from pmdesk.exchange.rows import Draft, kept_line

ROLE = N_("Recipient")
_POUNDS = ("", "GBP", "£")


class Granting:
    """All rows of one list of grants; `wanted` where a column says who gets them."""

    def __init__(self, work: Assembly, known: Known) -> None:
        self._work, self._records = work, work.records
        self._titles: Counter[str] = Counter()
        self._grants: dict[str, int] = {}  # identifier: place
        self._numbers: dict[int, str] = {}  # place: identifier
        self._bodies: dict[str, int] = {}  # name as written: place
        self._asked: dict[int, str] = {}  # place of a body: another one it may be
        self._kept = {number: row for row in known.get("partnership", ())
                      if (number := _noted(row, "partnership.identifier"))}  # fmt: skip
        self._named = {number: str(row.get("name")) for row in known.get("organisation", ())
                       if (number := _noted(row, RECIPIENT_NUMBER))}  # fmt: skip

    @property
    def wanted(self) -> bool:
        return self._work.main == "partnership" and RECIPIENT in self._work.columns

    def begin(self, drafts: Sequence[Draft]) -> None:
        """Find or make the grant each row is about; a row without title or recipient is refused."""
        self._titles = Counter(fold(_said(draft, "partnership.name")) for draft in drafts)
        for draft in drafts:
            for key in ("partnership.name", RECIPIENT):
                if not _said(draft, key):
                    field = (
                        Say(self._work.columns[key].target.field.label) if key in self._work.columns else ""
                    )
                    empty = Say(N_("‘{field}’ is empty. Type it or leave the row out."), {"field": field})
                    draft.refuse(self._heading(key), empty)
            if draft.state == "ready":
                self._begin(draft)

    def give(self, draft: Draft) -> None:
        """The body that gets a grant, and its place in it."""
        assert draft.main is not None
        try:
            body = self._recipient(draft, _said(draft, RECIPIENT))
        except Ambiguous as problem:
            draft.refuse(self._heading(RECIPIENT), problem.sentence)
            return
        made, identity = self._records, (("partnership", Link(draft.main)), ("organisation", Link(body)))
        place = made.identified("partner", identity, draft.number)
        for name, value in identity:
            made.fill(place, name, value)
        if made.made[place].id is None:
            made.fill(place, "role", ROLE)
        if number := _said(draft, RECIPIENT_NUMBER):
            made.add_note(body, kept_line(self._heading(RECIPIENT_NUMBER), number))
        draft.records += [body, place]

    def _begin(self, draft: Draft) -> None:
        said, number = draft.values["partnership"], _said(draft, "partnership.identifier")
        self._say_money(draft, said)
        self._say_end(draft, said)
        try:
            place = self._grant(draft, str(said["name"]), number)
        except Ambiguous as problem:
            draft.refuse(self._heading("partnership.name"), problem.sentence)
            return
        draft.main = place
        draft.records.append(place)
        if number:
            self._grants[number], self._numbers[place] = place, number
            draft.notes.setdefault("partnership", []).append(
                kept_line(self._heading("partnership.identifier"), number)
            )
        planned = self._records.made[place]
        if not planned.before.get("kind"):
            self._records.fill(place, "kind", "grant")
        self._say_council(draft)

    def _say_council(self, draft: Draft) -> None:
        """A new funder that calls itself a council is one."""
        if draft.council is None or self._records.made[draft.council].id is not None:
            return
        if "council" in fold(self._records.title(draft.council)).split():
            self._records.fill(draft.council, "kind", "council")

    def _grant(self, draft: Draft, title: str, number: str) -> int:
        """By its identifier, else by its title; a title that others have too gets the identifier after it."""
        made, scope = self._records, self._work.scope(draft)
        if number in self._grants:
            return self._grants[number]
        if number in self._kept:
            return made.take("partnership", self._kept[number], draft.number)
        apart = number or str(draft.values["partnership"].get("started") or "")
        own = f"{title} ({apart})" if apart else title
        for name in [title, own] if self._titles[fold(title)] == 1 else [own]:
            found = made.find("partnership", name, scope, draft.number)
            if found is None:
                return made.make("partnership", name, scope, draft.number)
            if self._is_same(found, number):
                return found
        return made.make("partnership", own, scope, draft.number)

    def _is_same(self, place: int, number: str) -> bool:
        """Whether a record of that name is this grant: a grant too, and of no other identifier."""
        planned = self._records.made[place]
        other = self._numbers.get(place) or _noted(planned.before, "partnership.identifier")
        return planned.before.get("kind") in (None, "", "grant") and other in ("", number)

    def _recipient(self, draft: Draft, name: str) -> int:
        made, number = self._records, _said(draft, RECIPIENT_NUMBER)
        if draft.council is not None and fold(made.title(draft.council)) == fold(name):
            return draft.council
        if name not in self._bodies:
            place = made.exactly("organisation", name, draft.number)
            if place is None:
                near = self._named.get(number) if number else made.near("organisation", name, None)
                place = made.add("organisation", draft.number, {"name": name, "kind": "voluntary"})
                if near and near != name:
                    self._asked[place] = near
            self._bodies[name] = place
        place = self._bodies[name]
        if place in self._asked:
            both = {"name": name, "near": self._asked[place]}
            same = N_("‘{near}’ has the same identifier as ‘{name}’. The same?")
            say = Say(same if number else N_("‘{near}’ is nearly ‘{name}’. The same?"), both)
            draft.doubt(self._heading(RECIPIENT), say, suggest=self._asked[place])
        if number:
            self._named.setdefault(number, name)
        return place

    def _say_money(self, draft: Draft, said: dict[str, Value]) -> None:
        """Money that is not in pounds is kept in words: no sum is right that adds it up."""
        currency = _said(draft, "partnership.currency").upper()
        if currency in _POUNDS or said.get("funding_cash") is None:
            return
        del said["funding_cash"]
        heading = self._heading("partnership.funding_cash")
        amount = draft.cells[self._work.columns["partnership.funding_cash"].at].strip()
        draft.notes.setdefault("partnership", []).append(kept_line(heading, f"{amount} {currency}"))
        kept = N_("this is in {currency}, not in pounds. It is kept in the note.")
        draft.doubt(heading, Say(kept, {"currency": currency}))

    def _say_end(self, draft: Draft, said: dict[str, Value]) -> None:
        """The planned end, else so many months from the planned start; months alone are kept in the note."""
        months = said.get("months")
        if said.get("ends") or not isinstance(months, int):
            return
        if ends := after_months(str(said.get("begins") or ""), months):
            said["ends"] = ends
        else:
            line = kept_line(self._heading("partnership.months"), str(months))
            draft.notes.setdefault("partnership", []).append(line)

    def _heading(self, key: str) -> str:
        return self._work.columns[key].heading if key in self._work.columns else ""


def after_months(day: str, months: int) -> str:
    """The last day (ISO) of some months that begin on a day; '' where no whole day is given.

    >>> after_months("2018-04-01", 12), after_months("2018-08-31", 6), after_months("2018-04", 12)
    ('2019-03-31', '2019-02-28', '')
    """
    from datetime import date, timedelta

    try:
        begins = date.fromisoformat(day)
    except ValueError:
        return ""
    year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return ""
    last = date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)
    if begins.day > last.day:
        return last.isoformat()
    return (last.replace(day=begins.day) - timedelta(days=1)).isoformat()


def _said(draft: Draft, key: str) -> str:
    entity, _dot, name = key.partition(".")
    value = draft.values.get(entity, {}).get(name)
    return "" if value is None else str(value)


def _noted(record: Mapping[str, object], key: str) -> str:
    """The identifier that a record's note keeps under a heading of this meaning; '' for none."""
    for line in str(record.get("note") or "").split("\n"):
        heading, colon, number = line.rpartition(": ")
        if colon and grant_key(heading) == key:
            return number.strip()
    return ""
