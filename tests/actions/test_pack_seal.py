"""Packs sealed under a passphrase or to the laptops they are for; who else gets them reads nothing."""

from pathlib import Path

import pytest

from pmdesk.actions.laptops import my_key, this_laptop, trust_laptop
from pmdesk.actions.pack_list import laptops_to_send_to
from pmdesk.actions.pack_seal import my_seal, opened, sealed, seals_of, tell_seal
from pmdesk.actions.pack_taking import look_at_pack
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.register.faults import NeedsPassphrase, WrongPassphrase
from pmdesk.register.seal_key import keep_seal_key
from pmdesk.register.store import memory
from tests.laptops import WORDS, Laptop, bring, who_know_each_other

PHRASE = "march heavy average attack"


def test_for_a_laptop(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    carol = Laptop(tmp_path, ann.path, "carol", monkeypatch)
    with bob.at() as his:
        made = make_pack(his, tmp_path / "b.pmpack", WORDS)  # it tells his seal
        assert not made.sealed
        seal = (this_laptop(his) or {})["seal_key"]
        assert seal == my_seal(his) and str(seal).startswith("age1")
        before = his.history(limit=1)[0]
        tell_seal(his)
        assert his.history(limit=1)[0] == before
    with ann.at() as hers:
        to = laptops_to_send_to(hers)[0][0]
        bring(hers, tmp_path / "b.pmpack")
        save(hers, "organisation", {"name": "New Trust"})
        made = make_pack(hers, tmp_path / "a.pmpack", WORDS, [to])
        assert made.sealed and b"New Trust" not in made.paths[0].read_bytes()
        assert look_at_pack(hers, made.paths[0]).new == 0  # her own can be looked at
    with carol.at() as another, pytest.raises(Refused) as caught:
        look_at_pack(another, made.paths[0])
    assert "another laptop" in str(caught.value)
    with bob.at() as his:
        assert bring(his, made.paths[0]).new > 0


def test_under_a_passphrase(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        made = make_pack(ann, tmp_path / "a.pmpack", WORDS, (), PHRASE)
        assert made.sealed
        (path,) = made.paths
        with pytest.raises(NeedsPassphrase):
            look_at_pack(ann, path)
        with pytest.raises(WrongPassphrase):
            look_at_pack(ann, path, "something else altogether")
        assert look_at_pack(ann, path, PHRASE).new == 0
        told = "  ".join(PHRASE.title().split())
        assert told != PHRASE and look_at_pack(ann, path, told).new == 0, "as one writes down what one hears"
        with pytest.raises(Refused) as caught:
            make_pack(ann, tmp_path / "b.pmpack", WORDS, (), "short")
        assert "12 characters" in str(caught.value.problems["passphrase"])
        assert not (tmp_path / "b.pmpack").exists()


def test_what_is_not_sealed_and_what_cannot_be() -> None:
    register = memory()
    assert opened(register, b"pmdesk pack 1\n", "x") == b"pmdesk pack 1\n"
    assert sealed(register, b"x", "", []) == (b"x", False)
    tell_seal(register)  # a laptop without a name tells nothing
    assert seals_of(register, [my_key(register)]) == []
    trust_laptop(register, bytes([1] * 32), "Bob’s laptop")
    row = register.all("laptop")[0]
    with register.change("x") as change:
        change.set("laptop", str(row["id"]), {"seal_key": "nonsense"})
    with pytest.raises(Refused):
        sealed(register, b"x", "", [bytes([1] * 32)])
    keep_seal_key(register.id, "nonsense")
    assert my_seal(register).startswith("age1")
