"""What the Desk says of laptops and of people gone: only while there is some, and where it can be mended."""

import pytest

from pmdesk.actions import hub_outcomes
from pmdesk.actions.attention import attention
from pmdesk.actions.hub_outcomes import keep_outcome
from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.retention import keep_for
from pmdesk.actions.roles import switch_roles_on
from pmdesk.domain.words import words_in
from pmdesk.figures.desk_items import Group
from pmdesk.figures.hub import Outcome, Stranger
from pmdesk.register.store import Register, memory
from tests.actions.test_roles import Story, story
from tests.register.laptops import add, laptops, put
from tests.register.roles import key_of

__all__ = ["story"]
EN, TODAY = words_in("en"), "2026-04-27"
KEYS = ("lacking", "untrusted", "gone")


def groups(register: Register) -> dict[str, Group]:
    return {each.key: each for each in attention(register, TODAY, EN).groups if each.key in KEYS}


def test_a_register_in_order_has_none_of_them() -> None:
    with memory() as register:
        add(register, "person", name="Ann", ends="2025-05-01")
        assert groups(register) == {}


def test_saves_that_have_not_come_are_counted_until_they_come() -> None:
    ours, theirs = laptops(2)
    for n in range(4):
        add(theirs, "organisation", name=f"Trust {n}")
    saves = list(theirs.entries())
    ours.merge([saves[0], saves[3]], "pack:x")
    (item,) = groups(ours)["lacking"].items
    assert item.quiet == "2 saves made before others that are here have not come"
    trust_laptop(ours, theirs.sign(b"")[0], "Bob’s laptop")
    assert groups(ours)["lacking"].items[0].title == "Bob’s laptop"
    ours.merge(saves[1:3], "pack:y")
    assert groups(ours) == {}


def test_a_laptop_whose_saves_wait_is_told_where_it_can_be_trusted(story: Story) -> None:
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person)
    switch_roles_on(story.helen)
    put(story.stranger, "partnership", story.board, name="Changed by nobody we know")
    story.helen.merge(list(story.stranger.entries()), "pack:x")
    story.ann.merge(list(story.helen.entries()), "pack:x")
    (item,) = groups(story.helen)["untrusted"].items
    assert item.quiet == "1 save waits until its six words are compared"
    assert item.page == "laptops" and groups(story.ann) == {}, "she cannot trust it"
    trust_laptop(story.helen, key_of(story.stranger), "Bob’s laptop")
    assert groups(story.helen) == {}


def test_a_laptop_that_waits_in_the_hub_is_told_until_it_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_outcomes, "_newest", {})
    ours, _theirs = laptops(2)
    keep_outcome(ours, Outcome("2026-04-27T09:00:00", strangers=(Stranger(bytes(32), "oak ash elm", 2),)))
    (item,) = groups(ours)["untrusted"].items
    assert (item.page, item.quiet) == (
        "hub",
        "2 saves wait until its six words are compared",
    )
    trust_laptop(ours, bytes(32), "Bob’s laptop")
    assert groups(ours) == {}


def test_people_gone_for_longer_than_they_are_kept_are_counted() -> None:
    with memory() as register:
        for n in range(5):
            add(register, "person", name=f"Gone {n}", ends=f"201{n}-05-01")
        group = groups(register)["gone"]
        assert (group.title, group.count, len(group.items)) == ("Personal data due to be removed", 5, 3)
        assert (group.items[0].title, group.items[0].quiet) == ("Gone 0", "left on 1 May 2010")
        keep_for(register, 12)
        assert groups(register)["gone"].count == 4
