"""The packs that went and came, and what each laptop said it holds."""

from pmdesk.domain.holding import Chain, Have
from pmdesk.register.packs import (
    IN,
    OUT,
    PackLine,
    keep_have,
    known_have,
    note_pack,
    now,
    packs,
)
from pmdesk.register.store import memory

ANN = b"a" * 32


def test_packs_are_listed_with_the_newest_first() -> None:
    db = memory().db
    one, two = PackLine("1", OUT, None, 5, 3, 0, "made"), PackLine("2", IN, ANN, now(), 1, 2, "brought")
    note_pack(db, one)
    note_pack(db, two)
    note_pack(db, two._replace(new=0))
    assert packs(db) == [two, one]
    assert packs(db, 1) == [two]


def test_the_newest_word_counts_and_an_older_one_only_takes_away() -> None:
    db = memory().db
    five, three = Have((Chain(ANN, 5, b"5"),), (b"x", b"y")), Have((Chain(ANN, 3, b"3"),), (b"y",))
    assert known_have(db, ANN) == Have()
    keep_have(db, ANN, 10, three)
    keep_have(db, ANN, 20, five)
    assert known_have(db, ANN) == five
    keep_have(db, ANN, 30, three)  # it was restored from a backup
    assert known_have(db, ANN) == three
    keep_have(db, ANN, 20, five)
    assert known_have(db, ANN) == three
    keep_have(db, ANN, 40, five)
    keep_have(db, ANN, 39, three)
    assert known_have(db, ANN) == three
