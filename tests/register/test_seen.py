"""What a save replaces is what its author had in view: what came from elsewhere since stands beside it."""

from pmdesk.register.seen import newest
from tests.register.laptops import add, laptops, meet, put


def test_what_came_from_elsewhere_since_one_looked_stands_beside_what_is_saved() -> None:
    """A hub or a watched folder may bring a value while a form is open: nobody there had it in view."""
    ours, theirs = laptops(2)
    record = add(ours, "organisation", name="Holm Library", note="Old", contact="Ann")
    meet(ours, theirs)
    ours.unsettled()
    seen = newest(ours.db)
    put(theirs, "organisation", record, note="Theirs")
    put(ours, "organisation", record, contact="Bob")
    meet(ours, theirs)
    with ours.change("Saved organisation") as change:
        change.seen = seen
        change.set("organisation", record, {"note": "Ours", "contact": "Cat"})
    assert ours.rivals() == [("organisation", record, "note")]
    assert [each.value for each in ours.rival_values(record, "note")] == ["Theirs", "Ours"]
    assert [each.field for each in ours.unsettled()] == ["note"] and ours.check() == []
    # So with a deletion: it had not the edit in view.
    ours, theirs = laptops(2)
    record = add(ours, "organisation", name="Holm Library")
    meet(ours, theirs)
    seen = newest(ours.db)
    put(theirs, "organisation", record, note="Theirs")
    meet(ours, theirs)
    with ours.change("Deleted organisation") as change:
        change.seen = seen
        change.delete("organisation", record)
    assert [each.sort for each in ours.unsettled()] == ["deleted"]


def test_what_its_author_left_as_it_was_keeps_what_came_meanwhile() -> None:
    """A form saves all it shows: only what was changed in it is meant, however often it changed elsewhere."""
    ours, theirs = laptops(2)
    record = add(ours, "organisation", name="Holm Library", note="Old")
    meet(ours, theirs)
    put(ours, "organisation", record, note="Shown")  # not known elsewhere yet: two values come to stand here
    seen = newest(ours.db)
    put(theirs, "organisation", record, note="Once")
    put(theirs, "organisation", record, note="Twice", contact="Ann")
    meet(theirs, ours)
    with ours.change("Saved organisation") as change:
        change.seen = seen
        change.set("organisation", record, {"note": "Shown", "contact": None})
    assert change.changes.touched == frozenset()
    assert {each.value for each in ours.rival_values(record, "note")} == {"Shown", "Twice"}
    # What replaced the value shown is as far behind as it may be.
    ours, theirs = laptops(2)
    record = add(ours, "organisation", name="Holm Library", note="Old")
    seen = newest(ours.db)
    meet(ours, theirs)
    put(theirs, "organisation", record, note="Once")
    put(theirs, "organisation", record, note="Twice")
    meet(ours, theirs)
    with ours.change("Saved organisation") as change:
        change.seen = seen
        change.set("organisation", record, {"note": "Old", "name": "Holm"})
    assert change.changes.touched == {("organisation", record)}
    row = ours.get("organisation", record)
    assert row and (row["note"], row["name"]) == ("Twice", "Holm") and ours.rivals() == []
