"""Columns make way for the name, and what they said is said in the quiet line."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication

from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.ui.drawing import words_width
from pmdesk.ui.pages.measures_row import due_words, heads, places, said_without_column, spoken_measure

ROW = MeasureRow(
    "m", "EN02 Household waste recycled", "Wendle Waste Partnership", (), "46.9%", "2025-26 Q4", "50.0%",
    "2026-27 Q4", ("close", "Close"), "better", "Better", "2026-27 Q1", False, "40 hours a year", "48.0%",
    "2026-27 Q4, path 48.0%", "46.9% against 48.0%",
)  # fmt: skip


def test_every_column_where_there_is_room(dressed: QApplication) -> None:
    shown = places(heads(), 1232)
    assert list(shown) == ["name", "spark", "latest", "target", "rating", "way", "due"]
    edges = [(left, left + width) for left, width in shown.values()]
    assert all(before[1] <= after[0] for before, after in pairwise(edges))
    assert edges[-1][1] <= 1232
    assert words_width(ROW.target_note, "small") <= shown["target"][1], "the path is read, not cut"
    assert said_without_column(ROW, shown) == "Wendle Waste Partnership"


def test_the_small_line_goes_first_and_value_and_rating_never(dressed: QApplication) -> None:
    assert "spark" not in places(heads(), 880)
    narrow = places(heads(), 520)
    assert list(narrow) == ["name", "latest", "rating"]
    assert said_without_column(ROW, narrow) == (
        "Target 50.0%, better, due 2026-27 Q1. Wendle Waste Partnership"
    )
    assert places(heads(), 100)["name"][1] == 0


def test_effort_takes_the_place_of_what_is_due(dressed: QApplication) -> None:
    assert list(places(heads(effort=True), 1232))[-1] == "hours"
    narrow = places(heads(effort=True), 520)
    assert said_without_column(ROW, narrow, effort=True).startswith("40 hours a year, target 50.0%")
    assert said_without_column(ROW._replace(hours=""), narrow, effort=True).startswith("No hours recorded")


def test_a_listener_hears_every_column() -> None:
    assert spoken_measure(ROW) == (
        "EN02 Household waste recycled, Close, latest 46.9%, 2025-26 Q4, target 50.0%, 2026-27 Q4,"
        " path 48.0%, Better, due 2026-27 Q1, 40 hours a year, Wendle Waste Partnership"
    )
    assert due_words(ROW._replace(overdue=True)) == "2026-27 Q1, overdue"
    assert spoken_measure(MeasureRow("m", "New", pill=("none", "No reading yet"))) == "New, No reading yet"
