"""What somebody brings is told by its first bytes, and the open register is never opened once more."""

from pathlib import Path

import pytest

from pmdesk.actions.incoming_file import PACK, REGISTER, what_is
from pmdesk.actions.packs import make_pack
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.register.faults import Unavailable
from tests.laptops import Laptop

WORDS = Words()


def test_what_it_is(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        pack = make_pack(ann, tmp_path / "named-otherwise.txt", WORDS).paths[0]
        assert what_is(ann, pack) == PACK
        assert what_is(ann, sample_file) == REGISTER
        (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
        for nothing in (tmp_path / "a.pdf", tmp_path, ann.path):
            with pytest.raises(Refused):
                what_is(ann, Path(str(nothing)))
        with pytest.raises(Unavailable):
            what_is(ann, tmp_path / "gone")
