import pytest

from pmdesk.domain.words import words_in
from pmdesk.figures.update_states import PILLS, Year, body_code, pill, update_code

TODAY = "2026-04-27"
YEAR = Year("y", "2025-26", "2025-05-21", "2026-05-19", "2026-04-17")


def seat(id: str, **values: object) -> dict[str, object]:
    return {"id": id, "person": "p", "capacity": "trustee", "starts": None, "ends": None, **values}


@pytest.mark.parametrize(("status", "due_on", "code"), [
    ("draft", "2026-04-17", "overdue"), ("draft", "2026-05-17", "draft"), ("returned", None, "returned"),
    ("submitted", "2026-04-17", "submitted"), ("accepted", "2026-04-17", "accepted"),
    ("published", None, "published"), (None, "2026-05-17", "draft"), ("odd", None, "draft"),
])  # fmt: skip
def test_an_update_is_what_its_status_says_unless_its_day_has_passed(
    status: str | None, due_on: str | None, code: str
) -> None:
    assert update_code({"status": status}, due_on, TODAY) == code


def test_no_update_is_not_due_until_its_day_has_passed() -> None:
    assert update_code(None, "2026-04-27", TODAY) == "not_due"
    assert update_code(None, "2026-04-26", TODAY) == "overdue"


def test_a_body_says_the_most_urgent_thing() -> None:
    held, vacant = seat("1"), seat("2", person=None)
    assert body_code({}, [held, vacant], {}, YEAR, TODAY) == "overdue"
    assert body_code({}, [held, vacant], {"1": {"status": "accepted"}}, YEAR, TODAY) == "vacancy"
    assert body_code({}, [held], {"1": {"status": "accepted"}}, YEAR, TODAY) == "accepted"
    assert body_code(
        {}, [held, seat("3")], {"1": {"status": "accepted"}, "3": {"status": "submitted"}}, YEAR, TODAY
    ) == ("submitted")


def test_a_vacant_substitute_seat_or_one_that_is_over_is_no_vacancy() -> None:
    substitute = seat("1", person=None, capacity="substitute")
    over = seat("2", person=None, ends="2025-06-01")
    assert body_code({}, [substitute, over], {}, YEAR, TODAY) == ""


def test_a_stated_seat_that_nobody_was_ever_appointed_to_is_a_vacancy() -> None:
    assert body_code({"seats": 2}, [seat("1")], {"1": {"status": "accepted"}}, YEAR, TODAY) == "vacancy"


def test_a_seat_that_owes_nothing_yet_is_not_due() -> None:
    assert body_code({}, [seat("1", starts="2026-05-20")], {}, YEAR, TODAY) == "not_due"
    assert body_code({}, [seat("1")], {}, None, TODAY) == "not_due"
    assert body_code({}, [], {}, YEAR, TODAY) == ""


def test_every_state_has_a_shape_and_a_word() -> None:
    words = words_in("en")
    assert pill("", words) is None
    assert all(shape and said for shape, said in (pill(code, words) or ("", "") for code in PILLS))
