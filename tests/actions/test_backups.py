"""The backups of a register, those put elsewhere among them, and what is offered when it no longer opens."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pmdesk.actions import backups
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, Unavailable, open_register
from pmdesk.domain.words import Words
from pmdesk.register.store import create


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with create(tmp_path / "aldermoor.pmdesk") as made:
        yield made


def test_what_there_is_and_what_came_after(register: Register, tmp_path: Path) -> None:
    register.daily_backup(date(2026, 4, 27))
    elsewhere = backups.back_up(register, tmp_path / "mine.pmdesk")
    save(register, "organisation", {"name": "Chamber of Trade"})
    found = backups.backups(register)
    assert {each.path.name: (each.later, each.kept) for each in found} == {
        "2026-04-27.pmdesk": (1, True),
        "mine.pmdesk": (1, False),
    }
    assert backups.say_backup(found[0], Words()) == "1 save came after it."
    assert backups.say_since(found[0], Words()) == "1 save"
    elsewhere.unlink()  # the stick is gone
    assert [each.kept for each in backups.backups(register)] == [True]


def test_a_backup_becomes_a_register_under_a_new_name(register: Register, tmp_path: Path) -> None:
    register.daily_backup(date(2026, 4, 27))
    [backup] = backups.backups(register)
    assert backups.say_backup(backup, Words()) == "Nothing was saved after it."
    assert backups.say_since(backup, Words()) == "Nothing"
    assert backups.name_for(Path("Aldermoor.pmdesk"), backup) == f"Aldermoor {backup.day}.pmdesk"
    assert backups.name_for(None, backup) == f"pmdesk {backup.day}.pmdesk"
    new = backups.restore(backup.path, tmp_path / "Again")
    assert new == tmp_path / "Again.pmdesk"
    with open_register(new) as again:
        assert again.id == register.id and again.check() == []


def test_a_backup_never_takes_the_registers_place(register: Register) -> None:
    assert register.path
    with pytest.raises(Unavailable, match="the register itself"):
        backups.back_up(register, register.path)


def test_a_spoilt_register_still_has_its_backups(tmp_path: Path, register: Register) -> None:
    assert register.path
    register.daily_backup(date(2026, 4, 27))
    path = register.path
    register.close()
    path.write_bytes(bytes(8192))
    [backup] = backups.backups_of(path)
    assert (backup.later, backup.fault) == (None, None)
    assert backups.say_backup(backup, Words()) == "" == backups.say_since(backup, Words())
    assert backups.backups_of(tmp_path / "other.pmdesk") == ()


def test_what_is_remembered_may_be_spoilt(register: Register) -> None:
    for text in ("{", "1", '["a", 2]'):
        register.set_local(backups.ELSEWHERE, text)
        assert backups.backups(register) == ()


def test_when_and_how_large_in_words(register: Register) -> None:
    register.daily_backup(date(2026, 4, 27))
    [backup] = backups.backups(register)
    assert backups.say_when(backup._replace(day="2026-03-03", at="2026-03-03T14:05+00:00"), Words()) == (
        "3 March 2026, 14:05"
    )
    assert [backups.say_size(size) for size in (1, 245_760, 25_300_000)] == ["1 kB", "246 kB", "25.3 MB"]
