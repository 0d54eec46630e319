"""A list of any length holds only the pages near what is shown."""

import pytest
from PySide6.QtCore import Qt

from pmdesk.ui.paged_model import KEPT, PAGE, PagedModel, Row, Rows
from tests.ui.endless import Endless


@pytest.fixture
def endless() -> Endless:
    return Endless(1_000_000)


def test_only_some_pages_are_kept(endless: Endless) -> None:
    model = PagedModel(endless)
    for at in range(0, 100 * PAGE, PAGE):
        model.row(at)
    assert model.pages_held() == KEPT


def test_a_row_is_spoken_whole(endless: Endless) -> None:
    model = PagedModel(endless)
    spoken = model.data(model.index(3), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Body 3, Submitted, one seat"


def test_rows_in_hand_are_a_source_too() -> None:
    model = PagedModel(Rows([Row("a", "A", note="Not required"), Row("b", "B")]))
    assert (model.rowCount(), model.position("b"), model.position("c"), model.row(2)) == (2, 1, None, None)
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "A, Not required"
