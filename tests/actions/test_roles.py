"""With roles on only what trusted laptops saved counts; what others saved waits, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmdesk.actions.laptops import laptop_row, name_this_laptop, trust_laptop, unknown_laptops
from pmdesk.actions.roles import _words_of as words_of
from pmdesk.actions.roles import (
    decides,
    recover,
    rights_now,
    stop_trusting,
    switch_roles_off,
    switch_roles_on,
)
from pmdesk.domain.check import Refused
from pmdesk.domain.laptop import key_text, laptop_id
from pmdesk.domain.words import words_in
from pmdesk.register.entries import Entry
from pmdesk.register.granting import grant
from pmdesk.register.store import Register
from tests.register.laptops import add, meet, put
from tests.register.roles import key_of, laptop, secret_of, state

EN = words_in("en")


class Story:
    """The founder's laptop, an officer's, and one that nobody knows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.helen = laptop(folder / "helen")
        recovery = secret_of(folder / "helen", self.helen)
        from pmdesk.register.founding import recovery_public

        with self.helen.change("Started register") as change:
            self.ann_person = change.add("person", {"name": "Ann Shaw"})
            change.add("settings", {"recovery_key": recovery_public(recovery).hex()}, record=self.helen.id)
            self.board = change.add("partnership", {"name": "Wendle Waste"})
        self.secret = recovery
        self.ann, self.stranger = laptop(folder / "ann", self.helen), laptop(folder / "x", self.helen)
        meet(self.helen, self.ann, self.stranger)

    def name(self, register: Register) -> object:
        return (register.get("partnership", self.board) or {})["name"]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    made = Story(tmp_path / "laptops") if (tmp_path / "laptops").mkdir() is None else None
    assert made is not None
    monkeypatch.setenv("PMDESK_HOME", str(tmp_path / "laptops" / "helen"))
    return made


def waiting(register: Register) -> int:
    return int(register.db.execute("SELECT count(*) FROM entry WHERE stands = 0").fetchone()[0])


def test_the_laptop_that_began_it_decides_and_no_other(story: Story) -> None:
    assert decides(story.helen) and not decides(story.ann)
    with pytest.raises(Refused, match="begun"):
        switch_roles_on(story.ann)


def test_what_an_unknown_laptop_saves_waits_and_counts_once_it_is_trusted(story: Story) -> None:
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person)
    switch_roles_on(story.helen)
    put(story.stranger, "partnership", story.board, name="Changed by nobody we know")
    extra = add(story.stranger, "partnership", name="A new one")
    story.helen.merge(list(story.stranger.entries()), "pack:x")
    assert story.name(story.helen) == "Wendle Waste"
    assert waiting(story.helen) == 2 and story.helen.count("partnership") == 1
    assert [line.counts for line in story.helen.history(story.board)] == [False, True]
    assert unknown_laptops(story.helen, [key_of(story.stranger), bytes(32)]) == (), (
        "nobody is asked at the door"
    )
    assert story.helen.check() == []
    trust_laptop(story.helen, key_of(story.stranger), "Bob’s laptop")
    assert story.name(story.helen) == "Changed by nobody we know"
    assert (story.helen.get("partnership", extra) or {})["name"] == "A new one"
    assert waiting(story.helen) == 0 and story.helen.check() == []


@pytest.mark.parametrize("granted", [True, False], ids=["by a grant", "by switching roles off"])
def test_what_waited_and_counts_now_is_settled_where_it_differs(story: Story, granted: bool) -> None:
    """Also where it is decided: this save itself names every value, those that it lets in do not."""
    switch_roles_on(story.helen)
    put(story.stranger, "partnership", story.board, name="By the stranger")
    put(story.helen, "partnership", story.board, name="By Helen")
    story.helen.merge(list(story.stranger.entries()), "pack:x")
    assert story.helen.unsettled() == []
    if granted:
        trust_laptop(story.helen, key_of(story.stranger), "Bob’s laptop")
    else:
        switch_roles_off(story.helen)
    assert [(each.record, each.field) for each in story.helen.unsettled()] == [(story.board, "name")]


def test_what_was_there_when_roles_were_switched_on_still_counts(story: Story) -> None:
    put(story.stranger, "partnership", story.board, name="Wendle Waste Partnership")
    meet(story.helen, story.stranger)
    switch_roles_on(story.helen)
    assert story.name(story.helen) == "Wendle Waste Partnership" and waiting(story.helen) == 0
    put(story.stranger, "partnership", story.board, name="Later")
    meet(story.helen, story.stranger)
    assert story.name(story.helen) == "Wendle Waste Partnership" and waiting(story.helen) == 1
    switch_roles_off(story.helen)
    assert story.name(story.helen) == "Later" and waiting(story.helen) == 0
    assert story.helen.check() == []


def test_a_laptop_that_may_not_save_is_told_so_before_it_signs(story: Story) -> None:
    switch_roles_on(story.helen)
    meet(story.helen, story.stranger)
    before = len(list(story.stranger.entries()))
    with pytest.raises(Refused, match="not trusted in this register yet"):
        put(story.stranger, "partnership", story.board, name="Mine")
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop")
    meet(story.helen, story.ann)
    put(story.ann, "partnership", story.board, name="Ann’s")
    with pytest.raises(Refused, match="Only the laptop on which"):
        trust_laptop(story.ann, key_of(story.stranger), "Friend of Ann")
    assert len(list(story.stranger.entries())) == before


def test_an_officer_who_grants_all_the_same_grants_nothing(story: Story) -> None:
    """Ann's laptop, not yet knowing that roles are on, trusts another: the rest of its save counts."""
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop")
    switch_roles_on(story.helen)
    trust_laptop(story.ann, key_of(story.stranger), "Friend of Ann")
    meet(story.helen, story.ann, story.stranger)
    assert rights_now(story.helen).of(key_of(story.stranger)).role == ""
    row = laptop_row(story.helen, key_of(story.stranger)) or {}
    assert (row["name"], row["role"]) == ("Friend of Ann", None)
    assert story.helen.check() == story.ann.check() == []
    assert state(story.helen) == state(story.ann) == state(story.stranger)


def test_of_a_stopped_laptop_counts_what_was_seen_at_the_stopping(story: Story) -> None:
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop")
    switch_roles_on(story.helen)
    meet(story.helen, story.ann)
    put(story.ann, "partnership", story.board, name="First")
    meet(story.helen, story.ann)
    put(story.ann, "partnership", story.board, name="Second")
    stop_trusting(story.helen, key_of(story.ann))
    story.helen.merge(list(story.ann.entries()), "pack:x")
    assert story.name(story.helen) == "First" and waiting(story.helen) == 1
    meet(story.helen, story.ann)
    assert story.name(story.ann) == "First"
    with pytest.raises(Refused, match="was stopped"):
        put(story.ann, "partnership", story.board, name="Third")
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop")
    assert story.name(story.helen) == "Second"
    assert story.helen.check() == story.ann.check() == []
    with pytest.raises(Refused, match="in front of you"):
        stop_trusting(story.helen, key_of(story.helen))


def test_a_forged_past_of_a_stopped_laptop_does_not_count(story: Story) -> None:
    """Whoever has its key writes another second save, as if it had been written before the stopping."""
    ghost = laptop(story.folder / "ghost", story.helen)
    put(story.ann, "partnership", story.board, name="First")
    ghost._key = story.ann._key
    ghost.merge(list(story.ann.entries()), "pack:x")
    put(story.ann, "partnership", story.board, name="Second")
    assert ghost._key is not None
    ghost._key.used(1)
    put(ghost, "partnership", story.board, name="Forged")
    meet(story.helen, story.ann)
    switch_roles_on(story.helen)
    stop_trusting(story.helen, key_of(story.ann))
    story.helen.merge(list(ghost.entries()), "pack:y")
    assert story.name(story.helen) == "Second" and waiting(story.helen) == 1


def test_the_recovery_key_makes_a_laptop_decide_and_stops_the_founders(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    switch_roles_on(story.helen)
    meet(story.helen, story.ann, story.stranger)
    monkeypatch.setenv("PMDESK_HOME", str(story.folder / "ann"))
    assert not decides(story.ann)
    for wrong in ("abandon " * 12, "march heavy", "abandon " * 11 + "about"):
        with pytest.raises(Refused, match="recovery sheet"):
            recover(story.ann, wrong)
    recover(story.ann, words_of(story.secret).upper())
    assert decides(story.ann)
    put(story.helen, "partnership", story.board, name="By a thief")
    stop_trusting(story.ann, key_of(story.helen))
    trust_laptop(story.helen, key_of(story.stranger), "The thief’s other one")
    meet(story.helen, story.ann)
    assert story.name(story.ann) == story.name(story.helen) == "Wendle Waste"
    assert rights_now(story.ann).of(key_of(story.stranger)).role == ""
    assert state(story.ann) == state(story.helen)
    assert story.ann.check() == []


def test_a_member_writes_only_what_is_theirs(story: Story) -> None:
    with story.helen.change("Saved") as change:
        body = change.add("outside_body", {"name": "Dock Trust"})
        seat = change.add("appointment", {"outside_body": body, "person": story.ann_person})
        other = change.add("appointment", {"outside_body": body})
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person, "member")
    switch_roles_on(story.helen)
    late = laptop(story.folder / "late", story.helen)  # has not heard of roles, and so refuses nothing
    late._key = story.ann._key
    own = add(late, "annual_update", appointment=seat, status="draft")
    put(late, "annual_update", own, status="submitted")
    refused = [
        lambda: put(late, "annual_update", own, status="published"),
        lambda: add(late, "annual_update", appointment=other, status="draft"),
        lambda: add(late, "annual_update", status="draft"),
        lambda: put(late, "partnership", story.board, name="Mine"),
    ]
    for each in refused:
        each()
    story.helen.merge(list(late.entries()), "pack:x")
    assert waiting(story.helen) == len(refused)
    assert (story.helen.get("annual_update", own) or {})["status"] == "submitted"
    assert story.name(story.helen) == "Wendle Waste" and story.helen.check() == []
    meet(story.helen, story.ann)
    with pytest.raises(Refused, match="member’s"):
        put(story.ann, "partnership", story.board, name="Mine")
    put(story.ann, "annual_update", own, status="draft")


def test_a_member_replaces_nothing_that_another_member_wrote(story: Story) -> None:
    bob = add(story.helen, "person", name="Bob Hale")
    with story.helen.change("Saved") as change:
        body = change.add("outside_body", {"name": "Dock Trust"})
        anns = change.add("appointment", {"outside_body": body, "person": story.ann_person})
        bobs = change.add("appointment", {"outside_body": body, "person": bob})
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person, "member")
    trust_laptop(story.helen, key_of(story.stranger), "Bob’s laptop", bob, "member")
    switch_roles_on(story.helen)
    meet(story.helen, story.ann, story.stranger)
    update = add(story.ann, "annual_update", appointment=anns, status="draft")
    late = laptop(story.folder / "late", story.helen)
    late._key = story.stranger._key
    late.merge(list(story.ann.entries())[-1:], "pack:x")
    put(late, "annual_update", update, appointment=bobs)
    meet(story.helen, story.ann)
    story.helen.merge(list(late.entries()), "pack:y")
    assert (story.helen.get("annual_update", update) or {})["appointment"] == anns
    assert waiting(story.helen) == 1 and not story.helen.unsettled()


def test_a_laptop_names_itself_though_it_does_not_decide(story: Story) -> None:
    trust_laptop(story.helen, key_of(story.ann), "x", story.ann_person)
    switch_roles_on(story.helen)
    meet(story.helen, story.ann)
    put(
        story.ann,
        "laptop",
        str((laptop_row(story.ann, key_of(story.ann)) or {})["id"]),
        name="Ann’s red laptop",
    )
    assert name_this_laptop(story.ann, EN) is None
    meet(story.helen, story.ann)
    assert (laptop_row(story.helen, key_of(story.ann)) or {})["name"] == "Ann’s red laptop"


@pytest.mark.parametrize("decide", [trust_laptop, stop_trusting], ids=["trusted", "stopped"])
def test_who_began_a_record_is_asked_anew_when_an_earlier_save_counts(
    story: Story, decide: Callable[..., object]
) -> None:
    trust_laptop(story.helen, key_of(story.ann), "Ann’s laptop", story.ann_person)
    switch_roles_on(story.helen)
    meet(story.helen, story.ann)
    key = key_of(story.stranger)
    with story.stranger.change("Named this laptop") as change:
        change.add("laptop", {"key": key_text(key), "name": "Bob’s"}, record=laptop_id(key))
    put(story.ann, "laptop", laptop_id(key), name="Robert’s")
    meet(story.helen, story.ann)
    story.helen.merge(list(story.stranger.entries()), "pack:x")
    assert waiting(story.helen) == 1 and story.helen.check() == []
    decide(story.helen, key, *(["Bob’s laptop"] if decide is trust_laptop else []))
    assert waiting(story.helen) == 0 and story.helen.check() == []


def test_what_a_laptop_without_rights_erases_stays(story: Story) -> None:
    switch_roles_on(story.helen)
    erasing = erased_by(story.stranger, story)
    story.helen.merge([*story.stranger.entries(), erasing], "pack:x")
    assert story.name(story.helen) == "Wendle Waste"
    trust_laptop(story.helen, key_of(story.stranger), "Bob’s laptop")
    assert story.name(story.helen) == "(erased)" and story.helen.check() == []
    whole = list(story.ann.entries())
    switch_roles_off(story.helen)
    switch_roles_on(story.helen)
    stop_trusting(story.helen, key_of(story.stranger))
    with story.helen.change("Trusted") as change:
        grant(change, key_of(story.stranger), {"role": "stopped"})
    assert waiting(story.helen) == 1, "of a laptop stopped without a limit nothing counts"
    story.helen.merge(whole, "pack:y")
    assert story.name(story.helen) == "Wendle Waste" and story.helen.check() == []


def erased_by(register: Register, story: Story) -> Entry:
    """A save that erases the partnership's name, as another pmdesk might sign it."""
    from pmdesk.register.entries import Body, Ref, body_bytes

    row = register.db.execute(
        "SELECT n.hash, e.id % 65536 FROM event e JOIN entry n ON n.n = e.id / 65536"
        " WHERE e.record = ? AND e.field = 'name'",
        (story.board,),
    ).fetchone()
    key = register._key
    assert key is not None
    body = Body(
        *(register.id, key.public, 1, None, 5, "", "Erased", "pmdesk", None, None),
        *((Ref(bytes(row[0]), row[1]),), ()),
    )
    data = body_bytes(body)
    return Entry(data, key.sign(data), {})
