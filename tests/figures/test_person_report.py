"""What is held about a person, as cells."""

from pmdesk.domain.words import Words
from pmdesk.figures.person_report import Held, report_columns, report_intro

EN = Words()


def test_a_private_thing_says_so_under_where_it_stands() -> None:
    what, text = Held("Note", "Dock Trust", "x", True).cells(EN)
    assert (what.text, what.quiet, text.text) == ("Note", "Dock Trust\nfor the council only", "x")
    assert Held("Ward", "", "Holm").cells(EN)[0].quiet == ""
    assert len(report_columns(EN)) == 2 and "put right" in report_intro(EN)
