"""What may stand in a public paper, and who is said to have recorded it."""

from pathlib import Path

import pytest

from pmdesk.actions import public
from pmdesk.actions.updates import move_on
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import words_in
from tests.actions.paper_story import TODAY, council


@pytest.mark.parametrize("kind", sorted(ENTITIES))
def test_no_private_field_goes_through(kind: str) -> None:
    row: dict[str, object] = {field.name: "x" for field in ENTITIES[kind].fields}
    private = {field.name for field in ENTITIES[kind].fields if field.private}
    # Of a kind that is for the council only nothing is left but which record it is.
    left = {"id"} if ENTITIES[kind].private else set(row) - private
    assert set(public.public(kind, row)) == left


def test_a_deleted_record_is_not_there(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    assert public.public_one(register, "outside_body", ids["body"])["name"] == "Aldermoor Citizens Advice"
    with register.change("Deleted") as change:
        change.delete("outside_body", ids["body"])
    assert public.public_one(register, "outside_body", ids["body"]) == {}
    assert public.public_one(register, "outside_body", None) == {}


def test_who_recorded_an_update_for_whom(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    said = public.recorded_by(register, "annual_update", ids["update"], ids["member"], words_in("en"))
    assert said == "Recorded by Gareth Poole for Cllr Margaret Holloway."


def test_a_member_who_wrote_it_needs_no_such_line_whoever_accepts_it(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    move_on(register, "annual_update", ids["update"], "published", TODAY)
    assert public.recorded_by(register, "annual_update", ids["update"], ids["me"], words_in("en")) == ""
    assert public.recorded_by(register, "annual_update", ids["update"], None, words_in("en")) == ""
