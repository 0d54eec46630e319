"""The grid of readings as a spreadsheet: keys move, typing replaces, blocks are copied and pasted."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from pmdesk.domain.pasted import read_block, write_block
from pmdesk.figures.readings_entry import NUMBERS
from pmdesk.figures.readings_paste import land
from pmdesk.ui.pages.readings_cells import EDGE, ReadingsDelegate
from pmdesk.ui.pages.readings_first import FirstColumn
from pmdesk.ui.pages.readings_model import Index, ReadingsModel
from pmdesk.ui.pages.readings_widths import widths
from pmdesk.ui.theme import scale, tall, themes
from pmdesk.ui.words import _, spoken

HEAD, HEIGHT, LEAST = 28, 32, 220
# Beside large words the grid is content with a few rows, so that the note under it stays in sight.
LARGE, ROWS = 1.4, 4
Keys = QKeySequence.StandardKey
Hint = QAbstractItemDelegate.EndEditHint


class ReadingsTable(QTableView):
    """`pasted` gives where a block landed; `moved` is told when another cell is in hand.

    Enter goes down, Tab right and at the end on to the next row; Ctrl+Tab leaves the grid.
    """

    pasted = Signal(object)
    moved = Signal()

    def __init__(self, model: ReadingsModel) -> None:
        super().__init__()
        self.readings, self._delegate = model, ReadingsDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Readings"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(8)
        # The heads stand over the words of their cells.
        head.setStyleSheet(f"QHeaderView::section {{ padding: 0 {EDGE}px }}")
        for each in (self.verticalHeader(), head):
            each.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.first = FirstColumn(self)
        model.modelReset.connect(self._measure)
        themes().changed.connect(self._measure)
        self._measure()

    _moving = False

    # Verbs

    def copy(self) -> None:
        """The chosen cells as a spreadsheet takes them; whole rows with their headings."""
        chosen = self._chosen()
        if not chosen:
            return
        model = self.readings
        rows, places = sorted({each.row() for each in chosen}), sorted({each.column() for each in chosen})
        whole = len(places) == len(model.columns)
        typable = [place for place in places if model.columns[place].field]
        places = places if whole or not typable else typable
        block = [[self._copied(row, place) for place in places] for row in rows]
        if whole:
            block.insert(0, [model.columns[place].title for place in places])
        QGuiApplication.clipboard().setText(write_block(block))

    def paste(self) -> None:
        """Type the block on the clipboard, from the first chosen cell on; one cell fills all chosen."""
        chosen, model = self._chosen(), self.readings
        block = read_block(QGuiApplication.clipboard().text())
        if not chosen or not block or model.read_only:
            return
        if len(chosen) > 1 and len(block) == len(block[0]) == 1:
            self._fill(chosen, block[0][0])
            return
        row, place = min(each.row() for each in chosen), min(each.column() for each in chosen)
        landed = land(model.grid, model.fields(), block, row, model.columns[place].field, spoken())
        model.paste(landed)
        self.pasted.emit(landed)

    def clear(self) -> None:
        """Empty the chosen cells, in one step."""
        self._fill(self._chosen(), "")

    def take(self, index: QModelIndex) -> None:
        """Take one cell in hand, whichever keys are held; none for an invalid index."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to(self, index: QModelIndex) -> None:
        """Put the keyboard on a cell and bring it into sight."""
        if index.isValid():
            self.take(index)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """A cell that comes into sight does not stay under the column that stands still."""
        super().scrollTo(index, hint)
        under = self.first.width() - self.visualRect(index).left()
        if index.column() > 0 and not self.first.isHidden() and under > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - under)

    def is_typing(self) -> bool:
        """Whether a cell stands open; what is typed in it is not in the model yet."""
        return bool(self.state() == QAbstractItemView.State.EditingState)

    def be_done(self) -> None:
        """Take what is typed in an open cell, as if the person had gone on to another."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_empty(self) -> QModelIndex:
        """The first value still to be typed, else the last row's: a measure's rows end with the newest."""
        model = self.readings
        values = [model.place(line.key) for line in model.grid.lines]
        empty = [each for each in values if not model.text(each.row(), "value")]
        wanted = empty[-1:] if model.grid.measure else empty[:1]
        return (wanted or values[-1:] or [QModelIndex()])[0]

    # Qt's ways in

    def event(self, event: QEvent) -> bool:
        """The grid's own Undo comes before the window's, as long as there is typing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            back, again = self.readings.typed.steps()
            if (event.matches(Keys.Undo) and back) or _is_redo(event, again):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._did(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell that can be typed in, and leaves the grid after the last one."""
        return self._step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes down, Tab right; the next cell is not opened before something is typed."""
        super().closeEditor(editor, Hint.NoHint)
        if self._moving:  # another cell was taken in hand: it is where the person wants to be
            return
        if hint == Hint.SubmitModelCache:
            self._down(1)
        elif hint in (Hint.EditNextItem, Hint.EditPreviousItem):
            self._step(1 if hint == Hint.EditNextItem else -1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def currentChanged(self, current: Index, previous: Index) -> None:
        self._moving = True
        super().currentChanged(current, previous)
        self._moving = False
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.take(self.first_empty())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # Inside

    def _did(self, event: QKeyEvent) -> bool:
        """Do what a key of a spreadsheet asks for; False when it is none of them."""
        back, again = self.readings.typed.steps()
        held, key = event.modifiers(), event.key()
        if event.matches(Keys.Copy):
            self.copy()
        elif event.matches(Keys.Cut):
            self.copy()
            self.clear()
        elif event.matches(Keys.Paste):
            self.paste()
        elif event.matches(Keys.Undo) and back:
            self.readings.undo()
        elif _is_redo(event, again):
            self.readings.redo()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() == QAbstractItemView.State.EditingState:
                return False  # the cell's editor was given it first, and is about to be done
            self._down(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and held & Qt.KeyboardModifier.ControlModifier:
            super().focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.edit(self.currentIndex())
        else:
            return False
        return True

    def _chosen(self) -> list[QModelIndex]:
        return self.selectionModel().selectedIndexes() or [
            each for each in (self.currentIndex(),) if each.isValid()
        ]

    def _copied(self, row: int, place: int) -> str:
        """Numbers as they are stored, so that a spreadsheet takes them for numbers; the rest as shown."""
        model = self.readings
        field = model.columns[place].field
        if field in (*NUMBERS, "commentary"):
            return model.text(row, field)
        return model.cell(row, place).text

    def _fill(self, chosen: list[QModelIndex], text: str) -> None:
        model, cells = self.readings, dict[tuple[str, str], dict[str, str]]()
        for each in chosen:
            field = model.columns[each.column()].field
            if field and model.text(each.row(), field) != text:
                cells.setdefault(model.line(each.row()).key, {})[field] = text
        if cells and not model.read_only:
            model.type_in(cells)

    def _down(self, step: int) -> None:
        """Down or up; below the last row of a measure that has been typed in comes the next period."""
        here, model = self.currentIndex(), self.readings
        row = here.row() + step
        said = model.text(here.row(), "value") or model.text(here.row(), "state") if here.isValid() else ""
        if row == model.rowCount() and said and not model.read_only:
            model.add_next()
        if 0 <= row < model.rowCount():
            self.take(model.index(row, here.column()))

    def _step(self, step: int) -> bool:
        """To the next cell that can be typed in, over the ends of rows; False where there is none."""
        here, model = self.currentIndex(), self.readings
        places = [at for at, column in enumerate(model.columns) if column.field]
        cells = len(places) * model.rowCount()
        if not here.isValid() or not places:
            return False
        passed = sum(place < here.column() for place in places)
        between = step > 0 and here.column() not in places
        at = here.row() * len(places) + passed + step - (1 if between else 0)
        if not 0 <= at < cells:
            return False
        self.take(model.index(at // len(places), places[at % len(places)]))
        return True

    def _measure(self) -> None:
        self.horizontalHeader().setFixedHeight(tall(HEAD))
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(tall(HEIGHT))
        self.setMinimumHeight(tall(HEAD) + ROWS * tall(HEIGHT) if scale() > LARGE else tall(LEAST, 6))
        self._share_width()

    def _share_width(self) -> None:
        """Each column as wide as its words want; the first stands still where not all are in sight."""
        room = self.viewport().width()
        mark = _("Challenged") if self.readings.challenged else ""
        wanted = widths(self.readings.columns, self.readings.grid, room, mark)
        for at, width in enumerate(wanted):
            self.setColumnWidth(at, width)
        self.first.lie_over(sum(wanted) > room and self.readings.rowCount() > 0)


def _is_redo(event: QKeyEvent, again: bool) -> bool:
    held = Qt.KeyboardModifier.ControlModifier
    return again and (event.matches(Keys.Redo) or (event.key() == Qt.Key.Key_Y and event.modifiers() == held))
