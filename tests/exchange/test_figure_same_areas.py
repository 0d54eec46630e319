"""One council under two names in one file."""

from pathlib import Path

from tests.exchange.figure_made import file_of, written

TWO = (
    "Local Authority|Indicator|2022/23|2023/24\nTrafford MBC|Tax collected|97.1|97.4\n"
    "Trafford Council|Sickness|9.1|\nBury|Tax collected|95|96\nEngland|Sickness|9.5|9.2"
)


def test_a_council_spelled_in_two_ways_is_one_area_and_the_file_says_so(tmp_path: Path) -> None:
    file = file_of(written(tmp_path, TWO))
    assert [area.name for area in file.areas] == ["Trafford Council", "Bury", "England"]
    tax, sickness = file.series
    assert [point.area for point in tax.points] == [0, 0, 1, 1]
    assert [point.area for point in sickness.points] == [0, 2, 2]
    assert sickness.missing == {0: 1}
    assert [str(note) for note in file.notes] == ["Read as one area: ‘Trafford MBC’, ‘Trafford Council’."]


def test_two_places_of_one_name_with_figures_of_one_time_stay_two(tmp_path: Path) -> None:
    file = file_of(
        written(tmp_path, "Area|Indicator|2022/23|2023/24\nBedford|Tax|1|2\nBedford Borough|Tax|3|4")
    )
    assert [area.name for area in file.areas] == ["Bedford", "Bedford Borough"]
    assert file.notes == ()


def test_two_codes_are_two_places(tmp_path: Path) -> None:
    text = "Area|Area code|Indicator|2022/23\nBedford|E07000001|Tax|1\nBedford Borough|E06000055|Sick|3"
    assert len(file_of(written(tmp_path, text)).areas) == 2
