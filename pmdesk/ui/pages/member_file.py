"""The small form that makes a member's own file: a passphrase of its own, if wanted, then the place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from pmdesk.actions.encrypting import check_new, is_protected, suggest
from pmdesk.actions.finding import title_of
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.remembering import remember, remembered
from pmdesk.domain.check import Refused
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.field import Field, inset
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.protection_questions import row_of
from pmdesk.ui.passphrase import PassphraseText, show_box
from pmdesk.ui.words import _

FOLDER = "member-files-folder"


class MemberFileForm(FormPane):
    """`closed` is called when it is made or left; what is typed is kept nowhere."""

    def __init__(self, context: Context, person: str, closed: Callable[[], object]) -> None:
        self._context, self._person, self._closed = context, person, closed
        self._name = title_of(context.register, "person", person)
        title, word = _("A file of their own"), _("Make the file")
        super().__init__(context, title, self._name, word, self.save, self.discard)
        editor = PassphraseText()
        about = _(
            "At least 12 characters, or four words, told by telephone and never in the e-mail. Leave it"
            " empty where the way is safe. When the file comes back it opens here without. Capitals and"
            " spaces count, but not in five words that are suggested here."
        )
        self.add(Field("passphrase", _("Passphrase of the file"), editor, about))
        self.box = show_box(editor)
        self.column.addWidget(inset(self.box))
        self.column.addLayout(row_of(flat(_("Suggest five words"), self.suggest, "practice")))
        editor.returnPressed.connect(self.save)
        if is_protected(context.register):
            # Whoever protects the register will hardly want to send part of it open.
            self.suggest()

    def suggest(self) -> None:
        """Five words by chance, to be read and told."""
        field = self.fields["passphrase"]
        self.show_problems({})
        field.editor.set_value(suggest())
        self.box.setChecked(True)
        field.advise(_("Write it down: it is shown only here."), "")

    def save(self) -> bool:
        """Ask for the place and make the file; what could not be done is said."""
        passphrase = str(self.fields["passphrase"].value() or "")
        try:
            if passphrase:
                check_new(passphrase)
        except Refused as refused:
            self.show_problems({name: _(sentence) for name, sentence in refused.problems.items()})
            return False
        out = self._asked()
        if out is None:
            return False
        register, today = self._context.register, self._context.today
        made = do(self._context, lambda: make_member_file(register, self._person, out, today, passphrase))
        if made is None:
            return False
        do(self._context, lambda: remember(register, FOLDER, str(out.parent)))
        if passphrase:
            said = _("Saved {name}. Send it by e-mail; tell its passphrase by telephone.", name=out.name)
        else:
            said = _("Saved {name}. Send it as an attachment to an e-mail.", name=out.name)
        self._context.toast(said)
        self._closed()
        return True

    def discard(self) -> None:
        self._closed()

    def _asked(self) -> Path | None:
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        name = _("Outside bodies, {name}.pmdesk", name=self._name)
        start = (folder if folder.is_dir() else Path.home()) / name
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Make the file"), str(start), "pmdesk (*.pmdesk)")
        return Path(chosen if chosen.endswith(".pmdesk") else f"{chosen}.pmdesk") if chosen else None
