"""A pack holds everything for everybody, what is missing for a laptop, and for a member only theirs."""

from pathlib import Path

import pytest

from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.pack_whom import whom
from pmdesk.actions.packs import make_pack, pack_name
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words
from pmdesk.exchange import pack_file
from pmdesk.exchange.pack_reading import read_pack
from pmdesk.register.faults import Unavailable
from pmdesk.register.keys import is_signed
from pmdesk.register.packs import packs
from pmdesk.register.sending import how_many
from tests.laptops import Laptop, who_know_each_other

WORDS = Words()

Two = tuple[Laptop, Laptop]


@pytest.fixture
def two(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    return who_know_each_other(tmp_path, sample_file, monkeypatch)


def read(path: Path, register: str) -> pack_file.Manifest:
    accepted = lambda device, sig, said: is_signed(device, sig, b"pmdesk ticket\npack\n" + said)  # noqa: E731
    return read_pack(path.read_bytes(), register, accepted).manifest


def test_everything_for_everybody(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        save(ann, "organisation", {"name": "New Trust"})
        made = make_pack(ann, tmp_path, WORDS)
        assert made.paths[0].name == pack_name(ann)
        assert made.paths[0].name.startswith("aldermoor-") and made.paths[0].suffix == ".pmpack"
        assert (made.saves, made.left_out) == (how_many(ann.db), 0)
        manifest = read(made.paths[0], ann.id)
        assert (manifest.part, manifest.of, manifest.about.member) == (1, 1, None)
        assert manifest.lines >= made.saves
        (line,) = packs(ann.db)
        assert (line.direction, line.new, line.known, line.outcome) == ("out", made.saves, 0, "made")


def test_what_a_laptop_has_said_it_holds_is_left_out(two: Two, tmp_path: Path) -> None:
    ann, bob = two
    with ann.at() as register:
        save(register, "organisation", {"name": "From Ann"})
        key = register.sign(b"")[0].hex()
        (first,) = make_pack(register, tmp_path / "a.pmpack", WORDS).paths
        everything = how_many(register.db)
    with bob.at() as register:
        take_pack(register, look_at_pack(register, first))
        save(register, "organisation", {"name": "From Bob"})
        made = make_pack(register, tmp_path / "b.pmpack", WORDS, [key[:8]])
        assert (made.saves, made.left_out) == (1, everything)
        assert made.paths[0].stat().st_size < first.stat().st_size / 10
        with pytest.raises(Refused):
            make_pack(register, tmp_path / "c.pmpack", WORDS, ["nobody at all"])
    with ann.at() as register:
        take_pack(register, look_at_pack(register, tmp_path / "b.pmpack"))
        assert register.find("organisation", "From Bob")
        # Nothing is left to send, and the pack is sound all the same.
        bobs = look_at_pack(register, tmp_path / "b.pmpack").device.hex()
        assert make_pack(register, tmp_path / "d.pmpack", WORDS, [bobs]).saves == 0
    with bob.at() as register:
        assert look_at_pack(register, tmp_path / "d.pmpack").new == 0


def test_for_a_member_only_what_that_member_needs(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        made = make_pack(ann, tmp_path / "m.pmpack", WORDS, ["Robert Ashdown"])
        member = str(ann.find("person", "Robert Ashdown")[0]["id"])
        assert read(made.paths[0], ann.id).about.member == member
        assert made.saves < how_many(ann.db)
        whole = make_pack(ann, tmp_path / "w.pmpack", WORDS)
        look = look_at_pack(ann, made.paths[0])
        assert look.known == made.saves
        values = sum(len(save.values) for save in look.pack.saves)
        all_values = sum(len(save.values) for save in look_at_pack(ann, whole.paths[0]).pack.saves)
        assert values < all_values / 5
        told = " ".join(value for save in look.pack.saves for _, _, value in save.values)
        assert "Ashdown" in told and "Active Aldermoor" not in told
        assert {each.outcome for each in packs(ann.db)} == {"made", f"member:{member}"}
        with pytest.raises(Refused):
            make_pack(ann, tmp_path / "n.pmpack", WORDS, ["Nobody At All"])
        with pytest.raises(Refused):
            make_pack(
                ann,
                tmp_path / "n.pmpack",
                WORDS,
                ["Robert Ashdown", whom(ann, "Robert Ashdown").member or "", key(ann)],
            )


def key(register: object) -> str:
    return register.sign(b"")[0].hex()  # type: ignore[attr-defined,no-any-return]


def test_a_big_register_makes_numbered_files(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_file, "_FULL_PART", 100_000)
    with two[0].at() as ann:
        save(ann, "organisation", {"name": "New Trust"})
        made = make_pack(ann, tmp_path / "big.pmpack", WORDS)
        assert len(made.paths) > 2
        assert made.paths[0].name == f"big-1-of-{len(made.paths)}.pmpack"
        assert len(packs(ann.db)) == len(made.paths)
    with two[1].at() as bob:
        new = 0
        for path in reversed(made.paths):
            look = look_at_pack(bob, path)
            new += look.new
            take_pack(bob, look)
        assert new == 1
        assert bob.find("organisation", "New Trust")


def test_where_it_cannot_be_written(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        with pytest.raises(Unavailable):
            make_pack(ann, tmp_path / "no" / "a.pmpack", WORDS)
        with pytest.raises(Unavailable):
            make_pack(ann, two[0].path, WORDS)
        with pytest.raises(Stopped):
            make_pack(ann, tmp_path / "a.pmpack", WORDS, progress=lambda _done, _of: False)
        assert not (tmp_path / "a.pmpack").exists()
        assert packs(ann.db) == []


def test_a_members_own_file_packs_what_is_in_it(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        member = str(ann.find("person", "Robert Ashdown")[0]["id"])
        make_member_file(ann, member, two[1].path, "2026-04-27")
    with two[1].at() as theirs:
        (path,) = make_pack(theirs, tmp_path, WORDS).paths
        assert read(path, theirs.id).about.member == member
