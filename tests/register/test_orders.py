"""A long list is read once as long as nothing changes, and never shows what was before a change."""

import itertools
import random
from contextlib import suppress
from pathlib import Path

import pytest

from pmdesk.register import lists
from pmdesk.register.orders import MOST, in_order
from pmdesk.register.store import Register, create, open_register
from tests.register.laptops import add, put


@pytest.fixture
def on_disk(tmp_path: Path) -> Register:
    return create(tmp_path / "aldermoor.pmdesk", "Helen Marsh")


_TIMES = itertools.count()


def reads(register: Register, what: str = "a list") -> list[int]:
    """What is given when that list is asked for: another number each time it is read."""
    return list(in_order(register.db, what, lambda: [next(_TIMES)]))


def test_it_is_read_again_when_anything_changed_here_or_elsewhere(on_disk: Register) -> None:
    with on_disk as register:
        first = reads(register)
        assert reads(register) == first
        record = add(register, "outside_body", name="Aldermoor Arts")
        second = reads(register)
        assert second != first and reads(register) == second
        assert register.path is not None
        twin = register.twin()
        put(twin, "outside_body", record, name="Wendle Arts")
        twin.close()
        assert reads(register) != second


def test_what_is_seen_within_a_save_is_not_kept(on_disk: Register) -> None:
    with on_disk as register:
        add(register, "outside_body", name="Zeta Board")
        with suppress(ZeroDivisionError), register.writing():
            register.db.execute("UPDATE record SET sort = 'a', title = 'A'")
            inside = reads(register)
            raise ZeroDivisionError
        assert reads(register) != inside


def test_only_a_few_are_kept(on_disk: Register) -> None:
    with on_disk as register:
        given = [reads(register, f"list {n}") for n in range(MOST + 1)]
        assert reads(register, "list 0") != given[0]
        assert reads(register, f"list {MOST}") == given[MOST]


def test_after_any_saves_a_list_is_that_of_a_fresh_look(on_disk: Register) -> None:
    chance = random.Random(7)
    with on_disk as register:
        bodies = [add(register, "outside_body", name=f"Body {n}") for n in range(20)]
        for n in range(120):
            what = chance.randrange(5)
            if what == 0:
                bodies.append(add(register, "outside_body", name=f"Body {chance.randrange(90)}"))
            elif what == 1:
                put(register, "outside_body", chance.choice(bodies), name=f"Trust {chance.randrange(90)}")
            elif what == 2:
                with register.change("Deleted outside body") as change:
                    change.delete("outside_body", chance.choice(bodies))
            elif what == 3:
                register.undo()
            else:
                with suppress(ZeroDivisionError), register.change("Never") as change:
                    change.set("outside_body", chance.choice(bodies), {"name": f"No {n}"})
                    register.listed("outside_body")
                    raise ZeroDivisionError
            assert register.path is not None
            asked = {"order": chance.choice(["", "aims"]), "descending": chance.random() < 0.5}
            with open_register(register.path, read_only=True) as fresh:
                assert register.listed("outside_body", **asked) == fresh.listed("outside_body", **asked)


def test_what_a_person_is_given_may_be_changed_by_them(on_disk: Register) -> None:
    with on_disk as register:
        add(register, "outside_body", name="Aldermoor Arts")
        lists.numbers(register.db, "outside_body").append(999)
        assert 999 not in register.listed("outside_body")
