"""Line icons in the palette's colours, and the shapes that carry a rating; no other file reads icons."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from pmdesk.domain.words import resources
from pmdesk.ui.theme import token

# Our name for it: the file of the Lucide family. To add one: copy its SVG as it is: its line is 1.5 px at 18.
NAMES: dict[str, str] = {
    "desk": "inbox", "partnerships": "blend", "bodies": "landmark", "members": "user-round",
    "milestones": "flag", "partners": "users-round", "papers": "file-text", "search": "search",
    "undo": "undo-2", "redo": "redo-2", "menu": "menu", "more": "ellipsis", "up": "chevron-up",
    "down": "chevron-down", "left": "chevron-left", "right": "chevron-right", "plus": "plus",
    "edit": "pencil", "history": "history", "table": "table-2", "import": "download",
    "file": "file-spreadsheet", "settings": "settings-2", "help": "circle-question-mark",
    "calendar": "calendar", "save": "check", "back": "arrow-left", "forward": "arrow-right",
    "close": "x", "measures": "chart-line", "better": "arrow-up-right", "worse": "arrow-down-right",
    "same": "arrow-right", "filter": "list-filter", "plans": "list-tree", "link": "link",
    "ticked": "square-check", "unticked": "square",
    "challenges": "messages-square", "exchange": "arrow-left-right",
    "scrutiny": "scan-search", "practice": "lightbulb", "health": "heart-pulse",
}  # fmt: skip

# Shape of each state: the colour token it takes. 'plain' has no shape: a status nobody judged.
SHAPES: dict[str, str] = {
    "met": "met", "close": "close", "missed": "missed", "complete": "complete", "none": "none",
    "clock": "none", "unknown": "none", "dash": "none", "plain": "none",
}  # fmt: skip


def icon(name: str, colour: str = "quiet", size: int = 20, after: int = 0) -> QIcon:
    """The icon `name` of NAMES in the token `colour`, `size` pixels; faint when its button is disabled.

    `after` is empty room at its right: Qt leaves only four pixels between an icon and its word.
    """
    return _icon(name, token(colour).name(), token("faint").name(), size, after)


def pixmap(name: str, colour: str = "quiet", size: int = 20, ratio: float = 1.0) -> QPixmap:
    return _pixmap(name, token(colour).name(), size, ratio)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, faint: str, size: int, after: int) -> QIcon:
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(_pixmap(name, colour, size, ratio, after))
        made.addPixmap(_pixmap(name, faint, size, ratio, after), QIcon.Mode.Disabled)
    return made


def _ratios() -> set[float]:
    return {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float, after: int = 0) -> QPixmap:
    svg = (resources() / "icons" / f"{NAMES[name]}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    drawn = QPixmap(round((size + after) * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def draw_shape(painter: QPainter, state: str, rect: QRectF, colour: QColor | None = None) -> None:
    """Draw the shape of `state` (SHAPES) centred in `rect`, as large as its shorter side (12 or 10 px)."""
    if state == "plain":
        return
    side, centre = min(rect.width(), rect.height()), rect.center()
    ink = colour or token(SHAPES[state])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre.x() - side / 2, centre.y() - side / 2)
    painter.scale(side / 12, side / 12)
    _DRAW[state](painter, ink)
    painter.restore()


def draw_at(painter: QPainter, state: str, at: QPointF, side: float, colour: QColor) -> None:
    """The shape of `state` so wide round a point, edges smoothed already; pen and brush stay as it set them.

    For a chart's hundreds: to keep and bring back what was set costs more than a filled shape.
    """
    left, top, each = at.x() - side / 2, at.y() - side / 2, side / 12
    if state == "met":
        _solid(painter, colour)
        painter.drawEllipse(at, 4.8 * each, 4.8 * each)
    elif state == "missed":
        _solid(painter, colour)
        painter.drawRect(QRectF(left + each, top + each, 10 * each, 10 * each))
    elif state == "close":
        _solid(painter, colour)
        corners = [QPointF(left + x * each, top + y * each) for x, y in _CORNERS]
        painter.drawConvexPolygon(corners)
    else:
        draw_shape(painter, state, QRectF(left, top, side, side), colour)


_CORNERS = ((6.0, 1.0), (11.8, 11.0), (0.2, 11.0))


def _solid(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)


def _lined(painter: QPainter, ink: QColor, width: float = 1.5) -> None:
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _tick(painter: QPainter, ink: QColor) -> None:
    _lined(painter, ink, 2)
    painter.drawPolyline(QPolygonF([QPointF(1.5, 6.5), QPointF(4.6, 9.6), QPointF(10.6, 2.8)]))


def _open_circle(painter: QPainter, ink: QColor) -> None:
    _lined(painter, ink, 1.8)
    painter.drawEllipse(QPointF(6, 6), 4.2, 4.2)


def _clock(painter: QPainter, ink: QColor) -> None:
    _lined(painter, ink)
    painter.drawEllipse(QPointF(6, 6), 4.8, 4.8)
    painter.drawPolyline(QPolygonF([QPointF(6, 3.4), QPointF(6, 6), QPointF(8, 7)]))


def _question(painter: QPainter, ink: QColor) -> None:
    _lined(painter, ink, 1.8)
    painter.drawArc(QRectF(3.2, 1, 5.6, 5.2), -60 * 16, 225 * 16)
    painter.drawLine(QPointF(6, 6.6), QPointF(6, 7.4))
    _solid(painter, ink)
    painter.drawEllipse(QPointF(6, 10.4), 1.1, 1.1)


def _dash(painter: QPainter, ink: QColor) -> None:
    _lined(painter, ink, 2)
    painter.drawLine(QPointF(2, 6), QPointF(10, 6))


def _filled(state: str) -> Callable[[QPainter, QColor], None]:
    return lambda painter, ink: draw_at(painter, state, QPointF(6, 6), 12, ink)


_DRAW = {
    **{state: _filled(state) for state in ("met", "close", "missed")}, "complete": _tick,
    "none": _open_circle, "clock": _clock, "unknown": _question, "dash": _dash,
}  # fmt: skip
