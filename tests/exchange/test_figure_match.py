"""Which measure of the register a series belongs to, and what is asked instead of guessed."""

from pmdesk.exchange.figure_match import Match, clashes, matched
from pmdesk.exchange.figure_series import Series

VOID = {"id": "m1", "code": "1", "title": "Void days"}
WASTE = {"id": "m2", "code": "NI 192", "title": "Household waste", "unit": "%"}
CALLS = {"id": "m3", "title": "Calls answered"}


def match_of(
    code: str, title: str, *measures: dict[str, str], unit: str = "", typed: str = ""
) -> Match | None:
    """What one series matches; `typed` is a code that a person put in place of its own."""
    names = {("s", "code"): typed} if typed else {}
    return matched([Series("s", code, title, title, unit)], measures, names).get("s")


def test_a_code_with_its_title_is_sure_however_it_is_written() -> None:
    assert match_of("1", "VOID  days", VOID, WASTE) == Match(VOID)
    assert match_of("ni 192", "NI 192", VOID, WASTE) == Match(WASTE), "the file knows only the code"
    assert match_of("", "calls answered", VOID, CALLS) == Match(CALLS)
    assert match_of("C9", "Calls answered", CALLS) == Match(CALLS), "the register has no code for it yet"
    assert match_of("9", "Appeals", VOID, WASTE) is None
    assert match_of("2", "Void days", VOID) is None, "another code is another measure"


def test_a_known_code_under_another_title_is_asked_about() -> None:
    found = match_of("1", "Planning appeals lost", VOID)
    assert found is not None
    assert found.record == VOID
    assert "‘1’ is ‘Void days’ in the register" in str(found.doubt)
    assert match_of("1", "Planning appeals lost", VOID, typed="PL1") is None, "another code settles it"


def test_the_title_tells_two_measures_of_one_code_apart() -> None:
    other = {"id": "m4", "code": "1", "title": "Appeals"}
    assert match_of("1", "Appeals", VOID, other) == Match(other)
    neither = match_of("1", "Complaints", VOID, other)
    assert neither is not None
    assert neither.record is None
    assert "several measures with the code ‘1’" in str(neither.doubt)


def test_two_measures_of_one_title_are_asked_about() -> None:
    twice = match_of("", "Complaints", {"id": "a", "code": "1", "title": "Complaints"},
                     {"id": "b", "code": "7", "title": "Complaints"})  # fmt: skip
    assert twice is not None
    assert (twice.record, "Say which by its code" in str(twice.doubt)) == (None, True)


def test_a_number_is_no_per_cent_of_one_name() -> None:
    tonnes = match_of("", "Household waste", WASTE, unit="tonnes")
    assert tonnes is not None
    assert "is in % in the register, and in tonnes here" in str(tonnes.doubt)
    assert match_of("", "Household waste", WASTE, unit="per cent") == Match(WASTE)


def test_two_series_of_one_measure_are_both_named() -> None:
    taken = {"a": ("", "Bins", "m1"), "b": ("K1", "Missed bins", "m1"), "c": ("K2", "Calls", None)}
    why = clashes(taken, [])
    assert list(why) == ["a", "b"]
    assert str(why["a"]).startswith("‘Bins’ and ‘K1 Missed bins’ are both the measure")
    assert list(clashes(taken, ["b"])) == ["a"], "the one that a person ticked stays"
    assert list(clashes({"a": ("K1", "Bins", None), "b": ("k1", "bins", None)}, [])) == ["a", "b"]
