"""The foot of the page for entering readings: how much is to save, what is still wanted, and the way on."""

from collections.abc import Callable, Sequence

from pmdesk.figures.readings_grid import Judged
from pmdesk.ui.buttons import flat, primary, quiet
from pmdesk.ui.labels import label
from pmdesk.ui.page import Footer
from pmdesk.ui.words import _, n_


class ReadingsFoot(Footer):
    """`next` goes to the next cell that cannot be saved, or row that is missed without a note."""

    def __init__(
        self, save: Callable[[], object], leave: Callable[[], object], go_on: Callable[[], object]
    ) -> None:
        super().__init__()
        self._said, self._kept = label("", "strong"), label("", "small", wrap=False)
        self.next = flat(_("Show the next one"), go_on)
        self.leave, self.save = quiet(_("Leave"), leave), primary(_("Save readings"), save)
        self.row.addWidget(self._said, 1)
        # The time of the draft comes and goes: nothing to press stands left of it and moves with it.
        for part in (self._kept, self.next, self.leave, self.save):
            self.row.addWidget(part)
        self.show_count([], True)

    def show_count(self, unsaved: Sequence[Judged], may_save: bool) -> None:
        """Count what is to save, what cannot be read, and what is missed without a note."""
        problems, noteless = sum(len(each.problems) for each in unsaved), noteless_in(unsaved)
        rows = sum(bool(each.changed) for each in unsaved)
        said = [n_(rows, "{n} reading to save", "{n} readings to save") if rows else _("Nothing to save yet")]
        if noteless:
            said.append(n_(noteless, "{n} missed without a note", "{n} missed without a note"))
        if problems:
            said.append(n_(problems, "{n} cell to mend", "{n} cells to mend"))
        self._said.setText(", ".join(said))
        self.next.setVisible(bool(problems or noteless))
        self.save.setEnabled(may_save and bool(unsaved))
        if not unsaved:
            self._kept.setText("")

    def sentence(self) -> str:
        return self._said.text()

    def say_kept(self, time: str) -> None:
        """The draft was kept at this time ('10:42')."""
        self._kept.setText(_("Draft kept {time}", time=time))


def noteless_in(rows: Sequence[Judged]) -> int:
    """How many of these rows are missed and say neither why nor whose doing it is."""
    return sum(each.ask is not None for each in rows)
