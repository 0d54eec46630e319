from typing import Any

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.pages.arrangements import EDIT, FORMS, NEW

Council = Any


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_field_of_a_kind_has_its_place_in_the_form(kind: str) -> None:
    arranged = [name for group in FORMS[kind] for name in group.fields]
    assert sorted(arranged) == sorted(field.name for field in ENTITIES[kind].fields)
    assert kind in NEW
    assert kind in EDIT
