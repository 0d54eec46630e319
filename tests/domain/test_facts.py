import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Entity, Type


@pytest.mark.parametrize("entity", ENTITIES.values(), ids=lambda entity: entity.name)
def test_every_fact_is_whole(entity: Entity) -> None:
    names = [field.name for field in entity.fields]
    assert len(names) == len(set(names))
    assert entity.saved and entity.removed and entity.plural
    assert not entity.titled_by or entity.field(entity.titled_by).required
    for field in entity.fields:
        assert field.label, field.name
        assert (field.type is Type.CHOICE) == bool(field.choices), field.name
        assert (field.type is Type.REF) == bool(field.refers), field.name
        assert not field.refers or field.refers in ENTITIES, field.name


def test_a_record_comes_after_those_it_refers_to() -> None:
    order = list(ENTITIES)
    for entity in ENTITIES.values():
        for field in entity.references:
            assert order.index(field.refers) <= order.index(entity.name), (entity.name, field.name)


def test_text_that_is_no_code_is_said_as_it_was_typed() -> None:
    field = ENTITIES["appointment"].field("capacity")
    assert field.choice_label("trustee") == "Trustee"
    assert field.choice_label("nominated trustee") == "nominated trustee"


def test_an_unknown_field_is_our_fault() -> None:
    with pytest.raises(KeyError, match="person has no field shoe_size"):
        ENTITIES["person"].field("shoe_size")
