"""The desk's groups about seats: vacancies and terms that end."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_seats import term_items, vacancy_items
from pmdesk.figures.seats import seats_of

EN, TODAY = words_in("en"), "2026-04-27"
PEOPLE = {
    "g": {"name": "Gareth Poole", "kind": "officer"},
    "j": {"name": "June Whitcombe", "kind": "member"},
    "d": {"name": "Daniel Okafor", "kind": "member"},
    "k": {"name": "Karl Voss", "kind": "member"},
}
BODY = {"id": "b", "name": "Drainage Board", "seats": 3, "link_officer": "g"}


def seat(person: str | None, starts: str, ends: str | None) -> dict[str, object]:
    return {"outside_body": "b", "person": person, "starts": starts, "ends": ends}


def ending(*seats: dict[str, object]) -> list[tuple[str, str, str]]:
    items = term_items([BODY], {"b": list(seats)}, PEOPLE, TODAY, 60, EN)
    return [(each.quiet, each.who, each.when) for each in items]


def test_all_seats_end_on_one_day() -> None:
    seats = [seat(each, "2022-05-20", "2026-05-20") for each in "jdk"]
    assert ending(*seats) == [("all 3 seats end on one day", "Gareth Poole", "in 23 days, 20 May")]
    assert ending(*seats, seat("g", "2022", "2028"))[0][0] == "3 of 4 seats end on one day"


def test_one_term_ends_and_which_it_is() -> None:
    before, now = seat("j", "2018-05-20", "2022-05-31"), seat("j", "2022-06-01", "2026-05")
    assert ending(before, now, seat("d", "2024", None)) == [
        ("Cllr June Whitcombe’s second term ends", "Gareth Poole", "in 34 days, 31 May")
    ]
    assert ending(now)[0][0] == "Cllr June Whitcombe’s term ends"


def test_a_term_that_ends_later_or_has_ended_is_not_there() -> None:
    assert (
        ending(seat("j", "2022", "2026-07-01"), seat("d", "2022", "2026-04-26"), seat("k", "2022", "soon"))
        == []
    )


def test_vacancies_by_body() -> None:
    seats = [seat("j", "2024", None), seat(None, "2025-05-21", None)]
    found = {"b": seats_of(BODY, seats, TODAY)}
    [item] = vacancy_items([BODY], found, {"b": seats}, PEOPLE, TODAY, EN)
    assert (item.state, item.quiet, item.who, item.when) == (
        "close", "2 of 3 seats empty", "Gareth Poole", "since 21 May 2025",
    )  # fmt: skip
    assert (item.page, item.kind, item.id) == ("bodies", "outside_body", "b")
    assert vacancy_items([BODY], {"b": seats_of({"seats": 1}, seats[:1], TODAY)}, {}, PEOPLE, TODAY, EN) == []
