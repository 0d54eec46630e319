"""A line to filter in says what may be typed."""

from pmdesk.ui.search_line import SearchLine
from tests.ui.conftest import Place


def test_the_placeholder_is_its_name(on: Place) -> None:
    made = SearchLine("Find a body, member, measure…", "Ctrl K")
    on(made)
    made.resize(400, 32)
    assert made.accessibleName() == "Find a body, member, measure"
    with_hint = made.grab().toImage()
    made.setText("al")
    assert made.grab().toImage() != with_hint
