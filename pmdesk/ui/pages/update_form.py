"""The page an update is written on and agreed on: asks actions for each step, keeps drafts, shows problems.

To add a question: its field in the domain and its line in annual_update.py or progress_update.py.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pmdesk.actions.update_in_hand import InHand, is_there, names_to_keep_out, problems_in, update_in_hand
from pmdesk.actions.updates import correct, move_on, save_update
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do, say_done
from pmdesk.ui.pages.form_drafts import Drafts
from pmdesk.ui.pages.update_advice import advise, clear_mended, show_states
from pmdesk.ui.pages.update_answers import Answers
from pmdesk.ui.pages.update_frame import UpdateFrame
from pmdesk.ui.pages.update_kind import Kind
from pmdesk.ui.pages.update_notice import Standing, said_draft
from pmdesk.ui.pages.update_steps import VERBS, WRITABLE, Steps, foot_buttons, to_save
from pmdesk.ui.words import _

ADVISE_AFTER = 300
SHOWS = ("appointment", "person", "outside_body", "partnership", "municipal_year", "settings")
Result = TypeVar("Result")


class UpdatePage(QWidget):
    """What the window asks of every page, for the one update in hand."""

    def __init__(self, context: Context, kind: Kind) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self.hand: InHand | None = None
        self.frame: UpdateFrame | None = None
        self._base: dict[str, object] = {}
        self._problems: dict[str, str] = {}
        self._names: tuple[str, ...] = ()
        self._busy = self._stale = self._submitting = False
        self._drafts = Drafts(context, self.changed, self._say_kept)
        self._advise = QTimer(self, singleShot=True, interval=ADVISE_AFTER)
        self._advise.timeout.connect(self._advise_now)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        bus().changed.connect(self._changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # What the window asks

    def arrive(self, argument: object = None) -> None:
        """Open an update by its id, or begin one by ('new', appointment or partnership); None stays."""
        if argument is None and self.hand is not None:
            return
        self._drafts.keep()
        self._drafts.end()
        self._drafts.look()
        hand = None if argument is None else self._read(argument)
        if hand is None:
            self.hand = None
            if argument is None:
                self._empty(_("Open an update from the desk, or from the page of what it is about."))
            return
        self._build(hand)
        self._show(hand)
        self._offer_draft()
        self._start()

    def save(self) -> bool:
        """Save what is typed, as a draft; problems are shown all at once and nothing is written then."""
        return self._save(submit=False)

    def submit(self) -> bool:
        """Save it and send it on to whoever must agree to it."""
        return self._save(submit=True)

    def escape(self) -> bool:
        """Close the question of why, else leave; what is typed stays as a draft."""
        frame, hand = self.frame, self.hand
        if frame is None or hand is None:
            return False
        if frame.reason.isVisible():
            frame.ask_reason(False)
            return True
        if self._drafts.leave():
            self._context.visit(self._kind.back, hand.of_id)
        return True

    def focus_list(self) -> None:
        if self.frame:
            self.frame.sections.focus()

    def focus_record(self) -> None:
        if self.frame and self.frame.answers:
            self.frame.answers.first_of(0).focus()

    # The update in hand

    def editable(self) -> bool:
        return self.hand is not None and self.hand.status in WRITABLE and self.hand.read_only is None

    def typed(self) -> dict[str, object]:
        """Every answer as it stands on the page."""
        return self.frame.answers.typed() if self.frame and self.frame.answers else {}

    def changed(self) -> dict[str, object]:
        """What differs from the register; for an update not begun yet also what it is begun with."""
        if self.hand is None or not self.editable():
            return {}
        typed = self.typed()
        found = {name: value for name, value in typed.items() if value != self._base.get(name)}
        if found and self.hand.record is None:
            found |= {name: typed[name] for name in self.hand.given if name in typed}
        return found

    def open_reason(self) -> None:
        """Ask why the update is returned."""
        if self.frame:
            self.frame.ask_reason(True)

    def step(self, status: str, because: str = "") -> bool:
        """Take the next step: accepted, signed_off, returned or published."""
        hand = self.hand
        if hand is None or hand.record is None:
            return False
        record, register, today = hand.record, self._context.register, self._context.today
        done = self._verb(
            lambda: move_on(register, self._kind.name, record, status, today, because), self._show_refusal
        )
        if done is None:
            return False
        self._again({})
        say_done(self._context, _(VERBS[status].said), done)
        return True

    def correct(self) -> None:
        """Begin a correction of what was signed off, or go on with the one begun."""
        record = str(self.hand.record) if self.hand else ""
        done = self._verb(lambda: correct(self._context.register, record), self._show_refusal)
        if done is not None:
            self.arrive(done[0])
            if done[1] is not None:
                said = _("A new version to correct. The one signed off counts until then.")
                say_done(self._context, said, done)

    # Showing

    def _read(self, argument: object) -> InHand | None:
        """The update asked for; None when it cannot be had, and the page says why."""
        context, name = self._context, self._kind.name
        read = partial(update_in_hand, context.register, name, argument, context.today)
        return do(context, read, lambda problems: self._empty(" ".join(problems.values())))

    def _build(self, hand: InHand) -> None:
        """The form anew: its help and its periods are this update's own."""
        parts = self._kind.parts(hand)
        frame = UpdateFrame(
            [part.word for part in parts], self._kind.back_word, self._kind.two_pages,
            self.escape, lambda reason: self.step("returned", reason),
        )  # fmt: skip
        frame.put_answers(Answers(self._kind.name, parts))
        assert frame.answers is not None
        frame.answers.edited.connect(self._edited)
        self._put(frame)
        self._names = names_to_keep_out(self._context.register, hand.by)
        self._problems = {}

    def _put(self, frame: UpdateFrame) -> None:
        if self.frame is not None:
            self._layout.removeWidget(self.frame)
            self.frame.hide()
            self.frame.deleteLater()
        self.frame = frame
        self._layout.addWidget(frame)
        frame.show_empty("")
        # A layout shows what is put in it only when it is next idle; the keyboard goes in at once.
        frame.show()

    def _empty(self, sentence: str) -> None:
        self._advise.stop()
        self._put(UpdateFrame([""], self._kind.back_word, False, self.escape, lambda _reason: None))
        assert self.frame is not None
        self.frame.show_empty(sentence)

    def _show(self, hand: InHand, typed: Mapping[str, object] | None = None) -> None:
        """The register's answers, with what was `typed` over them."""
        self.hand = hand
        frame, answers = self._parts()
        answers.show_record({**hand.given, **{n: v for n, v in hand.values.items() if v is not None}})
        self._base = answers.typed()
        answers.show_values(typed or {})
        answers.set_read_only(not self.editable())
        frame.standing.say(self._kind.standing(hand))
        frame.locked.say(Standing("dash", _(hand.read_only)) if hand.read_only else None)
        frame.offer.say(None)
        frame.show_of(self._context, self._kind.name, hand.record)
        frame.ask_reason(False)
        frame.footer.set_buttons(
            foot_buttons(
                hand,
                Steps(self.save, self.submit, self._see_paper, self.open_reason, self.step, self.correct),
            )
        )
        frame.footer.set_writing(hand.status in WRITABLE)
        frame.footer.say("")
        self._say_head()
        self._advise_now()

    def _say_head(self) -> None:
        frame, _answers = self._parts()
        assert self.hand is not None
        typed = self.typed()
        frame.head.set(self._kind.title(self.hand, typed), line=self._kind.quiet(self.hand, typed))

    def _see_paper(self) -> None:
        if self.hand:
            self._context.visit("papers", (self._kind.paper, self.hand.record))

    def _start(self) -> None:
        """The keyboard begins at the first question; the page is seen from its top."""
        frame, answers = self._parts()
        if self.editable():
            answers.first_of(0).editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        frame.scroll_to_top()

    def _parts(self) -> tuple[UpdateFrame, Answers]:
        assert self.frame is not None and self.frame.answers is not None
        return self.frame, self.frame.answers

    def _edited(self, name: str) -> None:
        self._drafts.soon()
        self._advise.start()
        if name == "period":
            self._say_head()

    def _advise_now(self) -> None:
        """Length, guidance and states, a moment after the last key."""
        frame, answers = self._parts()
        advise(frame, answers, self._kind, self._names if self.editable() else None, self.hand)
        if self._problems and self.hand is not None:
            still = problems_in(self._kind.name, self.typed(), self.hand.values, self._submitting)
            self._problems = clear_mended(frame, answers, self._problems, still)
        show_states(frame, answers)

    def _say_kept(self, time: str) -> None:
        if self.frame:
            self.frame.footer.say(_("Draft saved at {time}", time=time))

    def _offer_draft(self) -> None:
        """What was typed and never saved is filled in, and can be thrown away."""
        assert self.hand is not None
        if not self.editable():
            return
        draft = self._drafts.begin(self.hand.page)
        frame, answers = self._parts()
        if draft is None:
            return
        answers.show_values(draft.typed)
        if not self.changed():
            self._drafts.drop()
            return
        frame.offer.say(said_draft(draft.at), _("Discard it"), self.discard)
        frame.footer.say(_("Draft saved at {time}", time=draft.at.split(" ")[1]))
        self._say_head()
        self._advise_now()

    def discard(self) -> None:
        """Throw away what was typed since the last save; Undo brings it back."""
        typed, hand = self.changed(), self.hand
        if hand is None:
            return
        self._drafts.drop()
        self._show(hand)
        self._start()
        self._context.toast(_("Discarded what you had typed."), lambda: self._bring_back(hand, typed))

    def _bring_back(self, hand: InHand, typed: Mapping[str, object]) -> None:
        if self.hand is not None and self.hand.page == hand.page:
            self._show(self.hand, typed)
            self._drafts.keep()

    # Saving

    def _save(self, submit: bool) -> bool:
        hand = self.hand
        if hand is None or not self.editable():
            return False
        self._submitting = submit
        problems = problems_in(self._kind.name, self.typed(), hand.values, submit)
        if problems:
            self._show_problems({name: _(sentence) for name, sentence in problems.items()})
            return False
        typed = to_save(hand, self.changed(), self._context.today)
        if not submit and hand.record is None and not self.changed():
            self._context.toast(_("Nothing has been written yet."))
            return False
        register, today = self._context.register, self._context.today
        done = self._verb(
            lambda: save_update(register, self._kind.name, typed, hand.record, today, submit=submit),
            self._show_problems,
        )
        if done is None:
            return False
        self._drafts.drop()
        self._show_problems({})
        self._again({}, done[0])
        self._parts()[0].footer.say(_("Saved at {time}", time=datetime.now().strftime("%H:%M")))
        said = self._kind.submitted if submit else self._kind.saved
        say_done(self._context, _(said, of=hand.of), done)
        if submit:
            # The fields take no keyboard any more, nor are the buttons there that did.
            if not self.editable():
                self._parts()[0].footer.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._parts()[0].scroll_to_top()
        return True

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        frame, answers = self._parts()
        self._problems = dict(problems)
        frame.summary.show_errors(problems, answers.fields)
        show_states(frame, answers)
        first = next((name for name in answers.fields if name in problems), None)
        if first:
            frame.focus_on(answers.fields[first])

    def _show_refusal(self, problems: Mapping[str, str]) -> None:
        """A step refused: beside the reason when it is about the reason, else in a notice."""
        frame, _answers = self._parts()
        reason = problems.get("returned_because")
        if reason:
            frame.reason.field.set_error(reason)
            frame.reason.field.focus()
        else:
            self._context.toast(" ".join(problems.values()))

    def _verb(
        self, verb: Callable[[], Result], on_refused: Callable[[Mapping[str, str]], object]
    ) -> Result | None:
        """Do it, deaf to one's own notice: the page shows itself again once the verb is through."""
        self._busy = True
        try:
            return do(self._context, verb, on_refused, seen=self._drafts.seen)
        finally:
            self._busy = False

    # When the register changed elsewhere, or by Undo

    def _again(self, typed: Mapping[str, object], record: str | None = None) -> None:
        """Read the update in hand again and put what is `typed` over it."""
        hand = self.hand
        assert hand is not None
        there = record or hand.record
        if not there or not is_there(self._context.register, self._kind.name, there):
            there = None
            # Its first save was undone: what was written stands on the page as not saved yet.
            typed = {n: value for n, value in self.typed().items() if value is not None}
        if not typed:  # what is typed stands over what came meanwhile
            self._drafts.look()
        found = self._read(there or ("new", hand.owner))
        if found is None:
            self.hand = None
            self._drafts.end()
            return
        moved = found.page != hand.page or found.status != hand.status
        self._show(found, typed)
        if moved:
            self._drafts.end()
            if self.editable():
                self._drafts.begin(found.page)
        self._drafts.keep()

    def _changed(self, changes: Changes) -> None:
        if self._busy or self.hand is None or not changes.touches(self._kind.name, *SHOWS):
            return
        self._drafts.keep()
        if self.isVisible():
            self._again(self.changed())
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.hand is not None:
            self._again(self.changed())
        self._stale = False

    def hideEvent(self, event: QHideEvent) -> None:
        self._drafts.keep()
        super().hideEvent(event)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.frame is not None and now is not None:
            self.frame.follow(now)
