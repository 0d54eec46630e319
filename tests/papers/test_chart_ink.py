"""A chart is drawn as reportlab's own renderer draws it, to the byte."""

from io import BytesIO
from typing import Any

import pytest
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Rect
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from pmdesk.domain.words import words_in
from pmdesk.figures.trajectory import trajectory
from pmdesk.papers import share_bar, timeline_drawing, trajectory_drawing
from pmdesk.papers.chart_ink import draw
from pmdesk.papers.chart_marks import BLUE, area, behind, bent, canvas_of, diamond, line, mark, ring, said
from pmdesk.papers.lettering import REGULAR, begin, font
from pmdesk.papers.shapes import SHAPES
from tests.figures.measure_example import en02
from tests.papers.example_figures import AREAS
from tests.papers.example_papers import milestones


def marks() -> Any:
    made = canvas_of(200, 100)
    for place, state in enumerate(SHAPES):
        mark(made, state, 10 + 15 * place, 50.123456)
    spots = [(0, 0), (10.5, 20.25), (30, 1 / 3)]
    for shape in (
        line((0, 0), (100, 50), BLUE, 1.2, (3.5, 2.5)),
        bent(spots, BLUE, 0.75, (1.2, 2.2)),
        area(spots, BLUE),
        behind(5, 5, "Behind", anchor="end"),
        said(5, 5, "From here (Tŷ) \\ <b>"),
        said(50, 5, "Round here \u0394 and back", anchor="middle"),
        said(90, 5, "Up to here", anchor="end"),
        diamond(50, 50),
        *ring(20, 20, strong=True),
        Rect(1, 2, 3, 4, fillColor=white, strokeColor=None),
    ):
        made.add(shape)
    return made


def timeline() -> Any:
    figures = milestones(words_in("cy"), 5)
    return timeline_drawing.drawing(figures, [(row, 30) for row in figures.rows], 142, words_in("cy"))


def path() -> Any:
    told = trajectory(en02(comparators=AREAS), words_in("en"))
    return trajectory_drawing.drawing(told, 480, 200, words_in("en"))


def shares() -> Any:
    return share_bar.drawing([share_bar.Share("4 missed", 4, "missed"), share_bar.Share("2 more", 2)], 480)


@pytest.mark.parametrize("make", [marks, timeline, path, shares, lambda: Drawing(10, 10)])
def test_the_same_operators_come_out(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STATE_DEFAULTS, "fontName", REGULAR)
    font(REGULAR)
    told = []
    for drawn in (draw, renderPDF.draw):
        canvas: Any = Canvas(BytesIO(), initialFontName=REGULAR, invariant=1)
        for name in ("NotoSans-Regular", "NotoSans-SemiBold"):
            begin(name, canvas._doc)
        drawn(make(), canvas, 56.69, 100 / 3)
        told.append(canvas._code)
    assert told[0] == told[1]
    assert told[0].count("q") == told[0].count("Q")


def test_letters_are_right_where_no_text_came_before() -> None:
    canvas: Any = Canvas(BytesIO(), initialFontName=REGULAR, invariant=1)
    made = canvas_of(100, 20)
    made.add(said(0, 0, "One"))
    draw(made, canvas, 0, 0)
    subset = font(REGULAR).state[canvas._doc].subsets[0]
    codes = [code for code, letter in enumerate(subset) if chr(letter) in "One"]
    assert len(codes) == 3
