"""Seals: only the laptop that made one takes out what was put in, and after breaking it nobody."""

from pathlib import Path

import pytest

from pmdesk.register.ids import new_id
from pmdesk.register.seals import LENGTH, break_seal, has_seal, make_seal, seal, unseal


def test_what_is_put_in_comes_out_here() -> None:
    name = new_id()
    public = make_seal(name)
    texts = [seal(public, said) for said in (b"one", "tŷ".encode(), b"")]
    assert unseal(name, texts) == [b"one", "tŷ".encode(), b""]


def test_nothing_can_be_told_from_how_it_looks() -> None:
    public = make_seal(new_id())
    texts = [seal(public, b"1"), seal(public, b"1"), seal(public, b"1" * 900)]
    assert len({len(text) for text in texts}) == 1
    assert len(set(texts)) == 3


def test_a_broken_seal_opens_nothing(home: Path) -> None:
    name = new_id()
    text = seal(make_seal(name), b"one")
    assert has_seal(name)
    break_seal(name)
    break_seal(name)
    assert not has_seal(name)
    assert list((home / "seals").iterdir()) == []
    with pytest.raises(KeyError):
        unseal(name, [text])


def test_what_was_sealed_for_another_or_changed_does_not_open() -> None:
    name, other = new_id(), new_id()
    text = seal(make_seal(name), b"one")
    make_seal(other)
    assert unseal(other, [text]) == [None]
    assert unseal(name, [text[:-8] + "AAAAAAA=", "", "no seal", "ŵ"]) == [None] * 4


def test_what_cannot_be_sealed() -> None:
    with pytest.raises(ValueError, match="long"):
        seal(make_seal(new_id()), b"1" * LENGTH)
    with pytest.raises(ValueError, match="key"):
        seal("no key!", b"1")
    with pytest.raises(ValueError, match="id"):
        make_seal("../elsewhere")


def test_the_secret_is_for_its_owner_alone(home: Path) -> None:
    name = new_id()
    make_seal(name)
    assert (home / "seals" / f"{name}.seal").stat().st_mode & 0o077 == 0
