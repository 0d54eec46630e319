"""Where the command line takes a passphrase from, and that only a terminal is asked."""

import getpass
import sys
from pathlib import Path

import pytest

from pmdesk.actions.encrypting import encrypt
from pmdesk.actions.registers import start
from pmdesk.cli.passphrase import new_passphrase
from tests.cli.conftest import Pm

ONE = "march heavy average attack"


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    path = tmp_path / "a.pmdesk"
    with start(path, "Aldermoor", "2025-26", by="Helen") as register:
        encrypt(register, ONE)
    return path


class Terminal:
    """Somebody at a terminal who types these, one after another."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.asked: list[str] = []
        self._typed = list(typed)
        monkeypatch.setattr(getpass, "getpass", self._answer)
        for stream in (sys.stdin, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)

    def _answer(self, prompt: str, _stream: object = None) -> str:
        self.asked.append(prompt)
        return self._typed.pop(0)


def test_a_person_at_a_terminal_is_asked(pm: Pm, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Terminal(monkeypatch, "wrong one", ONE)
    assert pm("list", protected, "person").code == 0
    assert person.asked == ["Passphrase: "] * 2


def test_after_three_times_it_is_enough(pm: Pm, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Terminal(monkeypatch, "wrong one", "", "wrong again")
    answer = pm("list", protected, "person")
    assert answer.code == 1 and len(person.asked) == 3


def test_a_wrong_one_given_is_not_asked_for(pm: Pm, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Terminal(monkeypatch)
    monkeypatch.setenv("PMDESK_PASSPHRASE", "wrong one")
    assert pm("list", protected, "person").code == 1 and person.asked == []


def test_a_new_one_is_typed_twice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Terminal(monkeypatch, ONE, "another", ONE, ONE)
    assert new_passphrase(None) == ONE and len(person.asked) == 4
    assert "not the same" in capsys.readouterr().err
