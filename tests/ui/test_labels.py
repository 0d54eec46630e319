"""Text is text: nothing a person typed is read as markup."""

from PySide6.QtCore import Qt

from pmdesk.ui.labels import label, prose, quiet, title
from tests.ui.conftest import Place


def test_markup_stays_text(on: Place) -> None:
    made = label("<b>R&D</b> <img src=x>")
    on(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_roles_are_sizes(on: Place) -> None:
    made = [title("Desk"), quiet("Monday"), prose("Free advice"), label("9", "small")]
    for one in made:
        on(one)
        one.ensurePolished()
    assert [round(one.font().pointSizeF(), 1) for one in made] == [18, 10.5, 10.5, 9]
