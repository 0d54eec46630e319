"""The judging shapes: told apart without colour, dark enough to print."""

import pytest

from pmdesk.papers.shapes import HAIRLINE, INK, QUIET, SHAPES, colour, draw_shape, points
from pmdesk.papers.tagged import TaggedPdf


def luminance(ink: tuple[float, float, float]) -> float:
    """Relative luminance, WCAG 2.1."""
    red, green, blue = (
        (side / 12.92) if side <= 0.03928 else ((side + 0.055) / 1.055) ** 2.4 for side in ink
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_judgement_has_a_shape_of_its_own() -> None:
    kinds = [kind for kind, _ink in SHAPES.values()]
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize("ink", [INK, QUIET, *(ink for _kind, ink in SHAPES.values())])
def test_ink_stands_out_on_paper(ink: tuple[float, float, float]) -> None:
    assert 1.05 / (luminance(ink) + 0.05) >= 4.5


def test_a_colour_and_the_corners_of_a_shape() -> None:
    assert colour("#FF0033") == (1, 0, 0.2)
    assert colour("#C9CED6") == HAIRLINE
    assert len(points("triangle", 10, 10, 8)) == 3
    assert points("bar", 10, 10, 10) == [(10, 14.5), (10, 5.5)]


@pytest.mark.parametrize("state", [*SHAPES, "a state nobody knows"])
def test_every_shape_is_drawn_about_its_middle(state: str) -> None:
    pdf = TaggedPdf("Title", "Council", "en-GB", "2026-04-27")
    with pdf.artifact():
        draw_shape(pdf, state, 100, 100)
    assert pdf.finish(lambda page, pages: None).startswith(b"%PDF-1.7")
