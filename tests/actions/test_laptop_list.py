"""The list of laptops: this one first, what waits of each, and finding one by what a person says."""

from pathlib import Path

import pytest

from pmdesk.actions.laptop_list import laptop_called, laptops_page, plain_laptops
from pmdesk.actions.laptops import fingerprint, name_this_laptop, trust_laptop, unknown_laptops
from pmdesk.actions.roles import switch_roles_on
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.test_roles import Story, story  # noqa: F401
from tests.register.laptops import laptops
from tests.register.roles import key_of

EN = words_in("en")


def test_each_stands_as_what_it_is(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person)
    before = laptops_page(story.helen, EN)
    assert [(each.state, each.mine) for each in before.lines] == [("unnamed", True), ("named", False)]
    assert before.decides and not before.roles_on
    switch_roles_on(story.helen)
    monkeypatch.setenv("PMDESK_HOME", str(story.folder / "x"))
    name_this_laptop(story.stranger, EN)
    story.helen.merge(list(story.stranger.entries()), "pack:x")
    page = laptops_page(story.helen, EN)
    assert [each.state for each in page.lines] == ["decides", "unknown", "officer"]
    stranger = page.lines[1]
    assert (
        stranger.claims.startswith("Laptop ")
        and stranger.name == ""
        and stranger.waiting == page.waiting == 1
    )
    plain = plain_laptops(page)
    assert plain["roles_on"] is True and plain["saves_waiting"] == 1


def test_a_laptop_is_called_by_words_key_or_name() -> None:
    here, _there = laptops()
    key = bytes(range(32))
    with pytest.raises(Refused, match="No laptop is called"):
        laptop_called(here, fingerprint(key))
    assert laptop_called(here, key.hex().upper()) == key
    unknown_laptops(here, [key])
    assert laptop_called(here, fingerprint(key).upper()) == laptop_called(here, "0001") == key
    trust_laptop(here, key, "Ann’s laptop")
    trust_laptop(here, bytes(32), "Ann’s laptop")
    with pytest.raises(Refused, match="Several laptops"):
        laptop_called(here, "ann’s laptop")
