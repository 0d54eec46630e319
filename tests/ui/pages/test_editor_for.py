from typing import Any

import pytest

from pmdesk.domain.check import read_value
from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.editors import RadioChoice
from pmdesk.ui.pages.arrangements import FORMS
from pmdesk.ui.pages.editor_for import editor_for, help_for, show_value

Council = Any


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_editor_gives_back_what_it_shows(council: Council, kind: str) -> None:
    """Opening a form and saving it changes nothing: what is shown reads as what is kept."""
    samples = {"text": "Words", "long": "More words", "date": "2026-05-20", "partial": "2026-05", "number": 3,
               "money": 560_550, "decimal": "56.9", "yes_no": False, "ref": None,
                   "period": "2025-26 Q4"}  # fmt: skip
    for field in ENTITIES[kind].fields:
        value = field.choices[0][0] if field.choices else samples[field.type]
        editor = editor_for(field, council.context)
        show_value(editor, field, {field.name: value})
        assert read_value(field, editor.value()) == value, field.name


def test_few_short_choices_stand_side_by_side(council: Council) -> None:
    facts = ENTITIES["outside_body"].field("indemnity")
    assert isinstance(editor_for(facts, council.context), RadioChoice)


def test_help_says_what_was_kept_as_it_was_typed() -> None:
    facts = ENTITIES["outside_body"].field("seats")
    assert help_for(facts, {"seats": 2}) == "How many people the council may appoint."
    assert help_for(facts, {"seats": "1 + 1"}).startswith("Kept as it was typed: ‘1 + 1’. How many")
