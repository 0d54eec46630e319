"""The first window: every beginning, by its own buttons, and every problem beside its question."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from pmdesk.ui.accessible import unnamed
from tests.exchange.made_files import BODIES
from tests.running import ANSWERS, Running, choosing, copy_of


def ask(run: Running, **answers: str) -> None:
    """Open the form and type the answers."""
    run.program.first_run()
    run.press("Start a register", run.first)
    for name, text in answers.items():
        run.first.form.fields[name].editor.set_value(text)


def problems(run: Running) -> dict[str, str]:
    return {name: field.error() for name, field in run.first.form.fields.items() if field.error()}


def test_an_empty_council_is_said_beside_its_field(run: Running) -> None:
    ask(run)
    run.press("Start the register", run.first)
    assert problems(run) == {"council": "Say which council this register is for."}
    assert run.first.focusWidget() is run.first.form.fields["council"].editor
    assert run.program.office is None


def test_all_problems_at_once_before_any_place_is_asked(
    run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = choosing(monkeypatch)
    ask(run, council="Aldermoor", year="2025-27", annual_council="31/02/2026", returns_due="soon")
    run.press("Start the register", run.first)
    assert list(problems(run)) == ["year", "annual_council", "returns_due"]
    assert problems(run)["year"] == "Type the municipal year as 2025-26."
    assert run.first.focusWidget() is run.first.form.fields["year"].editor
    assert asked == []


def test_a_register_is_started_and_the_window_opens_on_it(
    run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = run.folder / "ours.pmdesk"
    asked = choosing(monkeypatch, place)
    ask(run, **{**ANSWERS, "council": "Aldermoor: District/Council", "year": "2025/26"})
    run.press("Start the register", run.first)
    assert Path(asked[0]).name == "Aldermoor District Council.pmdesk"
    assert place.exists()
    assert run.program.first is None
    assert run.window.windowTitle() == f"Aldermoor: District/Council ({place.name}) - pmdesk"
    assert run.window.topbar.year.text() == "2025-26"
    run.qtbot.waitUntil(lambda: run.window.current() == "desk")
    assert run.program.preferences.recent == [place]


def test_a_place_that_is_taken_is_kept_and_said(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = run.folder / "ours.pmdesk"
    taken.write_bytes(b"somebody's")
    choosing(monkeypatch, taken)
    ask(run, **ANSWERS)
    run.press("Start the register", run.first)
    said = run.first.form.findChildren(type(run.first.form._summary))[0]
    assert said.isVisible()
    assert "ours.pmdesk is already there. Choose another name." in accessible(run)
    assert taken.read_bytes() == b"somebody's"
    assert run.first.focusWidget() is run.first.form.button


def accessible(run: Running) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in run.first.form.findChildren(QLabel)]


def test_a_folder_that_cannot_be_written_to(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = run.folder / "shut"
    folder.mkdir()
    if os.geteuid() == 0:
        # Root may write anywhere: a folder that is not there is as shut.
        folder.rmdir()
        wanted = "There is no such file or folder."
    else:
        folder.chmod(0o500)
        wanted = "This place cannot be written to. Choose another folder, or ask for the right to write here."
    choosing(monkeypatch, folder / "ours.pmdesk")
    ask(run, **ANSWERS)
    run.press("Start the register", run.first)
    assert wanted in accessible(run)
    assert run.program.office is None


def test_no_place_chosen_leaves_the_form_as_it_was(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch)
    ask(run, **ANSWERS)
    run.press("Start the register", run.first)
    assert run.first.form.fields["council"].value() == ANSWERS["council"]
    assert list(run.folder.iterdir()) == []


def test_a_spreadsheet_is_brought_from_here(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(monkeypatch, BODIES, run.folder / "ours.pmdesk")
    run.program.first_run()
    run.press("Choose a spreadsheet", run.first)
    assert f"Then you will see what {BODIES.name} holds, before anything is written." in accessible(run)
    for name, text in ANSWERS.items():
        run.first.form.fields[name].editor.set_value(text)
    run.press("Start the register", run.first)
    page = run.window.page()
    run.qtbot.waitUntil(lambda: page.look is not None, timeout=20_000)
    assert run.window.current() == "import"
    assert run.register.count("outside_body") == 0
    run.brought(page)
    assert run.counts("outside_body", "appointment", "person") == {
        "outside_body": 29, "appointment": 40, "person": 20}  # fmt: skip


def test_the_sample_and_a_register_there_is(
    run: Running, monkeypatch: pytest.MonkeyPatch, sample_file: Path
) -> None:
    path = copy_of(sample_file, run.folder)
    choosing(monkeypatch, path)
    run.program.first_run()
    run.press("Open a register", run.first)
    assert run.window.windowTitle() == "Aldermoor District Council (Sample.pmdesk) - pmdesk"
    run.program.first_run()
    run.press("Open Sample", run.first)
    assert run.program.first is None
    assert not run.register.read_only, "the register in the window was opened beside itself"


def test_opened_with_the_sample(run: Running) -> None:
    run.program.first_run()
    run.press("Open the sample", run.first)
    assert run.window.windowTitle() == "Aldermoor District Council (Aldermoor.pmdesk) - pmdesk"
    assert run.register.path.name == "Aldermoor.pmdesk"


def test_back_by_escape_and_in_welsh(run: Running) -> None:
    ask(run)
    run.first.activateWindow()
    run.qtbot.waitUntil(run.first.isActiveWindow)
    run.qtbot.keyClick(run.first, Qt.Key.Key_Escape)
    assert not run.first.form.isVisible()
    run.press("Cymraeg", run.first)
    assert run.program.preferences.language == "cy"
    assert run.buttons("English", run.first)
    run.press("English", run.first)
    assert run.buttons("Choose a spreadsheet", run.first)


@pytest.mark.parametrize("scale_steps", [0, 10])
def test_every_control_has_a_name(run: Running, scale_steps: int) -> None:
    ask(run)
    run.first.activateWindow()
    run.qtbot.waitUntil(run.first.isActiveWindow)
    for _step in range(scale_steps):
        run.qtbot.keyClick(run.first, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert unnamed(run.first) == []
    assert run.program.preferences.text_scale == 1.0 + scale_steps / 10
