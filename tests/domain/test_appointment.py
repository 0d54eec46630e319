from pmdesk.domain.appointment import held_between, is_vacancy

YEAR = ("2025-05-21", "2026-05-19")


def test_a_seat_held_for_one_day_of_the_year_counts() -> None:
    assert held_between({"starts": "2024", "ends": "2025-05"}, *YEAR)
    assert held_between({"starts": None, "ends": "31/02/2026"}, *YEAR)
    assert not held_between({"starts": "2026-05-20", "ends": None}, *YEAR)
    assert not held_between({"starts": "2020", "ends": "2025-05-20"}, *YEAR)


def test_a_seat_without_a_person_is_a_vacancy() -> None:
    assert is_vacancy({"person": None})
    assert not is_vacancy({"person": "x"})
