"""A block on paper: heading, sentence and table, or the sentence alone."""

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_scrutiny import Block
from pmdesk.figures.paper_values import Cell, Column
from pmdesk.papers.blocks import block
from pmdesk.papers.sheet import Sheet
from tests.papers.reading import of_kind


def made(each: Block) -> bytes:
    sheet = Sheet("A paper", "Council", "", "2026-04-27", words_in("en"))
    block(sheet, each)
    return sheet.finish()


def test_the_table_stands_under_its_sentence() -> None:
    paper = made(Block("Late", "One is late.", (Column("What", 100),), ((Cell("Depot"),),)))
    assert of_kind(paper, "H2") == ["Late"]
    assert "One is late." in of_kind(paper, "P")
    assert of_kind(paper, "TH")[0] == "What"


def test_without_rows_only_what_is_said() -> None:
    paper = made(Block("Late", "Nothing is late."))
    assert "Nothing is late." in of_kind(paper, "P")
    assert of_kind(paper, "TH") == []
