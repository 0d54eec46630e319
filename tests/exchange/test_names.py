"""The same name, a near name, and two names that only look alike."""

import time

import pytest

from pmdesk.exchange.names import Names, fold, fold_person, plain_words


def near(known: str, name: str, person: bool = False) -> str | None:
    names = Names()
    names.add(known)
    return names.near(name, person)


def test_the_same_name() -> None:
    assert fold(" Tŷ  GLÂN ") == fold("ty glan")
    assert fold("St Werburgh’s") == fold("St Werburgh's")
    assert fold_person("Cllr A Shaw") == fold_person("A  shaw")


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Wendle Internal Drainage Board", "Wendle I.D.B."),
        ("Charles Cooper Trust", "Charles Coper Trust"),
        ("Kent Downs Partnership", "Kent Downs Partnerships"),
    ],
)
def test_near_names_are_asked_about(known: str, name: str) -> None:
    assert near(known, name) == known


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ("Harbour Ward 1 Forum", "Harbour Ward 2 Forum"),
        ("FM02", "FM03"),
        ("Dock Trust", "dock  trust"),
        ("Relate - North and South West Sussex", "Relate Lancashire"),
        ("March East IDB", "Hundred of Wisbech IDB"),
    ],
)
def test_these_are_not(known: str, name: str) -> None:
    assert near(known, name) is None


def test_a_bare_surname_is_only_a_question() -> None:
    assert near("Ann Pickersgill", "Pickersgill", person=True) == "Ann Pickersgill"


def test_headings_in_plain_words() -> None:
    assert plain_words("term_start") == plain_words("Term start") == "term start"
    assert plain_words("Address") == "address"


def test_a_word_that_all_names_share_costs_nothing() -> None:
    names = Names()
    begun = time.perf_counter()
    for number in range(20_000):
        name = f"Community Centre Committee {number}"
        names.near(name)
        names.add(name)
    assert time.perf_counter() - begun < 20
