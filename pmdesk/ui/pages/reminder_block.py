"""One person's reminder on a page: who, what is asked, and two ways to send it."""

from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmdesk.figures.reporting import Reminder
from pmdesk.ui.buttons import flat, secondary
from pmdesk.ui.context import Context
from pmdesk.ui.labels import label
from pmdesk.ui.words import _


class ReminderBlock(QFrame):
    """Nothing is sent from here: the text is copied, or opened in the person's own mail program."""

    def __init__(self, reminder: Reminder, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.reminder, self._context = reminder, context
        self.copy = secondary(_("Copy the e-mail"), self.copy_text)
        self.copy.setAccessibleName(_("Copy the e-mail to {name}", name=reminder.who))
        self.write = flat(_("Write it in your mail program"), self.open_mail)
        self.write.setAccessibleName(_("Write to {name} in your mail program", name=reminder.who))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(reminder.who, "body_strong"))
        words.addWidget(label(reminder.email or _("No e-mail address is known."), "small"))
        for line in reminder.lines:
            words.addWidget(label(line, "list"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy)
        row.addWidget(self.write)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(row)

    def copy_text(self) -> None:
        copy_out(f"{self.reminder.subject}\n\n{self.reminder.text}")
        self._context.toast(_("Copied. Paste it into an e-mail to {name}.", name=self.reminder.who))

    def open_mail(self) -> None:
        """The same in the person's own mail program; nothing is sent from here."""
        if not QDesktopServices.openUrl(QUrl(mail_link(self.reminder))):
            self._context.toast(_("No mail program could be opened. Copy the e-mail instead."))


def mail_link(reminder: Reminder) -> str:
    """A mailto link with subject and text; everything in it is quoted."""
    text = reminder.text.replace("\n", "\r\n")
    return f"mailto:{quote(reminder.email)}?subject={quote(reminder.subject)}&body={quote(text)}"


def copy_out(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
