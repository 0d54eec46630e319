import re
from pathlib import Path
from typing import Any

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.ui.pages.arrangements import EDIT, FORMS, NEW

Council = Any
FIGURES = Path(__file__).parents[3] / "pmdesk" / "figures"


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_field_of_a_kind_has_its_place_in_the_form(kind: str) -> None:
    arranged = [name for group in FORMS[kind] for name in group.fields]
    assert sorted(arranged) == sorted(field.name for field in ENTITIES[kind].fields)
    assert kind in NEW
    assert kind in EDIT


def test_every_form_that_a_page_leads_to_is_arranged() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in FIGURES.glob("*.py"))
    asked = set(re.findall(r'Edit\("(\w+)"|adding\([^"]*"[^"]*"[^"]*"(\w+)"', source))
    kinds = {one or other for one, other in asked}
    assert kinds >= {"reading", "target", "comparator", "measure", "serves"}
    assert kinds - set(FORMS) == set()
