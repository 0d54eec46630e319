"""The sitting as frozen values: filters, groups, and seats for which nothing was ever written."""

from typing import Any

from pmdesk.domain.renewal import Sitting
from pmdesk.domain.words import words_in
from pmdesk.figures.annual_council import FILTERS, SittingFigures, in_groups, passes, sitting_figures
from pmdesk.figures.annual_council_seat import SittingRows

EN = words_in("en")
AT = Sitting("2026-27", "2026-05-20")
PEOPLE = {key: {"id": key, "name": f"{key} Shaw", "kind": "member"} for key in ("Ann", "Bob")}
BODIES: list[dict[str, Any]] = [
    {"id": "m", "name": "mill", "seats": 2, "category": "Charity", "appointing_body": "Cabinet"},
    {"id": "d", "name": "Dock", "seats": None, "category": ""},
    {"id": "x", "name": "Gone", "status": "ceased"},
]
SEATS: list[dict[str, Any]] = [
    {"id": "1", "outside_body": "m", "person": "Ann", "starts": "2022", "ends": "2026-05-20"},
    {"id": "2", "outside_body": "d", "person": "Bob", "starts": "2022", "ends": "2027-05"},
    {"id": "3", "outside_body": "m", "person": "Bob", "starts": "2022", "ends": "2025-05-20"},
    {"id": "4", "outside_body": "x", "person": "Bob", "starts": "2022"},
    {"id": "5", "outside_body": "d", "person": None, "capacity": "substitute", "starts": "2026-06-01"},
]


def figures(*more: dict[str, Any]) -> SittingFigures:
    return sitting_figures(SittingRows(AT, BODIES, [*SEATS, *more], PEOPLE), EN)


def test_seats_of_the_year_that_closes_and_those_never_filled() -> None:
    made = figures()
    assert [(line.key, line.state) for line in made.lines] == [
        ("2", "runs_on"),
        ("5", "vacant"),
        ("1", "undecided"),
        ("m:1", "vacant"),
    ]
    assert (made.decided, made.due, made.vacant) == (0, 1, 2)
    new = {"id": "6", "outside_body": "m", "person": "Ann", "follows": "1", "starts": "2026-05-20"}
    renewed = figures(new)
    assert [line.state for line in renewed.lines] == ["runs_on", "vacant", "renewed", "vacant"]
    assert (renewed.decided, renewed.due) == (1, 1)


def test_the_balance_is_that_of_the_year_that_opens() -> None:
    for key, group in (("Ann", "Green"), ("Bob", "Labour")):
        PEOPLE[key]["political_group"] = group
    new = {"id": "6", "outside_body": "m", "person": "Bob", "follows": "1", "starts": "2026-05-20"}
    for made, held in ((figures(), [1, 1]), (figures(new), [0, 2])):
        assert [share.held for share in made.balance.shares] == held


def test_each_filter_and_what_is_typed() -> None:
    made = figures()
    assert {code: len(made.narrowed(code)) for code, _word in FILTERS} == {
        "to_decide": 3,
        "all": 4, "undecided": 1, "decided": 0, "vacant": 2, "not_returned": 0, "not_continue": 0,
        "runs_on": 1,
    }  # fmt: skip
    assert [line.key for line in made.narrowed("all", "bob")] == ["2"]
    assert passes(made.lines[0], "runs_on")


def test_groups_by_name_the_unnamed_last() -> None:
    lines = figures().lines
    assert [(said, len(rows)) for said, rows in in_groups(lines, "category", EN)] == [
        ("Charity", 2),
        ("Not said", 2),
    ]
    assert [said for said, _rows in in_groups(lines, "appointed_by", EN)] == ["Cabinet", "Not said"]
    assert [said for said, _rows in in_groups(lines, "body", EN)] == ["Dock", "mill"]
