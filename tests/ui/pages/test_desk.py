"""The desk in a real register: what it shows, where its links lead, and that it follows every save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmdesk.actions.attention import attention
from pmdesk.actions.milestones import mark_done
from pmdesk.actions.records import save
from pmdesk.actions.registers import start
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.labels import label
from pmdesk.ui.link_list import ENTRY, Item
from pmdesk.ui.pages.desk import DeskPage
from tests.actions.paper_story import TODAY, Story, council


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    made = council(tmp_path)
    yield made
    made.register.close()


@pytest.fixture
def visits() -> list[tuple[str, object]]:
    return []


@pytest.fixture
def page(story: Story, visits: list[tuple[str, object]], qtbot: QtBot) -> DeskPage:
    context = Context(story.register, TODAY, visit=lambda page, argument: visits.append((page, argument)))
    made = DeskPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(page: DeskPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def take(page: DeskPage, name: str) -> None:
    model = page.list.model()
    for row in range(model.rowCount()):
        entry = model.index(row, 0).data(ENTRY)
        if isinstance(entry, Item) and entry.name == name:
            page.list.setCurrentIndex(model.index(row, 0))
            return
    raise AssertionError(name)


def test_it_says_what_needs_somebody(page: DeskPage) -> None:
    assert page.head._quiet.text().startswith("Monday 27 April 2026.")
    assert lines(page)[:2] == [
        "Progress updates overdue, 1",
        "Wendle Valley Town Centre Board, 2025-26 Q4, drafted, Ruth Adeyemi, 13 days late, Open draft",
    ]
    assert "Milestones slipping, 2" in lines(page)
    assert "Vacancies, 1" in lines(page)
    assert page.chart.accessibleName() == "1 return is in"
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("name", "where", "key"),
    [
        ("Wendle Valley Town Centre Board", "progress-update", "progress"),
        ("Bus station design agreed", "milestones", "station"),
        ("Aldermoor Citizens Advice", "bodies", "body"),
    ],
)
def test_each_link_leads_to_where_it_is_mended(
    name: str,
    where: str,
    key: str,
    page: DeskPage,
    story: Story,
    visits: list[tuple[str, object]],
    qtbot: QtBot,
) -> None:
    take(page, name)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert visits == [(where, story.ids[key])]


def test_an_update_that_was_not_begun_is_a_new_one(
    page: DeskPage, story: Story, visits: list[tuple[str, object]], qtbot: QtBot
) -> None:
    board = save(
        story.register, "partnership", {"name": "Active Aldermoor", "reporting_interval": "quarter"}
    )[0]
    page.refresh()
    take(page, "Active Aldermoor")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert visits == [("progress-update", ("new", board))]


def test_a_save_elsewhere_is_seen_at_once(story: Story, qtbot: QtBot) -> None:
    counts: list[int] = []
    context = Context(story.register, TODAY)
    made = DeskPage(context, counts.append)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    do(context, lambda: mark_done(story.register, story.ids["station"], "27/4/2026", TODAY))
    qtbot.waitUntil(lambda: counts == [counts[0], counts[0] - 1])
    assert "Milestones slipping, 1" in lines(made)


def test_a_long_group_is_shown_in_part_and_opened_in_place(
    page: DeskPage, story: Story, qtbot: QtBot
) -> None:
    for number in range(4):
        save(story.register, "milestone", {"title": f"Late {number}", "first_due": "2026-01-01"})
    page.refresh()
    assert "Milestones slipping, 6, Show all 6" in lines(page)
    before = len(lines(page))
    heading = lines(page).index("Milestones slipping, 6, Show all 6")
    page.list.setCurrentIndex(page.list.model().index(heading, 0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(lines(page)) == before + 3
    assert "Milestones slipping, 6, Show fewer" in lines(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(lines(page)) == before


def test_an_empty_desk_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    with start(tmp_path / "new.pmdesk", "Aldermoor", "2025-26") as register:
        made = DeskPage(Context(register, TODAY))
        qtbot.addWidget(made)
        made.arrive()
        assert made.list.isHidden()
        assert made.strip.isHidden()
        assert not made.empty.isHidden()
        assert made.empty.findChild(type(label(""))).text().startswith("Nothing needs you today.")


def test_a_register_just_started_offers_the_next_step(tmp_path: Path, qtbot: QtBot) -> None:
    visits: list[tuple[str, object]] = []
    with start(tmp_path / "new.pmdesk", "Aldermoor", "2025-26") as register:
        context = Context(register, TODAY, visit=lambda page, argument: visits.append((page, argument)))
        made = DeskPage(context)
        qtbot.addWidget(made)
        made.arrive()
        assert made.empty.button
        assert not made.empty.button.isHidden()
        made.empty.button.click()
        assert visits == [("import", None)]


def test_a_large_register_is_read_behind_the_window_and_once_at_a_time(
    story: Story, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmdesk.ui.apart.MANY", -1)
    read = []
    monkeypatch.setattr(
        "pmdesk.ui.pages.desk.attention", lambda *given: read.append(given[0]) or attention(*given)
    )
    page = DeskPage(Context(story.register, TODAY, visit=lambda _page, _argument: None))
    qtbot.addWidget(page)
    page.show()
    assert page.head.quiet_words() == "Looking through the register…"
    assert not page.empty.isVisible()
    for _ in range(3):
        page.refresh()
    qtbot.waitUntil(lambda: len(read) == 2 and page._figures is not None, timeout=10_000)
    assert all(one is not story.register for one in read)
    assert page.head.quiet_words() != "Looking through the register…"
