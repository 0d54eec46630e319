"""The marks of charts: where a value stands, a shape for every state, labels in our own letters."""

from decimal import Decimal

import pytest
from reportlab.graphics.shapes import Drawing

from pmdesk.papers.chart_ink import draw
from pmdesk.papers.chart_marks import (
    BLUE,
    INK,
    Plot,
    area,
    behind,
    bent,
    canvas_of,
    diamond,
    line,
    mark,
    ring,
    said,
)
from pmdesk.papers.lettering import REGULAR
from pmdesk.papers.shapes import SHAPES
from pmdesk.papers.tagged import TaggedPdf


def test_where_a_value_stands() -> None:
    plot = Plot(10, 20, 100, 50, 4, 40, 50)
    assert (plot.x(2), plot.y(Decimal(45))) == (60, 45)
    assert Plot(0, 0, 10, 10, 1, 5, 5).y(Decimal(5)) == 0


@pytest.mark.parametrize("state", [*SHAPES, "a state nobody knows"])
def test_every_state_is_drawn_about_its_place(state: str) -> None:
    made = canvas_of(100, 100)
    mark(made, state, 50, 50)
    left, foot, right, top = made.getBounds()
    assert made.contents
    assert 45 <= left <= right <= 55
    assert 45 <= foot <= top <= 55


def test_the_goal_has_a_point_in_its_ring() -> None:
    assert (len(ring(0, 0, True)), len(ring(0, 0, False))) == (2, 1)


def test_labels_are_printable_and_have_white_behind_them() -> None:
    label = said(10, 10, "46.9\u200b", anchor="middle")
    assert (label.text, label.fontName) == ("46.9", REGULAR)
    for anchor, left in (("start", 9.0), ("end", 9.0 - behind(10, 0, "46.9").width + 2)):
        assert behind(10, 0, "46.9", anchor=anchor).x == pytest.approx(left)


def test_lines_and_areas_go_on_the_page() -> None:
    made = Drawing(50, 50)
    for part in (line((0, 0), (9, 9), INK, 1, (1, 2)), bent([(0, 0), (5, 5), (9, 0)], BLUE, 1),
                 area([(0, 0), (5, 5), (9, 0)], BLUE), diamond(20, 20)):  # fmt: skip
        made.add(part)
    pdf = TaggedPdf("Title", "Council", "en-GB", "2026-04-27")
    with pdf.artifact():
        draw(made, pdf.canvas, 10, 10)
    assert pdf.finish(lambda page, pages: None).startswith(b"%PDF-")
