"""Help: what pmdesk is for, how the first hour goes, and the keys; plain text read from the resources."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from pmdesk.actions.member_files import member_of
from pmdesk.domain.words import resources
from pmdesk.ui.context import Context
from pmdesk.ui.page import MARGIN, PageHead
from pmdesk.ui.theme import px, themes, token
from pmdesk.ui.words import _, spoken


class HelpPage(QWidget):
    """The help in the window's language; English where there is no other."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._whose = "member." if member_of(context.register) else ""
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(_("Help"))
        self.browser.setProperty("role", "prose")
        self.browser.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.browser.document().setDocumentMargin(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addWidget(PageHead(_("Help")))
        layout.addWidget(self.browser, 1)
        themes().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.browser.setMaximumWidth(px(720))
        self.browser.setHtml(page(help_text(spoken().language, self._whose)))


def help_text(language: str, whose: str = "") -> str:
    """The help's plain text: '# ' begins a heading, '- ' a point, 'Key: what it does' a key.

    `whose` is 'member.' for the help of a member's own file.
    """
    folder = resources() / "help"
    path = folder / f"help.{whose}{language}.txt"
    return (path if path.exists() else folder / f"help.{whose}en.txt").read_text("utf-8")


def page(text: str) -> str:
    """The text as a page the browser widget shows; everything in it is escaped."""
    ink, quiet = token("text").name(), token("quiet").name()
    parts, points = [], list[str]()
    for line in [*text.splitlines(), ""]:
        if line.startswith("- "):
            key, colon, words = line[2:].partition(": ")
            points.append(
                f"<li><span style='font-weight:600'>{escape(key)}</span>: {escape(words)}</li>"
                if colon
                else f"<li>{escape(line[2:])}</li>"
            )
            continue
        if points:
            parts.append(f"<ul>{''.join(points)}</ul>")
            points = []
        if line.startswith("# "):
            parts.append(f"<h3 style='font-weight:600'>{escape(line[2:])}</h3>")
        elif line.strip():
            parts.append(f"<p>{escape(line)}</p>")
    style = f"<style>li {{ color: {quiet} }}</style>"
    return f"<body style='color:{ink}; line-height:140%'>{style}{''.join(parts)}</body>"
