"""A document is opened where it lies; a program is not, and what is not there is said."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pmdesk.register.store import memory
from pmdesk.ui.context import Context
from pmdesk.ui.linked_file import open_linked


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toString())
        return "nothing" not in url.toString()

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def test_documents_open_and_programs_do_not(tmp_path: Path, opened: list[str]) -> None:
    said: list[str] = []
    with memory() as register:
        context = Context(register, "2026-04-27", toast=lambda sentence, *_undo: said.append(sentence))
        for name in ("terms.pdf", "terms.desktop"):
            (tmp_path / name).write_text("x", encoding="utf-8")
            open_linked(context, str(tmp_path / name))
        open_linked(context, "www.aldermoor.example/terms")
        assert opened == [
            QUrl.fromLocalFile(str(tmp_path / "terms.pdf")).toString(),
            QUrl.fromLocalFile(str(tmp_path)).toString(),
            "https://www.aldermoor.example/terms",
        ]
        assert said == []
        open_linked(context, str(tmp_path / "gone.pdf"))
        open_linked(context, "https://nothing.example")
        assert len(said) == 2 and "gone.pdf" in said[0] and "nothing.example" in said[1]
