"""What all verbs share: words for entities, problems said by label."""

import click
import pytest

from pmdesk.cli.run import verbs
from pmdesk.cli.verb import EntityWord, field_label, problem_lines
from pmdesk.cli.verbs import VERBS
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Say, words_in


@pytest.mark.parametrize("kind", [name for name, entity in ENTITIES.items() if not entity.sealed])
def test_every_entity_by_name_label_and_plural(kind: str) -> None:
    entity = ENTITIES[kind]
    for word in (entity.name, entity.label, entity.plural.upper(), entity.name.replace("_", " ")):
        assert EntityWord().convert(word, None, None) == kind


@pytest.mark.parametrize("word", ["health_answer", "Answers to health checks", "health_box"])
def test_what_was_answered_alone_is_no_list(word: str) -> None:
    with pytest.raises(click.BadParameter, match="no list"):
        EntityWord().convert(word, None, None)


def test_a_word_that_is_no_entity_names_those_there_are() -> None:
    with pytest.raises(click.BadParameter, match="outside_body"):
        EntityWord().convert("dragon", None, None)


def test_problems_are_said_by_label_and_those_of_the_whole_stand_alone() -> None:
    problems = {"seats": Say("no number"), "": Say("gone"), "year": Say("odd")}
    assert list(problem_lines(problems, "outside_body", words_in("en"))) == [
        "Seats: no number",
        "gone",
        "year: odd",
    ]
    assert field_label("", "council", words_in("en")) == "council"


@pytest.mark.parametrize("name", VERBS)
def test_a_file_one_may_not_read_is_refused_by_us_and_is_no_wrong_usage(name: str) -> None:
    command = verbs.get_command(click.Context(verbs), name)
    assert command
    for each in command.params:
        if isinstance(each.type, click.Path):
            assert not each.type.readable, each.name
