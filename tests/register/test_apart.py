"""That two records are two stands in the journal, and of several sayings all stand."""

from pmdesk.register.apart import apart, keep_apart
from pmdesk.register.erasing import erase, own_values
from tests.register.laptops import add, laptops, meet


def test_what_two_laptops_say_meanwhile_stands_together_and_is_taken_back_alone() -> None:
    here, there = laptops()
    one, two, three = (add(here, "person", name="John Smith") for _each in range(3))
    meet(here, there)
    for register, other in ((here, two), (there, three)):
        with register.change("Two") as change:
            keep_apart(change, "person", (other, one))
    meet(here, there)
    pairs = {frozenset((one, two)), frozenset((one, three))}
    assert apart(here.db, [one]) == pairs == apart(there.db, [one, two])
    assert here.unsettled() == [] == there.unsettled() and here.check() == [] == there.check()
    with here.change("Two") as change:
        keep_apart(change, "person", (two, three))
        keep_apart(change, "person", (one, two))
    assert apart(here.db, [one, two]) == pairs | {frozenset((two, three))}
    here.undo()
    assert apart(here.db, [one, two]) == pairs
    assert here.check() == []


def test_an_erasure_leaves_it_and_what_is_none_is_nothing() -> None:
    here, _there = laptops()
    one, two = (add(here, "person", name="John Smith") for _each in range(2))
    with here.change("Two") as change:
        keep_apart(change, "person", (one, two))
    erase(here, one, own_values(here, one), {}, "")
    assert apart(here.db, [one]) == {frozenset((one, two))}
    with here.change("None") as change:
        change.replace("person", two, "apart", None, ())
    assert apart(here.db, [two]) == set() == apart(here.db, [])
