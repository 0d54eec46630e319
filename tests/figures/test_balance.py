"""The balance bar's parts, finding and description."""

import pytest

from pmdesk.domain.balance import balance
from pmdesk.domain.words import Words
from pmdesk.figures.balance import balance_figures

WORDS = Words()


def test_every_kind_has_its_part_also_without_a_measure() -> None:
    figures = balance_figures(balance([{"kind": "output"}, {"kind": "output"}, {"kind": "outcome"}]), WORDS)
    assert [(part.kind, part.word, part.n) for part in figures.parts] == [
        ("input", "Input", 0),
        ("activity", "Activity", 0),
        ("output", "Output", 2),
        ("outcome", "Outcome", 1),
    ]
    assert figures.total == 3
    assert figures.summary == ("1 of 3 measures shows an outcome: Input 0, Activity 0, Output 2, Outcome 1.")


def test_what_does_not_say_its_kind_is_counted_apart() -> None:
    figures = balance_figures(balance([{"kind": None}, {"kind": "outcome"}, {"kind": "outcome"}]), WORDS)
    assert (figures.parts[-1].word, figures.parts[-1].n) == ("Kind not said", 1)
    assert figures.finding == "2 of 3 measures show an outcome"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "No measures yet"),
        ({"output": 4}, "No measure here shows an outcome"),
        ({"outcome": 4}, "Every measure shows an outcome"),
    ],
)
def test_what_the_bar_says(counts: dict[str, int], said: str) -> None:
    assert balance_figures(counts, WORDS).finding == said


def test_objectives_without_an_outcome_are_named() -> None:
    figures = balance_figures({"output": 1}, WORDS, ["Safer", "Greener"])
    assert figures.summary.endswith("No outcome measure shows: Safer; Greener.")
    assert figures.bare == ("Safer", "Greener")
