"""What a person sees on a page of records: its rows, and its buttons by their words."""

from typing import Any

from PySide6.QtWidgets import QPushButton

from pmdesk.ui.pages.records_page import RecordsPage


def rows(page: RecordsPage) -> list[str]:
    return [str(page.list_part.model.index(at, 0).data()) for at in range(page.list_part.model.rowCount())]


def button(widget: Any, word: str) -> QPushButton:
    found = [
        one for one in widget.findChildren(QPushButton) if one.accessibleName() == word and one.isVisible()
    ]
    assert found, f"no button says {word}"
    return found[-1]
