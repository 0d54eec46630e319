"""The bar of shares: every part has its words, in order, none over another."""

from itertools import pairwise

import pytest
from reportlab.graphics.shapes import Rect, String

from pmdesk.papers.chart_marks import SMALL_INK
from pmdesk.papers.lettering import width
from pmdesk.papers.share_bar import SHADES, Share, drawing


def test_parts_are_as_wide_as_their_share_and_none_for_nothing() -> None:
    shares = [Share("6 met", 6, "met"), Share("0 close", 0, "close"), Share("2 missed", 2, "missed")]
    made = drawing(shares, 400)
    first, last = [shape for shape in made.contents if isinstance(shape, Rect)]
    assert (last.x, last.width) == (300, 100)
    assert first.width == pytest.approx(300, abs=2)
    assert [shape.text for shape in made.contents if isinstance(shape, String)] == ["6 met", "2 missed"]


def test_words_of_narrow_parts_do_not_touch() -> None:
    shares = [Share("500 met", 500, "met"), *(Share(f"1 not known {n}", 1, "none") for n in range(4))]
    made = drawing(shares, 482)
    labels = sorted((shape for shape in made.contents if isinstance(shape, String)), key=lambda each: each.x)
    assert len(labels) == 5
    assert all(one.x + width(one.text, SMALL_INK) < other.x for one, other in pairwise(labels))
    assert labels[-1].x + width(labels[-1].text, SMALL_INK) <= 482


def test_neighbours_differ_in_shade() -> None:
    assert all(abs(sum(one) - sum(other)) > 0.3 for one, other in pairwise(SHADES))


def test_nothing_at_all_is_an_empty_bar() -> None:
    assert drawing([], 400).contents == []
