"""The window of a protected register locks: by Ctrl+L, or when nobody has touched it for a while.

Locked, the window and all that hangs over it is hidden whole, from eyes, keys and screen readers alike; what
was half typed stays where it is. The register stays open, so that nobody else writes in it meanwhile.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QProgressDialog, QVBoxLayout, QWidget

from pmdesk.ui.passphrase import PassphraseForm
from pmdesk.ui.theme import px
from pmdesk.ui.words import _

_LOOKS = 5_000  # milliseconds between two looks at the clock
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
}


class Idle(QObject):
    """Calls `lock` once nobody has touched any window for `minutes()`; 0 means never.

    It watches the system's own windows, where a touch comes once, and not every widget. The laptop's clock is
    asked and no timer alone: while its lid is shut no timer runs.
    """

    def __init__(self, app: QGuiApplication, minutes: Callable[[], int], lock: Callable[[], object]) -> None:
        super().__init__(app)
        self._minutes, self._lock, self._last = minutes, lock, time.time()
        self._watched = set[int]()
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOKS)

    def touch(self) -> None:
        """Somebody is there."""
        self._last = time.time()

    def look(self) -> None:
        """Lock if it is time."""
        now, minutes = time.time(), self._minutes()
        if now < self._last:  # the clock was put back
            self._last = now
        if minutes and now - self._last >= minutes * 60:
            self._last = now
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._last = time.time()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and id(window) not in self._watched:
            key = id(window)
            self._watched.add(key)
            window.destroyed.connect(lambda _gone=None: self._watched.discard(key))
            window.installEventFilter(self)


class LockedWindow(QWidget):
    """What is seen instead of the window; `unlocked` is called when the passphrase was right."""

    def __init__(
        self,
        name: str,
        attempt: Callable[[str], object],
        unlocked: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(_("Locked - pmdesk"))
        about = _("Type its passphrase to go on. What you were typing is still there.")
        self.form = PassphraseForm(
            _("{name} is locked", name=name), about, attempt, _("Unlock"), leave, _("Close pmdesk")
        )
        self.form.setMaximumWidth(px(520))
        self.form.opened.connect(lambda _found: unlocked())
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.form, 4)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
        self._leave = leave

    def closeEvent(self, event: QCloseEvent) -> None:
        """To close it is to close pmdesk: the window behind it does not come back without the passphrase."""
        super().closeEvent(event)
        if self.isVisible():
            self._leave()


class Guard:
    """Hides a window behind a LockedWindow of the same place and size, and brings it back.

    `minutes` says after how long without a touch it does so by itself once it is asked to `watch`.
    """

    def __init__(self, app: QGuiApplication, minutes: Callable[[], int], leave: Callable[[], object]) -> None:
        self._app, self._minutes, self._leave = app, minutes, leave
        self._idle: Idle | None = None
        self.locked: LockedWindow | None = None
        self._window: QWidget | None = None

    def watch(self, lock: Callable[[], object]) -> None:
        """From now on `lock` is called when nobody is there."""
        if self._idle is None:
            self._idle = Idle(self._app, self._minutes, lock)

    def lock(self, window: QWidget, name: str, attempt: Callable[[str], object]) -> None:
        """Hide the window; nothing happens where it is hidden already."""
        if self.locked is not None:
            return
        _put_away(window)
        self._window = window
        self.locked = LockedWindow(name, attempt, self.unlock, self._leave)
        self.locked.setGeometry(window.geometry())
        self.locked.setWindowState(window.windowState())
        self.locked.show()
        window.hide()
        self.locked.activateWindow()
        self.locked.form.field.focus()

    def unlock(self) -> None:
        """Show the window again, as it was."""
        locked, window = self.locked, self._window
        if locked is None or window is None:
            return
        self.locked = self._window = None
        if self._idle is not None:
            self._idle.touch()
        window.show()
        window.activateWindow()
        locked.hide()
        locked.deleteLater()

    def end(self) -> None:
        """The program ends: nothing is shown any more."""
        if self.locked is not None:
            self.locked.hide()
            self.locked.deleteLater()
        if self._idle is not None:
            self._idle.deleteLater()
        self.locked = self._window = self._idle = None


def _put_away(window: QWidget) -> None:
    """Whatever lies over the window: menus close, questions count as not answered; long work goes on."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break
    for one in QApplication.topLevelWidgets():
        if one is window or not one.isVisible() or isinstance(one, QProgressDialog):
            continue
        if isinstance(one, QDialog):
            one.reject()
        elif one.windowFlags() & Qt.WindowType.Popup:
            one.close()
