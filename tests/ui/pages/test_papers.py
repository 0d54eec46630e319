"""The papers page in a real register: what is chosen, seen and saved."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.records import save
from pmdesk.actions.updates import move_on
from pmdesk.domain.words import words_in
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.pages.long_paper import SOON
from pmdesk.ui.pages.papers import PapersPage
from pmdesk.ui.theme import apply_theme
from tests.actions.figure_story import council_with_figures
from tests.actions.health_story import hold_health_check
from tests.actions.paper_story import TODAY, Story


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = council_with_figures(tmp_path)
    yield made
    made.register.close()


@pytest.fixture
def toasts() -> list[str]:
    return []


@pytest.fixture
def page(story: Story, toasts: list[str], qtbot: QtBot) -> PapersPage:
    made = PapersPage(
        Context(story.register, TODAY, toast=lambda sentence, undo=None: toasts.append(sentence))
    )
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.open_after.setChecked(False)
    made.show()
    qtbot.waitUntil(lambda: made.made() is not None)
    return made


def text_of(page: PapersPage) -> str:
    made = page.made()
    assert made is not None
    return " ".join(" ".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(made)).pages).split())


def shown(page: PapersPage, qtbot: QtBot) -> None:
    """Wait until what was chosen is in sight."""
    qtbot.waitUntil(lambda: not page._stale)


def test_the_first_annual_update_is_in_sight(page: PapersPage, story: Story) -> None:
    expected = paper_bytes(
        story.register, "annual-update", [story.ids["update"]], "2025-26", words_in("en"), TODAY
    )
    assert page.made() == expected
    assert page.preview.page_count() == len(pypdf.PdfReader(io.BytesIO(expected)).pages)
    assert page.place.text().startswith("Page 1 of ")
    assert page.place.width() >= page.place.sizeHint().width()
    assert "Aldermoor Citizens Advice" in page.preview.accessibleDescription()
    assert unnamed(page) == []


def test_every_paper_by_keyboard(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    given = {"partnership": story.ids["board"], "organisation": story.ids["county"], "what": "A hall"}
    save(story.register, "contribution", given)
    hold_health_check(story.register)
    page.focus_list()
    for sentence in (
        "Annual updates from outside bodies",
        "Progress report: Wendle Valley",
        "Partnership progress report",
        "Milestones that slipped",
        "What partners undertook",
        "How we work together",
        "Partnerships, for scrutiny",
        "Tensions between targets",
        "",  # nobody has held a validation yet
        "How a measure is doing",
        "Performance report: Climate Plan",
        "One set of figures",
        "Appointments to outside bodies, 2026-27",
        "Register of outside bodies",
        "The year in pictures",
        "Register of partnerships",
    ):
        qtbot.keyClick(page.list_part.papers.view, Qt.Key.Key_Down)
        shown(page, qtbot)
        if sentence:
            assert sentence in text_of(page)
        else:
            assert page.made() is None
    assert not page.list_part.records.isVisible()
    # The list for Annual Council took the year it opens, and gave the year back.
    assert page.wanted().year == "2025-26"


def test_a_paper_can_be_asked_for(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    page.arrive(("progress", story.ids["progress"]))
    shown(page, qtbot)
    assert page.wanted().of == (story.ids["progress"],)
    assert "2025-26 Q4" in text_of(page)
    page.arrive(("measure", story.ids["vp01"]))
    shown(page, qtbot)
    assert "VP01 Money spent" in text_of(page)
    page.arrive("register-partnerships")
    shown(page, qtbot)
    assert "Register of partnerships" in text_of(page)


def test_the_preview_follows_a_save(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    assert "not yet accepted" not in text_of(page)
    changes = move_on(story.register, "annual_update", story.ids["update"], "returned", TODAY, "Say more")
    bus().changed.emit(changes)
    shown(page, qtbot)
    assert "Returned to be put right" in text_of(page)


def test_a_year_without_any_says_so(page: PapersPage, qtbot: QtBot) -> None:
    page.list_part.year.set_value("2026-27")
    page.list_part.year.edited.emit()
    shown(page, qtbot)
    assert page.made() is None
    assert not page.save_button.isEnabled()
    assert page.list_part.empty.isVisible()
    assert page.nothing.isVisible()


def test_the_filter_narrows_and_the_paper_stays(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.list_part.filter, "holloway")
    assert page.list_part.records.model.rowCount() == 1
    assert page.wanted().of == (story.ids["update"],)
    qtbot.keyClicks(page.list_part.filter, "x")
    shown(page, qtbot)
    assert page.made() is None


def test_what_is_saved_is_what_was_seen(
    page: PapersPage, toasts: list[str], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "paper"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert asked == ["Annual update, Aldermoor Citizens Advice, 2025-26.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes() == page.made()
    assert toasts == ["Saved paper.pdf."]
    page.save_to(tmp_path / "nowhere" / "paper.pdf")
    assert toasts[-1].startswith("There is no folder ‘")


def test_saved_it_is_opened_when_that_was_asked(
    page: PapersPage, story: Story, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pmdesk.ui.pages import papers

    opened: list[str] = []
    monkeypatch.setattr(papers.QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    page.save_to(tmp_path / "a.pdf")
    page.open_after.setChecked(True)
    page.save_to(tmp_path / "b.pdf")
    assert opened == ["b.pdf"]
    page.open_after.setChecked(False)
    again = PapersPage(Context(story.register, TODAY))
    qtbot.addWidget(again)
    assert not again.open_after.isChecked()


def test_the_language_of_the_paper_is_its_own(page: PapersPage, qtbot: QtBot) -> None:
    page.list_part.language.set_value("cy")
    page.list_part.language.edited.emit()
    shown(page, qtbot)
    made = page.made()
    assert made is not None
    assert pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]["/Lang"].startswith("cy")


def test_a_title_with_marks_is_shown_as_typed(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    changes = save(story.register, "outside_body", {"name": "R&D <b>Trust</b>"}, story.ids["body"])[1]
    bus().changed.emit(changes)
    shown(page, qtbot)
    assert "R&D <b>Trust</b>" in text_of(page)


def test_beside_large_words_what_a_paper_is_of_comes_into_sight(
    page: PapersPage, dressed: QApplication, qtbot: QtBot
) -> None:
    apply_theme(dressed, "light", 2.0)
    page.resize(1080, 694)
    part = page.list_part
    part.papers.choose("annual-update")
    qtbot.wait(1)
    part.papers.choose("measure")
    qtbot.wait(20)
    assert part.records.visibleRegion().boundingRect().height() > 40
    row = part.papers.view.visualRect(part.papers.view.currentIndex())
    assert part.papers.view.viewport().visibleRegion().contains(row)
    apply_theme(dressed, "light", 1.0)


def rows_of(page: PapersPage) -> list[tuple[str, str]]:
    model = page.list_part.records.model
    found = [model.row(at) for at in range(model.rowCount())]
    return [(row.title, row.pill[1] if row.pill else "") for row in found if row]


def test_a_paper_of_many_is_of_all_until_some_are_chosen(
    page: PapersPage, story: Story, qtbot: QtBot
) -> None:
    for name in ("Youth forum", "Zoo trust"):
        save(story.register, "partnership", {"name": name, "kind": "thematic"})
    page.arrive("cabinet")
    shown(page, qtbot)
    part, said = page.list_part, text_of(page)
    assert "Youth forum" in said
    assert "Zoo trust" in said
    assert part.how_many.text() == "All 3. Click or press Space to choose only some."
    assert not part.all_again.isVisible()
    part.records.choose_first()
    qtbot.keyClick(part.records.view, Qt.Key.Key_Down)
    qtbot.keyClick(part.records.view, Qt.Key.Key_Space)
    shown(page, qtbot)
    assert ("Youth forum", "Chosen") in rows_of(page)
    assert part.how_many.text() == "1 chosen of 3."
    assert "Zoo trust" not in text_of(page)
    index = part.records.model.index(2, 0)
    qtbot.mouseClick(
        part.records.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=part.records.view.visualRect(index).center(),
    )
    shown(page, qtbot)
    assert [pill for _title, pill in rows_of(page)] == ["", "Chosen", "Chosen"]
    assert "Zoo trust" in text_of(page)
    qtbot.mouseClick(part.all_again, Qt.MouseButton.LeftButton)
    shown(page, qtbot)
    assert page.wanted().of == ()
    assert "Wendle Valley" in text_of(page)


def test_what_was_chosen_and_is_gone_is_no_longer_chosen(
    page: PapersPage, story: Story, qtbot: QtBot
) -> None:
    page.arrive(("slippage", story.ids["board"]))
    shown(page, qtbot)
    assert page.wanted().of == (story.ids["board"],)
    changes = save(story.register, "partnership", {"status": "ended"}, story.ids["board"])[1]
    bus().changed.emit(changes)
    shown(page, qtbot)
    assert page.wanted().of == ()


def test_one_file_for_each_partnership(
    page: PapersPage, toasts: list[str], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    assert not page.each.button.isVisible()
    page.arrive("progress")
    shown(page, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    qtbot.mouseClick(page.each.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(toasts), timeout=20_000)
    assert toasts == ["Saved 1 report in reports."]
    (made,) = folder.iterdir()
    assert made.name == "Progress report, Wendle Valley Town Centre Board, 2025-26 Q4.pdf"
    assert made.read_bytes() == page.made()


def test_a_run_that_is_stopped_writes_nothing(
    page: PapersPage, story: Story, toasts: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(40):
        row = {"name": f"Forum {number}", "kind": "thematic"}
        forum = save(story.register, "partnership", row)[0]
        save(story.register, "progress_update", {"partnership": forum, "period": "2025-26 Q4", "done": "A"})
    page.arrive("progress")
    shown(page, qtbot)
    page.each.run(tmp_path / "reports")
    assert page.each.work is not None
    page.each.work._cancel()
    qtbot.waitUntil(lambda: bool(toasts), timeout=20_000)
    assert toasts == ["Stopped. Nothing was written."]
    assert not (tmp_path / "reports").exists()


def test_a_run_says_what_stood_in_its_way(
    page: PapersPage, toasts: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    page.arrive("progress")
    shown(page, qtbot)
    page.each.run(tmp_path / "no" / "reports")
    qtbot.waitUntil(lambda: len(toasts) == 1, timeout=20_000)
    page.list_part.year.set_value("2026-27")
    page.list_part.year.edited.emit()
    shown(page, qtbot)
    page.each.run(tmp_path)
    qtbot.waitUntil(lambda: len(toasts) == 2, timeout=20_000)
    assert toasts == [
        "There is no folder ‘" + str(tmp_path / "no") + "’. Choose another.",
        "None of these partnerships has a progress update for that time.",
    ]


def test_a_paper_of_very_many_is_made_beside_the_window(page: PapersPage, story: Story, qtbot: QtBot) -> None:
    with story.register.change("Many") as change:
        for number in range(SOON):
            change.add("partnership", {"name": f"Forum {number:02}", "kind": "thematic"})
    page.arrive("cabinet")
    qtbot.waitUntil(lambda: page.beside.at_work)
    assert page.made() is None
    page.list_part._take_tick(story.ids["board"])  # meanwhile only one is wanted
    qtbot.waitUntil(lambda: page.made() is not None, timeout=60_000)
    assert "Forum 07" not in text_of(page)
    page.list_part._take_all()
    qtbot.waitUntil(lambda: page.beside.at_work)
    qtbot.waitUntil(lambda: page.made() is not None, timeout=60_000)
    assert "Forum 07" in text_of(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.beside.at_work)
    assert page.beside._work is not None
    page.beside._work._cancel()
    qtbot.waitUntil(page.nothing.isVisible, timeout=60_000)
    assert page.made() is None
