"""What the form of a report-back knows at first and need not ask; of other records it knows nothing."""

from collections.abc import Mapping

from pmdesk.actions.report_backs import Seats, seats_offered
from pmdesk.domain.dates import say_date
from pmdesk.figures.record_page import Edit
from pmdesk.ui.choice_editors import Choice, ListChoice, RadioChoice
from pmdesk.ui.context import Context
from pmdesk.ui.words import spoken

Record = Mapping[str, object]
SEATS = ("appointment", "partner")


class ReportForm:
    """The seats of one form of a report-back, read once; `edit` says what it was opened with."""

    def __init__(self, context: Context, edit: Edit, record: Record) -> None:
        self._edit, self._record, self._today = edit, record, context.today
        self._of_council = True
        self.seats: Seats | None = None
        if edit.kind == "report_back":
            known = {**record, **edit.values}
            self._of_council = not context.register.local("member")
            self.seats = seats_offered(context.register, known, context.today, spoken())

    def known(self) -> dict[str, str]:
        """What a new one begins with: the meeting was today, and the seat where there is only one."""
        if self._edit.kind != "report_back" or self._edit.record:
            return dict(self._edit.values)
        made = {"meeting_on": say_date(self._today, spoken())}
        if self.seats and len(self.seats.choices) == 1:
            made[self.seats.field] = self.seats.choices[0][0]
        return {**made, **self._edit.values}

    def asks(self, name: str) -> bool:
        """One seat is asked for, of the kind that is known; whether it was dealt with once something is."""
        if self._edit.kind != "report_back":
            return True
        if name in SEATS and self.seats:
            return name == self.seats.field
        if name == "action_done_on":
            return self._of_council and bool(self._record.get("action"))
        return name != "note" or bool(self._record)

    def editor(self, name: str) -> RadioChoice | ListChoice | None:
        """The seats to choose from, where they are known."""
        if self.seats is None or name != self.seats.field:
            return None
        if len(self.seats.choices) == 1:
            only = ListChoice(self.seats.choices)
            only.set_read_only(True)
            return only
        return Choice(self.seats.choices)
