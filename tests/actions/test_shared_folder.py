"""A shared folder: each laptop writes only into its own, each file once; others' packs are offered once."""

from pathlib import Path

import pytest

from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.actions.shared_folder import (
    choose_shared_folder,
    comes_by_itself,
    let_come_by_itself,
    look_in_folder,
    put_in_folder,
    see,
    shared_folder,
)
from pmdesk.domain.check import Refused
from pmdesk.register.faults import Unavailable
from tests.laptops import WORDS, bring, who_know_each_other


def test_a_letter_box(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    box = tmp_path / "box"
    box.mkdir()
    with ann.at() as hers:
        assert shared_folder(hers) is None and look_in_folder(hers) == []
        with pytest.raises(Unavailable):
            put_in_folder(hers, WORDS)
        with pytest.raises(Refused):
            choose_shared_folder(hers, tmp_path / "nowhere")
        choose_shared_folder(hers, box)
        assert shared_folder(hers) == box
        save(hers, "organisation", {"name": "From Ann"})
        (first,) = put_in_folder(hers, WORDS).paths
        assert first.parent.parent == box and look_in_folder(hers) == []  # her own
        (box / "notes.txt").write_text("not a pack")
        (first.parent / "half.pmpack").write_bytes(first.read_bytes()[:900])
    with bob.at() as his:
        choose_shared_folder(his, box)
        (came,) = look_in_folder(his)
        assert came.path == first and came.look is not None and came.look.new == 1 and came.brought is None
        assert look_in_folder(his) == [came]  # until it is taken in or put away
        bring(his, first)
        assert look_in_folder(his) == []
        (second,) = put_in_folder(his, WORDS).paths
        # Ann has told what she holds: only Bob's own is sent, and sealed for her.
        assert second.stat().st_size < first.stat().st_size
    with ann.at() as hers:
        let_come_by_itself(hers, True)
        assert comes_by_itself(hers)
        found = look_in_folder(hers)
        assert [each.path for each in found] == [] or found[0].brought is not None
        assert look_in_folder(hers) == []
        let_come_by_itself(hers, False)
        see(hers, [second])
        choose_shared_folder(hers, None)
        assert shared_folder(hers) is None
        see(hers, [second])


def test_what_waits_for_a_passphrase_and_a_folder_that_is_gone(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    box = tmp_path / "box" / "bob"
    box.mkdir(parents=True)
    with bob.at() as his:
        (path,) = make_pack(his, box / "b.pmpack", WORDS, (), "march heavy average attack").paths
    with ann.at() as hers:
        choose_shared_folder(hers, box.parent)
        (came,) = look_in_folder(hers)
        assert (came.path, came.look) == (path, None)
        see(hers, [path])
        assert look_in_folder(hers) == []
        box.parent.rename(tmp_path / "gone")
        with pytest.raises(Unavailable):
            look_in_folder(hers)
