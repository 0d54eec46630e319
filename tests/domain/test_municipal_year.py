from pmdesk.domain.municipal_year import next_year, year_bounds


def test_a_year_runs_from_annual_council_to_the_day_before_the_next() -> None:
    days = {"2025-26": "2025-05-21", "2026-27": "2026-05-20"}
    assert year_bounds("2025-26", days) == ("2025-05-21", "2026-05-19")


def test_without_a_date_annual_council_is_taken_as_the_middle_of_may() -> None:
    assert year_bounds("2030-31", {}) == ("2030-05-16", "2031-05-15")


def test_the_year_after_knows_the_century() -> None:
    assert [next_year(year) for year in ("2025-26", "2098-99", "2099-00")] == [
        "2026-27",
        "2099-00",
        "2100-01",
    ]
