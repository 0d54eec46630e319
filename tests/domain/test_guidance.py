"""Advice while typing: who is named, how long it is; and what it must leave alone."""

import pytest

from pmdesk.domain.guidance import guidance, people_named

NAMES = ["Cllr Margaret Holloway", "Daniel Okafor", "Siân Tŷ-Glân O’Neill", "FM02", "Will May"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Margaret Holloway chaired it.", ["Cllr Margaret Holloway"]),
        ("We thank councillor MARGARET\nHOLLOWAY.", ["Cllr Margaret Holloway"]),
        ("It was Daniel Okafor’s idea, and Daniel Okafor's work.", ["Daniel Okafor"]),
        ("Siân Tŷ-Glân O’Neill spoke after Daniel Okafor.", ["Siân Tŷ-Glân O’Neill", "Daniel Okafor"]),
        ("Margaret spoke. Holloway Road was closed.", []),
        ("FM02 sent apologies.", []),
        ("Daniel Okaforson is somebody else.", []),
        ("", []),
    ],
)
def test_who_is_named(text: str, found: list[str]) -> None:
    assert people_named(text, NAMES) == found


def test_the_sentence_stands_under_the_answer_that_names_somebody() -> None:
    said = guidance({"main_business": "Quiet.", "issues": "Daniel Okafor fell out with the chair."}, NAMES)
    assert {field: str(sentence) for field, sentence in said.items()} == {
        "issues": "Guidance: this names Daniel Okafor. Do not name individuals."
    }


def test_more_than_two_pages_is_said_under_the_longest_answer() -> None:
    answers = {"main_business": "word " * 300, "contributed": "word " * 800, "issues": None}
    assert list(guidance(answers, [], two_pages=True)) == ["contributed"]
    assert "2.3 pages of 2" in str(guidance(answers, [], two_pages=True)["contributed"])
    assert guidance(answers, []) == {}
    assert guidance({**answers, "contributed": "word " * 600}, [], two_pages=True) == {}


def test_a_large_register_is_no_burden() -> None:
    """Ten thousand people, twenty thousand characters: the text is never compared with each of them."""
    names = [f"Given{n} Family{n}".replace("0", "o") for n in range(10_000)]
    assert people_named("word " * 4_000 + "Daniel Okafor", [*names, "Daniel Okafor"]) == ["Daniel Okafor"]
