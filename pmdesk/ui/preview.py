"""A PDF on the screen before it is saved: pages as they will be printed, drawn when they come into sight."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pmdesk.ui.theme import token
from pmdesk.ui.words import _

GAP, POINTS = 16, 96 / 72
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
FIT = 0.0


class Preview(QScrollArea):
    """`set_pdf` shows other bytes; `page_changed` gives the page in sight, from 1, and how many there are."""

    page_changed = Signal(int, int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Any = None
        # A page freed too early crashes the library: they live as long as their document.
        self._pages: list[Any] = []
        self._sheets: list[_Sheet] = []
        self._zoom, self._name = FIT, ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._say_page())
        self._show_nothing()

    def set_pdf(self, made: bytes, name: str) -> None:
        """Show a PDF called `name`, from its top; the same pages stay where they were."""
        import pypdfium2

        before = self.verticalScrollBar().value() if name == self._name else 0
        self._show_nothing()
        self._name, self._document = name, pypdfium2.PdfDocument(made)
        self._pages = [self._document[at] for at in range(len(self._document))]
        self._lay_out_pages()
        self.verticalScrollBar().setValue(before)
        self._say_page()

    def clear(self) -> None:
        """Show no paper."""
        self._name = ""
        self._show_nothing()
        self.page_changed.emit(0, 0)

    def page_count(self) -> int:
        return len(self._pages)

    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 while there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [sheet.y() - GAP for sheet in self._sheets]
        return max(sum(top <= middle for top in tops), 1) if tops else 0

    def go_to(self, page: int) -> None:
        """Bring the top of a page, from 1, into view."""
        if 1 <= page <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[page - 1].y() - GAP)

    def zoom(self) -> float:
        """The size in force: 1.0 is the size of the paper."""
        return self._zoom or self._fitting()

    def set_zoom(self, zoom: float) -> None:
        """A size, or FIT for as wide as the view."""
        at = self.page()
        self._zoom = zoom
        self._resize_sheets()
        self.go_to(at)
        self.zoomed.emit(zoom)

    def zoom_by(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.zoom()
        larger = [zoom for zoom in ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now - 0.01]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    def text_of(self, page: int) -> str:
        """The words of a page, from 1, in reading order; for who hears the preview."""
        held = self._pages[page - 1].get_textpage()
        return " ".join(str(held.get_text_range()).split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        pages = {
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.page_count(),
            Qt.Key.Key_PageDown: self.page() + 1,
            Qt.Key.Key_PageUp: self.page() - 1,
        }
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(steps[key])
        elif key in pages:
            self.go_to(min(max(pages[key], 1), self.page_count()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_sheets()

    def _show_nothing(self) -> None:
        for page in self._pages:
            page.close()
        if self._document is not None:
            self._document.close()
        self._document, self._pages, self._sheets = None, [], []
        self._holder = _Desktop()
        self.setWidget(self._holder)
        self._resize_sheets()

    def _lay_out_pages(self) -> None:
        for page in self._pages:
            sheet = _Sheet(page, self._holder)
            sheet.show()
            self._sheets.append(sheet)
        self._resize_sheets()

    def _resize_sheets(self) -> None:
        """Place the pages one under the other; by hand, so that each has its place before it is painted."""
        zoom, top = self.zoom(), GAP
        for sheet in self._sheets:
            sheet.set_zoom(zoom)
        wide = max([sheet.width() + 2 * GAP for sheet in self._sheets] + [self.viewport().width()])
        for sheet in self._sheets:
            sheet.move((wide - sheet.width()) // 2, top)
            top += sheet.height() + GAP
        self._holder.resize(wide, max(top, self.viewport().height()))

    def _fitting(self) -> float:
        widest = max((sheet.points[0] for sheet in self._sheets), default=595.0)
        room = self.width() - 2 * GAP - 10
        return max(0.25, min(room / (widest * POINTS), 1.5))

    def _say_page(self) -> None:
        page, pages = self.page(), self.page_count()
        self.setAccessibleName(_("Preview of {paper}, page {n} of {m}", paper=self._name, n=page, m=pages))
        self.setAccessibleDescription(self.text_of(page) if page else "")
        self.page_changed.emit(page, pages)


class _Desktop(QWidget):
    """What the pages lie on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), token("panel"))


class _Sheet(QWidget):
    """One page; its picture is made when it is first painted and kept until its size changes."""

    def __init__(self, page: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._zoom = page, 1.0
        self.points: tuple[float, float] = page.get_size()
        self._drawn: QImage | None = None

    def is_drawn(self) -> bool:
        return self._drawn is not None

    def set_zoom(self, zoom: float) -> None:
        size = QSize(round(self.points[0] * POINTS * zoom), round(self.points[1] * POINTS * zoom))
        if size != self.size() or self._drawn is None:
            self._zoom, self._drawn = zoom, None
            self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._drawn is None:
            self._drawn = _picture(self._page, self._zoom * POINTS * ratio)
            self._drawn.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._drawn)
        painter.setPen(token("hairline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _picture(page: Any, scale: float) -> QImage:
    """A page as a picture of its own memory; the library's is gone with its bitmap."""
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return image.copy()
