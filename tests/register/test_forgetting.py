"""What stands outside the journal is forgotten with the person: their drafts, their received forms."""

from pmdesk.register.erasing import own_values
from pmdesk.register.forgetting import forget, hanging, names_in, tables
from pmdesk.register.store import Register
from tests.register.erased_story import NAME, tell
from tests.register.laptops import add


def test_drafts_that_name_them_or_are_of_theirs_go_and_others_stay(register: Register) -> None:
    story = tell(register)
    register.keep_draft("nested", {"rows": [{"note": "for Z. Quillfeather"}, 3], "on": True})
    register.keep_draft("appointment/new/2", {"person": story.person, "note": "Lives alone"})
    register.keep_draft("outside_body/new/2", {"link_officer": story.person, "name": "A third"})
    forget(register.db, [each.ref for each in own_values(register, story.person)])
    assert sorted(register.drafts()) == ["outside_body/new", "outside_body/new/2"]
    assert register.received_files(story.update) == []


def test_nothing_is_forgotten_for_another_record_or_a_person_who_is_gone_already(register: Register) -> None:
    story = tell(register)
    other = add(register, "person", name="Ann Pugh")
    forget(register.db, [each.ref for each in own_values(register, story.body)])
    refs = [each.ref for each in own_values(register, other)]
    register.db.execute(
        "DELETE FROM payload WHERE event IN (SELECT id FROM event WHERE record = ?)", (other,)
    )
    forget(register.db, refs)
    assert len(register.drafts()) == 3 and register.received_files(story.update)


def test_what_hangs_on_them_is_found_by_way_of_their_seats(register: Register) -> None:
    story = tell(register)
    found = hanging(register.db, [story.person])
    assert ("appointment", story.seat) in found and ("annual_update", story.update) in found
    assert {kind for kind, _record in found} == {"appointment", "annual_update", "personal_target"}
    assert hanging(register.db, []) == [] and "received" in tables(register.db)


def test_names_are_those_ever_written() -> None:
    names = names_in(
        [("name", f'"{NAME}"'), ("email", '"z@q.example"'), ("phone", "null"), ("ward", '"Holm"')]
    )
    assert names.names == (NAME,) and names.contacts == ("z@q.example",)
