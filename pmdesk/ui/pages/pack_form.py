"""Making a pack: for everybody, for one laptop, or for a member; then the place where it shall lie."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.encrypting import check_new, suggest
from pmdesk.actions.finding import named_like
from pmdesk.actions.member_files import member_of
from pmdesk.actions.pack_list import laptops_to_send_to
from pmdesk.actions.packs import Made, make_pack, pack_name
from pmdesk.actions.remembering import remember, remembered
from pmdesk.domain.check import Refused
from pmdesk.domain.holding import SUFFIX
from pmdesk.ui.buttons import flat
from pmdesk.ui.choice_editors import ListChoice, RadioChoice
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, say_failed
from pmdesk.ui.editors import LineText, Reference
from pmdesk.ui.field import Field, beside_nothing, column
from pmdesk.ui.words import _, n_, spoken
from pmdesk.ui.working import Work, with_twin

FOLDER = "packs-folder"
ALL, LAPTOP, MEMBER = "all", "laptop", "member"


class PackForm(QWidget):
    """`made` is called with the pack once it is written."""

    def __init__(self, context: Context, made: Callable[[Made], object]) -> None:
        super().__init__()
        self._context, self._made = context, made
        self.work: Work | None = None
        self.whom = RadioChoice(
            [
                (ALL, _("For everybody: all that is here")),
                (LAPTOP, _("For one laptop: only what it lacks")),
                (MEMBER, _("For a member: only what that member needs")),
            ]
        )
        self.laptop = ListChoice([], blank=False)
        self.member = Reference(lambda text: named_like(context.register, "person", text))
        self.passphrase = LineText()
        self.fields = {
            "for": Field("for", _("For whom"), self.whom),
            LAPTOP: Field(LAPTOP, _("Which laptop"), self.laptop),
            MEMBER: Field(MEMBER, _("Which member"), self.member),
            "passphrase": Field(
                "passphrase",
                _("Passphrase"),
                self.passphrase,
                _(
                    "Four words that you tell the reader by phone; leave it empty where the way is safe."
                    " A pack for a laptop that has sent one itself is sealed for it without."
                ),
            ),
        }
        holder, inner = column()
        for field in self.fields.values():
            field.set_indent(0)
            inner.addWidget(field)
        offer = flat(_("Suggest five words"), self.suggest, "practice")
        inner.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(beside_nothing(holder))
        self.whom.edited.connect(self._show)

    def begin(self) -> None:
        """As it stands when somebody begins: for everybody."""
        self.laptop.clear()
        for id, name in laptops_to_send_to(self._context.register):
            self.laptop.addItem(name, id)
        self.whom.set_value(ALL)
        self.member.set_value(None)
        self.passphrase.set_value(None)
        self.fields["passphrase"].advise("")
        for field in self.fields.values():
            field.set_error("")
        self._show()

    def suggest(self) -> None:
        """Five words by chance, to be told by telephone."""
        self.passphrase.set_value(suggest())
        self.fields["passphrase"].advise(_("Write it down: it is shown only here."), "")

    def focus(self) -> None:
        self.whom.focus_target().setFocus()

    def choose_place(self) -> None:
        """Ask where it shall lie, then make it."""
        if not self._is_right():
            return
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        name = do(self._context, lambda: pack_name(self._context.register))
        if name is None:
            return
        start = (folder if folder.is_dir() else Path.home()) / name
        kinds = _("Packs (*{suffix})", suffix=SUFFIX)
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Make a pack"), str(start), kinds)
        if chosen:
            self.make(Path(chosen if chosen.casefold().endswith(SUFFIX) else f"{chosen}{SUFFIX}"))

    def make(self, out: Path) -> None:
        """Write it beside the window."""
        register, for_, phrase = self._context.register, self._for(), str(self.passphrase.value() or "")

        def made(progress: Callable[[int, int], bool]) -> Any:
            return with_twin(register, lambda twin: make_pack(twin, out, spoken(), for_, phrase, progress))

        self.work = Work(self, made, _("Making the pack."))
        self.work.done.connect(lambda done: self._written(done, out))
        self.work.failed.connect(lambda error: say_failed(self._context, error))
        self.work.start()

    def _written(self, made: Made, out: Path) -> None:
        do(self._context, lambda: remember(self._context.register, FOLDER, str(out.parent)))
        name = made.paths[0].name
        more = len(made.paths) - 1
        if more:
            said = n_(more, "Made {name} and {n} more part.", "Made {name} and {n} more parts.", name=name)
        else:
            said = n_(made.saves, "Made {name} with {n} change.", "Made {name} with {n} changes.", name=name)
        self._context.toast(_("{said} It is sealed.", said=said) if made.sealed else said)
        self._made(made)

    def _for(self) -> list[str]:
        chosen = {LAPTOP: self.laptop.value(), MEMBER: self.member.value()}.get(str(self.whom.value()))
        return [str(chosen)] if chosen else []

    def _is_right(self) -> bool:
        whom = str(self.whom.value())
        self.fields[LAPTOP].set_error("")
        self.fields[MEMBER].set_error("")
        if whom == LAPTOP and not self.laptop.value():
            self.fields[LAPTOP].set_error(_("No other laptop has a name here yet."))
        elif whom == MEMBER and not self.member.value():
            self.fields[MEMBER].set_error(_("Choose a member from the list."))
        self.fields["passphrase"].set_error(self._why_not(str(self.passphrase.value() or "")))
        return not any(field.error() for field in self.fields.values())

    def _why_not(self, passphrase: str) -> str:
        try:
            if passphrase:
                check_new(passphrase)
        except Refused as refused:
            return " ".join(_(sentence) for sentence in refused.problems.values())
        return ""

    def _show(self) -> None:
        whom = self.whom.value()
        self.fields[LAPTOP].setVisible(whom == LAPTOP)
        self.fields[MEMBER].setVisible(whom == MEMBER)
        # A member's own file goes back whole: it holds nothing but theirs.
        self.fields["for"].setVisible(member_of(self._context.register) is None)
