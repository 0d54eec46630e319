"""Blocks as Excel, LibreOffice and our own grid put them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.measure import STATES
from pmdesk.domain.pasted import MARKS, MOST_ROWS, read_block, read_mark, split_provisional, write_block


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("46.9", [["46.9"]]),
        ("46.9\r\n", [["46.9"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\n\n2\n", [["1"], [""], ["2"]]),
        ("1\t\n", [["1", ""]]),
        ("1\t", [["1", ""]]),
        ("a\tb\nc\n", [["a", "b"], ["c", ""]]),
        ('"two\nlines"\t5\n', [["two\nlines", "5"]]),
        ('"say ""no"""\t5\n', [['say "no"', "5"]]),
        # Excel copies a cell that only holds quotation marks as it stands.
        ('"no"\t5\n', [['"no"', "5"]]),
        ('"never closed\t5\n', [['"never closed', "5"]]),
        ("1\u00a0250\t1\u202f000", [["1 250", "1 000"]]),
        ('5" pipe\t6', [['5" pipe', "6"]]),
    ],
)
def test_a_block_is_read(text: str, rows: list[list[str]]) -> None:
    assert read_block(text) == rows


def test_a_book_is_not_read_whole() -> None:
    assert len(read_block("1\n" * (MOST_ROWS + 50))) == MOST_ROWS


cells = st.text(st.sampled_from('ab1 \t\n"'), max_size=6).filter(
    lambda cell: not (len(cell) > 1 and cell[0] == cell[-1] == '"' and not set(cell[1:-1]) & set('\t\n"'))
)


rectangles = st.integers(1, 3).flatmap(
    lambda wide: st.lists(st.lists(cells, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


@given(rectangles)
def test_what_is_copied_can_be_pasted(rows: list[list[str]]) -> None:
    assert read_block(write_block(rows)) == rows


def test_every_sign_means_a_state_there_is() -> None:
    assert set(MARKS.values()) <= {code for code, _ in STATES}
    signs = (" X ", "Not_Due", "0", "", "-")
    assert [read_mark(sign) for sign in signs] == ["unknown", "not_due", "", "", ""]


def test_a_provisional_figure_is_told_from_its_sign() -> None:
    assert split_provisional("12.3p") == ("12.3", True)
    assert split_provisional("46.9% [P]") == ("46.9%", True)
    assert split_provisional("up") == ("up", False)
    assert split_provisional("p") == ("p", False)
