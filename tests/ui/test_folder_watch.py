"""The shared folder is looked at beside the window; what came is said once, and offered."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pmdesk.actions.records import save
from pmdesk.actions.shared_folder import choose_shared_folder, let_come_by_itself, put_in_folder
from pmdesk.ui.context import Context
from pmdesk.ui.folder_watch import FolderWatch, say_came
from tests.laptops import WORDS, who_know_each_other


def test_what_comes_is_offered_once(
    qtbot: QtBot, tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    box, said, visited = tmp_path / "box", list[Any](), list[Any]()
    box.mkdir()
    with bob.at() as his:
        choose_shared_folder(his, box)
        save(his, "organisation", {"name": "From Bob"})
        (path,) = put_in_folder(his, WORDS).paths
    with ann.at() as hers:
        context = Context(
            hers,
            "2026-04-27",
            visit=lambda *given: visited.append(given),
            toast=lambda *given: said.append(given),
        )
        watch = FolderWatch(hers)
        watch.begin()
        watch.look()
        assert watch.state == ""
        choose_shared_folder(hers, box)
        with qtbot.waitSignal(watch.came, timeout=20_000) as came:
            watch.begin()
        found = came.args[0]
        assert watch.state.endswith("1 waiting")
        say_came(context, watch, found)
        say_came(context, watch, found)
        ((sentence, go, word),) = said
        assert sentence.endswith(" sent 1 change.") and word == "Bring in"
        go()
        assert visited == [("exchange", [path])]
        watch.told = frozenset()
        say_came(context, watch, [found[0]._replace(look=None)])
        assert said[-1][0] == "1 pack came in the shared folder."
        let_come_by_itself(hers, True)
        with qtbot.waitSignal(watch.came, timeout=20_000) as came:
            watch.look()
            watch.look()
        say_came(context, watch, came.args[0])
        assert said[-1][0].startswith("Brought 1 change from ")
        qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
        box.rename(tmp_path / "gone")
        with qtbot.waitSignal(watch.came, timeout=20_000):
            watch.look()
        assert "There is no such file or folder" in watch.state
        choose_shared_folder(hers, None)
        watch.begin()
        assert watch.state == ""
        choose_shared_folder(hers, tmp_path / "gone")
        watch.look()
        watch.end()
        qtbot.waitUntil(lambda: not watch._busy, timeout=20_000)
        watch.begin()
        watch.look()
        assert watch.state == "" and not watch._busy
