"""Records as plain values."""

from pmdesk.actions.listing import chosen, plain_records, plain_value
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import words_in
from pmdesk.register.store import memory

EN, TODAY = words_in("en"), "2026-04-27"


def test_a_reference_has_its_name_and_its_id() -> None:
    with memory() as register:
        with register.change("test") as change:
            person = change.add("person", {"name": "Ruth"})
            change.add(
                "outside_body", {"name": "Trust", "link_officer": person, "constitution_required": True}
            )
        [made] = plain_records(register, "outside_body", register.all("outside_body"), TODAY, EN)
    assert (made["link_officer"], made["link_officer_id"]) == ("Ruth", person)
    assert (made["council"], made["council_id"], made["constitution_required"]) == (None, None, True)
    assert list(made)[:2] == ["id", "name"]


def test_what_was_kept_as_typed_stays_text() -> None:
    support = ENTITIES["outside_body"].field("support")
    assert [plain_value(support, value) for value in (None, 0, 150, "about £500")] == [
        None,
        0,
        1.5,
        "about £500",
    ]


def test_more_records_than_one_page_come_in_order() -> None:
    names = [f"Body {n:04d}" for n in range(620)]
    with memory() as register:
        with register.change("test") as change:
            for name in names:
                change.add("outside_body", {"name": name, "seats": 1})
        rows = chosen(register, "outside_body", where={"seats": 1})
        assert [row["name"] for row in rows] == names
        last_first = chosen(register, "outside_body", descending=True)
        assert last_first[0]["name"] == names[-1]
        made = plain_records(register, "outside_body", rows, TODAY, EN)
    assert {each["vacancies"] for each in made} == {1}
