from decimal import Decimal

import pytest

from pmdesk.exchange.figure_cells import NOTHING, _exact, noted, read_figure, read_state, read_target


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("56.9", "56.9"),
        ("56.89999999999999", "56.9"),
        ("11.700000000000001", "11.7"),
        ("4960.336134453782", "4960.33613445378"),
        ("1,250", "1250"),
        ("1 250", "1250"),
        ("£1,204.50", "1204.5"),
        ("-£5", "-5"),
        ("−0.5", "-0.5"),
        ("46.9%", "46.9"),
        ("46.9 per cent", "46.9"),
        ("12.3r", "12.3"),
        ("12.3*", "12.3"),
        ("12.3 [e]", "12.3"),
        ("12.3 (r)", "12.3"),
        ("12.3¹", "12.3"),
        ("12.5 days", "12.5"),
        ("1.5E-05", "0.000015"),
        ("007", "7"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_exactly_without_its_marks(typed: str, value: str) -> None:
    found = read_figure(typed)
    assert (found.value, found.state, found.problem) == (Decimal(value), "actual", None)


@pytest.mark.parametrize(
    "typed", ["", " ", "dna", "NA", "N/A", "n/a", "#N/A", "!", "-", "–", "nil", "None", "#REF!"]
)
def test_nothing_is_no_figure_and_no_nought(typed: str) -> None:
    assert read_figure(typed) == NOTHING


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("*", "suppressed"),
        ("c", "suppressed"),
        ("[c]", "suppressed"),
        ("Suppressed", "suppressed"),
        ("<5", "suppressed"),
        ("..", "unknown"),
        (":", "unknown"),
        ("x", "unknown"),
        ("not available", "unknown"),
        ("awaited", "unknown"),
        ("z", "not_applicable"),
        ("Not due", "not_due"),
    ],
)
def test_four_reasons_for_no_number_are_told_apart(typed: str, state: str) -> None:
    assert (read_figure(typed).value, read_figure(typed).state) == (None, state)


@pytest.mark.parametrize("typed", ["12.3 (p)", "12.3p", "12.3 [p]", "12.3 provisional"])
def test_a_provisional_number_says_so(typed: str) -> None:
    assert (read_figure(typed).value, read_figure(typed).state) == (Decimal("12.3"), "provisional")


@pytest.mark.parametrize(
    "typed",
    ["about 5", "5-10", "44,5", "12 34", "1.2m", "2019/20", "1.2.3", "31/03/2021", "9" * 16],
)
def test_what_is_no_figure_has_a_problem(typed: str) -> None:
    found = read_figure(typed)
    assert found.value is None
    assert found.problem is not None


def test_the_sign_of_a_cell_is_kept() -> None:
    assert [read_figure(typed).sign for typed in ("5%", "£5", "5")] == ["%", "£", ""]


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("Value suppressed for disclosure control", "suppressed"),
        ("[c]", "suppressed"),
        ("Provisional", "provisional"),
        ("p", "provisional"),
        ("Not applicable", "not_applicable"),
        ("Missing", "unknown"),
        ("not yet due", "not_due"),
        ("A", ""),
        ("1", ""),
        ("", ""),
    ],
)
def test_a_note_beside_a_figure_names_its_state(note: str, state: str) -> None:
    assert read_state(note) == state


def test_nought_beside_a_note_is_no_figure_and_a_number_against_it_is_refused() -> None:
    assert noted(read_figure("0"), "suppressed") == read_figure("*")
    assert noted(read_figure("0"), "missing").value is None
    assert noted(read_figure("5"), "missing").problem is not None
    assert noted(read_figure("5"), "provisional").state == "provisional"
    assert noted(read_figure(""), "provisional") == NOTHING
    assert noted(read_figure("5"), "A") == read_figure("5")


def test_the_unit_of_a_cell_is_kept_by_one_name() -> None:
    assert [read_figure(typed).sign for typed in ("1 week", "3 weeks", "2 persons", "12.3r")] == [
        *("weeks", "weeks", "people", "")
    ]


@pytest.mark.parametrize("typed", ["5 or fewer", "<=5", "≤5", "fewer than 10"])
def test_a_number_too_small_to_be_told_is_suppressed(typed: str) -> None:
    assert read_figure(typed).state == "suppressed"


@pytest.mark.parametrize("text", ["1e999999999", "NaN", "sNaN", "1" + "0" * 40, "Infinity"])
def test_what_is_no_number_that_a_register_keeps_is_none(text: str) -> None:
    assert _exact(text) is None


def test_the_noise_of_a_number_is_left_out() -> None:
    assert _exact("56.89999999999999857") == Decimal("56.9") and _exact("1e-20") == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("(120)", "-120"), ("£(1,204.50)", "-1204.5"), ("(£35)", "-35"), ("(12.5%)", "-12.5"), ("12 (1)", "12")],
)
def test_accounts_write_what_is_below_nought_in_brackets(text: str, value: str) -> None:
    assert str(read_figure(text).value) == value
    assert read_figure(text).bracketed is value.startswith("-")


def test_how_many_of_how_many_are_kept_where_they_make_the_figure() -> None:
    assert read_figure("66.7% (2/3)")[:2] == (Decimal("66.7"), "actual")
    assert read_figure("66.7% (2/3)").parts == ("2", "3")
    assert read_figure("92% (1,046 of 1,137)").parts == ("1046", "1137")
    assert read_figure("92% (2/3)").problem is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [("≥ 65%", "65"), ("< 11,000", "11000"), ("300 or fewer", "300"), ("Less than 5", "5"), ("95%+", "95")],
)
def test_a_target_says_on_which_side_of_it_to_be(text: str, value: str) -> None:
    assert str(read_target(text).value) == value
    assert read_target("Monitor only") == read_figure("")
    assert read_target("many").problem is not None


def test_words_of_performance_systems_say_why_there_is_no_figure() -> None:
    said = ("Not measured for Quarters", "Missing", "Data awaited", "Annual measure")
    assert [read_figure(text).state for text in said] == ["not_due", "", "unknown", "not_due"]
