"""An annual and a progress update through the page: typed, kept, refused, submitted, agreed, undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.actions.drafts import kept_draft
from pmdesk.actions.registers import Register, open_register, start
from pmdesk.actions.taking_back import undo
from pmdesk.actions.updates import save_update
from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from pmdesk.ui.drawing import words_width
from pmdesk.ui.editors import ListChoice
from pmdesk.ui.pages.form_drafts import KEEP_AFTER
from pmdesk.ui.theme import apply_theme
from tests.ui.pages.writing import TODAY, Writing

CTRL = Qt.KeyboardModifier.ControlModifier


class Story:
    """A register with one seat and one partnership, and the pages opened over it."""

    def __init__(self, path: Path, qtbot: QtBot) -> None:
        self.path, self.qtbot = path, qtbot
        self.register: Register = start(
            path, "Aldermoor District Council", "2025-26", by="Helen Marsh", annual_council="21/5/2025",
            returns_due="17/4/2026", today=TODAY,
        )  # fmt: skip
        self.open_pages: list[Writing] = []
        add = self.add
        self.member = add("person", name="Daniel Okafor", kind="member")
        self.portfolio = add("person", name="Priya Nair", kind="member")
        add("person", name="Margaret Holloway", kind="member")
        self.body = add("outside_body", name="Aldermoor Citizens Advice")
        self.seat = add("appointment", outside_body=self.body, person=self.member, capacity="observer")
        self.empty_seat = add("appointment", outside_body=self.body, capacity="substitute")
        self.board = add(
            "partnership",
            name="Active Aldermoor",
            kind="thematic",
            reporting_interval="quarter",
            portfolio_member=self.portfolio,
        )

    def add(self, record_kind: str, /, **values: object) -> str:
        return records.save(self.register, record_kind, values)[0]

    def annual(self, argument: object = None) -> Writing:
        return self._page("annual-update", argument or ("new", self.seat))

    def progress(self, argument: object = None) -> Writing:
        return self._page("progress-update", argument or ("new", self.board))

    def update(self, kind: str = "annual_update") -> dict[str, Any]:
        (row,) = self.register.all(kind)
        return row

    def submitted(self, **typed: object) -> str:
        answers = {"main_business": "We met.", "declared": True, "appointment": self.seat, **typed}
        year = self.register.find("municipal_year", "2025-26")[0]["id"]
        return save_update(
            self.register, "annual_update", {"municipal_year": year, **answers}, None, TODAY, submit=True
        )[0]

    def close(self) -> None:
        for page in self.open_pages:
            page.close()
        self.register.close()

    def _page(self, key: str, argument: object) -> Writing:
        made = Writing(self.register, self.qtbot, key)
        self.open_pages.append(made)
        made.open(argument)
        return made


@pytest.fixture
def story(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Story]:
    made = Story(tmp_path / "council.pmdesk", qtbot)
    yield made
    made.close()


def answer_all(page: Writing) -> None:
    for name, text in (
        ("meetings_held", "8"), ("meetings_attended", "6"), ("main_business", "Debt advice rose."),
        ("contributed", "I asked why."), ("issues", "Rent of about £4,200."),
        ("internal", "The chair is ill."),
    ):  # fmt: skip
        page.type(name, text)
    page.qtbot.keyClick(page.field("withheld").editor, Qt.Key.Key_Space)
    page.qtbot.keyClick(page.field("declared").editor, Qt.Key.Key_Space)
    page.qtbot.keyClick(page.field("worthwhile_council").editor.focus_target(), Qt.Key.Key_Space)


def test_the_head_says_whose_it_is_and_when_it_was_due(story: Story) -> None:
    page = story.annual()
    line = [each.text() for each in page.frame.head.findChildren(QLabel)]
    assert page.frame.head.title() == "Annual update 2025-26"
    assert "Aldermoor Citizens Advice. Cllr Daniel Okafor, observer. It was due on 17 April 2026." in line
    story.register.set_me(story.member)
    page.open(("new", story.seat))
    line = [each.text() for each in page.frame.head.findChildren(QLabel)]
    assert "Aldermoor Citizens Advice. You are an observer. It was due on 17 April 2026." in line


def test_an_update_is_written_submitted_and_in_the_register(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    answer_all(page)
    page.press("Submit update")
    row = story.update()
    assert (row["meetings_held"], row["meetings_attended"]) == (8, 6)
    assert row["main_business"] == "Debt advice rose."
    assert (row["withheld"], row["declared"], row["declared_on"]) == (True, True, TODAY)
    assert (row["status"], row["submitted_on"], row["worthwhile_council"]) == ("submitted", TODAY, "yes")
    assert row["appointment"] == story.seat
    assert page.sentence() == "Submitted the annual update of Aldermoor Citizens Advice."
    assert "Submitted on 27 April 2026." in page.frame.standing.words()
    assert page.words() == ["See the paper", "Return with a reason", "Accept"]
    assert page.field("main_business").editor.isReadOnly()
    assert kept_draft(story.register, f"annual_update:new:{story.seat}:2025-26") is None


def test_nine_of_eight_meetings(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    page.type("meetings_held", "8")
    page.type("meetings_attended", "9")
    page.type("main_business", "Debt advice rose.")
    qtbot.keyClick(page.window, Qt.Key.Key_S, CTRL)
    sentence = "You cannot have attended more meetings than were held (8)"
    assert page.field("meetings_attended").error() == sentence
    assert page.frame.summary.isVisible()
    assert page.field("meetings_attended").editor.hasFocus()
    assert page.frame.sections.states()[0] == "missed"
    assert story.register.all("annual_update") == []
    page.type("meetings_attended", "7")
    qtbot.waitUntil(lambda: not page.frame.summary.isVisible())
    assert page.frame.sections.states()[0] == "complete"
    qtbot.keyClick(page.window, Qt.Key.Key_S, CTRL)
    assert story.update()["meetings_attended"] == 7
    assert story.update()["status"] == "draft"


def test_every_problem_is_shown_at_once_and_nothing_is_written(story: Story) -> None:
    page = story.annual()
    page.type("meetings_held", "about six")
    page.press("Submit update")
    assert page.field("meetings_held").error() == "‘about six’ is no whole number."
    assert page.field("main_business").error() == "Say what the main business of the year was"
    assert page.field("declared").error() == "Tick the declaration before you submit"
    assert page.field("meetings_held").editor.hasFocus()
    assert story.register.all("annual_update") == []
    assert page.frame.sections.states() == ["missed", "missed", "none", "none", "missed"]


def test_what_was_typed_is_offered_back_after_a_kill(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    assert KEEP_AFTER == 3000
    page.page._drafts._timer.setInterval(20)
    page.type("main_business", "Half a sentence <b>&")
    qtbot.keyClick(page.field("declared").editor, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.frame.footer.said().startswith("Draft saved at "))
    qtbot.wait(60)
    # Nothing is closed or left: a second Register reads what a killed process would have left in the file.
    killed = open_register(story.path, read_only=True)
    draft = kept_draft(killed, f"annual_update:new:{story.seat}:2025-26")
    killed.close()
    assert draft is not None
    assert draft.typed == {"main_business": "Half a sentence <b>&", "declared": True}
    story.open_pages.clear()
    page.page._drafts.end()
    page.close()
    story.register.close()
    story.register = open_register(story.path)
    again = story.annual()
    assert again.field("main_business").value() == "Half a sentence <b>&"
    assert again.field("declared").value() is True
    assert "You were writing this on " in again.frame.offer.words()
    assert story.register.all("annual_update") == []
    again.press("Discard it")
    assert again.field("main_business").value() is None
    assert kept_draft(story.register, f"annual_update:new:{story.seat}:2025-26") is None
    again.press("Undo")
    assert again.field("main_business").value() == "Half a sentence <b>&"


def test_escape_leaves_and_keeps_the_draft(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    page.type("contributed", "I asked.")
    qtbot.keyClick(page.window, Qt.Key.Key_Escape)
    assert page.visited == [("bodies", story.body)]
    assert page.sentence() == "Kept as a draft. It is not saved yet, and is filled in when you come back."
    page.open(("new", story.seat))
    assert page.field("contributed").value() == "I asked."


def test_undo_of_the_first_save_keeps_the_words_on_the_page(story: Story) -> None:
    page = story.annual()
    page.type("contributed", "I asked.")
    page.press("Save")
    assert story.update()["contributed"] == "I asked."
    page.press("Undo")
    assert story.register.all("annual_update") == []
    assert page.field("contributed").value() == "I asked."
    page.press("Save")
    assert story.update()["contributed"] == "I asked."


def test_a_submitted_update_is_returned_with_a_reason_put_right_and_accepted(story: Story) -> None:
    page = story.annual(story.submitted())
    page.press("Return with a reason")
    page.press("Return it")
    assert page.frame.reason.field.error() == "Say why it is returned, so that it can be put right."
    page.qtbot.keyClicks(page.frame.reason.field.editor, "Say what you contributed")
    page.press("Return it")
    assert story.update()["status"] == "returned"
    assert page.frame.standing.words().startswith("Returned: Say what you contributed")
    assert page.words() == ["Save", "Submit update"]
    page.type("contributed", "I asked why.")
    page.press("Submit update")
    assert page.words() == ["See the paper", "Return with a reason", "Accept"]
    page.press("Accept")
    assert story.update()["accepted_on"] == TODAY
    assert page.words() == ["See the paper", "Return it to change it", "Publish"]
    page.press("Publish")
    assert story.update()["status"] == "published"
    assert page.words() == ["See the paper"]
    page.press("See the paper")
    assert page.visited == [("papers", ("annual-update", story.update()["id"]))]
    page.press("Undo")
    assert story.update()["status"] == "accepted"
    assert page.words() == ["See the paper", "Return it to change it", "Publish"]


def test_the_writer_waits_for_the_officer(story: Story) -> None:
    update = story.submitted()
    story.register.set_me(story.member)
    page = story.annual(update)
    assert page.words() == ["See the paper"]
    assert "An officer reads it next" in page.frame.standing.words()


def test_a_register_that_is_only_read_shows_why(story: Story) -> None:
    story.register.close()
    story.register = open_register(story.path, read_only=True)
    page = story.annual()
    assert page.words() == ["Save", "Submit update"]
    assert not any(button.isEnabled() for button in page.frame.footer.buttons())
    assert "can only be read" in page.frame.locked.words()
    assert page.field("main_business").editor.isReadOnly()
    page.page.save()
    assert story.register.all("annual_update") == []


def test_a_vacant_seat_and_a_record_that_is_gone_say_so(story: Story) -> None:
    page = story.annual(("new", story.empty_seat))
    shown = [each.text() for each in page.page.findChildren(QLabel) if each.isVisible()]
    assert shown == ["This seat is vacant: there is nobody to write its annual update."]
    page.open("no-such-id")
    shown = [each.text() for each in page.page.findChildren(QLabel) if each.isVisible()]
    assert shown == ["This record has been deleted."]


def test_guidance_is_quiet_and_blocks_nothing(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    page.type("main_business", "Margaret Holloway and Daniel Okafor met.")
    said = "Guidance: this names Cllr Margaret Holloway. Do not name individuals."
    qtbot.waitUntil(lambda: page.field("main_business").guidance() == said)
    page.field("contributed").editor.setPlainText("word " * 1000)
    qtbot.waitUntil(lambda: "2.1 pages of 2" in page.field("contributed").guidance())
    assert page.frame.footer.meter.words() == "About 2.1 of 2 pages"
    assert page.frame.footer.meter.too_long()
    page.press("Save")
    assert story.update()["main_business"] == "Margaret Holloway and Daniel Okafor met."


def test_a_seat_taken_back_by_undo_leaves_a_sentence(story: Story) -> None:
    with story.register.change("Added appointment") as change:
        seat = change.add("appointment", {"outside_body": story.body, "person": story.member})
    page = story.annual(("new", seat))
    page.type("contributed", "I asked.")
    bus().changed.emit(undo(story.register))
    shown = [each.text() for each in page.page.findChildren(QLabel) if each.isVisible()]
    assert shown == ["This record has been deleted."]


def test_what_another_hand_saves_meanwhile_does_not_take_what_is_typed(story: Story) -> None:
    page = story.annual()
    page.type("contributed", "I asked.")
    page.press("Save")
    page.type("issues", "Not saved yet")
    row = story.update()
    changes = save_update(story.register, "annual_update", {"contributed": "Put right."}, row["id"], TODAY)[1]
    bus().changed.emit(changes)
    assert page.field("contributed").value() == "Put right."
    assert page.field("issues").value() == "Not saved yet"
    done = undo(story.register)
    bus().changed.emit(done)
    assert page.field("contributed").value() == "I asked."


def test_a_progress_update_from_the_first_key_to_the_sign_off(story: Story) -> None:
    page = story.progress()
    assert page.frame.head.title() == "Progress update 2025-26 Q4"
    choice = page.field("period").editor
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "2025-26 Q4, January to March 2026", "2025-26 Q3, October to December 2025",
        "2025-26 Q2, July to September 2025", "2025-26 Q1, April to June 2025",
    ]  # fmt: skip
    assert page.words() == ["Save", "Submit update"]
    assert not page.frame.footer.meter.isVisible()
    page.type("done", "The pool reopened.")
    page.press("Submit update")
    assert page.field("difference").error() == "Say what difference it made"
    page.type("difference", "Longer hours.")
    page.press("Submit update")
    row = story.update("progress_update")
    assert (row["period"], row["status"], row["done"]) == ("2025-26 Q4", "submitted", "The pool reopened.")
    page.press("Sign off")
    assert story.update("progress_update")["signed_off_on"] == TODAY
    assert page.frame.standing.words() == "Signed off by Helen Marsh on 27 April 2026."
    page.press("Undo")
    assert story.update("progress_update")["status"] == "submitted"


def test_what_was_signed_off_is_corrected_by_a_new_version(story: Story) -> None:
    page = story.progress()
    page.type("done", "The pool reopened.")
    page.type("difference", "Longer hours.")
    page.press("Submit update")
    page.press("Sign off")
    assert page.words() == ["See the paper", "Correct it"]
    page.press("Correct it")
    assert page.words() == ["Save", "Submit update"]
    assert page.frame.standing.words().startswith("A correction of what was signed off")
    page.type("done", "The pool reopened on 2 March.")
    page.press("Submit update")
    page.press("Sign off")
    told = {row["done"]: row["status"] for row in story.register.all("progress_update")}
    assert told == {"The pool reopened.": "replaced", "The pool reopened on 2 March.": "signed_off"}


def test_record_update_means_the_period_due_until_it_is_in(story: Story) -> None:
    for period in ("2025-26 Q4", "2025-26 Q3"):
        typed = {"partnership": story.board, "period": period, "done": "x", "difference": "y"}
        save_update(story.register, "progress_update", typed, None, TODAY, submit=period.endswith("Q4"))
    page = story.progress()
    assert page.page.hand is not None
    assert page.page.hand.record is None
    assert [each.name for each in page.page.hand.periods] == ["2025-26 Q2", "2025-26 Q1"]


@pytest.mark.parametrize("key", ["annual", "progress"])
def test_every_control_has_a_name(story: Story, key: str) -> None:
    page = getattr(story, key)()
    page.page.open_reason()
    assert unnamed(page.page) == []


def test_tab_goes_from_top_to_bottom_and_to_the_foot(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    page.frame.sections.focus()
    order: list[QWidget] = []
    while len(order) < 60:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or not page.page.isAncestorOf(now):
            break
        order.append(now)
    heights = [each.mapTo(page.page, QPoint(0, 0)).y() + page.frame.area.verticalScrollBar().value()
               for each in order if page.frame.area.isAncestorOf(each)]  # fmt: skip
    tops = [each.mapTo(page.frame.area.widget(), QPoint(0, 0)).y() for each in order
            if page.frame.area.isAncestorOf(each)]  # fmt: skip
    assert len(tops) >= 19 and heights
    assert tops == sorted(tops)
    foot = [
        each.text()
        for each in order
        if isinstance(each, QPushButton) and not page.frame.area.isAncestorOf(each)
    ]
    assert foot == ["Save", "Submit update"]


def test_the_section_list_leads_by_keyboard(story: Story, qtbot: QtBot) -> None:
    page = story.annual()
    qtbot.keyClick(page.window, Qt.Key.Key_F6)
    page.frame.sections.focus()
    for _step in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.field("support_given").editor.hasFocus()
    assert page.frame.area.verticalScrollBar().value() > 300


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (1440, 900)])
@pytest.mark.parametrize("key", ["annual", "progress"])
def test_at_200_percent_no_word_is_cut(
    story: Story, qtbot: QtBot, dressed: QApplication, size: tuple[int, int], key: str
) -> None:
    apply_theme(dressed, "light", 2.0)
    page = getattr(story, key)()
    page.window.resize(*size)
    page.type("contributed" if key == "annual" else "done", "Margaret Holloway came.")
    page.press("Submit update")
    qtbot.wait(350)
    cut = []
    for shown in page.page.findChildren(QLabel):
        if shown.isVisible() and shown.text():
            needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else shown.sizeHint().height()
            wide = 0 if shown.wordWrap() else shown.sizeHint().width()
            if shown.height() < needed - 2 or shown.width() < wide:
                cut.append((shown.text(), shown.size(), needed, wide))
    for button in page.page.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width():
            cut.append((button.text(), button.size(), 0, 0))
    for combo in page.page.findChildren(ListChoice):
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()
        assert room >= words_width(combo.currentText(), "body")
    assert cut == []
    # look.md names the sizes to hold; in the least window there is, the page scrolls sideways.
    assert size == (800, 600) or page.frame.area.horizontalScrollBar().maximum() == 0


def test_every_answer_of_the_record_has_its_question(story: Story) -> None:
    """What the page does not ask, the steps of an update fill in by themselves."""
    filled_in = {
        "appointment", "municipal_year", "partnership", "status", "returned_because", "note", "declared_on",
        "submitted_on", "accepted_on", "published_on", "drafted_by", "signed_off_by", "signed_off_on",
        "corrects",
    }  # fmt: skip
    for page, kind in ((story.annual(), "annual_update"), (story.progress(), "progress_update")):
        assert set(page.frame.answers.fields) == {field.name for field in ENTITIES[kind].fields} - filled_in


def test_report_backs_are_offered_as_the_meetings_of_a_new_update(story: Story) -> None:
    for day, went in (("4/3/26", "attended"), ("1/4/26", "apologies"), ("4/3/25", "attended")):
        story.add("report_back", appointment=story.seat, meeting_on=day, attendance=went)
    page = story.annual()
    assert (page.field("meetings_held").value(), page.field("meetings_attended").value()) == ("2", "1")
    assert page.field("meetings_attended").guidance() == ""
    page.type("meetings_held", "8")
    page.qtbot.waitUntil(lambda: "1 of 2" in page.field("meetings_attended").guidance())
    page.type("main_business", "The lease was renewed.")
    assert page.page.save()
    [row] = story.register.all("annual_update")
    assert (row["meetings_held"], row["meetings_attended"]) == (8, 1)


def test_in_a_draft_the_report_backs_are_said_and_nothing_is_filled_in(story: Story) -> None:
    story.add("report_back", appointment=story.seat, meeting_on="4/3/26", attendance="attended")
    year = next(row["id"] for row in story.register.all("municipal_year") if row["name"] == "2025-26")
    draft = story.add("annual_update", appointment=story.seat, municipal_year=year, main_business="A lease.")
    page = story.annual(draft)
    assert page.field("meetings_held").value() is None
    assert page.field("meetings_attended").guidance() == "The report-backs say 1 of 1."
