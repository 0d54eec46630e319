"""What waits for what, and the chains that decide when all is done."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.milestones import mark_done
from pmdesk.actions.waiting import chains, milestones_like, wait_lines, waiting
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save


@pytest.fixture
def ids(register: Register) -> dict[str, str]:
    board, highways = (save(register, "partnership", name=name) for name in ("Board", "Highways"))
    made = {"board": board, "highways": highways}
    for key, title, owner, due in (
        ("land", "Land agreed", board, "2026-04-30"),
        ("design", "Design agreed", board, "2026-05-15"),
        ("planning", "Planning application in", board, "2026-05-29"),
        ("works", "Works start", highways, "2026-09-01"),
    ):
        made[key] = save(register, "milestone", title=title, partnership=owner, first_due=due)
    for milestone, before in (("planning", "land"), ("planning", "design"), ("works", "planning")):
        save(register, "waits_for", milestone=made[milestone], waits_for=made[before])
    return made


def test_the_links_of_one_milestone_by_title(register: Register, ids: dict[str, str]) -> None:
    found = waiting(register, ids["planning"])
    assert [link.milestone for link in found.waits_for] == [ids["design"], ids["land"]]
    assert [link.milestone for link in found.wait_for_it] == [ids["works"]]
    records.delete(register, "waits_for", found.waits_for[0].id)
    assert len(waiting(register, ids["planning"]).waits_for) == 1
    register.undo()
    assert len(waiting(register, ids["planning"]).waits_for) == 2


def test_each_partnership_has_its_chain_through_those_of_others(
    register: Register, ids: dict[str, str]
) -> None:
    titles = [[step.title for step in chain] for chain in chains(register, ids["highways"]).critical]
    assert titles == [["Design agreed", "Planning application in", "Works start"]]
    own = chains(register, ids["board"])
    assert [step.id for chain in own.critical for step in chain] == [ids["design"], ids["planning"]]
    assert len(own.waits) == 3
    assert len(chains(register).critical) == 2


def test_where_nothing_unfinished_waits_there_is_no_chain(register: Register, ids: dict[str, str]) -> None:
    for key in ("land", "design", "planning"):
        mark_done(register, ids[key], "1/3/2026", "2026-04-27")
    assert chains(register).critical == ()


def test_a_link_may_not_close_a_circle_nor_come_twice(register: Register, ids: dict[str, str]) -> None:
    for milestone, before, said in (
        ("land", "works", "neither would ever begin"),
        ("land", "land", "cannot wait for itself"),
        ("planning", "land", "waits for that one already"),
    ):
        with pytest.raises(Refused) as caught:
            save(register, "waits_for", milestone=ids[milestone], waits_for=ids[before])
        assert said in str(caught.value.problems["waits_for"])
    assert register.count("waits_for") == 3


def test_the_links_as_lines_to_read(register: Register, ids: dict[str, str]) -> None:
    mark_done(register, ids["land"], "1/3/2026", "2026-04-27")
    lines = wait_lines(register, ids["planning"], "2026-04-27", words_in("en"))
    assert [(line.title, line.state, line.date, line.partnership) for line in lines.waits_for] == [
        ("Design agreed", "on_date", "15 May 2026", ""),
        ("Land agreed", "done", "done 1 March 2026", ""),
    ]
    assert [(line.title, line.partnership) for line in lines.wait_for_it] == [("Works start", "Highways")]
    assert wait_lines(register, save(register, "milestone", title="Alone"), "2026-04-27", words_in("en")) == (
        (), (),
    )  # fmt: skip


def test_another_milestone_is_found_by_what_is_typed(register: Register, ids: dict[str, str]) -> None:
    assert milestones_like(register, ids["land"], "agreed") == [(ids["design"], "Design agreed (Board)")]
    assert len(milestones_like(register, ids["land"], "")) == 3


def test_a_deleted_milestone_takes_its_links_along(register: Register, ids: dict[str, str]) -> None:
    records.delete(register, "milestone", ids["planning"])
    assert register.count("waits_for") == 0
    assert waiting(register, ids["works"]) == ((), ())
    register.undo()
    assert register.count("waits_for") == 3
