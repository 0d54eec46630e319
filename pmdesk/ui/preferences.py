"""What this person likes on this laptop: language, colours, text size, window's place, registers opened."""

from pathlib import Path

from PySide6.QtCore import QSettings

from pmdesk.domain.words import LANGUAGES

MODES = ("system", "light", "dark", "contrast")
RECENT = 5
LOCK_MINUTES, LOCK_AFTER = (5, 10, 15, 30, 60, 0), 15
REGISTERS = "pmdesk (*.pmdesk)"  # what a file dialog shows


class Preferences:
    """Kept in a small file of the person's own pmdesk folder; a broken or missing file means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        return _one_of(self._kept.value("language"), tuple(LANGUAGES))

    @language.setter
    def language(self, code: str) -> None:
        self._kept.setValue("language", code)

    @property
    def mode(self) -> str:
        return _one_of(self._kept.value("mode"), MODES)

    @mode.setter
    def mode(self, mode: str) -> None:
        self._kept.setValue("mode", mode)

    @property
    def text_scale(self) -> float:
        """1.0 to 2.0."""
        try:
            return min(max(float(str(self._kept.value("text_scale", 1.0))), 1.0), 2.0)
        except ValueError:
            return 1.0

    @text_scale.setter
    def text_scale(self, scale: float) -> None:
        self._kept.setValue("text_scale", scale)

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without a touch a protected register's window locks; 0 means never."""
        try:
            kept = int(str(self._kept.value("lock_minutes", LOCK_AFTER)))
        except ValueError:
            return LOCK_AFTER
        return kept if kept in LOCK_MINUTES else LOCK_AFTER

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._kept.setValue("lock_minutes", minutes)

    @property
    def recent(self) -> list[Path]:
        """Registers opened before that are still there, the last one first."""
        kept = str(self._kept.value("recent", "") or "").split("\n")
        return [path for path in map(Path, filter(None, kept)) if path.exists()]

    def opened(self, path: Path) -> None:
        """Remember a register as the one opened last."""
        others = [each for each in self.recent if each != path]
        self._kept.setValue("recent", "\n".join(str(each) for each in [path, *others][:RECENT]))

    def keep(self, name: str, value: object) -> None:
        """Keep a window's own state, such as its place on the screen."""
        self._kept.setValue(name, value)

    def kept(self, name: str) -> object:
        return self._kept.value(name)

    def sync(self) -> None:
        self._kept.sync()


def _one_of(value: object, known: tuple[str, ...]) -> str:
    return str(value) if value in known else known[0]
