from decimal import Decimal

import pytest

from pmdesk.domain.comparators import (
    band,
    figures_at,
    is_whole,
    peers,
    quartile_of,
    rank,
    read_figures,
    write_figures,
)


def test_figures_are_kept_exactly_and_in_order_of_time() -> None:
    text = write_figures(
        {
            "2021-22": "suppressed",
            "2020-21": Decimal("56.9"),
            "2019": Decimal(1250),
            "2009-10": Decimal("-0.5"),
        }
    )
    assert text == "2009-10\t-0.5\n2019\t1250\n2020-21\t56.9\n2021-22\tsuppressed"
    assert write_figures(read_figures(text)) == text


def test_a_line_that_says_nothing_is_passed_over() -> None:
    assert read_figures("2019/20\t5\n2019-20\tabout 5\n2020-21=5\nnote") == {"2020-21": Decimal(5)}
    assert read_figures(None) == {}


def test_an_area_without_a_number_is_not_a_nought() -> None:
    areas = [{"2019-20": Decimal(4)}, {"2019-20": "suppressed"}, {"2018-19": Decimal(1)}]
    assert figures_at(areas, "2019-20") == [Decimal(4)]
    spread = band(areas, "2019-20")
    assert spread is not None
    assert spread == (4, 4, 4, 4, 4, 1)
    assert band(areas, "2017-18") is None


def test_quartiles_lie_between_the_figures_exactly() -> None:
    spread = band([{"2019": Decimal(n)} for n in ("1.1", "2.2", "3.3", "4.4")], "2019")
    assert spread is not None
    assert spread[1:4] == (Decimal("1.925"), Decimal("2.75"), Decimal("3.575"))


def test_polarity_decides_what_is_best() -> None:
    others = [Decimal(n) for n in (10, 20, 30, 40)]
    assert rank(Decimal(45), others, "higher") == (1, 5)
    assert rank(Decimal(45), others, "lower") == (5, 5)
    assert rank(Decimal(20), others, "lower") == (2, 5)
    assert quartile_of(Decimal(45), others, "higher") == 1
    assert quartile_of(Decimal(45), others, "lower") == 4


@pytest.mark.parametrize("polarity", ["", "none", "band"])
def test_without_a_better_way_there_is_no_place(polarity: str) -> None:
    assert rank(Decimal(1), [Decimal(2)], polarity) is None
    assert quartile_of(Decimal(1), [Decimal(n) for n in range(9)], polarity) is None


def test_fewer_than_four_areas_make_no_quartile() -> None:
    assert quartile_of(Decimal(1), [Decimal(2), Decimal(3)], "lower") is None


@pytest.mark.parametrize(
    ("area", "code", "whole"),
    [
        ("Scotland", "", True),
        ("Total", "", True),
        ("All English authorities", "", True),
        ("England", "E92000001", True),
        ("somewhere", "E12000002", True),
        ("Family group median", "", True),
        ("Trafford", "E08000009", False),
        ("East Lothian", "", False),
        ("Allerdale", "E07000026", False),
        ("West Midlands", "", True),
        ("North Ayrshire", "S12000021", False),
    ],
)
def test_a_total_is_told_from_an_area(area: str, code: str, whole: bool) -> None:
    assert is_whole(area, code) is whole
    assert len(peers([{"area": area, "area_code": code}])) == (not whole)


def test_one_family_group_can_be_compared_alone() -> None:
    areas = [{"area": "Fife", "family": "2"}, {"area": "Moray", "family": "1"}]
    assert peers(areas, "2") == [areas[0]]


@pytest.mark.parametrize(
    "area",
    ["Maximum", "Lowest", "Minimum for all English authorities", "England & Wales", "Combined authority",
     "Statistical neighbours", "CIPFA neighbours", "Similar authorities", "English Unitary Authorities",
     "North West (Met Counties)", "West Midlands", "East of England region", "Greater Manchester"],
)  # fmt: skip
def test_groups_and_extremes_are_no_areas(area: str) -> None:
    assert is_whole(area)


@pytest.mark.parametrize(
    "area",
    ["North East Lincolnshire", "North West Leicestershire", "Bath and North East Somerset", "Allerdale",
     "City of London", "All Saints", "Westminster", "Na h-Eileanan Siar", "West Dunbartonshire"],
)  # fmt: skip
def test_places_with_such_words_in_their_names_are_areas(area: str) -> None:
    assert not is_whole(area)


def test_a_code_decides_before_a_name() -> None:
    assert not is_whole("Wales", "E05001045"), "a ward of Rotherham"
    assert is_whole("Our region", "E12000002")


def test_only_areas_of_our_level_are_compared_with() -> None:
    codes = {"Bury": "E08000002", "York": "E06000014", "Ipswich": "E07000202", "Kent": "E10000016",
             "Longford": "E05000832", "North West": "E12000002", "Elsewhere": ""}  # fmt: skip
    areas = [{"area": area, "area_code": code} for area, code in codes.items()]
    assert [each["area"] for each in peers(areas)] == ["Bury", "York", "Ipswich", "Elsewhere"]
    assert [each["area"] for each in peers(areas, own_code="E10000030")] == ["Kent", "Elsewhere"]
    assert peers([{"area": "Longford", "area_code": "E05000832"}]) == [], "wards beside a council alone"
