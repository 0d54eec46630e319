"""For whom a pack is made: what is missing is asked for beside its field; then it is written."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.packs import Made
from pmdesk.ui.context import Context
from pmdesk.ui.pages.pack_form import PackForm
from tests.laptops import Laptop
from tests.running import choosing


def test_for_whom(qtbot: QtBot, tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, said = list[Made](), list[str]()
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        context = Context(ann, "2026-04-27", toast=lambda sentence, *_undo: said.append(sentence))
        form = PackForm(context, made.append)
        qtbot.addWidget(form)
        form.begin()
        form.show()

        def choose(whom: str) -> QWidget:
            form.whom.set_value(whom)
            form.whom.edited.emit()
            return form.fields.get(whom, form)

        asked = choosing(monkeypatch, tmp_path / "a")
        assert choose("laptop").isVisible() and not form.fields["member"].isVisible()
        form.choose_place()
        assert form.fields["laptop"].error() and asked == []
        assert choose("member").isVisible()
        form.choose_place()
        assert form.fields["member"].error()
        trust_laptop(ann, bytes([1] * 32), "Bob’s laptop")
        form.begin()
        choose("laptop")
        form.choose_place()
        qtbot.waitUntil(lambda: len(made) == 1, timeout=20_000)
        assert made[0].paths[0] == tmp_path / "a.pmpack"
        person: Any = ann.find("person", "Robert Ashdown")[0]["id"]
        choose("member")
        form.member.set_value(person, "Robert Ashdown")
        form.make(tmp_path / "m.pmpack")
        qtbot.waitUntil(lambda: len(made) == 2, timeout=20_000)
        assert made[1].saves < made[0].saves and said[-1].startswith("Made m.pmpack with ")
        form.make(tmp_path / "nowhere" / "m.pmpack")
        qtbot.waitUntil(lambda: len(said) == 3, timeout=20_000)
        assert "no folder" in said[-1]
        form._written(
            made[0]._replace(paths=(tmp_path / "1.pmpack", tmp_path / "2.pmpack")), tmp_path / "1.pmpack"
        )
        assert said[-1] == "Made 1.pmpack and 1 more part."


def test_five_words_are_offered(
    qtbot: QtBot, tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        form = PackForm(Context(ann, "2026-04-27"), lambda _made: None)
        qtbot.addWidget(form)
        form.begin()
        form.suggest()
        assert len(str(form.passphrase.value()).split()) == 5 and form.fields["passphrase"].advice()
        form.begin()
        assert form.passphrase.value() is None and form.fields["passphrase"].advice() == ""
        asked = choosing(monkeypatch)
        form.passphrase.setText("short")
        form.choose_place()
        assert "at least 12 characters" in form.fields["passphrase"].error() and asked == []
        form.passphrase.setText("march heavy average attack")
        form.choose_place()
        assert form.fields["passphrase"].error() == "" and len(asked) == 1
