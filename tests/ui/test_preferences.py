"""What a person likes on this laptop is kept; a broken or foolish file means the defaults."""

from pathlib import Path

import pytest

from pmdesk.ui.preferences import Preferences


def test_kept_from_one_window_to_the_next(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    assert (first.language, first.mode, first.text_scale, first.recent) == ("en", "system", 1.0, [])
    first.language, first.mode, first.text_scale = "cy", "dark", 1.5
    first.keep("width", "424")
    first.sync()
    again = Preferences(tmp_path)
    assert (again.language, again.mode, again.text_scale) == ("cy", "dark", 1.5)
    assert again.kept("width") == "424"


def test_registers_opened_are_remembered_the_last_first(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    paths = [tmp_path / f"{n} Cyngor.pmdesk" for n in range(7)]
    for path in paths:
        path.touch()
        kept.opened(path)
    kept.opened(paths[3])
    assert kept.recent == [paths[3], paths[6], paths[5], paths[4], paths[2]]
    paths[6].unlink()
    assert kept.recent == [paths[3], paths[5], paths[4], paths[2]]


@pytest.mark.parametrize(
    "text", ["", "\x00\xff nonsense", "[General]\nlanguage=xx\nmode=pink\ntext_scale=huge\nrecent="]
)
def test_a_broken_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.ini").write_text(text, encoding="latin-1")
    kept = Preferences(tmp_path)
    assert (kept.language, kept.mode, kept.text_scale, kept.recent) == ("en", "system", 1.0, [])


@pytest.mark.parametrize(("typed", "scale"), [("0.2", 1.0), ("9", 2.0), ("1.25", 1.25)])
def test_the_text_is_never_smaller_nor_larger_than_we_draw(tmp_path: Path, typed: str, scale: float) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\ntext_scale={typed}\n", encoding="utf-8")
    assert Preferences(tmp_path).text_scale == scale


def test_the_minutes_before_a_window_locks(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    assert kept.lock_minutes == 15
    kept.lock_minutes = 0
    assert Preferences(tmp_path).lock_minutes == 0
    for broken in ("soon", "7"):
        kept.keep("lock_minutes", broken)
        assert kept.lock_minutes == 15
