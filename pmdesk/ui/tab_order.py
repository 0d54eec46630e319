"""Tab goes through a page as the eye does, also to parts put into it later, which Qt has come last."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QStackedWidget, QWidget

from pmdesk.ui.field import scroll_area


def tab_as_laid_out(page: QWidget) -> None:
    """Put all of a page that takes the keyboard in the order of its layouts."""
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def page_of(part: QWidget) -> QWidget:
    """The whole of what scrolls with a part; the part where nothing does."""
    area = scroll_area(part)
    return area.widget() or part if area else part


def _stops(widget: QWidget | None) -> list[QWidget]:
    if widget is None:
        return []
    own = [widget] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None else []
    if isinstance(widget, QScrollArea):
        return own + _stops(widget.widget())
    if isinstance(widget, QStackedWidget):
        return [stop for at in range(widget.count()) for stop in _stops(widget.widget(at))]
    layout = widget.layout()
    if layout is None or isinstance(widget, QAbstractScrollArea):
        return own
    return own + _of(layout)


def _of(layout: QLayout) -> list[QWidget]:
    found = list[QWidget]()
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, part = (item.layout(), item.widget()) if item else (None, None)
        if inner is not None:
            found += _of(inner)
        elif part is not None:
            found += _stops(part)
    return found
