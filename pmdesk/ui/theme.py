"""Colours, type and text size of the whole window, from one place; no widget writes a colour of its own."""

from collections.abc import Callable
from functools import lru_cache
from string import Template
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from pmdesk.domain.words import resources
from pmdesk.ui.tokens import SCHEMES

FAMILY = "Noto Sans"
# Role: size in points at 100% on a 96 dpi screen, weight.
ROLES: dict[str, tuple[float, int]] = {
    "title": (18, 600), "figure": (18, 600), "section": (12, 600), "lead": (12, 400), "body": (10.5, 400),
    "body_strong": (10.5, 600), "list": (10, 400), "button": (10, 500), "strong": (10, 600),
    "small": (9, 400), "small_strong": (9, 600),
}  # fmt: skip
SMALLEST, LARGEST = 1.0, 2.0
WHEN_SEEN = "dressed_when_seen"
_waiting: WeakSet[QWidget] = WeakSet()


class Themes(QObject):
    """Says when colours or text size changed; the state of the theme in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.mode, self.scale, self.screen = "system", "light", 1.0, 1.0
        self.watched: QObject | None = None


@lru_cache
def themes() -> Themes:
    return Themes()


def apply_theme(app: QApplication, mode: str = "system", scale: float = 1.0) -> None:
    """Dress the application: mode 'system', 'light', 'dark' or 'contrast'; text scale 1.0 to 2.0.

    'system' and 'contrast' follow the system's light or dark from now on, without being called again.
    """
    state = themes()
    state.asked, state.scale = mode, min(max(scale, SMALLEST), LARGEST)
    state.screen = _screen_factor()
    _watch(app, state)
    _load_fonts()
    state.mode = _in_force(mode)
    sheet = stylesheet()
    if sheet == app.styleSheet():
        return  # it is worn already: with another scheme or size the sheet would be another
    _colour.cache_clear()
    font.cache_clear()
    app.setPalette(_palette())
    app.setFont(font("body"))
    _dress_all(app, sheet)
    state.changed.emit()


def _dress_all(app: QApplication, sheet: str) -> None:
    """Put the style sheet in force and dress every widget in sight once, parents first.

    Left to itself Qt dresses each widget once for each widget it lies in: with all pages built a change of
    text size took ten seconds. A style that has forgotten its rules finds no widget to dress.
    """
    style = app.style()
    style.unpolish(app)
    app.setStyleSheet(sheet)
    if app.style() is not style:
        return  # the first sheet of an application: Qt has made a style for it and dressed all
    for window in app.topLevelWidgets():
        if window.parent() is None:
            _dress_in_sight(window)


def dress_when_seen(page: QWidget) -> None:
    """Let `page` wait while it is hidden: who shows it calls `now_seen`."""
    page.setProperty(WHEN_SEEN, True)


def now_seen(page: QWidget) -> None:
    """Dress what waited for it; nothing where colours and text size are as when it was last in sight."""
    if page in _waiting:
        _waiting.discard(page)
        _dress_whole(page)


def _dress_in_sight(widget: QWidget) -> None:
    if widget.property(WHEN_SEEN) and widget.isHidden():
        _waiting.add(widget)
    else:
        _dress(widget, _dress_in_sight)


def _dress(widget: QWidget, parts: Callable[[QWidget], None]) -> None:
    # What was never shown is dressed when it is.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    for part in widget.children():
        if isinstance(part, QWidget):
            parts(part)


def _dress_whole(widget: QWidget) -> None:
    _dress(widget, _dress_whole)


def token(name: str) -> QColor:
    """The colour of a token of look.md in the theme in force; KeyError for an unknown name."""
    return _colour(name)


@lru_cache
def font(role: str) -> QFont:
    """The font of a role in ROLES at the text size in force. Do not change the one returned: copy it."""
    size, weight = ROLES[role]
    made = QFont(FAMILY)
    made.setPointSizeF(points(size))
    made.setWeight(QFont.Weight(weight))
    # Without hinting the width of a word is that of the drawings at every text size.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def points(size: float) -> float:
    """Points for a size of the drawings (96 dpi), whatever the screen calls a point."""
    return round(size * scale() * 96 / _dpi(), 3)


def scale() -> float:
    """Text scale in force with the system's own text size in it: 1.0 is the drawings' size."""
    return themes().scale * themes().screen


def mode() -> str:
    """The scheme in force: light, dark, contrast or contrast_dark."""
    return themes().mode


def px(size: float) -> int:
    """Pixels for a width of the drawings that holds words: grows with the text."""
    return round(size * scale())


def tall(size: float, lines: int = 1) -> int:
    """Pixels for a height of the drawings that holds `lines` lines: only the words grow, not the air."""
    return round(size + lines * 18 * (scale() - 1))


def stylesheet() -> str:
    """The one style sheet, with the tokens and sizes in force."""
    template = Template((resources() / "style" / "pmdesk.qss").read_text(encoding="utf-8"))
    return template.substitute(_values())


def _values() -> dict[str, Any]:
    sizes = {f"pt_{role}": points(size) for role, (size, _) in ROLES.items()}
    heights = {f"h{n}": tall(n) for n in (18, 20, 24, 26)}
    return {**SCHEMES[mode()], **sizes, **heights}


@lru_cache
def _colour(name: str) -> QColor:
    return QColor(SCHEMES[mode()][name])


def _palette() -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for names, which in (
        ("background", (role.Window, role.Base, role.Button)),
        ("panel", (role.AlternateBase, role.ToolTipBase)),
        ("text", (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText)),
        ("quiet", (role.PlaceholderText,)),
        ("accent", (role.Highlight, role.Link, role.LinkVisited, role.Accent)),
        ("on_accent", (role.HighlightedText,)),
        ("hairline", (role.Light, role.Midlight)),
        ("line", (role.Mid, role.Dark)),
    ):
        for one in which:
            palette.setColor(one, token(names))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, token("faint"))
    return palette


def _in_force(asked: str) -> str:
    if asked in ("light", "dark"):
        return asked
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    # The hints object must stay referenced: what it hands out dies with it.
    accessibility = hints.accessibility()
    if asked == "contrast" or accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast_dark" if dark else "contrast"
    return "dark" if dark else "light"


def _watch(app: QApplication, state: Themes) -> None:
    if state.watched is app:
        return
    state.watched = app
    # Once for each application, by name: a style made anew deletes the one that widgets and Python still
    # hold, and the next call of it crashed.
    app.setStyle("Fusion")
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(_follow)
    hints.accessibility().contrastPreferenceChanged.connect(_follow)


def _follow(*_: object) -> None:
    """The system changed: dress again once its own notices are through."""
    QTimer.singleShot(0, _dress_again)


def _dress_again() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication) and _in_force(themes().asked) != themes().mode:
        apply_theme(app, themes().asked, themes().scale)


def _dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInch() if screen else 96.0


def _screen_factor() -> float:
    """The system's own text size; a Mac counts 72 to the inch, so less than 96 means nothing."""
    return max(1.0, _dpi() / 96)


@lru_cache
def _load_fonts() -> None:
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"NotoSans-{weight}.ttf"))
