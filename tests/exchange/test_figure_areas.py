import pytest

from pmdesk.exchange.figure_areas import core, find_area, known_area, never_compared, own_area, say_areas
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


def test_the_only_area_there_is_is_ours_only_by_its_name() -> None:
    assert own_area([Area("Trafford MBC", "")], "Trafford Council") == 0
    assert own_area([Area("Bury", ""), Area("England", "")], "Trafford Council") is None
    assert own_area([Area("Bury", "")], "") is None


def test_a_file_without_areas_is_the_councils_own() -> None:
    assert find_area([], "Trafford", "Trafford Council") is None
    with pytest.raises(Unreadable, match="names no areas"):
        find_area([], "Bury", "Trafford Council")


def test_two_areas_of_one_name_are_told_apart_by_their_codes() -> None:
    twice = [Area("Bedford", "E07000001"), Area("Bedford", "E06000055")]
    with pytest.raises(Unreadable, match=r"Bedford \(E07000001\), Bedford \(E06000055\)"):
        find_area(twice, "Bedford")
    assert find_area(twice, "E06000055") == find_area(twice, "Bedford (E06000055)") == 1
    assert say_areas(twice) == "Bedford (E07000001), Bedford (E06000055)"


def test_an_area_of_the_register_is_found_by_code_and_by_name_where_no_code_says_otherwise() -> None:
    known = [
        {"area": "Bury", "area_code": "E08000002"},
        {"area": "Bedford", "area_code": "E06000055"},
        {"area": "E08000007"},
        {"area": "York"},
    ]
    wanted = {
        Area("Bury MBC", "E08000002"): 0, Area("E08000002", "E08000002"): 0, Area("Bury Council", ""): 0,
        Area("Bedford", "E07000001"): None, Area("Stockport", "E08000007"): 2, Area("City of York", ""): 3,
        Area("Yorkshire", ""): None,
    }  # fmt: skip
    assert {area: known_area(area, known, [area]) for area in wanted} == wanted
    twice = [Area("York", ""), Area("City of York", "")]
    assert [known_area(area, known, twice) for area in twice] == [3, None]


def test_areas_of_another_kind_are_named() -> None:
    areas = [Area("Trafford", "E08000009"), Area("Bury", "E08000002"), Area("Kent", "E10000016"),
             Area("Surrey", "E10000030"), Area("Longford", "E05000832"), Area("England", "E92000001"),
             Area("Elsewhere", "")]  # fmt: skip
    assert [area.name for area in never_compared(areas, 0)] == ["Kent", "Surrey", "Longford"]
    assert [area.name for area in never_compared(areas, 2)] == ["Trafford", "Bury", "Longford"]


def test_a_person_names_an_area_by_name_or_code() -> None:
    assert find_area(AREAS, "trafford") == 1
    assert find_area(AREAS, "E06000014") == 2
    assert find_area(AREAS, "York City") == 2
    with pytest.raises(Unreadable, match="The areas are: Trafford, York"):
        find_area(AREAS, "Bury")


def test_totals_are_no_areas_to_choose() -> None:
    assert say_areas(AREAS) == "Trafford, York"
    assert core("Royal Borough of Kingston") == "kingston"
