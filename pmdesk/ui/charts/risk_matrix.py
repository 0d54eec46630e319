"""The five by five matrix of open risks: likelihood across, impact up; shade and word say the level."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmdesk.domain.risk import LEVELS
from pmdesk.figures.risk_matrix import RiskMatrix, Square
from pmdesk.ui.accessible import announce
from pmdesk.ui.buttons import flat
from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import SHAPES, draw_shape
from pmdesk.ui.labels import label
from pmdesk.ui.small_table import Cell, Column, SmallTable
from pmdesk.ui.theme import font, px, tall, themes, token
from pmdesk.ui.words import _

SIDES, WIDEST, HIGH, FOOT, SHAPE = 112, 104, 48, 40, 10
# With less than this to a square both sides are numbered only, and the squares take their room.
LEAST, NUMBERS = 76, 28
_SHAPE_OF = {code: shape for _least, code, shape in LEVELS}
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class RiskMatrixChart(QWidget):
    """Arrows go from square to square; each is said: how likely, how grave, its level, which risks."""

    taken = Signal(int, int)  # likelihood, impact

    def __init__(self, figures: RiskMatrix) -> None:
        super().__init__()
        self.figures = figures
        self.square = _first(figures)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Risk matrix: {finding}", finding=figures.finding))
        self.setAccessibleDescription(figures.summary)
        themes().changed.connect(self._measure)
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDES + 5 * WIDEST), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NUMBERS) + 5 * 40, self.minimumHeight())

    def is_narrow(self) -> bool:
        return self.width() - px(SIDES) < 5 * px(LEAST)

    def box(self, square: Square) -> QRectF:
        """Where a square is drawn."""
        sides = px(NUMBERS if self.is_narrow() else SIDES)
        wide = min((self.width() - sides) / 5, px(WIDEST))
        left = sides + (square.likelihood - 1) * wide
        return QRectF(left, (5 - square.impact) * tall(HIGH, 2), wide, tall(HIGH, 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.square
        across, up = here.likelihood, here.impact
        moves = {
            Qt.Key.Key_Left: (across - 1, up),
            Qt.Key.Key_Right: (across + 1, up),
            Qt.Key.Key_Up: (across, up + 1),
            Qt.Key.Key_Down: (across, up - 1),
            Qt.Key.Key_Home: (1, 5),
            Qt.Key.Key_End: (5, 1),
        }
        key = Qt.Key(event.key())
        if key not in moves:
            event.ignore()
            return
        across, up = moves[key]
        self.take(self.figures.at(min(max(across, 1), 5), min(max(up, 1), 5)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for square in self.figures.squares:
            if self.box(square).contains(event.position()):
                self.take(square)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take(self.square)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def take(self, square: Square) -> None:
        """Have a square in hand, and say it."""
        self.square = square
        self.setAccessibleName(_("Risk matrix: {square}", square=square.spoken))
        self.setToolTip("\n".join(square.titles))
        announce(self, square.spoken)
        self.taken.emit(square.likelihood, square.impact)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for square in self.figures.squares:
            _draw_square(painter, square, self.box(square).adjusted(1, 1, -1, -1))
        self._names(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(token("accent"), 2))
            painter.drawRoundedRect(self.box(self.square).adjusted(1, 1, -1, -1), 4, 4)

    def _names(self, painter: QPainter) -> None:
        """How grave at the left, how likely below: in words, or as numbers where there is little room."""
        painter.setFont(font("small"))
        painter.setPen(token("quiet"))
        narrow, wrap = self.is_narrow(), Qt.TextFlag.TextWordWrap
        sides = px(NUMBERS if narrow else SIDES) - 12
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at in range(1, 6):
            row, foot = self.box(self.figures.at(1, at)), self.box(self.figures.at(at, 1))
            said = (self.figures.impacts[at - 1], self.figures.likelihoods[at - 1])
            impact, likelihood = (str(at), str(at)) if narrow else said
            painter.drawText(QRectF(0, row.top(), sides, row.height()), right | wrap, impact)
            under = QRectF(foot.left() + 2, foot.bottom() + 4, foot.width() - 4, tall(FOOT, 2))
            painter.drawText(under, _CENTRE | wrap, likelihood)
        bottom, said_sides = self.box(self.figures.at(1, 1)).bottom() + 4, _("impact up, likelihood across")
        if narrow:
            line = QRectF(0, bottom + tall(FOOT, 2) / 2, self.width(), tall(FOOT, 2) / 2)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said_sides)
        else:
            corner = QRectF(0, bottom, sides, tall(FOOT, 2))
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | wrap, said_sides)

    def _measure(self) -> None:
        self.setFixedHeight(5 * tall(HIGH, 2) + 4 + tall(FOOT, 2))
        self.updateGeometry()
        self.update()


class RiskMatrixPart(QWidget):
    """What the matrix shows, in a sentence; the matrix, or its squares that hold a risk as a table."""

    def __init__(self, figures: RiskMatrix) -> None:
        super().__init__()
        self.finding = label(figures.finding, "strong")
        self.toggle = flat(_("Show as table"), self._turn, "table")
        self.chart, self.table = RiskMatrixChart(figures), _table(figures)
        head = QHBoxLayout()
        head.addWidget(self.finding, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.chart)
        layout.addWidget(self.table)
        if figures.unscored:
            layout.addWidget(label(figures.summary.rsplit(". ", 1)[-1], "quiet_list"))
        self.table.hide()

    def _turn(self) -> None:
        on = self.table.isHidden()
        self.table.setVisible(on)
        self.chart.setVisible(not on)
        self.toggle.set_word(_("Show as matrix") if on else _("Show as table"))
        self.toggle.set_icon("measures" if on else "table")


def _first(figures: RiskMatrix) -> Square:
    """The square to begin with: the highest that holds a risk, else the one at the top left."""
    held = [square for square in figures.squares if square.n]
    return max(held, key=lambda each: each.likelihood * each.impact, default=figures.squares[0])


def _draw_square(painter: QPainter, square: Square, box: QRectF) -> None:
    """Ground in the level's tint, its shape and word below, how many risks in the middle."""
    shape = _SHAPE_OF[square.level]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token(f"{SHAPES[shape]}_tint"))
    painter.drawRoundedRect(box, 3, 3)
    half = box.height() / 2
    if square.n:
        upper = QRectF(box.left(), box.top() + 2, box.width(), half)
        draw_words(painter, upper, str(square.n), "body_strong", SHAPES[shape], _CENTRE)
    side = px(SHAPE)
    wide = words_width(square.word, "small") + 1
    room = box.width() - 4
    # Where both have no room the word stands alone on its ground.
    shaped = side + 4 + wide <= room
    left = box.center().x() - min(side + 4 + wide if shaped else wide, room) / 2
    foot = QRectF(left, box.top() + half - (0 if square.n else half / 2), side, half - 4)
    if shaped:
        draw_shape(painter, shape, foot)
        left += side + 4
    words = QRectF(left, foot.top(), min(wide, room), foot.height())
    draw_words(painter, words, square.word, "small", SHAPES[shape])


def _table(figures: RiskMatrix) -> SmallTable:
    made = SmallTable(
        [Column(_("Likelihood"), 22), Column(_("Impact"), 22), Column(_("Level"), 16),
         Column(_("Risks"), 40, strong=True)], _("Risk matrix as a table"),
    )  # fmt: skip
    held = sorted(
        (each for each in figures.squares if each.n), key=lambda each: -each.likelihood * each.impact
    )
    made.set_rows([
        [Cell(figures.likelihoods[each.likelihood - 1]), Cell(figures.impacts[each.impact - 1]),
         Cell(each.word, state=_SHAPE_OF[each.level]), Cell("; ".join(each.titles))]
        for each in held
    ])  # fmt: skip
    return made
