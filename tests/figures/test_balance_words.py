from pmdesk.domain.political_balance import political_balance
from pmdesk.domain.words import words_in
from pmdesk.figures.balance_words import (
    balance_columns,
    balance_rows,
    say_balance,
    say_unbalanced,
    say_whether_asked,
)

WORDS = words_in("en")


def _member(group: str | None) -> dict[str, object]:
    return {"kind": "member", "political_group": group}


def test_a_row_for_each_group() -> None:
    found = political_balance([_member("A"), _member("A"), _member("B")], {"A": 4, "B": 4, "C": 4})
    rows = balance_rows(found.shares, WORDS)
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["A", "4", "1", "2", "1 too many"],
        ["B", "4", "1", "1", "As due"],
        ["C", "4", "1", "0", "1 short"],
    ]
    assert len(balance_columns(WORDS)) == 5


def test_the_sentence_for_the_whole() -> None:
    groups = {"A": 4, "B": 4}
    assert say_balance(political_balance([_member("A"), _member("B")], groups), WORDS) == (
        "No group holds more seats than its size entitles it to."
    )
    assert say_balance(political_balance([_member("A"), _member("A")], groups), WORDS) == (
        "The seats do not follow the size of the groups."
    )
    mixed = political_balance([_member("A"), _member(None), {"kind": "contact"}], groups)
    assert say_balance(mixed, WORDS) == (
        "No group holds more seats than its size entitles it to."
        " A and B have an equal claim to the last seat."
        " 1 seat is held by a member of no group. 1 seat is held by someone who is no councillor."
    )
    assert "No member" in say_balance(political_balance([], {}), WORDS)


def test_when_the_law_asks_for_balance() -> None:
    assert say_whether_asked(3, WORDS) == "With 3 seats the law asks for political balance."
    assert say_whether_asked(2, WORDS) == "The law asks for political balance only from 3 seats on."


def test_which_groups_hold_too_many_or_too_few() -> None:
    found = political_balance([_member("A"), _member("A"), _member("B")], {"A": 4, "B": 4, "C": 4})
    assert say_unbalanced(found, WORDS) == "A 1 too many, C 1 short"
