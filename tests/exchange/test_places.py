import pytest

from pmdesk.exchange.places import is_place


@pytest.mark.parametrize(
    "name",
    ["Trafford", "Bury MBC", "City of York Council", "London Borough of Barnet", "Ynys Môn", "Argyll & Bute",
     "King's Lynn and West Norfolk", "North East", "E08000009", "Cymru"],
)  # fmt: skip
def test_an_area_is_known_as_files_spell_it(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["Void days", "", "Council tax collected", "Housing", "Actual", "2019/20"])
def test_what_is_no_area_is_none(name: str) -> None:
    assert not is_place(name)
