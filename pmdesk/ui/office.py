"""One register in one window: its sections, its verbs, its notices. It decides nothing; actions do."""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import Any
from weakref import WeakMethod

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pmdesk.actions import finding, taking_back, this_laptop, years
from pmdesk.actions.member_files import member_of
from pmdesk.actions.records import seen_now
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.today import today
from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.after_paint import AfterPaint
from pmdesk.ui.asks import Asks
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.search import Found
from pmdesk.ui.window import MainWindow, Section, WindowVerbs
from pmdesk.ui.words import _, spoken

# Imported while the person looks at the desk, so that the first chart, paper or sheet does not wait.
_HEAVY = ("pyqtgraph", "reportlab.pdfgen.canvas", "pypdfium2", "xlsxwriter", "python_calamine", "rapidfuzz")

# Milliseconds after the window stands before work goes on behind it.
SETTLED = 1_500


class Office(QObject):
    """`register` is only ever handed on to actions; `ask` holds what only app.py can do."""

    undone = Signal()

    def __init__(self, register: Any, ask: "Asks") -> None:
        super().__init__()
        self.register, self._ask, self.behind = register, ask, Behind(register, ask.tell_fault)
        self._hub: Any = None
        self.context = Context(
            register,
            today(register),
            visit=self.visit,
            toast=self._toast,
            save_state=self._say_saved,
            has=lambda key: self.window.has(key),
            told=seen_now(register),
        )
        self.window = MainWindow(
            this_laptop.council_name(register) or _("No council yet"),
            self._sections(),
            self._find,
            self._verbs(),
        )
        if register.path is not None:
            self.window.say_file(register.path)
        if member_of(register):
            self.window.topbar.search.say_what(_("Find a body or an update…"))
        self._say_reading_only()
        self._say_undo()
        self._say_years()
        bus().changed.connect(self._changed)

    def visit(self, key: str, argument: object = None) -> QWidget:
        """Show a page, told by `argument` what to show; the desk where a member's file has no such page."""
        return self.window.visit(key, argument) if self.window.has(key) else self.window.visit("desk")

    def begin(self) -> None:
        """Let the window paint its frame, then read the desk, unless another page was asked for meanwhile."""
        self._painted = AfterPaint(self.window, lambda: self.window.current() or self.visit("desk"))

    def settle(self) -> None:
        """After the first paint: today's backup, the heavy libraries, the hub; none in the person's way."""
        behind = self.behind
        QTimer.singleShot(3 * SETTLED, self, lambda: self.watch.begin())
        QTimer.singleShot(SETTLED, self, self._begin_hub)
        QTimer.singleShot(SETTLED, self, lambda: threading.Thread(target=behind.run, daemon=True).start())
        if self._is_whole():
            from pmdesk.ui.standing import Standing

            self.standing = Standing(self.context, self.window, self._ask.open, self._ask.rescue)
            self.standing.look_in(2 * SETTLED)

    def _is_whole(self) -> bool:
        return member_of(self.register) is None

    def _begin_hub(self) -> None:
        if not self.behind.stopped:
            self.hub().begin()

    def hub(self) -> Any:
        """The sync beside the window; made when first asked for, so that the window need not wait for it."""
        if self._hub is None:
            from pmdesk.ui.hub_sync import HubSync

            self._hub = HubSync(self.context)
            self._hub.changed.connect(self._say_hub)
            self._say_hub()
        return self._hub

    def close(self) -> None:
        bus().changed.disconnect(self._changed)
        if self._hub is not None:
            self._hub.stop()
        self.behind.stopped = True
        self.watch.end()

    def _sections(self) -> list[Section]:
        return self._sections_of_member() if member_of(self.register) else self._sections_of_council()

    def _sections_of_member(self) -> list[Section]:
        """A member's own file: their bodies, their updates, nothing else."""
        build = self._build
        return [
            Section("desk", _("Desk"), "desk", build("member_desk", "MemberDeskPage")),
            Section("settings", _("Settings"), "settings", self._settings, at_foot=True),
            Section("help", _("Help"), "help", build("help", "HelpPage"), at_foot=True),
            Section("annual-update", "", "", build("annual_update", "annual_update_page"), hidden=True),
            Section("papers", "", "", build("papers", "PapersPage"), hidden=True),
            Section("exchange", "", "", self._exchange, hidden=True),
        ]

    def _sections_of_council(self) -> list[Section]:
        build = self._build
        return [
            Section("desk", _("Desk"), "desk", build("desk", "DeskPage", counted=True)),
            Section(
                "partnerships",
                _("Partnerships"),
                "partnerships",
                build("partnerships", "partnerships_page"),
                1,
            ),
            Section("bodies", _("Outside bodies"), "bodies", build("bodies", "bodies_page"), 1),
            Section("members", _("Members"), "members", build("members", "members_page"), 1),
            Section("plans", _("Plans"), "plans", build("plans", "PlansPage"), 1),
            Section("measures", _("Measures"), "measures", build("measures", "MeasuresPage"), 1),
            Section("milestones", _("Milestones"), "milestones", build("milestones", "MilestonesPage"), 1),
            Section("partners", _("Partners"), "partners", build("partners", "partners_page"), 1),
            *self._held_to_account(),
            Section("papers", _("Papers"), "papers", build("papers", "PapersPage"), 2),
            Section("exchange", _("Exchange"), "exchange", self._exchange, at_foot=True),
            Section("import", _("Bring in a file"), "import", build("bring_in", "BringInPage"), at_foot=True),
            Section("settings", _("Settings"), "settings", self._settings, at_foot=True),
            Section("help", _("Help"), "help", build("help", "HelpPage"), at_foot=True),
            Section("reporting", "", "", build("reporting", "ReportingPage"), hidden=True),
            Section("annual-updates", "", "", build("annual_updates", "AnnualUpdatesPage"), hidden=True),
            Section("gaps", "", "", build("gaps", "GapsPage"), hidden=True),
            Section("conflicts", "", "", build("conflicts", "ConflictsPage"), hidden=True),
            Section("erasing", "", "", build("erasing", "ErasingPage"), hidden=True, within="members"),
            Section("retention", "", "", build("retention", "RetentionPage"), hidden=True, within="members"),
            Section("laptops", "", "", build("laptops", "Laptops"), hidden=True, within="exchange"),
            Section("annual-council", "", "", build("annual_council", "AnnualCouncilPage"), hidden=True),
            Section("send-returns", "", "", build("send_returns", "SendReturnsPage"), hidden=True),
            Section("receive-returns", "", "", build("receive_returns", "ReceiveReturnsPage"), hidden=True),
            Section("tensions", "", "", build("tensions", "tensions_page"), hidden=True, within="challenges"),
            Section(
                "suggestions",
                "",
                "",
                build("suggestions", "SuggestionsPage"),
                hidden=True,
                within="challenges",
            ),
            Section(
                "validations",
                "",
                "",
                build("validations", "validations_page"),
                hidden=True,
                within="health-checks",
            ),
            Section("readings", "", "", build("readings", "ReadingsPage"), hidden=True),
            Section("backups", "", "", self._backups, hidden=True, within="exchange"),
            Section("hub", "", "", self._hub_page, hidden=True, within="exchange"),
            Section("rating-rules", "", "", build("rating_rules", "rating_rules_page"), hidden=True),
            Section("annual-update", "", "", build("annual_update", "annual_update_page"), hidden=True),
            Section(
                "year-in-pictures",
                "",
                "",
                build("year_in_pictures", "YearPicturesPage"),
                hidden=True,
            ),
            Section("progress-update", "", "", build("progress_update", "progress_update_page"), hidden=True),
        ]

    def _held_to_account(self) -> list[Section]:
        """What partners and scrutiny ask of one another; Ctrl and a number are taken by the others."""
        build = self._build
        sections = [
            Section("scrutiny", _("Scrutiny"), "scrutiny", build("scrutiny", "scrutiny_page"), 1),
            Section("challenges", _("Challenges"), "challenges", build("challenges", "challenges_page"), 1),
            Section(
                "health-checks", _("Health checks"), "health", build("health_checks", "health_checks_page"), 1
            ),
            Section("practice", _("Good practice"), "practice", build("practice", "practice_page"), 1),
        ]
        return [section._replace(numbered=False) for section in sections]

    def _build(self, module: str, page: str, counted: bool = False) -> Callable[[], QWidget]:
        """Pages are imported when first visited: a window opens with what it shows."""

        def build() -> QWidget:
            made = getattr(import_module(f"pmdesk.ui.pages.{module}"), page)
            return made(self.context, self._count_desk) if counted else made(self.context)

        return build

    def _hub_page(self) -> QWidget:
        from pmdesk.ui.pages.hub import HubPage

        return HubPage(self.context, self.hub())

    def _settings(self) -> QWidget:
        from pmdesk.ui.pages.settings import SettingsPage

        ask = self._ask
        return SettingsPage(
            self.context, ask.preferences, ask.language_changed, ask.lock, ask.protection_changed
        )

    def _backups(self) -> QWidget:
        from pmdesk.ui.pages.backups import BackupsPage

        return BackupsPage(self.context, self._ask.open, self._ask.rescue)

    def _exchange(self) -> QWidget:
        from pmdesk.ui.pages.exchange import ExchangePage

        return ExchangePage(self.context, self.watch)

    @cached_property
    def watch(self) -> Any:
        """The watch over the shared folder: begun once the window stands, or by the page that shows it."""
        from pmdesk.ui.folder_watch import FolderWatch, say_came

        watch = FolderWatch(self.register, self)
        watch.came.connect(lambda found: say_came(self.context, watch, found))
        return watch

    def _verbs(self) -> WindowVerbs:
        return WindowVerbs(
            undo=self._undo,
            redo=self._redo,
            help=lambda: self.visit("help"),
            choose_year=self._choose_year,
            open_found=lambda kind, id: self.visit(*finding.place_of(self.register, kind, id)),
            text_size=self._ask.text_size,
            dropped=lambda packs: self.visit("exchange", packs),
            lock=self._ask.lock,
            menu=(
                (_("Open another register"), self._ask.open_another),
                (_("Start a register"), self._ask.first_run),
                (_("Make a backup now"), self._ask.backup),
                *([(_("Backups and copies"), lambda: self.visit("backups"))] if self._is_whole() else []),
                None,
                (_("Lock the window"), self._ask.lock),
                (_("Settings"), lambda: self.visit("settings")),
                (_("Help"), lambda: self.visit("help")),
            ),
        )

    def _undo(self) -> None:
        self._take_back(
            taking_back.undo,
            self.register.undo_label,
            _("Taken back: {name}"),
            _("There is nothing to undo."),
        )

    def _redo(self) -> None:
        self._take_back(
            taking_back.redo,
            self.register.redo_label,
            _("Done again: {name}"),
            _("There is nothing to redo."),
        )

    def _take_back(
        self, verb: Callable[[Any], Any], label: Callable[[], str | None], said: str, nothing: str
    ) -> None:
        name = label()
        changes = do(self.context, lambda: verb(self.register))
        if changes is not None and name:
            self._toast(said.format(name=_(name)))
        elif name is None:
            self._toast(nothing)

    def _find(self, text: str) -> list[Found]:
        kinds = list(ENTITIES)
        found = finding.found(self.register, text)
        return [self._as_found(hit) for hit in sorted(found, key=lambda hit: kinds.index(hit.kind))]

    def _as_found(self, hit: Any) -> Found:
        title = hit.title or finding.title_of(self.register, hit.kind, hit.id, spoken())
        return Found(_(ENTITIES[hit.kind].plural), hit.kind, hit.id, title, hit.words)

    def _choose_year(self, year: str) -> None:
        try:
            this_laptop.choose_year(self.register, year)
        except Unavailable as fault:
            self._toast(_(fault.sentence))
        self._say_years()
        for at in range(self.window.pages.count()):
            refresh = getattr(self.window.pages.widget(at), "refresh", None)
            if refresh is not None:
                refresh()

    def _changed(self, changes: Any) -> None:
        self._say_undo()
        if changes.touches("municipal_year", "settings"):
            self._say_years()
        if changes.touches("organisation", "settings"):
            self.window.sidebar.set_council(this_laptop.council_name(self.register) or _("No council yet"))

    def _say_hub(self) -> None:
        if self.window.has("hub"):
            shape, said = self._hub.shown()
            self.window.set_sign(shape, said, "hub")

    def _say_undo(self) -> None:
        undo, redo = self.register.undo_label(), self.register.redo_label()
        self.window.set_undo(_(undo) if undo else None)
        self.window.set_redo(_(redo) if redo else None)

    def _say_years(self) -> None:
        current = years.current_year(self.register, self.context.today)
        names = [str(row["name"]) for row in self.register.all("municipal_year")]
        self.window.set_years(names, str(current["name"]) if current else "")

    def _say_saved(self) -> None:
        self.window.set_saved(_("Saved on this laptop {time}", time=datetime.now().strftime("%H:%M")))

    def _say_reading_only(self) -> None:
        why = this_laptop.why_read_only(self.register)
        self.window.set_read_only(_(why) if why else None)
        sample = this_laptop.is_sample(self.register)
        self.window.set_saved(_("Sample, on this laptop") if sample else _("Kept on this laptop"))

    def _count_desk(self, n: int) -> None:
        self.window.set_badge("desk", str(n) if n else "")

    def _toast(self, sentence: str, undo: Callable[[], object] | None = None, word: str = "") -> None:
        self.window.toast(sentence, undo, word)


class Behind:
    """What a thread behind the window holds: never a page or the window.

    Whoever lets go of a widget last deletes it, in whatever thread, while Qt may be walking over it.
    """

    def __init__(self, register: Any, tell_fault: Callable[[str], object]) -> None:
        self.register, self._tell, self.stopped = register, WeakMethod(tell_fault), False

    def run(self) -> None:
        """Load what will be wanted, then make today's backup with a connection of its own."""
        for name in _HEAVY:
            import_module(name)
        if self.stopped:
            return
        try:
            this_laptop.back_up_today(self.register)
        except Unavailable as fault:
            if tell := self._tell():
                tell(_(fault.sentence))
