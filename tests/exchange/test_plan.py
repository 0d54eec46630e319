"""What bringing a sheet in would do; the counts of the two real files are made by hand from the files.

Outside bodies, 29 rows of 9 councils. Named in them: FM01 to FM07, FX01, WM01, WM02, TX01, TX02, TM01, TM02,
CM01, CM02, IM01 to IM03: 19 persons, 23 times. Seats with nobody named: Crawley 2+2+2+2+1+1 = 10, Lancaster 5
(three filled without a name), Sefton 2: 17. Exeter gives neither seats nor names. 23 + 17 = 40 appointments.

Partnerships, 13 rows of 2 councils. Lead officers: four posts. Lead members: the Leader of the Executive,
twice, and one misprint. 5 persons.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.exchange.columns import guess_mapping, known_headings
from pmdesk.exchange.match import Link
from pmdesk.exchange.plan import Plan, PlannedRow, Write, make_plan
from pmdesk.exchange.sheets import Row, Sheet, read_sheet
from tests.exchange.made_files import BODIES, PARTNERSHIPS, Rows, as_csv, in_every_format


def plan_of(
    path: Path, entity: str, known: dict[str, list[Mapping[str, object]]] | None = None, **more: object
) -> Plan:
    sheet = read_sheet(path, None, known_headings(entity))
    return make_plan(sheet, entity, mapping(sheet, entity), known or {}, today="2026-04-27", **more)  # type: ignore[arg-type]


def mapping(sheet: Sheet, entity: str) -> dict[str, str | None]:
    return {heading: guess.target for heading, guess in guess_mapping(entity, sheet.headings).items()}


def planned(folder: Path, entity: str, rows: Rows, **more: object) -> Plan:
    return plan_of(as_csv(folder / "made.csv", rows), entity, **more)  # type: ignore[arg-type]


def row(plan: Plan, number: int) -> PlannedRow:
    return next(each for each in plan.rows if each.number == number)


def said(plan: Plan, number: int) -> list[str]:
    return [f"{reason.column}: {reason.say}" for reason in row(plan, number).reasons]


def of(plan: Plan, kind: str) -> list[Write]:
    return [write for write in plan.writes if write.kind == kind]


def seats_of(plan: Plan, number: int) -> list[Write]:
    return [
        plan.writes[place] for place in row(plan, number).records if plan.writes[place].kind == "appointment"
    ]


def persons_of(plan: Plan, number: int) -> list[object]:
    links = [seat.values.get("person") for seat in seats_of(plan, number)]
    return [plan.writes[link.key].values["name"] if isinstance(link, Link) else None for link in links]


@pytest.mark.parametrize("entity", ["outside_body", "appointment"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_bodies_of_nine_councils(form: str, entity: str, tmp_path: Path) -> None:
    plan = plan_of(in_every_format(tmp_path, BODIES)[form], entity)
    assert plan.kinds() == Counter(outside_body=29, organisation=9, person=19, appointment=40)
    assert sum("person" not in seat.values for seat in of(plan, "appointment")) == 17
    assert plan.outcomes() == Counter(added=29)
    assert plan.states() == Counter(ready=18, doubtful=11)
    assert [each.number for each in plan.rows if each.state == "doubtful"] == [
        2,
        3,
        6,
        11,
        17,
        19,
        22,
        23,
        24,
        25,
        30,
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_the_partnerships_of_two_councils(form: str, tmp_path: Path) -> None:
    plan = plan_of(in_every_format(tmp_path, PARTNERSHIPS)[form], "partnership")
    assert plan.kinds() == Counter(partnership=13, organisation=2, person=5)
    assert plan.states() == Counter(ready=5, doubtful=8)
    kinds = [each.values.get("kind") for each in of(plan, "partnership")]
    assert Counter(kinds) == {None: 8, "shared_service": 1, "sub_group": 3, "umbrella": 1}
    air = next(each for each in of(plan, "partnership") if "Air Quality" in str(each.values["name"]))
    assert air.values["funding_cash"] == 560500
    assert "Cost: 5605 GBP a year + VAT" in str(air.values["note"])
    assert "misprinted" in str(air.values["note"])
    assert "portfolio_member" not in air.values
    assert {(each.values["name"], each.values["kind"]) for each in of(plan, "person")} >= {
        ("Leader of the Executive", "member"),
        ("Assistant Director (Special Projects)", "officer"),
    }


def test_people_of_one_cell_with_their_remarks() -> None:
    plan = plan_of(BODIES, "outside_body")
    assert persons_of(plan, 3) == ["FM02", "FM03", "FM04", "FM05"]
    assert [seat.values.get("note") for seat in seats_of(plan, 3)] == [None, None, None, "one unaligned"]
    assert said(plan, 3) == ["members_pseudonymised: ‘one unaligned’ is kept as a note on FM05."]
    assert seats_of(plan, 3)[0].values["ends"] == "2024-05"
    member = next(each for each in of(plan, "person") if each.values["name"] == "FM04")
    stranger = next(each for each in of(plan, "person") if each.values["name"] == "FX01")
    assert (member.values["kind"], "organisation" in member.values) == ("member", True)
    assert stranger.values == {"name": "FX01"}


def test_a_deputy_and_three_nominations_are_asked_about() -> None:
    plan = plan_of(BODIES, "outside_body")
    assert persons_of(plan, 30) == ["IM01", "IM02", "IM03"]
    assert all(seat.values["capacity"] == "representative + deputy" for seat in seats_of(plan, 30))
    body = plan.writes[row(plan, 30).main or 0]
    assert (body.values["seats"], body.values["substitutes"], "status" in body.values) == (1, 1, False)
    assert "Status: contested" in str(body.values["note"])
    assert any("3 people are named for 2 seats" in each for each in said(plan, 30))


def test_a_seat_nobody_holds_and_one_whose_holder_is_not_named() -> None:
    plan = plan_of(BODIES, "outside_body")
    assert persons_of(plan, 13) == [None, None]
    assert seats_of(plan, 13)[0].values.get("note") is None
    assert row(plan, 13).state == "ready"
    assert persons_of(plan, 19) == [None]
    assert seats_of(plan, 19)[0].values["note"] == "Holder not named in the file"
    assert [seat.values.get("note") for seat in seats_of(plan, 26)] == ["Status: resigned"]


def test_a_body_without_a_number_of_seats_is_brought_in_and_asked_about() -> None:
    plan = plan_of(BODIES, "outside_body")
    assert seats_of(plan, 24) == []
    body = plan.writes[row(plan, 24).main or 0]
    assert "Capacity: director/trustee" in str(body.values["note"])
    answered = plan_of(BODIES, "outside_body", answers={(24, "seats"): "1"})
    assert persons_of(answered, 24) == [None]


def test_rows_that_cannot_come_in_say_why(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        "outside_body",
        [
            ["Body", "Seats", "Member", "From"],
            ["", "1", "A Nair", ""],
            ["x" * 10_000, "1", "", ""],
            ["Dock Trust", "1", "B Shaw", "31/02/2026"],
            ["Total", "3", "", ""],
            ["Dock Trust", "1", "B Shaw", "31/02/2026"],
            ['=HYPERLINK("http://x","y")', "1", "Vacant", "2025"],
        ],
    )
    assert [each.state for each in plan.rows] == ["refused", "refused", "doubtful", "total", "twice", "ready"]
    assert [each.outcome for each in plan.rows] == ["refused", "refused", "added", "refused", "same", "added"]
    assert said(plan, 2) == ["Body: the name is empty. Type it or leave the row out."]
    assert said(plan, 3) == ["Body: This is 10000 characters long. The most that fits is 500."]
    assert said(plan, 4) == [
        "From: ‘31/02/2026’ is no date. February has 28 days. It is kept as typed and marked."
    ]
    assert [each.values["name"] for each in of(plan, "person")] == ["B Shaw"]
    assert [each.values["name"] for each in of(plan, "outside_body")] == [
        "Dock Trust",
        '=HYPERLINK("http://x","y")',
    ]
    assert sum(plan.outcomes().values()) == sum(plan.states().values()) == 6


def test_an_answer_mends_a_row_and_a_row_may_be_left_out(tmp_path: Path) -> None:
    rows = [["Body", "Seats", "Member"], ["", "1", "A Nair"], ["Moor Arts", "1 + 1 deputy", "B Shaw"]]
    plan = planned(
        tmp_path, "outside_body", rows, answers={(2, "Body"): "Dock Trust"}, left_out=frozenset((3,))
    )
    assert [each.state for each in plan.rows] == ["ready", "left_out"]
    assert [each.values["name"] for each in of(plan, "outside_body")] == ["Dock Trust"]


def test_doubtful_rows_wait_until_they_are_accepted(tmp_path: Path) -> None:
    rows = [
        ["Council", "Body", "Seats", "Member"],
        ["Fenwick", "Moor Arts", "1 + 1 deputy", "B Shaw"],
        ["Aldermoor", "Dock Trust", "1", "A Nair"],
    ]
    waiting = planned(tmp_path, "outside_body", rows, accepted=frozenset())
    assert waiting.states() == Counter(waiting=1, ready=1)
    assert waiting.kinds() == Counter(organisation=1, outside_body=1, person=1, appointment=1)
    assert waiting.outcomes() == Counter(refused=1, added=1)
    accepted = planned(tmp_path, "outside_body", rows, accepted=frozenset((2,)))
    assert accepted.kinds()["appointment"] == 3


def test_near_names_are_asked_about_and_never_merged(tmp_path: Path) -> None:
    rows = [["Body", "Seats"], ["Wendle Internal Drainage Board", "1"], ["Wendle I.D.B.", "3"]]
    plan = planned(tmp_path, "outside_body", rows)
    assert said(plan, 3) == ["Body: ‘Wendle Internal Drainage Board’ is nearly ‘Wendle I.D.B.’. The same?"]
    assert row(plan, 3).reasons[0].suggest == "Wendle Internal Drainage Board"
    assert len(of(plan, "outside_body")) == 2
    same = planned(tmp_path, "outside_body", rows, answers={(3, "Body"): "Wendle Internal Drainage Board"})
    assert len(of(same, "outside_body")) == 1


def test_a_body_in_several_rows_is_made_once(tmp_path: Path) -> None:
    rows = [
        ["Body", "Seats", "Member", "Status"],
        ["Dock Trust", "3", "A Nair", ""],
        ["DOCK  TRUST", "3", "B Shaw", "ended"],
        ["Dock Trust", "2", "", "current"],
    ]
    plan = planned(tmp_path, "outside_body", rows)
    assert plan.kinds() == Counter(outside_body=1, person=2, appointment=3)
    assert said(plan, 4) == [
        "Seats: an earlier row says ‘3’; that is kept.",
        "Status: an earlier row says ‘ended’; that is kept.",
    ]


def test_equal_names_of_different_councils_are_different(tmp_path: Path) -> None:
    rows = [
        ["Partnership", "Council"],
        ["Safer Communities", "Gravesham"],
        ["Safer Communities", "Aldermoor"],
    ]
    assert planned(tmp_path, "partnership", rows).kinds() == Counter(partnership=2, organisation=2)


def test_what_the_register_knows_is_the_same_or_changed(tmp_path: Path) -> None:
    known: dict[str, list[Mapping[str, object]]] = {
        "organisation": [{"id": "o1", "name": "Aldermoor"}],
        "outside_body": [
            {"id": "b1", "name": "Dock Trust", "council": None, "seats": 1, "note": "seen\nkept by hand"}
        ],
    }
    rows = [["Body", "Seats", "Note"], ["dock trust", "1", "seen"], ["Moor Arts", "2", ""]]
    plan = planned(tmp_path, "outside_body", rows, known=known)
    assert plan.outcomes() == Counter(same=1, added=1)
    rows[1][1:] = ["2", "new"]
    plan = planned(tmp_path, "outside_body", rows, known=known)
    assert of(plan, "outside_body")[0] == Write(
        "outside_body", "b1", {"seats": 2, "note": "seen\nkept by hand\nnew"}, 2
    )


def test_other_lists(tmp_path: Path) -> None:
    rows = [
        ["Milestone", "Partnership", "First date", "Owner"],
        ["Open the hub", "Safer", "3/5/26", "Police"],
        ["Close", "Nowhere", "1/6/26", ""],
    ]
    known: dict[str, list[Mapping[str, object]]] = {"partnership": [{"id": "p1", "name": "Safer"}]}
    plan = planned(tmp_path, "milestone", rows, known=known)
    assert plan.kinds() == Counter(milestone=2, organisation=1)
    assert "there is no Partnership called ‘Nowhere’" in said(plan, 3)[0]
    assert of(plan, "milestone")[1].values["note"] == "Partnership: Nowhere"
    partners = [
        ["Partnership", "Organisation", "Role"],
        ["Safer", "Police", "Chair"],
        ["Nowhere", "Police", ""],
    ]
    plan = planned(tmp_path, "partner", partners, known=known)
    assert [each.state for each in plan.rows] == ["ready", "refused"]
    assert plan.kinds() == Counter(partner=1, organisation=1)


def test_a_parent_further_down_the_sheet_is_found(tmp_path: Path) -> None:
    plan = planned(
        tmp_path, "partnership", [["Partnership", "Reports to"], ["Health", "Umbrella"], ["Umbrella", ""]]
    )
    assert of(plan, "partnership")[0].values["parent"] == Link(1)


def test_several_of_one_name_in_the_register_are_asked_about(tmp_path: Path) -> None:
    known: dict[str, list[Mapping[str, object]]] = {
        "person": [{"id": "p1", "name": "A Shaw"}, {"id": "p2", "name": "a shaw"}],
    }
    rows = [["Body", "Seats", "Member"], ["Dock Trust", "1", "A Shaw"]]
    plan = planned(tmp_path, "outside_body", rows, known=known)
    assert "several in the register are called ‘A Shaw’" in said(plan, 2)[0]
    assert plan.kinds()["outside_body"] == 1
    chosen = planned(tmp_path, "outside_body", rows, known=known, answers={(2, "Member"): "p2"})
    assert [each.id for each in of(chosen, "person")] == ["p2"]


def test_a_plain_list_of_bodies_makes_no_seats(tmp_path: Path) -> None:
    assert planned(tmp_path, "outside_body", [["Name", "Seats"], ["Dock Trust", "2"]]).kinds() == Counter(
        outside_body=1
    )


def test_a_row_per_seat_without_a_count_of_seats(tmp_path: Path) -> None:
    rows = [
        ["Outside body", "Person", "From"],
        ["Dock Trust", "A Shaw", "2025"],
        ["Dock Trust", "", "2025"],
        ["Dock Trust", "", "2025"],
    ]
    assert planned(tmp_path, "appointment", rows).kinds() == Counter(outside_body=1, person=1, appointment=3)


HEADINGS = (
    "Council",
    "Body",
    "Seats",
    "Filled",
    "Member",
    "Role",
    "From",
    "To",
    "Status",
    "Condition",
    "Lead Off.",
)
CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "1",
            "2",
            "Dock Trust",
            "A Shaw",
            "A Shaw; B Nair (chair)",
            "Total",
            "vacancy",
            "n/a",
            "1 + 1 deputy",
            "2024-05",
            "trustee",
        ]
    ),  # what real files say
    st.text(max_size=20),
)


@given(st.lists(st.lists(CELLS, min_size=len(HEADINGS), max_size=len(HEADINGS)), max_size=8))
def test_any_sheet_is_planned_and_adds_up(cells: list[list[str]]) -> None:
    sheet = Sheet(
        "any.csv", "", (), "0" * 64, HEADINGS, 1, tuple(Row(at, row) for at, row in enumerate(cells, 2))
    )
    plan = make_plan(sheet, "outside_body", mapping(sheet, "outside_body"), {}, today="2026-04-27")
    assert sum(plan.states().values()) == sum(plan.outcomes().values()) == len(cells)
    for write in plan.writes:
        links = [value.key for value in write.values.values() if isinstance(value, Link)]
        assert all(0 <= key < len(plan.writes) for key in links)
    for each in plan.rows:
        assert all(str(reason.say) for reason in each.reasons)
        assert (each.state == "refused") == any(reason.refused for reason in each.reasons)
