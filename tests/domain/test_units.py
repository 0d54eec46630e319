from pmdesk.domain.units import is_per_cent, is_pounds


def test_the_spellings_of_real_files() -> None:
    assert all(map(is_per_cent, ("%", "Percentage", "per cent", "Per cent of waste", "% of units", "y cant")))
    assert not any(map(is_per_cent, ("days", "tonnes", "Persons", "", "person")))
    assert is_pounds("£") and is_pounds("GBP") and not is_pounds("£000") and not is_pounds("£ million")
