"""Going to the hub and back as a person does it: the address, the password, what is told, what waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmdesk.actions import hub as verbs
from pmdesk.actions import hub_outcomes
from pmdesk.actions.laptops import trust_laptop
from pmdesk.actions.member_files import member_of
from pmdesk.domain.check import Refused
from pmdesk.figures.hub import AWAY, NEVER, NONE, SYNCED, TROUBLE
from pmdesk.register import hub_home
from pmdesk.register.faults import Unavailable
from pmdesk.register.hub_secret import kept_password
from pmdesk.register.store import Register
from tests.hub_laptops import Laptop
from tests.hub_server import Hub

Laptops = Callable[[int], list[Laptop]]


@pytest.fixture(autouse=True)
def a_new_sitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "_typed", {})
    monkeypatch.setattr(hub_outcomes, "_newest", {})


@pytest.fixture
def register(hub: Hub, laptops: Laptops) -> Iterator[Register]:
    (one,) = laptops(1)
    with one.open() as opened:
        yield opened


def save(register: Register, **values: str) -> str:
    with register.change("Saved record") as change:
        return change.add("partnership", values or {"name": "Moor"})


def test_without_a_hub_there_is_nothing_to_sync(register: Register) -> None:
    assert verbs.hub_state(register).standing == NONE
    with pytest.raises(Refused) as met:
        verbs.sync(register)
    assert str(met.value) == verbs.NO_HUB


def test_the_address_is_kept_and_its_password_is_not(register: Register, hub: Hub, home: Path) -> None:
    url = hub.url("helen").replace("helen@", "helen:geheim@")
    assert verbs.set_hub(register, url) == hub.url("helen") == verbs.address(register)
    assert verbs.hub_state(register).standing == NEVER
    assert not verbs.hub_state(register).password_kept
    assert register.path is not None and b"geheim" not in register.path.read_bytes()
    assert not any(b"geheim" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_password_is_kept_only_when_asked_and_only_for_its_hub(register: Register, hub: Hub) -> None:
    where = verbs.set_hub(register, hub.url("helen"), "geheim", keep_password=True)
    assert kept_password(register.id, where) == "geheim"
    assert verbs.hub_state(register).password_kept
    verbs.set_hub(register, hub.url("helen"), keep_password=True)
    assert kept_password(register.id, where) == "geheim"
    verbs.set_hub(register, hub.url("amir"), keep_password=True)
    assert not verbs.hub_state(register).password_kept
    verbs.set_hub(register, hub.url("amir"), "other", keep_password=True)
    verbs.set_hub(register, hub.url("amir"))
    assert not verbs.hub_state(register).password_kept


def test_what_is_no_address_changes_nothing(register: Register, hub: Hub) -> None:
    verbs.set_hub(register, hub.url("helen"))
    with pytest.raises(Refused):
        verbs.set_hub(register, "the hub in the cellar")
    assert verbs.address(register) == hub.url("helen")


def test_a_sync_says_what_went_and_how_it_stands(register: Register, hub: Hub) -> None:
    save(register)
    verbs.set_hub(register, hub.url("helen"))
    assert verbs.hub_state(register).waiting == 1
    done = verbs.sync(register)
    assert (done.outcome.pushed, done.outcome.pulled, done.outcome.problem) == (1, 0, None)
    state = verbs.hub_state(register)
    assert state.standing == SYNCED and state.waiting == 0 and state.well_at == done.outcome.at


def test_with_the_hub_away_the_laptop_works_on(register: Register, hub: Hub) -> None:
    verbs.set_hub(register, hub.url("helen"))
    well = verbs.sync(register).outcome.at
    hub_home.keep(register.id, hub="postgresql://helen@/pm?host=/nowhere")
    save(register)
    outcome = verbs.sync(register).outcome
    assert outcome.away and "cannot be reached" in str(outcome.problem)
    state = verbs.hub_state(register)
    assert state.standing == AWAY and state.waiting == 1 and state.well_at == well
    verbs.set_hub(register, hub.url("helen"))
    assert verbs.sync(register).outcome.pushed == 1


def test_a_hub_of_another_register_is_trouble(register: Register, hub: Hub) -> None:
    Hub(hub.server, "elsewhere", "01956f4e-8d2c-7f4e-a1b2-9c0d1e2f3a4b", ("barrow",))
    verbs.set_hub(register, hub.server.url("barrow", "elsewhere"))
    outcome = verbs.sync(register).outcome
    assert not outcome.away and "has no place for this register" in str(outcome.problem)
    assert verbs.hub_state(register).standing == TROUBLE


def test_a_laptop_nobody_knows_waits_until_it_is_trusted(
    register: Register, hub: Hub, laptops: Laptops
) -> None:
    two = Laptop(hub.first.home.parent.parent / "two", hub.first.file)  # type: ignore[attr-defined]
    two.add(name="From elsewhere")
    two.sync(hub)
    save(register)
    verbs.set_hub(register, hub.url("helen"))
    outcome = verbs.sync(register).outcome
    (stranger,) = outcome.strangers
    assert outcome.pulled == 0 and stranger.saves == 1 and len(stranger.fingerprint.split()) == 6
    trust_laptop(register, stranger.key, "Amir’s laptop")
    outcome = verbs.sync(register).outcome
    assert outcome.strangers == () and outcome.pulled == 1
    assert register.find("partnership", "From elsewhere")


def test_what_is_to_be_settled_after_a_sync_is_counted(register: Register, hub: Hub) -> None:
    record = save(register, name="Moor")
    verbs.set_hub(register, hub.url("helen"))
    verbs.sync(register)
    two = Laptop(hub.first.home.parent.parent / "two", hub.first.file)  # type: ignore[attr-defined]
    two.put("partnership", record, purpose="Paths")
    two.sync(hub)
    with register.change("Saved record") as change:
        change.set("partnership", record, {"purpose": "Gates"})
    (stranger,) = verbs.sync(register).outcome.strangers
    trust_laptop(register, stranger.key, "Amir’s laptop")
    done = verbs.sync(register)
    assert done.outcome.to_settle == 1 and done.changes.touches("partnership")


def test_a_connection_can_be_tried_without_keeping_anything(register: Register, hub: Hub) -> None:
    verbs.try_hub(register, hub.url("helen"))
    with pytest.raises(Unavailable):
        verbs.try_hub(register, hub.url("nobody_known"), "x")
    assert verbs.address(register) == "" and verbs.hub_state(register).last is None


def test_a_hub_can_be_left(register: Register, hub: Hub) -> None:
    save(register)
    verbs.set_hub(register, hub.url("helen"), "geheim", keep_password=True)
    verbs.sync(register)
    verbs.forget_hub(register)
    state = verbs.hub_state(register)
    assert (state.standing, state.address, state.last, state.password_kept) == (NONE, "", None, False)
    verbs.set_hub(register, hub.url("helen"))
    assert verbs.sync(register).outcome.pushed == 0  # compared, and there already


def test_a_members_file_uses_no_hub(register: Register, hub: Hub) -> None:
    register.set_local("member", "x")
    assert member_of(register)
    for verb in (
        lambda: verbs.set_hub(register, hub.url("helen")),
        lambda: verbs.sync(register),
        lambda: verbs.try_hub(register, "x"),
    ):
        with pytest.raises(Refused) as met:
            verb()
        assert str(met.value) == verbs.NOT_FOR_MEMBERS


def test_the_administrators_script_takes_plain_logins(register: Register) -> None:
    said = verbs.setup_sql(register, ["helen"])
    assert register.id in said and "CREATE ROLE helen LOGIN" in said
    with pytest.raises(Refused):
        verbs.setup_sql(register, ["Helen Marsh"])


def test_a_copy_on_a_second_laptop_knows_nothing_of_the_firsts_hub(laptops: Laptops, hub: Hub) -> None:
    one, two = laptops(2)
    with one.open() as register:
        save(register)
        verbs.set_hub(register, hub.url("helen"), "geheim", keep_password=True)
        assert verbs.sync(register).outcome.problem is None
    data = one.file.read_bytes()
    assert not any(each.encode() in data for each in ("geheim", hub.url("helen"), "helen@", "Synced"))
    two.file.write_bytes(data)
    with two.open() as register:
        assert verbs.address(register) == "" and verbs.hub_state(register).standing == NONE
        with pytest.raises(Refused):
            verbs.sync(register)
        # Under its own login it goes on from where the file stands, and says nothing of the first's syncs.
        hub_outcomes._newest.clear()  # as another process on another laptop
        verbs.set_hub(register, hub.url("amir"))
        assert verbs.hub_state(register).standing == NEVER and verbs.hub_state(register).well_at == ""
        assert verbs.sync(register).outcome.problem is None
    with one.open() as register:
        assert verbs.address(register) == hub.url("helen")


def test_another_hub_is_not_said_to_be_synced(register: Register, hub: Hub) -> None:
    verbs.set_hub(register, hub.url("helen"))
    verbs.sync(register)
    assert verbs.hub_state(register).standing == SYNCED
    verbs.set_hub(register, hub.url("amir"))
    assert verbs.hub_state(register).standing == NEVER


def test_a_members_file_on_the_same_laptop_has_no_hub(register: Register, hub: Hub) -> None:
    verbs.set_hub(register, hub.url("helen"))
    register.set_local("member", "somebody")
    assert verbs.address(register) == "" and verbs.hub_state(register).standing == NONE
