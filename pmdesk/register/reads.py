"""What a register is asked: records, lists, and what is kept beside them; nothing here writes."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from pmdesk.domain.milestone import MilestoneCounts
from pmdesk.domain.series import Rule
from pmdesk.register import desk, lists, measures, tallies
from pmdesk.register.database import Connection
from pmdesk.register.faults import storage
from pmdesk.register.kept import Kept, rules
from pmdesk.register.search import Found, search


class Reads:
    """The questions; `store.Register` adds what writes and keeps the file."""

    db: Connection

    def get(self, kind: str, record: str) -> lists.Row | None:
        """One record with every field, or None."""
        with storage():
            return lists.get(self.db, kind, record)

    def all(self, kind: str, /, **equals: object) -> list[lists.Row]:
        """Every record not deleted with these values (a tuple means any of them), by title."""
        with storage():
            return lists.all_of(self.db, kind, equals)

    def count(self, kind: str, /, **equals: object) -> int:
        with storage():
            return lists.count(self.db, kind, equals)

    def find(self, kind: str, text: str) -> list[lists.Row]:
        """Records whose id or title is `text`, without regard to case and accents."""
        with storage():
            return lists.find(self.db, kind, text)

    def title(self, record: str | None) -> str:
        """What a record is called; '' when it has no title of its own or is unknown."""
        with storage():
            row = self.db.execute("SELECT title FROM record WHERE id = ?", (record,)).fetchone()
        return str(row[0]) if row else ""

    def search(self, text: str, limit: int = 20) -> list[Found]:
        """Records matching what is being typed."""
        with storage():
            return search(self.db, text, limit)

    def listed(
        self,
        kind: str,
        typed: str = "",
        where: Mapping[str, object] | None = None,
        order: str = "",
        descending: bool = False,
    ) -> array[int]:
        """Row numbers for a list, filtered and sorted."""
        with storage():
            return lists.numbers(self.db, kind, typed=typed, where=where, order=order, descending=descending)

    def page(self, kind: str, wanted: Sequence[int]) -> list[lists.Row]:
        """The records of these row numbers."""
        with storage():
            return lists.page(self.db, kind, wanted)

    # What the Desk asks of kinds of which there may be many (register/desk.py)

    def marked(self, kind: str) -> list[tuple[str, str, object]]:
        """(id, field, value) of every value of a kind that was kept as typed since nobody could read it."""
        with storage():
            return desk.marked(self.db, kind)

    def reports(self) -> list[desk.Report]:
        """Each partnership's last report of each status."""
        with storage():
            return desk.reports(self.db)

    def milestone_counts(self, today: str) -> MilestoneCounts:
        """How many milestones are in each state as at a day."""
        with storage():
            return desk.milestone_counts(self.db, today)

    def late_milestones(self, today: str, most: int) -> list[str]:
        """The ids of milestones past their date or slipping, the longest slip first."""
        with storage():
            return desk.late_milestones(self.db, today, most)

    def next_milestones(self, today: str, most: int) -> list[str]:
        """The ids of milestones whose first date is still to come, the nearest first."""
        with storage():
            return desk.next_milestones(self.db, today, most)

    def asked(self, most: int) -> tuple[list[str], int]:
        """The ids of report-backs whose action nobody has dealt with, the oldest first; how many in all."""
        with storage():
            return desk.asked(self.db, most)

    def milestone_owners(self) -> dict[str, int]:
        """{partnership: how many milestones it has}."""
        with storage():
            return desk.milestone_owners(self.db)

    # Measures, by what is kept beside them

    def measures(
        self,
        typed: str = "",
        narrowed: Mapping[str, object] | None = None,
        order: str = "code",
        descending: bool = False,
    ) -> array[int]:
        """Row numbers of measures for a list, filtered and sorted (register/measures.py)."""
        with storage():
            return measures.numbers(self.db, typed, narrowed, order, descending)

    def measures_beginning(self, order: str, descending: bool, most: int) -> tuple[int, list[int]] | None:
        """How many measures a long list has and its first; None where `measures` is as quick."""
        with storage():
            return measures.beginning(self.db, order, descending, most)

    def first_measures(self, narrowed: Mapping[str, object], order: str, most: int) -> tuple[int, list[int]]:
        """How many measures match, and the row numbers of the first; `order` is code or due."""
        with storage():
            many = measures.counted(self.db, narrowed)
            return many, measures.first(self.db, narrowed, order, min(most, many))

    def kept(self, wanted: Sequence[int]) -> dict[int, Kept]:
        """What is kept beside these measures, by their row numbers."""
        with storage():
            return measures.kept(self.db, wanted)

    def ratings(self) -> dict[str, int]:
        """How many measures have each rating."""
        with storage():
            return measures.ratings(self.db)

    def ratings_at(self, day: str) -> dict[int, str]:
        """{measure's row number: its rating} as they stood on a past day."""
        with storage():
            return measures.ratings_at(self.db, day)

    def ratings_of(self, measure: int) -> dict[int, tuple[str, str, str, str]]:
        """{reading's row number: (rating, path, variance, direction)} of one measure."""
        with storage():
            return measures.ratings_of(self.db, measure)

    def measure_counts(self, name: str) -> dict[object, tallies.Tally]:
        """{value: how many measures, and their hours} by what they are counted by (tallies.py)."""
        with storage():
            return tallies.tally_by(self.db, name)

    def rules(self) -> list[Rule]:
        """The council's rules of rating, the first one first."""
        with storage():
            return rules(self.db)
