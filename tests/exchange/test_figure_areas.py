import pytest

from pmdesk.exchange.figure_areas import core, find_area, own_area, say_areas
from pmdesk.exchange.figure_points import Area
from pmdesk.exchange.unreadable import Unreadable

AREAS = [Area("England", "E92000001"), Area("Trafford", "E08000009"), Area("York", "E06000014")]


@pytest.mark.parametrize(
    ("council", "place"),
    [
        ("Trafford Council", 1),
        ("Trafford Metropolitan Borough Council", 1),
        ("City of York Council", 2),
        ("Aldermoor District Council", None),
        ("", None),
        ("England", None),
    ],
)
def test_our_area_is_known_by_the_councils_name_alone(council: str, place: int | None) -> None:
    assert own_area(AREAS, council) == place


def test_two_areas_of_a_name_must_be_chosen_from() -> None:
    twice = [Area("Bedford", ""), Area("Bedford Borough", ""), Area("York", "")]
    assert own_area(twice, "Bedford Council") is None
    assert own_area(twice, "Bedford Borough") == 1


def test_the_only_area_there_is_is_ours() -> None:
    assert own_area([Area("Trafford Council", "")], "Aldermoor") == 0
    assert own_area([Area("Trafford", ""), Area("England", "")], "Aldermoor") == 0


def test_a_person_names_an_area_by_name_or_code() -> None:
    assert find_area(AREAS, "trafford") == 1
    assert find_area(AREAS, "E06000014") == 2
    assert find_area(AREAS, "York City") == 2
    with pytest.raises(Unreadable, match="The areas are: Trafford, York"):
        find_area(AREAS, "Bury")


def test_totals_are_no_areas_to_choose() -> None:
    assert say_areas(AREAS) == "Trafford, York"
    assert core("Royal Borough of Kingston") == "kingston"
