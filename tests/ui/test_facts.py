"""Facts in four columns, in two where there is no room."""

from PySide6.QtWidgets import QLabel

from pmdesk.ui.facts import Fact, FactsPanel, FiguresStrip
from tests.ui.conftest import Place
from tests.ui.gallery import FIGURES


def test_facts_turn_into_two_columns(on: Place) -> None:
    made = FactsPanel([Fact(f"Label {n}", f"Value {n}", "note") for n in range(4)])
    on(made)
    made.resize(752, 100)
    assert made._columns == 4
    made.resize(500, 100)
    assert made._columns == 2
    made.set_facts([Fact("Seats", "2 of 2 filled")])
    assert [label.text() for label in made.findChildren(QLabel) if label.parentWidget() in made._stacks] == [
        "Seats",
        "2 of 2 filled",
    ]


def test_the_strip_says_its_figures_first(on: Place) -> None:
    made = FiguresStrip(FIGURES)
    on(made)
    texts = [label.text() for label in made._stacks[0].findChildren(QLabel)]
    assert texts == ["31 of 46", "annual updates in", "15 overdue since 17 April"]
