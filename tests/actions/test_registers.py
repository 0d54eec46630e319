"""Starting and opening registers: what is in a new one, and what is refused before a file is made."""

from pathlib import Path

import pytest

from pmdesk.actions import registers
from pmdesk.actions.registers import (
    Unavailable,
    check_start,
    municipal_year_of,
    open_register,
    open_sample,
    start,
)
from pmdesk.actions.today import today
from pmdesk.domain.check import Refused


def test_a_new_register_knows_its_council_its_year_and_me(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with start(
        path, "Aldermoor District Council", "2025/26", by="Ann Shaw", annual_council="21/5/2025"
    ) as made:
        settings = made.settings()
        assert (settings["council_name"], settings["year_name"]) == ("Aldermoor District Council", "2025-26")
        assert [row["name"] for row in made.all("municipal_year")] == ["2025-26", "2026-27"]
        assert made.title(made.me()) == "Ann Shaw"
        assert made.undo_label() == "Started register"
        assert made.check() == []
    with open_register(path) as again:
        assert again.settings()["rating_rule"] == "tolerance"


def test_all_problems_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        start(tmp_path / "a.pmdesk", " ", "2025-27", annual_council="31/02/2026", returns_due="some day")
    assert set(caught.value.problems) == {"council", "year", "annual_council", "returns_due"}
    assert list(tmp_path.glob("*.pmdesk*")) == []
    with pytest.raises(Refused) as caught:
        check_start("A" * 201, "2025-26")
    assert set(caught.value.problems) == {"council"}


@pytest.mark.parametrize("typed", ["2025-26", "2025/26", " 2025 - 26 ", "2025\N{EN DASH}26"])
def test_a_year_as_people_write_it(typed: str) -> None:
    assert check_start("Aldermoor", typed)[0] == "2025-26"


@pytest.mark.parametrize(
    "typed", ["2025", "2025-2026", "25-26", "2025-27", "\u0662\u0660\u0662\u0665-26", "x"]
)
def test_a_year_nobody_could_mean(typed: str) -> None:
    with pytest.raises(Refused):
        check_start("Aldermoor", typed)


def test_1999_is_followed_by_2000() -> None:
    assert check_start("Aldermoor", "1999-00")[0] == "1999-00"


def test_a_file_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    path.write_text("mine")
    with pytest.raises(Unavailable, match="already there"):
        start(path, "Aldermoor", "2025-26")
    assert path.read_text() == "mine"


def test_the_municipal_year_of_a_day() -> None:
    assert municipal_year_of("2026-05-15") == "2025-26"
    assert municipal_year_of("2026-05-16") == "2026-27"
    assert municipal_year_of("1999-12-31") == "1999-00"


def test_the_sample_has_a_day_of_its_own(tmp_path: Path) -> None:
    with open_sample(tmp_path / "s.pmdesk") as sample:
        assert today(sample) == "2026-04-27"
        assert sample.undo_label() is None
    with pytest.raises(Unavailable):
        open_sample(tmp_path / "s.pmdesk")


def test_who_is_at_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ann")
    assert registers.this_person() == "ann"

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert registers.this_person() == ""


def test_a_start_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "in the way"
    in_the_way.write_text("a file where the folder of keys would be")
    monkeypatch.setenv("PMDESK_HOME", str(in_the_way))
    folder = tmp_path / "registers"
    folder.mkdir()
    with pytest.raises(Unavailable):
        start(folder / "a.pmdesk", "Aldermoor", "2025-26")
    assert list(folder.iterdir()) == []
