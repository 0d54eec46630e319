"""Beside the seats: the one in hand, what its member's year says for it, and what can be decided."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmdesk.domain.political_balance import PoliticalBalance, Share
from pmdesk.figures.annual_council_seat import STATES, Evidence, SeatLine, Worth
from pmdesk.figures.balance_words import say_balance, say_difference
from pmdesk.ui.buttons import flat, primary, quiet, secondary
from pmdesk.ui.facts import Fact, FactsPanel
from pmdesk.ui.field import Mark
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer, PageHead, page_column
from pmdesk.ui.words import _, n_, spoken

LEFT, RIGHT = 32, 24


class SeatSide(QWidget):
    """`show_seat` draws it; `verb` is told renew, change or end; `go` where a link leads."""

    def __init__(
        self, verb: Callable[[str], object], go: Callable[[str, object], object], read_only: bool
    ) -> None:
        super().__init__()
        self._go, self._read_only = go, read_only
        self.line: SeatLine | None = None
        self.head = PageHead()
        self.facts = FactsPanel()
        area, column = page_column(LEFT, RIGHT, 16)
        column.addWidget(self.head)
        column.addWidget(self.facts)
        self._said = QVBoxLayout()
        self._said.setSpacing(8)
        column.addLayout(self._said)
        self.balance_head = label(_("Political balance in the new year"), "section")
        self.balance_said, self.balance = label("", "list"), FactsPanel()
        for part in (self.balance_head, self.balance_said, self.balance):
            column.addWidget(part)
        self._inner: QWidget | None = None
        self.renew_button = primary(_("Renew (R)"), lambda: verb("renew"))
        self.change_button = secondary(_("Change (C)"), lambda: verb("change"))
        self.end_button = quiet(_("End (E)"), lambda: verb("end"))
        self.foot = Footer(LEFT)
        for button in (self.renew_button, self.change_button, self.end_button):
            self.foot.row.addWidget(button)
        self.foot.row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(self.foot)

    def show_balance(self, found: PoliticalBalance) -> None:
        """The political balance as decided so far, under every seat."""
        self.balance_head.setVisible(bool(found.shares))
        self.balance_said.setVisible(bool(found.shares))
        self.balance.setVisible(bool(found.shares))
        self.balance_said.setText(say_balance(found, spoken()))
        self.balance.set_facts(
            [
                Fact(
                    share.group,
                    n_(share.held, "{n} seat", "{n} seats"),
                    _("due {n}, {difference}", n=share.entitled, difference=_lower(share)),
                )
                for share in found.shares
            ]
        )

    def show_seat(self, line: SeatLine, evidence: Evidence) -> None:
        self.line = line
        who = ", ".join(part for part in (line.who or _("Vacant"), line.capacity, line.group) if part)
        shape, word = STATES[line.state]
        self.head.set(line.body_name, pill=(shape, _(word)), line=who)
        self.facts.set_facts(_facts(line, evidence))
        self._show_said(line, evidence)
        self._offer(line)

    def _offer(self, line: SeatLine) -> None:
        """The verbs that make sense for this seat; what is missing is said by the sentence above."""
        held = bool(line.who) and line.state != "vacant"
        may = not self._read_only
        self.renew_button.setEnabled(may and held and line.state in ("undecided", "changed", "ended"))
        self.renew_button.setVisible(held)
        self.change_button.set_word(_("Change (C)") if held else _("Appoint somebody (C)"))
        self.change_button.setEnabled(may)
        self.end_button.setVisible(held)
        self.end_button.setEnabled(may and line.state != "ended")

    def _show_said(self, line: SeatLine, evidence: Evidence) -> None:
        old, self._inner = self._inner, QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in _notices(line):
            column.addWidget(label(text, "body"))
        if evidence.worth:
            column.addSpacing(8)
            column.addWidget(label(_("Was it worthwhile?"), "section"))
            for worth in evidence.worth:
                column.addWidget(_worth(worth))
        for heading, text in (
            (_("Asks the council"), evidence.actions),
            (_("Issues and risks"), evidence.issues),
            (_("Note on the seat"), evidence.note),
            (_("Duty of the seat"), evidence.duty),
            (_("Due diligence"), evidence.questions),
        ):
            if text:
                column.addSpacing(8)
                column.addWidget(label(heading, "section"))
                column.addWidget(label(text, "body"))
        column.addSpacing(8)
        column.addLayout(self._links(line, evidence))
        column.addStretch(1)
        self._said.addWidget(self._inner)
        if old is not None:
            self._said.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _links(self, line: SeatLine, evidence: Evidence) -> QVBoxLayout:
        links = QVBoxLayout()
        links.setSpacing(4)
        if evidence.update:
            update = evidence.update
            read = flat(_("Read the annual update"), lambda: self._go("annual-update", update))
            links.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        body = flat(_("Open the body’s page"), lambda: self._go("bodies", line.body))
        links.addWidget(body, 0, Qt.AlignmentFlag.AlignLeft)
        return links


def _lower(share: Share) -> str:
    said = say_difference(share, spoken())
    return said[:1].lower() + said[1:]


def _facts(line: SeatLine, evidence: Evidence) -> list[Fact]:
    """Four facts that matter most; more where they are known."""
    unknown = _("Not known")
    facts = [
        Fact(_("Annual update"), evidence.returned[1] if evidence.returned else _("Not required")),
        Fact(_("Attended"), evidence.attended or unknown),
        Fact(_("Recommends"), evidence.recommends or _("Nothing said")),
        Fact(_("Term"), line.term[:1].upper() + line.term[1:], evidence.since),
    ]
    if evidence.ex_officio:
        facts.append(Fact(_("Ex officio post"), evidence.ex_officio))
    if not line.who:
        facts = facts[3:]
    if line.appointed_by:
        facts.append(Fact(_("Appointed by"), line.appointed_by))
    return facts


def _notices(line: SeatLine) -> list[str]:
    """What is decided, and what the law forbids."""
    said = [line.outcome] if line.outcome else []
    if line.statutory:
        said.append(_("The law says the council must appoint to this body. It cannot be dropped."))
    return said


def _worth(worth: Worth) -> QWidget:
    """A shape, whom it was worthwhile for, the answer, and why."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    mark = Mark(worth.shape, worth.answer)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(_("{whom}: {answer}", whom=worth.whom, answer=worth.answer), "strong"))
    if worth.why:
        words.addWidget(label(worth.why, "list"))
    row.addLayout(words, 1)
    return holder
