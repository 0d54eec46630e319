import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmdesk.domain.check import Refused, check, is_marked, read_value, say_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import words_in

EN = words_in("en")
APPOINTMENT, BODY, PARTNERSHIP = ENTITIES["appointment"], ENTITIES["outside_body"], ENTITIES["partnership"]


def test_all_problems_come_at_once_each_beside_its_field() -> None:
    with pytest.raises(Refused) as refused:
        check(BODY, {"name": " ", "seats": "1 + 1 deputy", "support": "lots", "status": "gone"})
    assert {name: EN(problem) for name, problem in refused.value.problems.items()} == {
        "name": "Name is needed",
        "seats": "‘1 + 1 deputy’ is no whole number.",
        "support": "‘lots’ is no amount. Type it as 1,250 or 1250.50.",
        "status": "‘gone’ is not one of: Current, Under review, Ended, Ceased to exist.",
    }


def test_typed_text_becomes_values() -> None:
    values = check(
        PARTNERSHIP,
        {
            "name": "  Safer\tWendle ",
            "kind": "Sub-group",
            "statutory": "Non-statutory",
            "funding_cash": "£5,605.50",
            "started": "May 2024",
            "purpose": "One\r\n\r\nTwo",
            "review_due": "",
        },
    )
    assert values == {
        "name": "Safer Wendle",
        "kind": "sub_group",
        "statutory": False,
        "funding_cash": 560550,
        "started": "2024-05",
        "purpose": "One\n\nTwo",
        "review_due": None,
    }


def test_a_change_of_one_field_asks_for_no_other() -> None:
    assert check(BODY, {"seats": "2"}, before={"name": "Moorland Arts Trust"}) == {"seats": 2}
    with pytest.raises(Refused):
        check(BODY, {"name": ""}, before={"name": "Moorland Arts Trust"})


def test_a_title_of_10_000_characters_is_refused() -> None:
    with pytest.raises(Refused, match="10000 characters long"):
        check(BODY, {"name": "x" * 10_000})


def test_what_could_not_be_read_is_marked_when_it_is_kept() -> None:
    assert is_marked(BODY.field("seats"), "1 + 1 deputy")
    assert is_marked(APPOINTMENT.field("ends"), "31/02/2026")
    assert is_marked(APPOINTMENT.field("capacity"), "nominated trustee")
    assert not is_marked(APPOINTMENT.field("capacity"), "trustee")
    assert not is_marked(BODY.field("seats"), 2)
    assert not is_marked(BODY.field("name"), "anything")


def test_values_are_said_for_people() -> None:
    assert say_value(BODY.field("support"), 11840000, EN) == "£118,400"
    assert say_value(PARTNERSHIP.field("statutory"), True, EN) == "Yes"
    assert say_value(PARTNERSHIP.field("kind"), "sub_group", EN) == "Sub-group"
    assert say_value(APPOINTMENT.field("ends"), "2027-05", EN) == "May 2027"
    assert say_value(APPOINTMENT.field("ends"), None, EN) == ""


@given(
    st.sampled_from([field for entity in ENTITIES.values() for field in entity.fields]), st.text(max_size=60)
)
def test_any_text_in_any_field_is_read_or_refused(field, text) -> None:  # type: ignore[no-untyped-def]
    try:
        value = read_value(field, text)
    except NotRead as refused:
        assert EN(refused.sentence)
    else:
        assert value is None or not is_marked(field, value)


def test_a_decimal_is_said_as_a_number_and_words_as_they_stand() -> None:
    value = ENTITIES["reading"].field("value")
    assert say_value(value, "1234.50", EN) == "1,234.5" and say_value(value, "about 5", EN) == "about 5"
