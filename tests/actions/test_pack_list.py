"""Packs sent and received, as a person reads them."""

from pathlib import Path

import pytest

from pmdesk.actions.laptops import name_of_laptop, trust_laptop
from pmdesk.actions.pack_list import PackRow, laptops_to_send_to, pack_rows, say_moment
from pmdesk.actions.packs import make_pack
from pmdesk.domain.laptop import MEMBER
from tests.laptops import WORDS, bring, who_know_each_other


def test_what_went_and_came(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    with ann.at() as hers:
        assert pack_rows(hers, WORDS) == []
        ((laptop, name),) = laptops_to_send_to(hers)
        (path,) = make_pack(hers, tmp_path / "a.pmpack", WORDS).paths
        make_pack(hers, tmp_path / "m.pmpack", WORDS, ["Robert Ashdown"])
        robert = str(hers.find("person", "Robert Ashdown")[0]["id"])
        trust_laptop(hers, bytes([1] * 32), "Robert’s", robert, MEMBER)
        assert laptops_to_send_to(hers) == [(laptop, name)]
        member, everybody = pack_rows(hers, WORDS)
        if member.who == "Everybody":
            member, everybody = everybody, member
        assert (everybody.sent, everybody.who) == (True, "Everybody")
        assert everybody.said.endswith(" changes")
        assert member.who == "Robert Ashdown"
    with bob.at() as his:
        look = bring(his, path)
        assert look.new == 0
        (row,) = pack_rows(his, WORDS)
        assert row == PackRow(row.when, False, row.who, "Nothing new")
        make_pack(his, tmp_path / "b.pmpack", WORDS, [laptops_to_send_to(his)[0][0]])
        back = next(row for row in pack_rows(his, WORDS) if row.sent)
        assert back.said.startswith("0 changes; ") and back.said.endswith(" are there already")
        key = next(
            bytes.fromhex(str(each["key"]))
            for each in his.all("laptop")
            if not his.is_mine(bytes.fromhex(str(each["key"])))
        )
        assert back.who == name_of_laptop(his, key, WORDS)


def test_a_moment_in_words() -> None:
    assert say_moment(1_790_000_000_000, WORDS).startswith("21 Sep")
