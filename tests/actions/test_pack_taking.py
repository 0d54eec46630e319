"""A pack is looked at without a trace, taken in whole, and refused with its reason when anything is wrong."""

from pathlib import Path

import pytest

from pmdesk.actions.laptops import fingerprint, my_key, trust_laptop
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.packs import SIGNED, make_pack
from pmdesk.actions.records import save
from pmdesk.actions.updates import save_update
from pmdesk.domain.check import Refused
from pmdesk.domain.words import Words
from pmdesk.exchange.pack_file import About, PackedSave, write_parts
from pmdesk.register.packs import known_have, packs
from pmdesk.register.sending import Gap, holding
from pmdesk.register.store import Register
from tests.actions.test_member_files import missing_update
from tests.laptops import Laptop, bring, who_know_each_other

WORDS = Words()

Two = tuple[Laptop, Laptop]


@pytest.fixture
def two(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    return who_know_each_other(tmp_path, sample_file, monkeypatch)


def body(register: Register) -> str:
    return str(register.find("outside_body", "Moorland Arts Trust")[0]["id"])


def pack_of(laptop: Laptop, out: Path, *for_: str) -> Path:
    with laptop.at() as register:
        return make_pack(register, out, WORDS, for_).paths[0]


def test_a_look_says_what_would_change_and_writes_nothing(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        save(ann, "outside_body", {"note": "Rang the clerk"}, body(ann))
        save(ann, "organisation", {"name": "New Trust", "kind": "voluntary"})
        (path,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
    before, sent = two[1].path.read_bytes(), path.read_bytes()
    with two[1].at() as bob:
        look = look_at_pack(bob, path)
        assert (look.new, look.changing, look.is_much, look.gaps) == (2, 1, False, ())
        assert look.visible > 100
        changed, new = look.records
        assert (changed.kind, changed.title, changed.is_new, changed.fields) == (
            *("outside_body", "Moorland Arts Trust", False),
            ("note",),
        )
        assert (new.kind, new.title, new.is_new) == ("organisation", "New Trust", True)
    assert (two[1].path.read_bytes(), path.read_bytes()) == (before, sent)


def test_it_is_taken_in_whole_and_the_second_time_brings_nothing(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        save(ann, "outside_body", {"note": "Rang the clerk"}, body(ann))
        have, key = holding(ann.db), ann.sign(b"")[0]
        (path,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
    with two[1].at() as bob:
        brought = take_pack(bob, look_at_pack(bob, path))
        assert (brought.new, brought.to_settle) == (1, 0)
        assert brought.changes.touched == {("outside_body", body(bob))}
        assert (bob.get("outside_body", body(bob)) or {})["note"] == "Rang the clerk"
        assert known_have(bob.db, key) == have
        again = look_at_pack(bob, path)
        assert (again.new, again.records) == (0, ())
        assert take_pack(bob, again).changes.touched == frozenset()
        (line,) = packs(bob.db)
        assert (line.direction, line.peer, line.new, line.outcome) == ("in", key, 1, "brought")
        assert bob.check() == []


def test_what_two_changed_unseen_is_counted(two: Two, tmp_path: Path) -> None:
    for laptop, said in zip(two, ("Rang the clerk", "Wrote to the clerk"), strict=True):
        with laptop.at() as register:
            save(register, "outside_body", {"note": said}, body(register))
    path = pack_of(two[0], tmp_path / "a.pmpack")
    with two[1].at() as bob:
        assert take_pack(bob, look_at_pack(bob, path)).to_settle == 1
        assert take_pack(bob, look_at_pack(bob, path)).to_settle == 0


def test_saves_lost_on_the_way_are_named(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        for n in range(3):
            save(ann, "organisation", {"name": f"Trust {n}"})
        key = ann.sign(b"")[0]
        (whole,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
        saves = look_at_pack(ann, whole).pack.saves
        about = About(ann.id, key, 1)
        sign = lambda said: ann.sign(SIGNED + said)[1]  # noqa: E731
        ((part, _),) = write_parts(about, [*saves[:-2], saves[-1]], sign)
    (tmp_path / "b.pmpack").write_bytes(part)
    with two[1].at() as bob:
        look = look_at_pack(bob, tmp_path / "b.pmpack")
        assert look.gaps == (Gap(key, 4, 4),)
        take_pack(bob, look)
        assert look_at_pack(bob, whole).gaps == ()


def test_much_is_said(two: Two, tmp_path: Path) -> None:
    with two[0].at() as ann:
        for kind in ("outside_body", "person", "organisation", "measure", "reading", "target", "milestone"):
            for row in ann.all(kind):
                save(ann, kind, {"note": "x"}, str(row["id"]))
        (path,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
    with two[1].at() as bob:
        assert look_at_pack(bob, path).is_much


def test_a_save_that_is_not_as_it_should_be_refuses_all(two: Two, tmp_path: Path) -> None:
    """Signed as a pack by a laptop that we know; one of its saves is somebody else's invention."""
    with two[0].at() as ann:
        save(ann, "organisation", {"name": "New Trust"})
        (path,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
        *saves, last = look_at_pack(ann, path).pack.saves
        wrong = PackedSave(last.body, bytes(64), last.values)
        about = About(ann.id, ann.sign(b"")[0], 1)
        ((part, _),) = write_parts(about, [*saves, wrong], lambda said: ann.sign(SIGNED + said)[1])
    path.write_bytes(part)
    before = two[1].path.read_bytes()
    with two[1].at() as bob, pytest.raises(Refused) as caught:
        look_at_pack(bob, path)
    assert "no pmdesk wrote" in str(caught.value)
    assert two[1].path.read_bytes() == before


@pytest.fixture
def member(two: Two) -> Two:
    """A council's laptop, and Robert Ashdown's with his own file."""
    with two[0].at() as ann:
        person = str(ann.find("person", "Robert Ashdown")[0]["id"])
        make_member_file(ann, person, two[1].path, "2026-04-27")
    return two


def test_what_comes_back_from_a_member_changes_only_theirs(member: Two, tmp_path: Path) -> None:
    with member[1].at() as theirs:
        seat, year = missing_update(theirs)
        typed = {"appointment": seat, "municipal_year": year, "main_business": "A new roof"}
        update = save_update(theirs, "annual_update", typed, None, "2026-04-27")[0]
        (good,) = make_pack(theirs, tmp_path / "good.pmpack", WORDS).paths
        save(theirs, "outside_body", {"aims": "My own"}, str(theirs.all("outside_body")[0]["id"]))
        (bad,) = make_pack(theirs, tmp_path / "bad.pmpack", WORDS).paths
    with member[0].at() as ann:
        with pytest.raises(Refused):
            look_at_pack(ann, bad)
        assert bring(ann, good).new == 1
        assert (ann.get("annual_update", update) or {})["main_business"] == "A new roof"


def test_a_members_file_takes_only_what_was_made_for_it(member: Two, tmp_path: Path) -> None:
    with member[0].at() as ann:
        row = next(each for each in ann.all("appointment") if each["person_name"] == "Robert Ashdown")
        save(ann, "appointment", {"starts": "2024-05-01"}, str(row["id"]))
        (whole,) = make_pack(ann, tmp_path / "whole.pmpack", WORDS).paths
        (his,) = make_pack(ann, tmp_path / "his.pmpack", WORDS, ["Robert Ashdown"]).paths
    with member[1].at() as theirs:
        with pytest.raises(Refused):
            look_at_pack(theirs, whole)
        assert take_pack(theirs, look_at_pack(theirs, his)).new == 1
        assert (theirs.get("appointment", str(row["id"])) or {})["starts"] == "2024-05-01"


def test_a_laptop_that_is_not_known_has_to_be_trusted_first(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carol = Laptop(tmp_path, two[0].path, "carol", monkeypatch)
    with carol.at() as hers:
        save(hers, "outside_body", {"note": "Rang the clerk"}, body(hers))
        (path,) = make_pack(hers, tmp_path / "c.pmpack", WORDS).paths
        key = my_key(hers)
    with two[0].at() as ann:
        look = look_at_pack(ann, path)
        assert (look.unknown, list(look.called)) == ((key,), [key])
        with pytest.raises(Refused) as caught:
            take_pack(ann, look)
        assert fingerprint(key) in str(caught.value)
        assert (ann.get("outside_body", body(ann)) or {})["note"] is None
        trust_laptop(ann, key, "Carol\u2019s laptop")
        assert take_pack(ann, look).new == 3
        # Bob hears of Carol from Ann, whom he knows: nobody has to be asked again.
        (path,) = make_pack(ann, tmp_path / "a.pmpack", WORDS).paths
    with two[1].at() as bob:
        look = look_at_pack(bob, path)
        assert look.unknown == ()
        assert take_pack(bob, look).new == 5
