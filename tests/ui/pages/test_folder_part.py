"""The shared folder on the page: chosen, filled, looked at, left; what waits can be brought in."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from pmdesk.actions.shared_folder import Came, comes_by_itself, shared_folder
from pmdesk.ui.context import Context
from pmdesk.ui.folder_watch import FolderWatch
from pmdesk.ui.pages.folder_part import FolderPart
from tests.laptops import Laptop


def test_the_folder_on_the_page(
    qtbot: QtBot, tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, said, brought = tmp_path / "box", list[str](), list[Any]()
    box.mkdir()
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        context = Context(ann, "2026-04-27", toast=lambda sentence, *_more: said.append(sentence))
        watch = FolderWatch(ann)
        part = FolderPart(context, watch, brought.append)
        qtbot.addWidget(part)
        part.show()
        assert part.choose_button.isVisible() and not part.put_button.isVisible()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(box))
        with qtbot.waitSignal(watch.came, timeout=20_000):
            part.choose()
        assert shared_folder(ann) == box and part.put_button.isVisible()
        assert part.place.text() == str(box) and part.state.text().endswith("nothing new")
        with qtbot.waitSignal(watch.came, timeout=30_000):
            part.put()
        assert said[-1].endswith(" changes lies there.")
        assert len(list(box.glob("*/*.pmpack"))) == 1
        part._came([Came(box / "x.pmpack", None)])
        assert part.bring_button.text() == "Bring in 1 pack"
        part.bring_button.click()
        assert brought == [[box / "x.pmpack"]]
        with qtbot.waitSignal(watch.came, timeout=20_000):
            part.by_itself.click()
        assert comes_by_itself(ann)
        part.leave_button.click()
        assert shared_folder(ann) is None and not part.leave_button.isVisible()
        watch.end()
        qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
