"""An enrolment file is read back as it was written; anything else is refused in a sentence."""

import json

import pytest

from pmdesk.exchange.enrolment_file import enrolment_bytes, read_enrolment, to_say
from pmdesk.exchange.unreadable import Unreadable

SAID = to_say("r", bytes(32), "Ann’s laptop", "Ann Shaw", "age1x")
WHOLE = enrolment_bytes(SAID, bytes(64))


def test_it_comes_back_as_it_was_written() -> None:
    found = read_enrolment(WHOLE)
    assert (found.register, found.key, found.name) == ("r", bytes(32), "Ann’s laptop")
    assert (found.person, found.seal_key, found.said, found.sig) == ("Ann Shaw", "age1x", SAID, bytes(64))


def without(**changed: object) -> bytes:
    return enrolment_bytes(json.dumps({**json.loads(SAID), **changed}).encode(), bytes(64))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        WHOLE[:40],
        SAID + b"\n00\n",
        SAID + b"\nno hex\n",
        b"[" * 50_000,
        b"[]\n" + b"00" * 64,
        without(what="another"),
        without(key="short"),
        without(name=5),
        without(name="x" * 600),
        without(name="two\nlines"),
    ],
)
def test_what_is_no_enrolment_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_enrolment(data)
