"""What an erasure took away, in words."""

from pmdesk.domain.words import Words
from pmdesk.figures.erasure import (
    by_kind,
    field_name,
    kind_name,
    say_again,
    say_gone,
    say_nobody,
    say_renewed,
)

EN = Words()


def test_counts_are_said_by_kind_with_their_fields() -> None:
    counts = [
        ("person", "name", 2),
        ("person", "email", 1),
        ("appointment", "interests", 1),
        ("later", "x", 3),
    ]
    assert by_kind(counts, EN) == [
        ("Person", "Name, E-mail", 3),
        ("Appointment", "Interests declared", 1),
        ("later", "x", 3),
    ]
    assert (kind_name("person", EN), field_name("person", "nothing", EN)) == ("Person", "nothing")


def test_lines_of_the_list() -> None:
    assert say_gone("2018-05-10", False, EN) == "left on 10 May 2018"
    assert say_gone("2018-05-10", True, EN) == "last seat ended on 10 May 2018"
    assert say_again(1, EN) == "Erased, and 1 value came in afterwards from another laptop."
    assert say_renewed(2, EN) == (
        "A new pack stands in the shared folder for 2 that this laptop put there before."
    )
    assert say_nobody(6, EN) == "Nobody has been gone for longer than 6 years."
