"""Where the headings are, and which rows only add others up."""

import pytest

from pmdesk.exchange.headings import heading_row, heading_zone, headings, is_total

KNOWN = frozenset(("body", "seat", "from", "to"))


def test_headings_stand_under_a_title() -> None:
    rows = [
        ["Register of outside bodies", "", ""],
        ["", "", ""],
        ["Body", "Seats", "Note"],
        ["Dock Trust", "2", ""],
    ]
    assert heading_row(rows, KNOWN) == 2


def test_unknown_headings_are_the_first_wide_row() -> None:
    assert heading_row([["A title"], ["Alpha", "Beta", "Gamma"], ["1", "2", "3"]], frozenset()) == 1
    assert heading_row([], KNOWN) is None
    assert heading_row([["", ""]], KNOWN) is None


def test_merged_headings_and_headings_that_repeat() -> None:
    rows = [["Body", "Term", "", "Leave", ""], ["", "From", "To", "From", "To"]]
    merged = [((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (0, 4))]
    assert heading_zone(rows, 1, KNOWN, merged) == heading_zone(rows, 0, KNOWN, merged) == (0, 1)
    assert headings(rows, (0, 1), merged) == ("Body", "Term From", "Term To", "Leave From", "Leave To")


def test_headings_in_two_rows_of_a_csv() -> None:
    rows = [["Body", "Term", ""], ["", "From", "To"], ["Dock Trust", "2025", "2026"]]
    assert heading_zone(rows, 0, KNOWN, []) == (0, 1)
    assert headings(rows, (0, 1), []) == ("Body", "From", "To")
    assert heading_zone(rows[1:], 0, KNOWN, []) == (0, 0)


def test_every_heading_is_there_once() -> None:
    assert headings([["Date", "", "Date "]], (0, 0), []) == ("Date", "Column 2", "Date (2)")


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (["Total", "46"], True),
        (["", "Grand total", "46", "£1,200"], True),
        (["Scotland", "56.9"], True),
        (["Totals"], True),
        (["Totnes Charity", "2"], False),
        (["Total Place Board", "2", "A Shaw"], False),
        (["Scotland Trust", "1"], False),
        (["Wales", "Cardiff", "2"], False),
        (["", ""], False),
    ],
)
def test_total_rows(cells: list[str], total: bool) -> None:
    assert is_total(cells) is total
