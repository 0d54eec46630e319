"""One register in one window: undo by name, search, the year, rights, and what goes on behind."""

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from pmdesk.actions import records, this_laptop
from pmdesk.register.home import home as kept_under
from pmdesk.ui import office as office_file
from pmdesk.ui.bus import bus
from pmdesk.ui.doing import do
from pmdesk.ui.pages.records_page import RecordsPage
from tests.running import Running, beside, copy_of

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = [
    *("Desk", "Partnerships", "Outside bodies", "Members", "Plans", "Measures", "Milestones", "Partners"),
    *("Scrutiny", "Challenges", "Health checks", "Good practice", "Papers"),
    *("Exchange", "Bring in a file", "Settings", "Help"),
]


@pytest.fixture
def sample(run: Running, sample_file: Path) -> Running:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    return run


def add(run: Running, kind: str, **typed: object) -> str:
    done = do(run.office.context, lambda: records.save(run.register, kind, typed))
    assert done is not None
    return done[0]


def test_the_sections_stand_at_the_left(sample: Running) -> None:
    entries = {
        one.accessibleName().partition(",")[0]: one
        for one in sample.window.sidebar.findChildren(QPushButton)
        if one.accessibleName()  # the sign has nothing to say
    }
    assert list(entries) == WORDS
    for entry in entries.values():
        sample.qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert sample.window.current() == "help"
    assert set(sample.window.built()) >= {"desk", "partnerships", "bodies", "members", "papers", "settings"}


def test_undo_and_redo_by_name_and_by_keys(run: Running) -> None:
    run.start()
    assert not run.window.topbar.undo.isEnabled()
    add(run, "outside_body", name="Dock Trust")
    assert run.window.topbar.undo.text() == "Undo: Saved outside body"
    run.press("Undo: Saved outside body", run.window.topbar)
    assert run.toast() == "Taken back: Saved outside body"
    assert run.register.count("outside_body") == 0
    assert not run.window.topbar.undo.isEnabled()
    run.press("Redo: Saved outside body", run.window.topbar)
    assert run.toast() == "Done again: Saved outside body"
    assert run.register.count("outside_body") == 1
    run.key(Qt.Key.Key_Z, CTRL)
    assert run.register.count("outside_body") == 0
    run.key(Qt.Key.Key_Y, CTRL)
    assert run.register.count("outside_body") == 1
    run.key(Qt.Key.Key_Y, CTRL)
    assert run.toast() == "There is nothing to redo."


def test_an_earlier_sitting_is_not_undone(run: Running) -> None:
    path = run.start()
    add(run, "outside_body", name="Dock Trust")
    run.close()
    assert run.program.open(path)
    run.key(Qt.Key.Key_Z, CTRL)
    assert run.toast() == "There is nothing to undo."
    assert run.register.count("outside_body") == 1


def test_search_finds_without_accents_and_opens(run: Running) -> None:
    run.start()
    body = add(run, "outside_body", name="Tŷ Glân Community Centre")
    run.key(Qt.Key.Key_K, CTRL)
    search = run.window.topbar.search
    assert run.window.focusWidget() is search
    run.qtbot.keyClicks(search, "ty gla")
    run.qtbot.waitUntil(lambda: bool(search.results()))
    assert search.results() == ["Outside bodies", "Tŷ Glân Community Centre"]
    run.qtbot.keyClick(search, Qt.Key.Key_Return)
    run.qtbot.waitUntil(lambda: run.window.current() == "bodies")
    page = run.window.page()
    assert isinstance(page, RecordsPage)
    assert page.list_part.list.chosen_id() == body


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("person", "members"),
        ("partnership", "partnerships"),
        ("organisation", "partners"),
        ("milestone", "milestones"),
        ("appointment", "bodies"),
    ],
)
def test_whatever_is_found_has_a_page(sample: Running, kind: str, page: str) -> None:
    record = sample.register.all(kind)[0]["id"]
    sample.window.topbar.search.chosen.emit(kind, record)
    assert sample.window.current() == page


def test_the_year_menu(sample: Running) -> None:
    year = sample.window.topbar.year
    names = [action.text() for action in year.menu().actions()]
    assert "2024-25" in names
    assert year.text() == "2025-26"
    year.menu().actions()[names.index("2024-25")].trigger()
    assert year.text() == "2024-25"
    assert year.accessibleName() == "Municipal year 2024-25"
    assert this_laptop.is_sample(sample.register)


def test_the_desk_counts_in_the_sidebar(sample: Running) -> None:
    sample.office.visit("desk")
    (desk,) = [
        one for one in sample.window.sidebar.findChildren(QPushButton) if "Desk" in one.accessibleName()
    ]
    assert desk.accessibleName().removeprefix("Desk, ").isdigit()


def test_saved_is_said_after_the_commit(run: Running) -> None:
    run.start()
    texts: list[str] = []
    run.window.set_saved = texts.append  # type: ignore[method-assign]
    add(run, "outside_body", name="Dock Trust")
    assert texts
    assert texts[-1].startswith("Saved on this laptop ")


def test_a_second_window_reads_only_and_says_why(run: Running) -> None:
    path = run.start()
    add(run, "outside_body", name="Dock Trust")
    with beside(run) as second:
        assert second.program.open(path)
        said = second.window._notice
        assert said.isVisible()
        assert "You can read it; nothing can be saved." in said.accessibleName()
        assert second.window.windowTitle() == "Aldermoor District Council (Aldermoor.pmdesk) - pmdesk"
        for key in (
            "bodies",
            "partnerships",
            "members",
            "partners",
            "settings",
            "import",
            "milestones",
            "papers",
        ):
            second.office.visit(key)
        second.office.visit("bodies")
        assert not any(button.isEnabled() for button in second.buttons("New outside body"))
        second.key(Qt.Key.Key_Z, CTRL)
        second.key(Qt.Key.Key_N, CTRL)
        done = do(second.office.context, lambda: records.save(second.register, "outside_body", {"name": "X"}))
        assert done is None
        assert "You can read it; nothing can be saved." in second.toast()
    assert run.register.count("outside_body") == 1
    assert not run.register.read_only


def test_what_goes_on_behind_a_real_register(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_file, "SETTLED", 20)
    before = set(threading.enumerate())
    run.start()
    folder = kept_under() / "backups" / run.register.id
    made = folder / f"{date.today().isoformat()}.pmdesk"
    run.qtbot.waitUntil(made.exists, timeout=30_000)
    run.qtbot.waitUntil(lambda: set(threading.enumerate()) <= before, timeout=30_000)


def test_the_sample_is_not_backed_up(sample: Running) -> None:
    behind = threading.Thread(target=sample.office.behind.run, daemon=True)
    behind.start()
    sample.qtbot.waitUntil(lambda: not behind.is_alive(), timeout=30_000)
    folder = kept_under() / "backups" / sample.register.id
    assert not folder.exists() or not list(folder.iterdir())


def test_no_backup_is_a_sentence(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    run.start()
    folder = kept_under() / "backups" / run.register.id
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        folder.rmdir()
    folder.write_text("in the way")
    behind = threading.Thread(target=run.office.behind.run, daemon=True)
    behind.start()
    run.qtbot.waitUntil(lambda: bool(run.toast()), timeout=30_000)
    assert run.toast().endswith(".")


def test_the_council_in_the_sidebar_follows_its_name(run: Running) -> None:
    run.start()
    council = str(run.register.settings()["council"])
    changes = records.save(run.register, "organisation", {"name": "Aldermoor and Wendle Council"}, council)[1]
    bus().changed.emit(changes)
    assert run.window.sidebar.council() == "Aldermoor and Wendle Council"
