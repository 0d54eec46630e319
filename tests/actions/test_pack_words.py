"""What a pack brings, as a person reads it."""

from pathlib import Path

import pytest

from pmdesk.actions.pack_taking import Touched, look_at_pack, take_pack
from pmdesk.actions.pack_words import say_brought, say_gap, say_look, say_records, say_warnings, sender_of
from pmdesk.actions.packs import make_pack
from pmdesk.actions.records import save
from pmdesk.domain.words import Words
from pmdesk.register.sending import Gap
from pmdesk.register.store import memory
from tests.laptops import who_know_each_other

WORDS = Words()


def test_a_pack_in_words(tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    with ann.at() as register:
        body = str(register.find("outside_body", "Moorland Arts Trust")[0]["id"])
        save(register, "outside_body", {"note": "Rang"}, body)
        save(register, "organisation", {"name": "New Trust"})
        (path,) = make_pack(register, tmp_path / "a.pmpack", WORDS).paths
        assert sender_of(register, look_at_pack(register, path), WORDS) == "this laptop"
    with bob.at() as register:
        save(register, "outside_body", {"note": "Wrote"}, body)
        look = look_at_pack(register, path)
        name = sender_of(register, look, WORDS)
        assert name.endswith(")") and "laptop" in name.lower()
        stranger = look._replace(unknown=(look.device,), called={look.device: "Ann’s laptop"})
        assert sender_of(register, stranger, WORDS) == "‘Ann’s laptop’ (not known here)"
        assert say_look(register, look, WORDS) == [
            f"2 new changes from {name}",
            "Outside body: Moorland Arts Trust (Note)",
            "Organisation: New Trust (New)",
        ]
        brought = take_pack(register, look)
        assert say_brought(register, look, brought, WORDS) == f"Brought 2 changes from {name}; 1 to settle."
        quiet = brought._replace(to_settle=0)
        assert say_brought(register, look, quiet, WORDS) == f"Brought 2 changes from {name}."
        again = look_at_pack(register, path)
        assert say_look(register, again, WORDS) == [f"Nothing new from {name}."]
        assert say_brought(register, again, take_pack(register, again), WORDS) == f"Nothing new from {name}."
        much = look._replace(changing=60, visible=100, gaps=(Gap(bytes(32), 2, 4),))
        manifest = look.pack.manifest._replace(part=1, of=3)
        assert say_warnings(register, much._replace(pack=look.pack._replace(manifest=manifest)), WORDS) == [
            "It would change 60 of the 100 records here, more than a fifth. Look at them first.",
            "This is part 1 of 3. Bring in the others, too.",
            "Saves of laptop 0000 are still missing: 2 to 4.",
        ]


def test_a_gap_of_one() -> None:
    assert say_gap(memory(), Gap(bytes(32), 7, 7), WORDS) == "A save of laptop 0000 is still missing: 7."


def test_records_in_words() -> None:
    one = Touched("plan", "1", "", False, ("deleted", "title"))
    assert say_records([one], WORDS) == ["Plan (Deleted or brought back)"]
    assert say_records([Touched("spaceship", "1", "", False, ("hull",))], WORDS) == ["spaceship (hull)"]
    many = [Touched("plan", str(n), "", n > 9, ()) for n in range(20)] + [Touched("comet", "x", "", True, ())]
    assert say_records(many, WORDS) == ["Plans: 10 changed", "Plans: 10 new", "comet: 1 new"]
