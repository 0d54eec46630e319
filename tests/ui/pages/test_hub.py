"""The hub's page in the real window, over a real server: set, synced, away, refused, trusted, left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pmdesk.actions import hub as verbs
from pmdesk.actions import hub_outcomes, records
from pmdesk.actions.laptops import fingerprint, my_key, trust_laptop
from pmdesk.actions.roles import stop_trusting
from pmdesk.register.hub_setup import place_of
from pmdesk.ui.accessible import unnamed
from pmdesk.ui.hub_sync import HubSync
from pmdesk.ui.pages.hub import HubPage
from tests.hub_laptops import Laptop, stored
from tests.hub_server import Hub, Server
from tests.running import Running, copy_of


@pytest.fixture(autouse=True)
def a_new_sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "_typed", {})
    monkeypatch.setattr(hub_outcomes, "_newest", {})


@pytest.fixture(autouse=True)
def nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """No sync but those that a test asks for."""
    monkeypatch.setattr(HubSync, "begin", lambda self: None)


begin = HubSync.begin


@pytest.fixture
def page(run: Running, sample_file: Path) -> HubPage:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    shown = run.office.visit("hub")
    assert isinstance(shown, HubPage)
    return shown


@pytest.fixture
def hub(run: Running, page: HubPage, hub_server: Server) -> Hub:
    made = Hub(hub_server, "hubs", run.register.id, ("helen", "amir"))
    with made.admin() as db:  # every copy of the sample is one register: its place is made anew
        db.execute(f"DROP SCHEMA {place_of(run.register.id).schema} CASCADE")
    return Hub(hub_server, "hubs", run.register.id, ("helen", "amir"))


def idle(run: Running) -> None:
    run.qtbot.waitUntil(lambda: not run.office.hub().running, timeout=60_000)


def take(run: Running, page: HubPage, url: str, password: str = "", keep: bool = False) -> None:
    page.fields["hub"].editor.setText(url)
    page.fields["password"].editor.setText(password)
    page.fields["keep"].editor.setChecked(keep)
    run.press("Use this hub", page)
    idle(run)


def test_without_a_hub_it_offers_to_take_one(run: Running, page: HubPage) -> None:
    assert unnamed(page) == [] and not page.button.isVisible() and run.window.sidebar.sign() == ""
    assert page.take.property("role") == "primary"
    run.press("Use this hub", page)
    assert "Type the hub’s address" in page.fields["hub"].error()
    assert run.window.focusWidget() is page.fields["hub"].editor


def test_a_hub_is_taken_and_synced_with(run: Running, page: HubPage, hub: Hub) -> None:
    take(run, page, hub.url("helen"))
    assert "saves went to the hub." in page.lines.text() and "Last synced" in page.lines.text()
    assert run.window.sidebar.sign().startswith("Synced ")
    assert len(stored(hub)) == len(list(run.register.entries()))
    run.press("Sync now", page)
    idle(run)
    assert "Nothing new" in page.lines.text()
    run.press("Work without a hub", page)
    assert page.fields["hub"].value() is None and run.window.sidebar.sign() == ""


def test_a_password_can_be_kept(run: Running, page: HubPage, hub: Hub) -> None:
    take(run, page, hub.url("helen"), "geheim", keep=True)
    assert (
        page.fields["password"].value() is None and "kept on this laptop" in page.fields["password"].advice()
    )
    take(run, page, hub.url("helen"))
    assert page.fields["password"].advice() == ""


def test_another_laptop_is_trusted_and_its_work_comes_in(
    run: Running, page: HubPage, hub: Hub, tmp_path: Path
) -> None:
    two = Laptop(tmp_path / "two", run.register.path)
    take(run, page, hub.url("helen"))
    two.add(name="From another laptop")
    two.sync(hub, "amir")
    run.press("Sync now", page)
    idle(run)
    assert run.window.sidebar.sign() == "Hub: 1 laptop to trust"
    ((key, field),) = page.strangers.names.items()
    run.press("Trust this laptop", page)
    assert field.error()
    field.editor.setText("Amir’s laptop")
    run.press("Trust this laptop", page)
    idle(run)
    run.qtbot.waitUntil(lambda: not page.strangers.names, timeout=20_000)
    assert run.register.find("partnership", "From another laptop")
    assert key and "1 save came from the hub." in page.lines.text()
    # It has saved something by that, in a register that another laptop began.
    assert run.window.sidebar.sign() == "Hub: not trusted yet"


def test_with_the_hub_away_saves_wait_and_are_counted(run: Running, page: HubPage, hub: Hub) -> None:
    take(run, page, hub.url("helen"))
    take(run, page, "postgresql://helen@/pm?host=/nowhere")
    assert "cannot be reached" in page.problem.text() and run.window.sidebar.sign() == "Hub away"
    from pmdesk.actions import records
    from pmdesk.ui.doing import do

    for name in ("One", "Two"):
        do(run.office.context, lambda name=name: records.save(run.register, "partnership", {"name": name}))
    assert run.window.sidebar.sign() == "Hub away: 2 saves waiting"
    assert "2 saves wait to go" in page.lines.text()
    assert run.office.hub()._soon.isActive()
    take(run, page, hub.url("helen"))
    assert "2 saves went to the hub." in page.lines.text()


def test_a_refused_login_is_not_tried_again_by_itself(run: Running, page: HubPage, hub: Hub) -> None:
    take(run, page, hub.url("nobody_known"), "x")
    assert "refused this login" in page.problem.text()
    assert run.window.sidebar.sign() == "Hub: not synced"
    run.office.hub()._by_itself()
    assert not run.office.hub().running
    run.press("Sync now", page)
    assert run.office.hub().running
    idle(run)


def test_a_connection_is_tried(run: Running, page: HubPage, hub: Hub) -> None:
    def tried(url: str, password: str = "") -> str:
        page.fields["hub"].editor.setText(url)
        page.fields["password"].editor.setText(password)
        run.window.toasts.hide()
        run.press("Test the connection", page)
        run.qtbot.waitUntil(lambda: bool(run.toast()) or bool(page.fields["hub"].error()), timeout=20_000)
        return run.toast() or page.fields["hub"].error()

    assert tried(hub.url("helen")) == "The hub answers, and lets this laptop in."
    assert "refused this login" in tried(hub.url("nobody_known"), "x")
    assert verbs.address(run.register) == ""


def test_an_address_that_is_none_is_told_beside_it(run: Running, page: HubPage) -> None:
    page.fields["hub"].editor.setText("the cellar")
    run.press("Test the connection", page)
    run.qtbot.waitUntil(lambda: bool(page.fields["hub"].error()), timeout=20_000)
    assert "Type the hub" in page.fields["hub"].error()


def test_the_administrators_file_is_saved(
    run: Running, page: HubPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "hub.sql"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(out), ""))
    page.script.logins.editor.setText("Helen Marsh")
    run.press("Save the file", page)
    assert "is no login" in page.script.logins.error() and not out.exists()
    page.script.logins.editor.setText("helen amir")
    run.press("Save the file", page)
    assert page.script.logins.error() == "" and "CREATE ROLE amir LOGIN" in out.read_text()
    assert run.toast() == "‘hub.sql’ is ready for the hub’s administrator."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: ("", ""))
    run.press("Save the file", page)


def test_exchange_leads_to_it_and_back(run: Running, page: HubPage) -> None:
    run.press("Packs", page)
    assert run.window.current() == "exchange"
    run.press("Hub", run.window.page())
    assert run.window.current() == "hub"


def test_a_conflict_that_came_is_told(run: Running, page: HubPage, hub: Hub, tmp_path: Path) -> None:
    from pmdesk.actions.laptops import trust_laptop

    record = run.register.all("partnership")[0]["id"]
    two = Laptop(tmp_path / "two", run.register.path)
    with two.open() as there:
        key = there._device().public
    take(run, page, hub.url("helen"))
    trust_laptop(run.register, key, "Amir’s laptop")
    with run.register.change("Saved record") as change:
        change.set("partnership", record, {"purpose": "Gates"})
    two.put("partnership", record, purpose="Paths")
    two.sync(hub, "amir")
    run.press("Sync now", page)
    idle(run)
    assert run.toast() == "1 thing is to be settled."
    assert "1 thing is to be settled." in page.lines.text()


def test_it_syncs_by_itself_and_stops_with_the_window(
    run: Running, page: HubPage, hub: Hub, qtbot: QtBot
) -> None:
    verbs.set_hub(run.register, hub.url("helen"))
    sync = run.office.hub()
    begin(sync)
    assert sync.running and sync._every.isActive()
    sync.sync()  # one more after this one
    idle(run)
    qtbot.waitUntil(lambda: not sync.running, timeout=20_000)
    assert len(stored(hub)) == len(list(run.register.entries()))
    sync.sync()
    sync.stop()
    assert sync._thread is not None and not sync._thread.is_alive() and not sync._every.isActive()
    run.office._hub = None  # it is stopped already


def test_the_keyboard_reaches_everything(run: Running, page: HubPage) -> None:
    run.activate()
    page.fields["hub"].editor.setFocus()
    run.key(Qt.Key.Key_Tab)
    assert run.window.focusWidget() is page.fields["password"].editor


def test_the_servers_certificate_is_checked_where_that_is_ticked(
    run: Running, page: HubPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HubSync, "sync", lambda self: None)
    take(run, page, "postgresql://helen@hub.example/pmdesk")
    assert "Whose server it is, is not checked" in page.lines.text()
    assert not page.certificate.isVisible()
    page.fields["check"].editor.click()
    assert page.certificate.isVisible()
    page.fields["certificate"].editor.setText(str(tmp_path / "none.crt"))
    run.press("Use this hub", page)
    assert page.fields["certificate"].error() == "There is no such file."
    file = tmp_path / "council.crt"
    file.write_text("x")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    run.press("Choose the file", page)
    run.press("Use this hub", page)
    kept = verbs.address(run.register)
    assert "sslmode=verify-full" in kept and "council.crt" in kept
    assert "certificate is checked" in page.lines.text()
    assert page.fields["hub"].value() == "postgresql://helen@hub.example/pmdesk"
    page.arrive()
    assert page.fields["check"].value() and page.fields["certificate"].value() == str(file)
    page.fields["check"].editor.click()
    run.press("Use this hub", page)
    assert verbs.address(run.register) == "postgresql://helen@hub.example/pmdesk"


def test_the_hub_by_keyboard_alone(run: Running, page: HubPage, hub: Hub, tmp_path: Path) -> None:
    two = Laptop(tmp_path / "two", run.register.path)
    page.fields["hub"].editor.setFocus()
    run.qtbot.keyClicks(run.window.focusWidget(), hub.url("helen"))
    run.key(Qt.Key.Key_Return)
    idle(run)
    assert "Last synced" in page.lines.text()
    two.add(name="From another laptop")
    two.sync(hub, "amir")
    page.button.setFocus()
    run.key(Qt.Key.Key_Return)
    assert page.button.hasFocus(), "the keyboard stays on what was pressed"
    run.key(Qt.Key.Key_Return)
    idle(run)
    ((_key, field),) = page.strangers.names.items()
    field.editor.setFocus()
    run.key(Qt.Key.Key_Return)
    assert field.error()
    run.qtbot.keyClicks(field.editor, "Laptop of Amir")
    run.key(Qt.Key.Key_Return)
    idle(run)
    run.qtbot.waitUntil(lambda: not page.strangers.names, timeout=20_000)
    assert run.register.find("partnership", "From another laptop")


def test_a_newcomer_says_that_nobody_trusts_it_yet_with_the_words_to_read_out(
    run: Running, page: HubPage, hub: Hub, tmp_path: Path
) -> None:
    two = Laptop(tmp_path / "two", run.register.path)
    take(run, page, hub.url("helen"))
    assert not page.own.isVisible(), "nothing of its own is saved yet"
    records.save(run.register, "organisation", {"name": "Chamber of Trade"})
    run.press("Sync now", page)
    idle(run)
    words = fingerprint(my_key(run.register))
    assert page.own.isVisible() and page.own.words.text() == words
    assert page.own.heading.text() == "Nobody trusts this laptop yet"
    assert "read out its six words" in page.own.about.text() and unnamed(page) == []
    assert run.window.sidebar.sign() == "Hub: not trusted yet"
    with two.open() as theirs:
        trust_laptop(theirs, my_key(run.register), "Amir’s laptop")
    two.sync(hub, "amir")
    run.press("Sync now", page)
    idle(run)
    ((key, _field),) = page.strangers.names.items()
    trust_laptop(run.register, key, "Helen’s laptop")
    run.press("Sync now", page)
    idle(run)
    run.qtbot.waitUntil(lambda: not page.own.isVisible(), timeout=20_000)
    assert run.window.sidebar.sign().startswith("Synced ")
    with two.open() as theirs:
        stop_trusting(theirs, my_key(run.register))
    two.sync(hub, "amir")
    run.press("Sync now", page)
    idle(run)
    run.qtbot.waitUntil(page.own.isVisible, timeout=20_000)
    assert page.own.heading.text() == "This laptop was stopped" and page.own.words.text() == words
