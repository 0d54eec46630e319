from pmdesk.domain.person import styled_name


def test_members_are_styled_and_codes_are_not() -> None:
    assert styled_name({"name": "Priya Nair", "kind": "member"}) == "Cllr Priya Nair"
    assert styled_name({"name": "Cllr Priya Nair", "kind": "member"}) == "Cllr Priya Nair"
    assert styled_name({"name": "Cynghorydd Priya Nair", "kind": "member"}) == "Cynghorydd Priya Nair"
    assert styled_name({"name": "FM02", "kind": "member"}) == "FM02"
    assert styled_name({"name": "Helen Marsh", "kind": "officer"}) == "Helen Marsh"
    assert styled_name({}) == ""
