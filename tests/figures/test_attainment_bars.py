"""The bars of attainment and their words: '17 of 20 (85%)'."""

from pmdesk.domain.attainment import Attainment
from pmdesk.domain.words import words_in
from pmdesk.figures.attainment_bars import attainment_bars, say_attainment, say_causes, say_not_rated

WORDS = words_in("en")
GOOD = Attainment(17, 20, 1, {"funding": 2, "": 1})


def test_n_of_m_and_its_per_cent_and_those_not_rated_apart() -> None:
    assert say_attainment(GOOD, WORDS) == "17 of 20 (85%)"
    assert say_attainment(Attainment(1, 8, 0, {"": 7}), WORDS) == "1 of 8 (13%)"
    assert say_attainment(Attainment(0, 3, 0, {"": 3}), WORDS) == "0 of 3 (0%)"
    assert say_attainment(Attainment(0, 0, 4, {}), WORDS) == "None rated"
    assert (say_not_rated(GOOD, WORDS), say_not_rated(Attainment(1, 1, 0, {}), WORDS)) == ("1 not rated", "")


def test_causes_the_most_frequent_first_and_none_given_last() -> None:
    said = say_causes({"": 9, "this_partner": 1, "another_partner": 1, "funding": 3, "the moon": 1}, WORDS)
    assert said == "funding 3, this partner 1, another partner 1, the moon 1, no cause given 9"


def test_a_bar_is_filled_as_far_as_targets_were_met() -> None:
    made = attainment_bars([("2025-26", GOOD), ("2024-25", Attainment(0, 0, 2, {}))], WORDS)
    assert [(bar.year, bar.share, bar.said) for bar in made.bars] == [
        ("2025-26", 0.85, "17 of 20 (85%)"),
        ("2024-25", None, "None rated"),
    ]
    assert made.bars[0].quiet == "1 not rated; funding 2, no cause given 1"


def test_the_finding_is_of_the_newest_year_that_is_over() -> None:
    half, none = Attainment(1, 2, 0, {"": 1}), Attainment(0, 0, 1, {})

    def found(*years: tuple[str, Attainment]) -> str:
        return attainment_bars(years, WORDS, "2026-27").finding

    assert found(("2025-26", GOOD)) == "Targets met in 2025-26: 17 of 20 (85%)"
    assert (
        found(("2025-26", GOOD), ("2024-25", half))
        == "Targets met in 2025-26: 17 of 20 (85%), after 1 of 2 (50%) in 2024-25"
    )
    assert (
        found(("2025-26", half), ("2024-25", half))
        == "Targets met in 2025-26: 1 of 2 (50%), after 1 of 2 (50%) in 2024-25"
    )
    assert found(("2026-27", half), ("2025-26", GOOD)) == "Targets met in 2025-26: 17 of 20 (85%)"
    assert found(("2026-27", half)) == "No target could be rated in a year that is over"
    assert found(("2025-26", none), ("2024-25", half)) == "Targets met in 2024-25: 1 of 2 (50%)"


def test_it_is_described_in_words() -> None:
    made = attainment_bars([("2026-27", Attainment(1, 1, 0, {})), ("2025-26", GOOD)], WORDS, "2026-27")
    assert made.summary == (
        "Targets met in 2025-26: 17 of 20 (85%). 2026-27 so far: 1 of 1 (100%). "
        "2025-26: 17 of 20 (85%), 1 not rated; funding 2, no cause given 1."
    )
    assert attainment_bars([], WORDS).summary == "No target could be rated in a year that is over."
