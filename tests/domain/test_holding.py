"""What two laptops both hold is at most what either of them said."""

from pmdesk.domain.holding import Chain, Have, held_by_both


def test_what_both_hold() -> None:
    one = Have((Chain(b"a", 3, b"3"), Chain(b"b", 1, b"1")), (b"x",))
    other = Have((Chain(b"a", 9, b"9"), Chain(b"c", 1, b"1")), (b"x", b"y"))
    assert held_by_both(one, other) == held_by_both(other, one) == Have((Chain(b"a", 3, b"3"),), (b"x",))
    assert held_by_both(one, Have()) == Have()
