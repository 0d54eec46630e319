from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.political_balance import composition, entitlement, political_balance, tied

# A council of eighteen members.
GROUPS = {"Liberal Democrat": 5, "Conservative": 5, "Labour": 4, "Green": 2, "Independent": 2}


def _member(group: str | None, **more: object) -> dict[str, object]:
    return {"kind": "member", "political_group": group, **more}


def test_the_council_s_composition_is_that_of_members_in_office() -> None:
    people = [
        _member("Labour"),
        _member("Labour", ends="2027-05"),
        _member("Green"),
        _member("Labour", ends="2025-10-31"),
        _member("Green", starts="2026-05-07"),
        _member(None),
        {"kind": "officer", "political_group": "Labour"},
    ]
    assert composition(people, "2026-04-27") == {"Labour": 2, "Green": 1}


def test_three_seats_go_to_the_three_largest_remainders() -> None:
    assert list(entitlement(3, GROUPS).values()) == [1, 1, 1, 0, 0]


def test_ten_seats_among_eighteen_members() -> None:
    # 2.78, 2.78, 2.22, 1.11, 1.11: whole seats 2 2 2 1 1, the last two by the remainders .78 and .78
    assert list(entitlement(10, GROUPS).values()) == [3, 3, 2, 1, 1]


def test_one_seat_between_two_groups_level_at_the_top_is_for_the_council_to_settle() -> None:
    assert tied(1, GROUPS) == ("Liberal Democrat", "Conservative")
    found = political_balance([_member("Conservative")], GROUPS)
    assert found.kept
    assert found.tied
    assert not political_balance([_member("Green")], GROUPS).kept


def test_a_level_group_may_not_hold_two_of_the_seats_it_is_level_for() -> None:
    held = [_member("A"), _member("A"), _member("A")]
    assert tied(3, {"A": 5, "B": 5}) == ("A", "B")
    assert not political_balance(held, {"A": 5, "B": 5}).kept
    assert political_balance([*held[:2], _member("B")], {"A": 5, "B": 5}).kept
    assert political_balance([*held[:1], _member("B"), _member("B")], {"A": 5, "B": 5}).kept


def test_the_drainage_board_s_three_seats() -> None:
    found = political_balance(
        [_member("Conservative"), _member("Conservative"), _member("Green")], GROUPS, seats=3
    )
    assert {share.group: share.difference for share in found.shares} == {
        "Liberal Democrat": -1,
        "Conservative": 1,
        "Labour": -1,
        "Green": 1,
        "Independent": 0,
    }
    assert not found.kept


def test_empty_seats_are_shared_out_too_and_non_members_take_theirs_away() -> None:
    found = political_balance([_member("Labour"), {"kind": "contact"}, _member(None)], GROUPS, seats=5)
    assert (found.seats, found.others, found.no_group) == (3, 1, 1)
    assert found.kept  # two seats are empty: no group holds too many


def test_nobody_in_a_group() -> None:
    assert political_balance([_member(None)], {}).shares == ()
    assert entitlement(3, {}) == {}
    assert tied(3, {}) == ()


@given(
    st.integers(0, 200),
    st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 60), min_size=1, max_size=7),
)
def test_every_seat_is_shared_and_nobody_is_a_whole_seat_from_its_quota(
    seats: int, groups: dict[str, int]
) -> None:
    shared, members = entitlement(seats, groups), sum(groups.values())
    assert sum(shared.values()) == seats
    assert all(abs(shared[group] * members - seats * size) < members for group, size in groups.items())
