"""What is typed for a reading: read as people write it, or kept with its sentence."""

import pytest

from pmdesk.domain.words import Words
from pmdesk.figures.readings_entry import differing, entered, understand, understood, wanting
from pmdesk.figures.readings_grid import STATES

WORDS = Words()


@pytest.mark.parametrize(
    ("name", "text", "stored"),
    [
        ("value", "−0.5", "-0.5"),
        ("value", " £1,250.50 ", "1250.5"),
        ("denominator", "12 000", "12000"),
        ("state", "not known", "unknown"),
        ("state", "", ""),
        ("cause", "Another partner", "another_partner"),
        ("commentary", "two\r\nlines ", "two\nlines"),
    ],
)
def test_cells_are_read(name: str, text: str, stored: str) -> None:
    assert understood(name, text, WORDS) == stored


def test_the_choices_are_read_in_the_language_they_are_shown_in() -> None:
    class Welsh(Words):
        def __call__(self, text: object, **values: object) -> str:
            return {"Suppressed": "Wedi ei atal"}.get(str(text), str(text))

    assert understood("state", "wedi ei atal", Welsh()) == "suppressed"
    assert understood("state", "suppressed", Welsh()) == "suppressed"


def test_what_cannot_be_read_has_its_sentence_and_no_value() -> None:
    row = understand({"value": "about 40", "state": "perhaps", "commentary": "x" * 20_001}, WORDS)
    assert set(row.problems) == {"value", "state", "commentary"}
    assert str(row.problems["value"]) == "‘about 40’ is no number."
    assert not any(row.values.values())


@pytest.mark.parametrize(
    ("typed", "now", "made"),
    [
        # A sign becomes its state, and what stood there before goes.
        ({"value": "*"}, {"value": "4", "numerator": "2"},
         {"value": "", "state": "suppressed", "numerator": ""}),
        ({"value": ".."}, {}, {"value": "", "state": "unknown"}),
        ({"value": "n/a"}, {}, {"value": "", "state": "not_applicable"}),
        # A state typed beside the sign is right, not the sign.
        ({"value": "*", "state": "Not known"}, {}, {"value": "", "state": "Not known"}),
        ({"value": "12.3 (p)"}, {}, {"value": "12.3", "state": "provisional"}),
        # A number makes a reading actual again; typed with a state both stay, to be settled by a person.
        ({"value": "5"}, {"state": "suppressed"}, {"value": "5", "state": ""}),
        ({"value": "5"}, {"state": "provisional"}, {"value": "5"}),
        ({"value": "5", "state": "suppressed"}, {}, {"value": "5", "state": "suppressed"}),
        ({"state": "not due"}, {"value": "5", "denominator": "10"},
         {"state": "not due", "value": "", "denominator": ""}),
        ({"value": ""}, {"state": "suppressed"}, {"value": ""}),
        ({"commentary": "*"}, {"value": "5"}, {"commentary": "*"}),
        ({"state": "whatever"}, {"value": "5"}, {"state": "whatever"}),
    ],
)  # fmt: skip
def test_what_goes_with_what_is_typed(
    typed: dict[str, str], now: dict[str, str], made: dict[str, str]
) -> None:
    assert entered(typed, now, WORDS).typed == made


def test_a_sign_read_as_a_state_is_to_be_looked_at() -> None:
    doubt = entered({"value": " * "}, {}, WORDS).doubts["state"]
    assert str(doubt) == "Read from ‘*’. Look whether it is right."
    assert entered({"value": "5"}, {}, WORDS).doubts == {}


def test_what_a_row_wants() -> None:
    def said(touched: bool = True, **texts: str) -> dict[str, str]:
        found = wanting(understand(texts, WORDS), touched, STATES)
        return {name: str(sentence) for name, sentence in found.items()}

    assert said(numerator="1", denominator="0") == {"denominator": "Nothing can be divided by 0."}
    assert said(value="5", state="suppressed") == {
        "value": "The state says ‘Suppressed’. Empty the figure, or change the state."
    }
    assert set(said(commentary="Late")) == {"value"}
    assert set(said(numerator="3")) == {"value"}
    assert said(touched=False, commentary="Late") == said(touched=False, value="5", state="suppressed") == {}
    assert said(numerator="3", denominator="4") == said(value="0") == said(state="unknown") == said() == {}


def test_no_state_is_the_same_as_actual() -> None:
    assert differing({"state": ""}, {"state": "actual"}) == {}
    assert differing({"state": ""}, {"state": "suppressed"}) == {"state": ""}
    assert differing({"value": ""}, {}) == {}
