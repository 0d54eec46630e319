"""For whom a pack is: a laptop by its name, words or key, an officer by theirs, a member by name."""

from pathlib import Path

import pytest

from pmdesk.actions.laptops import fingerprint, my_key, trust_laptop
from pmdesk.actions.pack_whom import Whom, member_at, whom
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import MEMBER
from tests.laptops import Laptop


def test_who_is_meant(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Laptop(tmp_path, sample_file, "ann", monkeypatch).at() as ann:
        save(ann, "organisation", {"name": "New Trust"})
        helen, robert = (str(ann.find("person", name)[0]["id"]) for name in ("Helen Marsh", "Robert Ashdown"))
        key, hers, his = my_key(ann), bytes([1] * 32), bytes([2] * 32)
        assert whom(ann, key.hex()[:10].upper()) == whom(ann, fingerprint(key)) == Whom((key,), None)
        assert whom(ann, "Robert Ashdown") == Whom((), robert)
        for nobody in ("Helen Marsh", "No Body", "ffffffff", "", "Café"):
            with pytest.raises(Refused):
                whom(ann, nobody)
        trust_laptop(ann, hers, "Helen’s laptop", helen)
        assert whom(ann, "Helen Marsh") == whom(ann, "helen’s LAPTOP") == Whom((hers,), None)
        trust_laptop(ann, his, "Robert’s laptop", robert, MEMBER)
        assert whom(ann, "Robert Ashdown") == whom(ann, fingerprint(his)) == Whom((), robert)
        assert (member_at(ann, his), member_at(ann, hers), member_at(ann, bytes(32))) == (robert, None, None)
