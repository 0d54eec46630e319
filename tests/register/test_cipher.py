"""A protected register: known from others by its bytes, opened by its passphrase alone, plain nowhere."""

import os
import random
from pathlib import Path
from shutil import copy

import pytest
import sqlcipher3.dbapi2 as sqlite

from pmdesk.register import cipher
from pmdesk.register.cipher import Key, looks_enciphered, make_key
from pmdesk.register.database import sniff
from pmdesk.register.faults import Damaged, NeedsPassphrase, Unavailable, WrongPassphrase
from pmdesk.register.protecting import opens
from pmdesk.register.store import create, open_register

PHRASE = "Tŷ Glân, tri pheth"
SECRET = "Cyngor Aldermoor Cyfrinachol"


@pytest.fixture
def light_keys() -> None:
    """Here each key is made of a salt that was drawn, and waited for."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A protected register with one organisation in it, closed."""
    path = tmp_path_factory.mktemp("cipher") / "made.pmdesk"
    with create(path, passphrase=PHRASE) as register, register.change("Saved organisation") as change:
        change.add("organisation", {"name": SECRET, "note": SECRET * 20})
    return path


@pytest.fixture
def kept(made: Path, path: Path) -> Path:
    return Path(copy(made, path))


def test_it_opens_by_its_passphrase_and_is_sound(kept: Path) -> None:
    with open_register(kept, key=PHRASE) as register:
        assert register.check() == []
        assert [row["name"] for row in register.all("organisation")] == [SECRET]


def test_nothing_in_the_file_is_plain(kept: Path) -> None:
    held = kept.read_bytes()
    assert SECRET.encode() not in held and b"SQLite" not in held and b"organisation" not in held
    assert len(held) % 4096 == 0


def test_without_a_passphrase_it_asks_for_one(kept: Path) -> None:
    with pytest.raises(NeedsPassphrase, match="protected by a passphrase"):
        open_register(kept)
    with pytest.raises(NeedsPassphrase):
        open_register(kept, key="", read_only=True)
    assert not kept.with_name(f"{kept.name}.lock").exists()


@pytest.mark.parametrize("typed", ["x", PHRASE.lower(), f"{PHRASE}.", "0" * 1000])
def test_a_wrong_passphrase_says_so_and_changes_nothing(kept: Path, typed: str) -> None:
    before = kept.read_bytes()
    with pytest.raises(WrongPassphrase, match="does not open"):
        open_register(kept, key=typed)
    assert kept.read_bytes() == before and not kept.with_name(f"{kept.name}.lock").exists()


def test_accents_typed_in_two_signs_and_spaces_round_it_are_the_same_passphrase(kept: Path) -> None:
    typed = PHRASE.replace("ŷ", "y\u0302").replace("â", "a\u0302")
    assert typed != PHRASE
    with open_register(kept, key=f" {typed}\n") as register:
        assert register.check() == []


def test_a_plain_register_takes_no_notice_of_a_passphrase(path: Path) -> None:
    create(path).close()
    with open_register(path, key=PHRASE) as register:
        assert register.check() == []


def test_other_programs_open_it_by_the_same_passphrase(kept: Path) -> None:
    """The format is SQLCipher 4's own: nobody is locked in."""
    db = sqlite.connect(str(kept))
    db.execute(f"PRAGMA key='{PHRASE}'")
    assert db.execute("SELECT name FROM organisation").fetchall() == [(SECRET,)]
    db.close()


def test_the_passphrase_is_worked_on_once_for_many_connections(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(kept, key=PHRASE) as register:
        monkeypatch.setattr(cipher, "make_key", None)
        twin = register.twin()
        assert twin.get("settings", "none") is None and len(twin.all("organisation")) == 1
        twin.close()
        register.backup_to(kept.with_name("copy.pmdesk"))
        with open_register(kept.with_name("copy.pmdesk"), key=register.db.key) as other:
            assert len(other.all("organisation")) == 1


def test_a_key_shows_nothing_of_itself() -> None:
    key = make_key(PHRASE)
    assert repr(key) == str(key) == "Key()"
    assert key.raw.hex() not in f"{key!r}{vars(WrongPassphrase('x'))}"


def test_the_key_of_another_file_does_not_open_it(kept: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_register(kept, key=make_key(PHRASE))
    with pytest.raises(WrongPassphrase):
        open_register(kept, key=Key(bytes(32), kept.read_bytes()[:16]))


def test_a_spoilt_first_page_is_damage_and_no_wrong_passphrase(kept: Path) -> None:
    held = bytearray(kept.read_bytes())
    held[2000] ^= 1
    kept.write_bytes(held)
    with pytest.raises(Damaged, match="damaged"):
        open_register(kept, key=PHRASE)
    with pytest.raises(WrongPassphrase):
        open_register(kept, key="something else altogether")


def test_a_spoilt_page_further_on_is_found(kept: Path) -> None:
    held = bytearray(kept.read_bytes())
    for at in range(4096, len(held), 4096):
        held[at + 99] ^= 1
    kept.write_bytes(held)
    with pytest.raises(Damaged):
        open_register(kept, key=PHRASE)


@pytest.mark.parametrize(
    "bytes_there",
    [
        b"PK\x03\x04" + bytes(4092),
        b"%PDF-1.7\n" * 1000,
        b"age-encryption.org/v1\n" + random.Random(1).randbytes(8192 - 22),
        random.Random(2).randbytes(5000),
        random.Random(3).randbytes(100),
        "Enw,Ward\nŷŵâ,Holm\n".encode() * 512,
    ],
)
def test_what_is_no_register_is_not_asked_for_a_passphrase(path: Path, bytes_there: bytes) -> None:
    path.write_bytes(bytes_there)
    with pytest.raises(Damaged, match="not a pmdesk register"):
        open_register(path, key=PHRASE)
    assert path.read_bytes() == bytes_there


def test_noise_may_be_a_register_and_no_passphrase_opens_it(path: Path) -> None:
    path.write_bytes(random.Random(4).randbytes(40960))
    assert sniff(path) == path.read_bytes()[:16]
    with pytest.raises(WrongPassphrase):
        open_register(path, key=PHRASE)


def test_a_file_cut_short_still_asks_where_its_journal_mends_it(kept: Path) -> None:
    held = kept.read_bytes()
    kept.write_bytes(held + bytes(700))
    with pytest.raises(Unavailable, match="not a pmdesk register"):
        open_register(kept, key=PHRASE)
    kept.with_name(f"{kept.name}-journal").write_bytes(b"x")
    assert sniff(kept) == held[:16]


def test_noise_is_taken_for_noise() -> None:
    chance = random.Random(20260427)
    assert all(looks_enciphered(chance.randbytes(4096), 4096) for _ in range(2000))


def test_new_registers_have_salts_of_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        create(tmp_path / f"{name}.pmdesk", passphrase=PHRASE).close()
    assert (tmp_path / "a.pmdesk").read_bytes()[:16] != (tmp_path / "b.pmdesk").read_bytes()[:16]
    assert os.listdir(tmp_path) and not list(tmp_path.glob(".*part*"))


def test_a_salt_that_could_begin_a_text_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = [b"SQLite format 3.", bytes(range(120, 136))]
    monkeypatch.setattr(os, "urandom", lambda _many: drawn.pop(0))
    assert cipher._new_salt() == bytes(range(120, 136)) and drawn == []


def test_words_that_were_suggested_open_it_however_they_were_written_down(path: Path) -> None:
    words = "march heavy average attack always"
    with create(path, passphrase=words) as register:
        assert opens(register, " March heavy  AVERAGE attack always") and opens(register, words)
        assert not opens(register, "march heavy average attack") and not opens(
            register, words.replace(" ", "")
        )
    for typed in (words, "March Heavy Average Attack Always", "MARCH heavy\u00a0average  attack always "):
        with open_register(path, key=typed) as register:
            assert register.check() == []


def test_what_somebody_thought_of_counts_as_it_was_typed(path: Path) -> None:
    with create(path, passphrase="Heather and Gorse") as register:
        assert opens(register, "Heather and Gorse") and not opens(register, "heather and gorse")
    with pytest.raises(WrongPassphrase, match="capitals and spaces"):
        open_register(path, key="heather and  gorse")
    plain = path.with_name("plain.pmdesk")
    with create(plain) as register:
        assert not opens(register, "march heavy")
