from pmdesk.actions.gaps import all_gaps, balance_of, gap_figures, plain_balance, plain_gap, read_seats
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY, WORDS = "2026-04-27", words_in("en")


def _board(register: Register) -> str:
    """A board of four seats that the law requires: three held until one day by two groups, one vacant."""
    board = save(register, "outside_body", name="Board", seats="4", statutory="yes")
    for name, group in (("Ann", "Red"), ("Bob", "Red"), ("Cy", "Blue")):
        person = save(register, "person", name=name, kind="member", political_group=group)
        save(register, "appointment", outside_body=board, person=person, starts="2023-05", ends="2026-05-20")
    save(register, "appointment", outside_body=board, starts="2025-09")
    return board


def test_gaps_of_all_bodies_the_required_first_and_ended_ones_left_out(register: Register, body: str) -> None:
    board = _board(register)
    save(register, "outside_body", name="Playbus", seats="2", status="ceased")
    save(register, "appointment", outside_body=body)
    found = all_gaps(read_seats(register, TODAY), 12)
    assert [(gap.body, gap.kind) for gap in found] == [
        (board, "vacant"),
        (board, "together"),
        (body, "vacant"),
    ]
    assert [gap.kind for gap in all_gaps(read_seats(register, "2025-12-01"), 3)] == ["vacant", "vacant"]


def test_what_the_page_shows(register: Register, body: str) -> None:
    board = _board(register)
    found = gap_figures(register, TODAY, 12, WORDS)
    assert (found.until, found.bodies) == ("2027-04-27", 2)
    assert found.seats == {"vacant": 1, "together": 3}
    assert [(group.code, len(group.lines)) for group in found.groups] == [("law", 2)]
    # three seats held: Red 2, Blue 1, which is their due; on the board the fourth is still to fill
    assert found.balance.kept
    assert found.unbalanced == ()
    for name in ("Di", "Ed", "Flo", "Gus"):
        save(register, "person", name=name, kind="member", political_group="Green")
    # of four seats Red is due 1.14, Blue 0.57 and Green 2.29: one, one and two
    [(id, name, balance)] = gap_figures(register, TODAY, 12, WORDS).unbalanced
    assert (id, name, balance.kept) == (board, "Board", False)
    assert [share.entitled for share in balance.shares] == [2, 1, 1]


def test_plain_values(register: Register, body: str) -> None:
    board = _board(register)
    read = read_seats(register, TODAY)
    [vacant, together] = [gap for gap in all_gaps(read, 12) if gap.body == board]
    assert plain_gap(together) | {"appointments": []} == {
        "kind": "together",
        "seats": 3,
        "statutory": True,
        "ends": "2026-05-20",
        "filled_on": None,
        "appointments": [],
    }
    assert plain_gap(vacant)["ends"] is None
    [row] = [each for each in read.bodies if each["id"] == board]
    plain = plain_balance(balance_of(read, row))
    assert (plain["seats"], plain["kept"]) == (4, True)
    assert plain["groups"] == [
        {"group": "Red", "members": 2, "entitled": 3, "held": 2, "difference": -1},
        {"group": "Blue", "members": 1, "entitled": 1, "held": 1, "difference": 0},
    ]


def test_a_register_without_bodies(register: Register) -> None:
    found = gap_figures(register, TODAY, 12, WORDS)
    assert (found.groups, found.bodies, found.balance.shares) == ((), 0, ())
