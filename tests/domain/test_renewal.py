"""Terms at Annual Council, against worked dates."""

import pytest

from pmdesk.domain.renewal import (
    Sitting,
    begins_with,
    decision,
    ends_on,
    handover,
    held_since,
    latest_of,
    term_runs_to,
)

AT = Sitting("2026-27", "2026-05-20", "2027-05-19")
OPEN = Sitting("2026-27", "2026-05-20")


def test_the_year_runs_from_one_annual_council_to_the_day_before_the_next() -> None:
    assert (AT.before, AT.closing) == ("2026-05-19", "2027-05-18")
    assert OPEN.closing == "2027-05-19"
    assert Sitting("2024-25", "2024-02-29").closing == "2025-02-27"


@pytest.mark.parametrize(
    ("rule", "starts", "sitting", "ends"),
    [
        ("4 years from Annual Council", "2026-05-20", AT, "2030-05"),
        ("4 years from 1 June", "2026-06-01", AT, "2030-05-31"),
        ("Annual", "2026-05-20", AT, "2027-05"),
        ("", "2026-05-20", AT, "2027-05-18"),
        ("", "2026-06-15", OPEN, "2027-05"),
        ("1 year", "2026-06-15", AT, "2027-06-14"),
    ],
)
def test_until_when_a_new_term_runs(rule: str, starts: str, sitting: Sitting, ends: str) -> None:
    assert term_runs_to(rule, starts, sitting) == ends


@pytest.mark.parametrize(
    ("ends", "kept"),
    [
        (None, ("2026-05-19", "2026-05-20")),
        ("2026-05", ("2026-05-19", "2026-05-20")),
        ("2026-05-20", ("2026-05-19", "2026-05-20")),
        ("2026-05-19", (None, "2026-05-20")),
        ("2026-06-14", (None, "2026-06-15")),
        ("2027-05", ("2026-05-19", "2026-05-20")),
        ("when elected", ("2026-05-19", "2026-05-20")),
    ],
)
def test_one_term_ends_where_the_next_begins(ends: str | None, kept: tuple[str | None, str]) -> None:
    assert handover({"ends": ends}, AT) == kept


def test_how_a_seat_is_decided() -> None:
    held, empty = {"id": "1", "person": "a", "ends": "2026-05-20"}, {"id": "1", "person": None}
    for latest, said in (
        ({"person": "a"}, "renewed"),
        ({"person": "b"}, "changed"),
        ({"person": None}, "ended"),
    ):
        assert decision(held, latest, "", AT) == said
    assert decision(held, None, "", AT) == "undecided"
    assert decision({**held, "ended_because": "Gave it up"}, None, "", AT) == "ended"
    assert decision({**held, "ends": "2027-05"}, None, "", AT) == "runs_on"
    assert decision({**held, "ends": None}, None, "", AT) == "undecided"
    assert decision({**held, "ends": None, "starts": "2025-05-21"}, None, "4 years", AT) == "runs_on"
    assert decision(empty, None, "", AT) == "vacant"
    assert decision(empty, {"person": "a"}, "", AT) == "filled"


def test_an_open_term_ends_by_the_rule() -> None:
    assert ends_on({"starts": "2025-05-21", "ends": None}, "4 years") == "2029-05-20"
    assert ends_on({"starts": "2025-05-21", "ends": None}, "Annual") == "2026-05-31"
    assert ends_on({"starts": None, "ends": None}, "Annual") is None
    assert ends_on({"starts": "2025", "ends": "2026-05"}, "4 years") == "2026-05-31"


def test_what_follows_is_followed_to_its_end_but_not_into_a_later_year() -> None:
    first, vacant = {"id": "1"}, {"id": "2", "follows": "1", "starts": "2026-05-20"}
    filled = {"id": "3", "follows": "2", "starts": "2026-09-01"}
    assert latest_of(first, {}, AT) is None
    assert latest_of(first, {"1": vacant}, AT) == vacant
    assert latest_of(first, {"1": vacant, "2": filled}, AT) == filled
    later = {"id": "3", "follows": "2", "starts": "2028-05-17"}
    assert latest_of(first, {"1": vacant, "2": later}, AT) == vacant
    assert latest_of(first, {"1": vacant, "2": first}, AT) == vacant  # a circle that came by a merge
    assert begins_with(vacant, AT)
    assert not begins_with({"starts": None}, AT)


def test_how_long_somebody_has_sat_there() -> None:
    now = {"id": "3", "person": "a", "starts": "2023-05-23", "ends": "2026-05-20"}
    before = {"id": "2", "person": "a", "starts": "2019-05-21", "ends": "2023-05"}
    gap = {"id": "1", "person": "a", "starts": "2011-05-10", "ends": "2015-05-11"}
    other = {"id": "4", "person": "b", "starts": "2019-05-21", "ends": "2023-05"}
    assert held_since(now, [now, before, gap, other]) == ("2019-05-21", 2)
    assert held_since(now, [now, other]) == ("2023-05-23", 1)
    assert held_since({"id": "5", "person": "a", "starts": None}, [now]) == ("", 1)
