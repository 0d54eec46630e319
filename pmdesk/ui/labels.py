"""Plain text on a page, in the roles of look.md; the style sheet decides what each looks like."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str, role: str = "body", wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A label of `role`: title, section, body, body_strong, list, strong, quiet, quiet_list, small, lead."""
    made = QLabel(text, parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def title(text: str) -> QLabel:
    return label(text, "title")


def quiet(text: str) -> QLabel:
    return label(text, "quiet")


def prose(text: str) -> QLabel:
    """A sentence or more that a person may want to copy."""
    made = label(text, "body")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
