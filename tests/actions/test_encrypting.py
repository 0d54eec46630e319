"""What makes a passphrase, and a register that takes one, another one, and none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import encrypting
from pmdesk.actions.encrypting import change_passphrase, check_new, decrypt, encrypt, is_protected, is_right
from pmdesk.actions.registers import NeedsPassphrase, Register, WrongPassphrase, open_register, start
from pmdesk.actions.this_laptop import back_up_today
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words, words_in

ONE, OTHER = "march heavy average attack", "Tŷ Glân, tri pheth"


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with start(tmp_path / "a.pmdesk", "Aldermoor District Council", "2025-26", by="Helen Marsh") as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type a passphrase"),
        ("   ", "Type a passphrase"),
        ("short", "at least 12"),
        ("a b c d e", "at least 12"),
        ("aaaaaaaaaaaaaaaa", "too easy"),
        ("123456789012", "too easy"),
        ("Password2026!", "too easy"),
        ("hunter22hunter22", "too easy"),
        ("qwertyuiop[]", "too easy"),
        ("two\nlines of it", "one line"),
        ("x" * 501, "one line"),
    ],
)
def test_a_poor_passphrase_is_refused_with_what_to_do(register: Register, typed: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        encrypt(register, typed)
    assert list(refused.value.problems) == ["passphrase"] and not is_protected(register)


@pytest.mark.parametrize("typed", [ONE, OTHER, "ox hen cat pig", "kV9#mm2!xQp7", "llwybr a'r glaw"])
def test_twelve_characters_or_four_words_will_do(typed: str) -> None:
    check_new(typed, typed)


def test_both_times_must_be_the_same() -> None:
    with pytest.raises(Refused) as refused:
        check_new(ONE, OTHER)
    assert list(refused.value.problems) == ["again"]
    check_new(OTHER, f" {OTHER.replace('ŷ', 'y' + chr(0x302))} ")


def test_set_changed_and_removed(register: Register) -> None:
    back_up_today(register)
    for verb in (lambda: change_passphrase(register, ONE), lambda: decrypt(register)):
        with pytest.raises(Refused, match="no passphrase"):
            verb()
    assert encrypt(register, ONE) == 0 and is_protected(register)
    assert is_right(register, ONE) and not is_right(register, OTHER)
    with pytest.raises(Refused, match="already"):
        encrypt(register, OTHER)
    with pytest.raises(Refused, match="at least 12"):
        change_passphrase(register, "short")
    assert change_passphrase(register, OTHER) == 0 and is_right(register, OTHER)
    path = register.path
    assert path is not None and register.check() == []
    register.close()
    with pytest.raises(NeedsPassphrase):
        open_register(path)
    with open_register(path, passphrase=OTHER) as again:
        assert decrypt(again) == 0 and not is_protected(again)
    with open_register(path) as plain:
        assert plain.check() == []


def test_stopped_in_the_middle_nothing_has_changed(register: Register) -> None:
    with pytest.raises(Stopped):
        encrypting.rewrite(register, ONE, lambda n, of: False)
    assert not is_protected(register)
    with register.change("Saved organisation") as change:
        change.add("organisation", {"name": "One"})
    assert register.check() == []


def test_a_register_may_be_protected_from_the_start(tmp_path: Path) -> None:
    with start(tmp_path / "b.pmdesk", "Aldermoor Council", "2025-26", by="Helen", passphrase=ONE) as made:
        assert is_protected(made) and made.check() == []
    assert b"Aldermoor" not in (tmp_path / "b.pmdesk").read_bytes()


def test_backups_that_stay_are_told_in_both_languages(register: Register) -> None:
    assert encrypting.say_left(0, Words()) == ""
    assert encrypting.say_left(1, Words()).startswith("1 backup could not be")
    assert encrypting.say_left(3, words_in("cy")) != encrypting.say_left(3, Words())


def test_five_words_are_suggested_by_chance() -> None:
    suggested = {encrypting.suggest() for _ in range(20)}
    assert len(suggested) == 20 and all(len(each.split()) == 5 for each in suggested)
    for each in suggested:
        check_new(each)


def test_a_locked_window_opens_by_the_passphrase_alone(register: Register) -> None:
    encrypt(register, ONE)
    encrypting.must_be_right(register, ONE)
    with pytest.raises(WrongPassphrase, match="does not open a"):
        encrypting.must_be_right(register, OTHER)
    with pytest.raises(Refused) as refused:
        encrypting.check_now(register, OTHER)
    assert list(refused.value.problems) == ["now"]
