from pmdesk.domain.seat_gaps import following, gaps_of, months_after, standing

TODAY, YEAR_ON = "2026-04-27", "2027-04-27"
Seat = dict[str, object]


def _seat(id: str, person: str | None = "someone", **more: object) -> Seat:
    return {"id": id, "person": person, **more}


def _told(body: dict[str, object], *seats: Seat) -> list[tuple[object, ...]]:
    found = gaps_of({"id": "body", **body}, seats, TODAY, YEAR_ON)
    return [(gap.kind, gap.many, gap.day, gap.filled_on) for gap in found]


def test_a_vacancy_and_seats_with_no_appointment_are_empty_now() -> None:
    assert _told({"seats": 4}, _seat("1"), _seat("2", None)) == [
        ("vacant", 1, None, None),
        ("no_appointment", 2, None, None),
    ]


def test_seats_given_in_words_ask_for_nothing() -> None:
    assert _told({"seats": "1 + 1 deputy"}, _seat("1")) == []
    assert _told({}, _seat("1")) == []


def test_a_body_whose_appointments_all_end_on_one_date() -> None:
    assert _told({}, _seat("1", ends="2026-05-31"), _seat("2", ends="2026-05")) == [
        ("together", 2, "2026-05-31", None)
    ]
    # one end on another day, or one open end, is enough for the body not to be without anyone
    assert _told({}, _seat("1", ends="2026-05-31"), _seat("2")) == [("ending", 1, "2026-05-31", None)]
    assert _told({}, _seat("1", ends="2026-05-31"), _seat("2", ends="2026-06-30")) == [
        ("ending", 1, "2026-05-31", None),
        ("ending", 1, "2026-06-30", None),
    ]


def test_ends_beyond_the_days_asked_for_are_not_told_yet() -> None:
    assert _told({}, _seat("1", ends="2027-05"), _seat("2", ends="2027-05")) == []
    assert _told({}, _seat("1", ends="2027-04-27")) == [("ending", 1, "2027-04-27", None)]


def test_a_seat_that_is_followed_at_once_is_no_gap() -> None:
    ending = _seat("1", ends="2026-05-20")
    assert _told({}, ending, _seat("2", starts="2026-05-21", follows="1")) == []
    assert _told({}, ending, _seat("2", starts="2026-05-21")) == []
    assert _told({}, ending, _seat("2", starts="2026-05", follows="1")) == []


def test_a_seat_followed_later_is_empty_between() -> None:
    ending = _seat("1", ends="2026-05-20")
    assert _told({}, ending, _seat("2", starts="2026-09-01", follows="1")) == [
        ("ending", 1, "2026-05-20", "2026-09-01")
    ]


def test_one_follower_fills_one_seat() -> None:
    both = _seat("1", ends="2026-05-20"), _seat("2", ends="2026-05-20")
    assert _told({"seats": 2}, *both, _seat("3", starts="2026-05-21")) == [("ending", 1, "2026-05-20", None)]


def test_one_to_come_before_any_seat_ends_takes_the_one_without_an_appointment() -> None:
    assert _told({"seats": 2}, _seat("1", ends="2027-06"), _seat("2", starts="2026-06-01")) == [
        ("no_appointment", 1, None, "2026-06-01")
    ]


def test_a_vacancy_that_follows_is_nobody() -> None:
    assert _told({}, _seat("1", ends="2026-05-20"), _seat("2", None, starts="2026-05-21", follows="1")) == [
        ("ending", 1, "2026-05-20", None)
    ]


def test_a_vacancy_filled_by_another_appointment_is_over() -> None:
    vacancy = _seat("1", None, starts="2025-05-21")
    now, later = _seat("2", follows="1"), _seat("2", follows="1", starts="2026-06-01")
    assert standing([vacancy, now], TODAY) == [now]
    assert _told({"seats": 1}, vacancy, now) == []
    assert _told({"seats": 1}, vacancy, later) == [("vacant", 1, None, "2026-06-01")]


def test_substitutes_are_told_last_and_never_fill_a_member_s_seat() -> None:
    spare = _seat("2", None, capacity="substitute")
    assert _told({"seats": 2, "substitutes": 1}, _seat("1", capacity="trustee"), spare) == [
        ("no_appointment", 1, None, None),
        ("substitute", 1, None, None),
    ]
    assert _told({"substitutes": 1}, _seat("1", capacity="substitute", ends="2026-05-20")) == [
        ("substitute", 1, "2026-05-20", None)
    ]


def test_what_the_law_requires_comes_first_in_a_list_of_many() -> None:
    found = gaps_of({"id": "b", "statutory": True, "seats": 1}, [], TODAY, YEAR_ON)
    assert found[0].statutory
    assert gaps_of({"id": "b", "statutory": 1, "seats": 1}, [], TODAY, YEAR_ON)[0].statutory


def test_ended_and_ceased_bodies_have_no_gaps() -> None:
    assert _told({"seats": 2, "status": "ended"}) == []
    assert _told({"seats": 2, "status": "ceased"}) == []
    assert _told({"seats": 2, "status": "under_review"}) == [("no_appointment", 2, None, None)]


def test_who_follows_whom() -> None:
    seats = [
        _seat("1", ends="2026-05-20"),
        _seat("2", ends="2026-06-30"),
        _seat("3", starts="2026-07-01"),
        _seat("4", starts="2026-05-21", follows="1"),
    ]
    assert {before: seat["id"] for before, seat in following(seats, TODAY).items()} == {"1": "4", "2": "3"}


def test_months_end_with_the_month() -> None:
    assert months_after("2026-01-31", 1) == "2026-02-28"
    assert months_after("2026-04-27", 24) == "2028-04-27"
