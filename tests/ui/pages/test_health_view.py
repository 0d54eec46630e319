"""The record's view with its chart, drawn from figures alone."""

from pytestqt.qtbot import QtBot

from pmdesk.domain.words import words_in
from pmdesk.figures.health_page import HealthRows, health_page
from pmdesk.ui.pages.health_view import HealthView
from tests.figures.health_made import CHECK, closed, new

EN = words_in("en")


def test_a_chart_only_when_there_is_something_to_draw(qtbot: QtBot) -> None:
    view = HealthView()
    qtbot.addWidget(view)
    view.show_page(health_page(HealthRows(CHECK, closed()), "2026-04-27", EN), None)
    assert view.chart is not None
    view.set_table(True)
    assert view.toggle is not None
    assert view.toggle.text() == "Show as chart"
    view.show_page(health_page(HealthRows(CHECK, new()), "2026-04-27", EN), None)
    assert view.chart is None
    view.set_table(False)
