"""A pack is taken whole or refused with the one sentence that fits; no damage is read as anything else."""

import base64
import json
import random
import zlib
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.holding import Have
from pmdesk.domain.words import Say
from pmdesk.exchange import pack_reading
from pmdesk.exchange.pack_file import MAGIC, About, PackedSave, text, write_parts
from pmdesk.exchange.pack_reading import (
    CUT_SHORT,
    DAMAGED,
    ELSEWHERE,
    NEWER,
    NOT_A_PACK,
    NOT_SIGNED,
    TOO_LARGE,
    looks_like_pack,
    pack_bytes,
    read_pack,
)
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.keys import is_signed

REGISTER = "0197d5b8-0000-7000-8000-000000000001"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
DEVICE = KEY.public_key().public_bytes_raw()
ABOUT = About(REGISTER, DEVICE, 5, Have((), (bytes(32),)))
_CHANCE = random.Random(3)
SAVES = tuple(
    PackedSave(
        _CHANCE.randbytes(90).hex().encode(), _CHANCE.randbytes(64), ((n, _CHANCE.randbytes(16), "1"),)
    )
    for n in range(6)
)
((GOOD, _),) = write_parts(ABOUT, SAVES, KEY.sign)
WHOLE = read_pack(GOOD, REGISTER, is_signed)
START = len(MAGIC) + 2


def refusal(data: bytes, register: str = REGISTER) -> Say:
    with pytest.raises(Unreadable) as caught:
        read_pack(data, register, is_signed)
    return caught.value.sentence


def packed(*lines: bytes, end: bytes = b"\n") -> bytes:
    deflate = zlib.compressobj(6, wbits=-15)
    return MAGIC + b"1\n" + deflate.compress(b"\n".join(lines) + end) + deflate.flush()


def lines_of(data: bytes) -> list[bytes]:
    return zlib.decompress(data[START:], wbits=-15).split(b"\n")[:-1]


def signed(said: dict[str, Any], *lines: bytes) -> bytes:
    head = json.dumps(said).encode()
    return packed(head, text(KEY.sign(head)).encode(), *lines)


def manifest() -> dict[str, Any]:
    return json.loads(lines_of(GOOD)[0])  # type: ignore[no-any-return]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"SQLite format 3\x00", b"pmdesk pack x\n", b"p\x00"])
def test_what_is_no_pack(data: bytes) -> None:
    assert refusal(data) == NOT_A_PACK


@pytest.mark.parametrize("length", [5, len(MAGIC), START, START + 1, len(GOOD) // 2, len(GOOD) - 1])
def test_a_pack_cut_short(length: int) -> None:
    assert refusal(GOOD[:length]) == CUT_SHORT


def test_every_cut_is_refused() -> None:
    assert all(refusal(GOOD[:length]) in (CUT_SHORT, DAMAGED) for length in range(1, len(GOOD)))


@given(st.data())
def test_no_damage_is_read_as_something_else(data: st.DataObject) -> None:
    spoilt = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        kind, at = (
            data.draw(st.sampled_from(["bit", "byte", "out", "in"])),
            data.draw(st.integers(0, len(spoilt) - 1)),
        )
        if kind == "bit":
            spoilt[at] ^= 1 << data.draw(st.integers(0, 7))
        elif kind == "byte":
            spoilt[at] = data.draw(st.integers(0, 255))
        elif kind == "out":
            del spoilt[at : at + data.draw(st.integers(1, 9))]
        else:
            spoilt[at:at] = data.draw(st.binary(min_size=1, max_size=9))
        if not spoilt:
            break
    try:
        assert read_pack(bytes(spoilt), REGISTER, is_signed) == WHOLE
    except Unreadable as refused:
        assert refused.sentence.text.endswith(("Nothing was brought in.", "up to date first."))


def test_bytes_after_the_end() -> None:
    assert refusal(GOOD + b"x") == DAMAGED
    assert refusal(packed(*lines_of(GOOD), end=b"")) == DAMAGED


def test_of_another_register() -> None:
    assert refusal(GOOD, "0197d5b8-0000-7000-8000-000000000002") == ELSEWHERE


def test_made_by_a_newer_pmdesk() -> None:
    assert refusal(MAGIC + b"2\n" + GOOD[START:]) == NEWER
    assert refusal(signed({**manifest(), "format": 2, "colour": "blue"})) == NEWER
    assert refusal(MAGIC + b"0\n" + GOOD[START:]) == DAMAGED
    assert refusal(MAGIC + b"01\n" + GOOD[START:]) == DAMAGED


def test_a_manifest_that_somebody_changed() -> None:
    head, sig, *lines = lines_of(GOOD)
    assert refusal(packed(head.replace(b'"made":5', b'"made":6'), sig, *lines)) == NOT_SIGNED
    other = Ed25519PrivateKey.generate()
    assert refusal(packed(head, text(other.sign(head)).encode(), *lines)) == NOT_SIGNED
    assert refusal(packed(head)) == DAMAGED


def test_lines_that_are_not_those_of_the_manifest() -> None:
    head, sig, *lines = lines_of(GOOD)
    assert refusal(packed(head, sig, *lines[:-1])) == DAMAGED
    assert refusal(packed(head, sig, *lines, lines[0])) == DAMAGED
    assert refusal(packed(head, sig, *reversed(lines))) == DAMAGED


STRANGE: list[Any] = [None, -1, 1 << 60, 1.5, True, "", "x" * 60, [], [[]], {}, {"chains": []}, "é"]


@pytest.mark.parametrize("name", sorted(manifest()))
@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_a_signed_manifest_of_another_shape(name: str, value: Any) -> None:
    """Signed by somebody who knows how: the shape alone refuses it, or it says nothing wrong."""
    try:
        read_pack(signed({**manifest(), name: value}, *lines_of(GOOD)[2:]), REGISTER, is_signed)
    except Unreadable as refused:
        assert refused.sentence in (DAMAGED, NEWER, ELSEWHERE, NOT_SIGNED)
    else:
        assert (name, value) == ("member", None) or name in ("made", "part", "of")


def _digest(*lines: bytes) -> dict[str, Any]:
    import hashlib

    joined = b"".join(line + b"\n" for line in lines)
    return {**manifest(), "count": len(lines), "sha256": text(hashlib.sha256(joined).digest())}


SIG, SALT = text(bytes(64)), text(bytes(16))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[1,2,3]",
        b"[" * 100_000,
        b"9" * 5_000,
        b"\xff",
        json.dumps([SIG, "{}"]).encode(),
        json.dumps([SIG, 3, []]).encode(),
        json.dumps([SIG[:-1], "{}", []]).encode(),
        json.dumps([SIG[:-1] + "B", "{}", []]).encode(),
        json.dumps([SIG, "\ud800", []]).encode(),
        json.dumps([SIG, "{}", [[0, SALT, "\ud800"]]]).encode(),
        json.dumps([SIG, "{}", [[0, SALT]]]).encode(),
        json.dumps([SIG, "{}", [[-1, SALT, "1"]]]).encode(),
        json.dumps([SIG, "{}", [[True, SALT, "1"]]]).encode(),
        json.dumps([SIG, "{}", [[0, SALT, 1]]]).encode(),
        json.dumps([SIG, "{}", {"0": 1}]).encode(),
        json.dumps(["é", "{}", []]).encode(),
        json.dumps([base64.b64encode(bytes(64)).decode(), "{}", []]).encode(),
    ],
)
def test_a_signed_line_of_another_shape(line: bytes) -> None:
    assert refusal(signed(_digest(line), line)) == DAMAGED


def test_what_unpacks_to_more_than_any_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(packed(b"x" * 20_000_000)) == TOO_LARGE  # by its ratio
    assert (
        refusal(packed(*lines_of(GOOD)[:2], b"x" * 11_000_000, random.Random(1).randbytes(99_999)))
        == TOO_LARGE
    )
    assert refusal(packed(b"x" * 1_000_001, random.Random(1).randbytes(9_999))) == TOO_LARGE
    monkeypatch.setattr(pack_reading, "MOST_UNPACKED", 300)
    assert refusal(GOOD) == TOO_LARGE
    monkeypatch.setattr(pack_reading, "_MOST_PACKED", 300)
    assert refusal(GOOD) == TOO_LARGE
    (tmp_path / "a.pmpack").write_bytes(GOOD)
    with pytest.raises(Unreadable) as caught:
        pack_bytes(tmp_path / "a.pmpack")
    assert caught.value.sentence == TOO_LARGE


def test_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pmpack"
    path.write_bytes(GOOD)
    assert pack_bytes(path) == GOOD
    assert looks_like_pack(GOOD)
    assert not looks_like_pack(b"%PDF-1.7")
    with pytest.raises(Unreadable):
        pack_bytes(tmp_path / "b.pmpack")
