"""A file of good practice goes out and comes in the same; anything else is refused by a sentence."""

import json

import pytest

from pmdesk.domain.words import words_in
from pmdesk.exchange.practice_file import FIELDS, MOST_BYTES, Told, read_practices, write_practices
from pmdesk.exchange.unreadable import Unreadable

TOLD = Told({**dict.fromkeys(FIELDS, ""), "title": "Tŷ Glân", "done": "One.\nTwo."}, "Waste recycled")


def test_it_goes_out_and_comes_in_the_same() -> None:
    data = write_practices("Aldermoor", [TOLD])
    assert read_practices(data) == ("Aldermoor", [TOLD])
    assert write_practices("Aldermoor", [TOLD]) == data


def made(**values: object) -> bytes:
    whole = json.loads(write_practices("Aldermoor", [TOLD]))
    return json.dumps({**whole, **values}).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no file of good practice"),
        (b"\xff\xfe\x00rubbish", "no file of good practice"),
        (b"[" * 100_000, "no file of good practice"),
        (b'{"file": "another"}', "no file of good practice"),
        (b" " * (MOST_BYTES + 1), "larger than any file"),
        (made(version=2), "newer pmdesk"),
        (made(version="1"), "no file of good practice"),
        (made(council=""), "no file of good practice"),
        (made(practices={}), "no file of good practice"),
        (made(practices=["x"]), "no file of good practice"),
        (made(practices=[{"title": " "}]), "Practice 1 of this file has no title"),
        (made(practices=[{"title": "x"}, {"title": 5}]), "Practice 2 of this file could not be read"),
        (made(practices=[{"title": "x", "done": "y" * 20_001}]), "Practice 1 of this file could not be read"),
        (made(practices=[{"title": "x"}] * 201), "larger than any file"),
    ],
)
def test_anything_else_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_practices(data)
    assert said in words_in("en")(problem.value.sentence)


def test_what_cannot_be_printed_is_left_out_and_one_line_stays_one() -> None:
    told = read_practices(made(practices=[{"title": "A\nB\x1b[0m", "done": "One\n\x00two"}]))[1][0]
    assert (told.fields["title"], told.fields["done"]) == ("A B[0m", "One\ntwo")
