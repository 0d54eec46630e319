from pmdesk.domain.appointing import appointing_advice, drop_problem, leaving_advice
from pmdesk.domain.outside_body import DUE_DILIGENCE

BODY: dict[str, object] = {
    "name": "Wendle Internal Drainage Board",
    "seats": 2,
    "substitutes": 0,
    "term_rule": "3 years",
    **{field.name: "yes" for field in DUE_DILIGENCE},
}
MEMBER = {"id": "a", "name": "Anne Lowe", "kind": "member", "ends": "2027-05"}


def _advice(
    appointment: dict[str, object],
    body: dict[str, object] | None = None,
    person: dict[str, object] | None = None,
    others: tuple[dict[str, object], ...] = (),
) -> list[str]:
    found = appointing_advice(
        {"person": "a", **appointment}, BODY | (body or {}), MEMBER | (person or {}), others
    )
    return [str(each.sentence) for each in found]


def test_nothing_to_think_of() -> None:
    assert _advice({"starts": "2026-05-20", "ends": "2027-05"}) == []


def test_open_due_diligence_is_said_with_its_first_question() -> None:
    assert _advice({}, {"indemnity": "not_known", "advice": None}) == [
        "Due diligence is still open. Not answered: 2 of 7. Is there an indemnity backed by insurance?"
    ]


def test_one_who_is_no_councillor() -> None:
    contact: dict[str, object] = {"kind": "contact", "ends": None}
    assert _advice({}, {"non_member_allowed": False}, contact) == [
        "Only members of the council may sit here, and Anne Lowe is none."
    ]
    assert _advice({}, {"non_member_allowed": 1}, contact) == []
    assert _advice({}, {"non_member_allowed": None}, contact) == []


def test_one_who_will_have_left_office() -> None:
    assert _advice({"starts": "2028-05-20"}) == ["Anne Lowe will have left office by then."]


def test_a_seat_held_twice_and_more_people_than_seats() -> None:
    same: dict[str, object] = {"id": "1", "person": "a", "starts": "2023"}
    other: dict[str, object] = {"id": "2", "person": "b", "starts": "2023", "ends": "2026-12"}
    assert _advice({"starts": "2026-05-20"}, others=(same, other)) == [
        "This person holds a seat here at that time already.",
        "All seats are filled at that time. The council has 2 here.",
    ]
    # one seat after another is no crowd, nor is the seat that this one follows
    assert _advice({"starts": "2027-01-01"}, others=(other, {**same, "person": "c"})) == []
    assert _advice({"starts": "2026-05-20", "follows": "1"}, others=(same, other)) == []


def test_a_term_longer_than_the_body_s_rule() -> None:
    assert _advice({"starts": "2026-06-01", "ends": "2030-05-31"}) == [
        "This is longer than a term here: 3 years."
    ]


def test_a_body_that_is_no_longer_appointed_to() -> None:
    assert _advice({}, {"status": "ceased"}) == ["The council no longer appoints to this body."]


def test_what_the_law_requires_cannot_be_dropped_and_what_can_be_done_is_said() -> None:
    assert drop_problem({"name": "Board"}) is None
    assert drop_problem({"name": "Board", "constitution_required": True}) is None
    said = str(drop_problem({"name": "Board", "statutory": 1}))
    assert "cannot be dropped" in said
    assert "You can change who sits there" in said


def test_leaving_a_seat_that_must_be_filled() -> None:
    ending = {"ends": "2026-05-20"}
    assert "law" in str(leaving_advice(ending, {"statutory": True}, followed=False))
    assert "own rules" in str(leaving_advice(ending, {"constitution_required": True}, followed=False))
    assert leaving_advice(ending, {"statutory": True}, followed=True) is None
    assert leaving_advice({}, {"statutory": True}, followed=False) is None
    assert leaving_advice(ending, {"statutory": True, "status": "ceased"}, followed=False) is None


def test_a_seat_for_nobody_yet_is_asked_about_its_body_alone() -> None:
    found = appointing_advice({"starts": "2026-05-20"}, BODY | {"status": "ended"}, None, ())
    assert [each.field for each in found] == ["outside_body"]


def test_a_seat_that_the_bodys_own_rules_want_filled() -> None:
    seat = {"ends": "2027-05"}
    rule = leaving_advice(seat, BODY | {"constitution_required": True}, followed=False)
    assert str(rule) == "The body’s own rules require this seat to be filled. Appoint whoever follows."
    assert leaving_advice(seat, BODY, followed=False) is None
    assert leaving_advice(seat, BODY | {"constitution_required": True}, followed=True) is None
