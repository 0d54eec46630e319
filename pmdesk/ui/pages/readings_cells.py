"""How cells of the grid of readings are drawn and typed in: numbers, choices, and notes of several lines."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pmdesk.domain.measure import READING
from pmdesk.figures.readings_entry import NUMBERS
from pmdesk.ui.choice_editors import ListChoice
from pmdesk.ui.drawing import draw_hairline, draw_words, words_width
from pmdesk.ui.pages.readings_model import CELL, GridCell, Index, ReadingsModel
from pmdesk.ui.pill import draw_pill
from pmdesk.ui.theme import px, tall, token
from pmdesk.ui.words import _

EDGE, CORNER, UNDER = 8, 7, 6
NOTE_WIDTH, NOTE_HEIGHT = 360, 96
Editor = QLineEdit | QPlainTextEdit | ListChoice


class ReadingsDelegate(QStyledItemDelegate):
    """Draws a cell with its state, and gives it the editor of its field."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, rect = index.data(CELL), option.rect
        if not isinstance(cell, GridCell):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or not cell.can_type:
            painter.fillRect(rect, token("selection" if selected else "panel"))
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom())
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), token("hairline"))
        _draw_words(painter, QRectF(rect).adjusted(EDGE, 0, -EDGE, -1), cell)
        if cell.typed:
            _draw_corner(painter, rect)
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index and view.hasFocus():
            painter.setPen(QPen(token("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field, model = _field(index), index.model()
        editor: Editor
        if choices := READING.field(field).choices:
            editor = ListChoice([(code, _(label)) for code, label in choices])
            editor.setParent(parent)
            editor.edited.connect(lambda: self._done(editor))
            # Opened by a key, the list has been moved to what begins with it; then it drops down.
            QTimer.singleShot(0, editor, editor.showPopup)
        elif field in NUMBERS:
            editor = QLineEdit(parent)
            if isinstance(model, ReadingsModel):
                editor.textEdited.connect(lambda text: model.look_ahead(index.row(), field, text))
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            editor = QPlainTextEdit(parent)
        if isinstance(model, ReadingsModel):
            editor.setAccessibleName(model.said(index.row(), index.column()))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        model = index.model()
        if isinstance(model, ReadingsModel) and isinstance(editor, QLineEdit):
            model.look_ahead(index.row(), "", None)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, ListChoice):
            editor.set_value(text or None)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ListChoice):
            model.setData(index, editor.value() or "")
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """A note is typed in several lines over the cells beside and below, within what is in sight."""
        parent = editor.parentWidget()
        rect, room = QRect(option.rect), parent.rect() if parent else QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            rect.setSize(rect.size().expandedTo(_note_size(room)))
        elif isinstance(editor, ListChoice):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        rect.moveLeft(max(0, min(rect.left(), room.right() - rect.width())))
        rect.moveTop(max(0, min(rect.top(), room.bottom() - rect.height())))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """In a note Enter is done, as in every cell; with Shift or Alt it begins a new line."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent) and event.key() in enter:
            if event.type() == QEvent.Type.KeyPress and not event.modifiers() & _NEW_LINE:
                self._done(editor)
                return True
            if event.type() == QEvent.Type.KeyPress:
                editor.insertPlainText("\n")
                return True
        return super().eventFilter(editor, event)

    def _done(self, editor: Any) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)


_NEW_LINE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


def _note_size(room: QRect) -> Any:
    wanted = QRect(0, 0, px(NOTE_WIDTH), tall(NOTE_HEIGHT, 4))
    return wanted.intersected(QRect(0, 0, room.width(), room.height())).size()


def _field(index: Index) -> str:
    model = index.model()
    return model.columns[index.column()].field if isinstance(model, ReadingsModel) else ""


def _draw_words(painter: QPainter, box: QRectF, cell: GridCell) -> None:
    if cell.shape and cell.text:
        pill = draw_pill(painter, box.left(), box.center().y(), cell.shape, cell.text, int(box.width()))
        beside = box.adjusted(pill + EDGE, 0, 0, 0)
        if cell.note and beside.width() > 0:
            draw_words(painter, beside, cell.note, "small", "quiet")
        return
    if cell.note:
        draw_words(painter, box, cell.note, "small", "quiet", Qt.AlignmentFlag.AlignRight)
        box = box.adjusted(0, 0, -words_width(cell.note, "small") - EDGE, 0)
    colour = "missed" if cell.problem else "quiet" if cell.quiet else "text"
    side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
    used = draw_words(painter, box, cell.text, "strong" if cell.strong else "list", colour, side)
    if cell.problem or cell.doubt:
        # An empty cell that wants something is underlined whole.
        used = used or box.width()
        left = box.right() - used if cell.right else box.left()
        ink = token("missed" if cell.problem else "close")
        painter.fillRect(QRectF(left, box.bottom() - UNDER, used, 2), ink)


def _draw_corner(painter: QPainter, rect: QRect) -> None:
    """A small corner on a cell that is typed and not saved."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("accent"))
    corner = QPointF(rect.left(), rect.top())
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(CORNER, 0), corner + QPointF(0, CORNER)]))
    painter.restore()
