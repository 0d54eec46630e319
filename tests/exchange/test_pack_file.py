"""What is written in a pack is what is read out of it, and no pack of ours is too large for its reader."""

import json
import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.holding import Chain, Have
from pmdesk.exchange import pack_file
from pmdesk.exchange.pack_file import (
    LONGEST_HEAD,
    MOST_CHAINS,
    MOST_LOOSE,
    About,
    PackedSave,
    write_parts,
)
from pmdesk.exchange.pack_reading import read_pack
from pmdesk.register.keys import is_signed

REGISTER = "0197d5b8-0000-7000-8000-000000000001"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
DEVICE = KEY.public_key().public_bytes_raw()
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
saves = st.builds(
    PackedSave,
    texts.map(str.encode),
    st.binary(min_size=64, max_size=64),
    st.lists(st.tuples(st.integers(0, 4_000), st.binary(min_size=16, max_size=16), texts)).map(tuple),
)


def about(have: Have = Have(), member: str | None = None) -> About:  # noqa: B008
    return About(REGISTER, DEVICE, 1_790_000_000_000, have, member)


@given(st.lists(saves, max_size=20))
def test_what_is_written_is_read(given: list[PackedSave]) -> None:
    (part,) = write_parts(about(), given, KEY.sign)
    pack = read_pack(part.data, REGISTER, is_signed)
    assert pack.id == part.id
    assert pack.saves == tuple(given)
    assert (pack.manifest.about, pack.manifest.part, pack.manifest.of) == (about(), 1, 1)


@given(
    st.lists(st.builds(Chain, st.binary(min_size=32, max_size=32), st.integers(1, 9), st.just(bytes(32)))),
    st.lists(st.binary(min_size=32, max_size=32)),
)
def test_what_one_has_is_read(chains: list[Chain], loose: list[bytes]) -> None:
    said = about(Have(tuple(chains), tuple(loose)), REGISTER)
    ((data, _),) = write_parts(said, [], KEY.sign)
    assert read_pack(data, REGISTER, is_signed).manifest.about == said


def test_the_same_saves_make_the_same_bytes() -> None:
    save = PackedSave(b"{}", bytes(64), ((0, bytes(16), '"x"'),))
    assert write_parts(about(), [save], KEY.sign) == write_parts(about(), [save], KEY.sign)


def test_the_longest_save_there_can_be_goes_round() -> None:
    """A body of 4 MB that is all quotes, and more values of 100,000 letters than fit on one line."""
    value = json.dumps("\U0001f600" * 99_998, ensure_ascii=False)
    save = PackedSave(b'"' * 4_000_000, bytes(64), tuple((n, bytes([n] * 16), value) for n in range(6)))
    parts = write_parts(about(), [save], KEY.sign)
    read = [each for data, _ in parts for each in read_pack(data, REGISTER, is_signed).saves]
    assert len(read) > 1
    assert {each[:2] for each in read} == {save[:2]}
    assert sum((each.values for each in read), ()) == save.values


def test_a_register_of_one_letter_is_no_bomb() -> None:
    """It would be packed a thousandfold, which a reader refuses: so it goes as it is."""
    save = PackedSave(b"x" * 3_000_000, bytes(64), ())
    ((data, _),) = write_parts(about(), [save], KEY.sign)
    assert read_pack(data, REGISTER, is_signed).saves == (save,)


def test_a_big_register_goes_in_several_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_file, "_FULL_PART", 20_000)
    chance = random.Random(1)
    given = [PackedSave(chance.randbytes(2_000).hex().encode(), chance.randbytes(64), ()) for _ in range(50)]
    parts = [read_pack(data, REGISTER, is_signed) for data, _ in write_parts(about(), given, KEY.sign)]
    assert len(parts) > 5
    assert [(each.manifest.part, each.manifest.of) for each in parts] == [
        (n, len(parts)) for n in range(1, len(parts) + 1)
    ]
    assert [save for each in parts for save in each.saves] == given
    assert len({each.id for each in parts}) == len(parts)


def test_what_is_too_much_to_say_is_left_unsaid() -> None:
    have = Have(
        tuple(Chain(bytes(32), n, bytes(32)) for n in range(MOST_CHAINS + 1)),
        tuple(bytes(32) for _ in range(MOST_LOOSE + 1)),
    )
    ((data, _),) = write_parts(about(have), [], KEY.sign)
    read = read_pack(data, REGISTER, is_signed).manifest.about.have
    assert (len(read.chains), len(read.loose)) == (MOST_CHAINS, MOST_LOOSE)
    line = pack_file.manifest_line(read_pack(data, REGISTER, is_signed).manifest)
    assert len(line) < LONGEST_HEAD
