from pmdesk.actions.body_plain import plain_body
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


def test_a_body_s_figures(register: Register) -> None:
    body = save(register, "outside_body", name="Board", seats="3", indemnity="yes", advice="no")
    person = save(register, "person", name="Ann", kind="member", political_group="Red")
    seat = save(
        register, "appointment", outside_body=body, person=person, capacity="trustee", ends="2026-05-20"
    )
    found = plain_body(register, register.get("outside_body", body) or {}, TODAY)
    assert found["sitting"] == [
        {"person": "Ann", "capacity": "trustee", "duty": "body", "ends": "2026-05-20", "id": seat}
    ]
    asked = found["due_diligence"]
    assert isinstance(asked, dict)
    assert (asked["complete"], len(asked["open"]), asked["answered_no"]) == (False, 5, ["advice"])
    assert found["terms_end"] == [{"on": "2026-05-20", "seats": 1}]
    gaps = found["gaps"]
    assert isinstance(gaps, list)
    assert [(gap["kind"], gap["seats"]) for gap in gaps] == [("no_appointment", 2), ("ending", 1)]
    balance = found["political_balance"]
    assert isinstance(balance, dict)
    assert (balance["required"], balance["kept"]) == (True, True)
