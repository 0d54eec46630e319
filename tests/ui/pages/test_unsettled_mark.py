"""The mark says how many things are to be settled and leads to the first."""

from typing import Any

from pmdesk.figures.record_page import Lead
from pmdesk.ui.pages.unsettled_mark import UnsettledMark


def test_it_counts_and_leads_to_the_first(qtbot: Any) -> None:
    gone: list[Lead] = []
    mark = UnsettledMark(gone.append)
    qtbot.addWidget(mark)
    mark.show_unsettled(())
    assert mark.isHidden()
    mark.show_unsettled(("a:purpose", "b:ends"))
    assert not mark.isHidden() and mark.words.text() == "Changed on two laptops: 2 things to settle."
    mark.button.click()
    assert gone == [Lead("conflicts", "a:purpose")]
