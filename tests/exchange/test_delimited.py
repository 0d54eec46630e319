"""Text with separators: which separator, which encoding, and what an export put before a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.exchange.delimited import decode, read_delimited
from pmdesk.exchange.tables import csv_bytes
from pmdesk.exchange.unreadable import Unreadable


def test_the_separator_most_lines_agree_on() -> None:
    text = "Name;Note\r\nDock Trust;one, two, three\r\nFenwick;four, five\r\n"
    assert read_delimited(text.encode(), 100)[1] == ["Dock Trust", "one, two, three"]


def test_a_line_that_names_its_separator() -> None:
    assert read_delimited(b"sep=|\r\na|b\r\n1|2\r\n", 100) == [["a", "b"], ["1", "2"]]


def test_one_column() -> None:
    assert read_delimited(b"Name\nDock Trust\n", 100) == [["Name"], ["Dock Trust"]]


def test_reading_stops_past_the_rows_allowed() -> None:
    assert len(read_delimited(b"a,b\n" * 100, 10)) == 11


def test_a_cell_that_never_ends() -> None:
    with pytest.raises(Unreadable, match="quotation mark"):
        read_delimited(b'a,b\n"' + b"x" * 200_000, 10)


def test_text_that_is_no_text() -> None:
    with pytest.raises(Unreadable):
        decode(bytes(range(256)) * 4)


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip())
)
def test_what_is_exported_comes_back_and_is_never_run(text: str) -> None:
    data = csv_bytes(["Name", "Second"], [[text, "end"]])
    assert read_delimited(data, 10)[1] == [text, "end"]
    assert not data.decode("utf-8-sig").splitlines()[1].lstrip('"').startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("end", ['"Arts Trust,A\nCanal Trust,B\n', '"Arts Trust,A', 'Arts Trust,"A\n\n'])
def test_a_quotation_that_takes_the_rest_of_the_file(end: str) -> None:
    with pytest.raises(Unreadable, match="Line 2 "):
        read_delimited(f"Name,Member\n{end}".encode(), 100)


def test_an_inch_mark_is_no_quotation() -> None:
    text = 'Name,Note\nArts Trust,a 6" pipe\nCanal Trust,"two\nlines"\n'
    assert read_delimited(text.encode(), 100)[1:] == [
        ["Arts Trust", 'a 6" pipe'],
        ["Canal Trust", "two\nlines"],
    ]
