"""Buttons in their weights; one primary a page, verbs for words, a name even where only an icon shows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from pmdesk.ui.drawing import draw_words, words_width
from pmdesk.ui.icons import icon as find_icon
from pmdesk.ui.icons import pixmap
from pmdesk.ui.theme import px

EDGE, GAP, SIDE = 12, 8, 16

Callback = Callable[[], object]
INK = {"primary": "on_accent", "secondary": "text", "flat": "accent", "quiet": "text", "tool": "text"}


class Button(QPushButton):
    """A push button whose icon takes the colours of the theme in force."""

    def __init__(
        self, word: str, role: str, on_click: Callback | None = None, icon: str | None = None, ink: str = ""
    ) -> None:
        super().__init__(_unmarked(word))
        self._icon, self._ink = icon, ink or INK.get(role, "text")
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAccessibleName(word)
        if on_click:
            self.clicked.connect(lambda: on_click())
        self._redress()

    def set_word(self, word: str) -> None:
        self.setText(_unmarked(word))
        self.setAccessibleName(word)
        self._redress()

    def set_icon(self, name: str | None) -> None:
        self._icon = name
        self._redress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does: many of them read as links, and Qt does so in dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._redress()
        super().changeEvent(event)

    def _redress(self) -> None:
        if self._icon:
            size = {"tool": 20, "head": 12}.get(str(self.property("role")), 16)
            size, after = px(size), 4 if self.text() else 0
            self.setIconSize(QSize(size + after, size))
            self.setIcon(find_icon(self._icon, self._ink, size, after))
        else:
            self.setIcon(QIcon())


class DropButton(Button):
    """A button with a chevron at its right: it opens a menu of choices."""

    def __init__(self, word: str, name: str = "", icon: str | None = None) -> None:
        super().__init__(word, "secondary", None, icon)
        self.setProperty("drop", True)
        self.setAccessibleName(name or word)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        words = words_width(self._shown(), "button")
        return QSize(
            round(2 * EDGE + words + GAP + px(SIDE) + (px(SIDE) + GAP if self._icon else 0)), hint.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style draws the frame only: it would centre the word without regard to the chevron."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ratio, side, left = self.devicePixelRatioF(), px(SIDE), EDGE
        top = (self.height() - side) // 2
        if self._icon:
            painter.drawPixmap(left, top, pixmap(self._icon, "text", side, ratio))
            left += side + GAP
        right = self.width() - EDGE - side
        draw_words(painter, QRectF(left, 0, right - left, self.height()), self._shown(), "button")
        painter.drawPixmap(right + 2, top, pixmap("down", "text", side, ratio))

    def _shown(self) -> str:
        return self.text().replace("&&", "&")


def primary(word: str, on_click: Callback | None = None, icon: str | None = None) -> Button:
    return Button(word, "primary", on_click, icon)


def secondary(word: str, on_click: Callback | None = None, icon: str | None = None) -> Button:
    return Button(word, "secondary", on_click, icon)


def flat(word: str, on_click: Callback | None = None, icon: str | None = None) -> Button:
    """A button that reads as a link; beside a heading or in a sentence."""
    return Button(word, "flat", on_click, icon)


def quiet(word: str, on_click: Callback | None = None, icon: str | None = None) -> Button:
    """A button without a border, in the ink of the text: undo, or what destroys and can be undone."""
    return Button(word, "quiet", on_click, icon)


def tool(icon: str, name: str, on_click: Callback | None = None) -> Button:
    """An icon alone, with its word as tooltip and accessible name."""
    made = Button("", "tool", on_click, icon)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def toggle(word: str, on_click: Callback | None = None) -> Button:
    """One of a few ways to see the same page; put them in a QButtonGroup."""
    made = Button(word, "toggle", on_click)
    made.setCheckable(True)
    made.setMinimumWidth(toggle_width(word))
    return made


def toggle_width(word: str) -> int:
    """Pixels a toggle needs: pressed words are heavier, and it keeps the room for them."""
    return round(words_width(word, "strong")) + 26


def menu_of(parent: QWidget, entries: Sequence[tuple[str, Callback] | None]) -> QMenu:
    """A menu of words and what they do; None draws a line."""
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = QAction(_unmarked(entry[0]), menu)
        action.triggered.connect(lambda _=False, do=entry[1]: do())
        menu.addAction(action)
    return menu


def menu_button(
    word: str, entries: Sequence[tuple[str, Callback] | None], icon: str | None = None, name: str = ""
) -> Button:
    """A button that opens a menu: with a word and a chevron after it, or the icon alone with `name`."""
    button = DropButton(word, name) if word else tool(icon or "more", name)
    button.setMenu(menu_of(button, entries))
    return button


def _unmarked(word: str) -> str:
    """Qt reads '&' as a mnemonic: a body may be called 'Arts & Leisure'."""
    return word.replace("&", "&&")
