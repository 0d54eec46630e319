"""A health check's own rules, and that what was answered is sealed."""

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.health_check import health_check_problems


def test_statements_of_an_open_check_stay() -> None:
    before = {"template": "own", "statements": "We meet.", "partnership": "p"}
    changed = {**before, "statements": "We meet often."}
    assert list(health_check_problems(changed, before, True)) == ["statements"]
    assert health_check_problems(changed, before, False) == {}
    assert health_check_problems({**before, "title": "Other"}, before, True) == {}


def test_a_set_of_ones_own_has_a_statement() -> None:
    assert list(health_check_problems({"template": "own"}, {}, False)) == ["statements"]


def test_what_was_answered_is_sealed_and_private_in_every_field() -> None:
    sealed = {name for name, entity in ENTITIES.items() if entity.sealed}
    assert sealed == {"health_answer", "health_box"}
    for name in sealed:
        assert ENTITIES[name].private
        assert all(field.private for field in ENTITIES[name].fields)
        assert not ENTITIES[name].titled_by
