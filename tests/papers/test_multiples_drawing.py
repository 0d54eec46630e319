"""Small charts: each shape stands over its number, and rows of tiles are never broken."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from reportlab.graphics.shapes import Line

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_tiles import PaperTile, tile_of
from pmdesk.papers.multiples_drawing import CHART_TALL, chart, multiples
from pmdesk.papers.sheet import Sheet
from tests.figures.measure_example import CH8, ch8, en02, made
from tests.papers.example_figures import odd
from tests.papers.reading import of_kind, tags

ENGLISH = words_in("en")


def tile(story: Any) -> PaperTile:
    made_one = tile_of(story, ENGLISH)
    assert made_one is not None
    return made_one


def printed(tiles: list[PaperTile]) -> bytes:
    sheet = Sheet("Title", "Council", "", "2026-04-27", ENGLISH)
    multiples(sheet, tiles, ENGLISH)
    return sheet.finish()


def test_the_numbers_stand_in_a_table_under_the_chart() -> None:
    data = printed([tile(en02())])
    assert [tag.kind for tag in tags(data)][3:7] == ["H3", "P", "Figure", "Table"]
    assert of_kind(data, "TH")[:3] == ["Period", "2024-25 Q4", "2025-26 Q1"]
    assert of_kind(data, "TD") == [
        *("45.2", "45.1", "44.4", "45.9", "46.9"),
        *("45.9", "46.4", "46.9", "47.4", "48.0"),
        *("Close", "Close", "Missed", "Close", "Close"),
    ]


def test_tiles_are_read_in_their_order_over_pages() -> None:
    data = printed([tile(odd(n)) for n in range(25)])
    assert of_kind(data, "H3") == [f"OD{n} <b>R&D</b>" for n in range(25)]
    assert len(PdfReader(BytesIO(data)).pages) > 2


def test_nothing_leaves_the_chart_and_gaps_are_not_joined() -> None:
    for story in (en02(), ch8(), odd(), made(CH8, [("2009-10 Q1", "2")])):
        made_one = chart(tile(story).points, 190)
        left, foot, right, top = made_one.getBounds()
        assert left >= 0
        assert foot >= 0
        assert right <= 190
        assert top <= CHART_TALL
    joined = [shape for shape in chart(tile(odd()).points, 190).contents
              if isinstance(shape, Line) and shape.strokeWidth == 1.4]  # fmt: skip
    assert joined == []


def test_a_title_of_any_length_is_cut_to_its_line() -> None:
    long = made({"title": "Households " * 90}, [("2025-26", "8")])
    assert of_kind(printed([tile(long)]), "H3")[0].endswith("…")
