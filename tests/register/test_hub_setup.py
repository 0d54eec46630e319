"""The administrator's script: what a laptop's login may do in its register's place, and what nobody may."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from pmdesk.register.hub_faults import NO_PLACE, WRONG_COUNCIL, HubFault
from pmdesk.register.hub_link import connect
from pmdesk.register.hub_setup import is_login, place_of, setup_sql
from pmdesk.register.ids import new_id
from tests.hub_laptops import Laptop, stored
from tests.hub_server import Hub


@pytest.fixture
def filled(hub: Hub, laptops: Callable[[int], list[Laptop]]) -> Hub:
    (one,) = laptops(1)
    one.add(name="Moor", purpose="Paths")
    one.sync(hub)
    return hub


@pytest.fixture
def helen(filled: Hub) -> Iterator[Any]:
    link = connect(filled.url("helen"), None, filled.register_id)
    yield link
    link.close()


def test_only_a_plain_name_is_a_login() -> None:
    assert is_login("helen_2") and not any(map(is_login, ("", "Helen", "2x", "a b", 'a"; DROP', "a" * 64)))
    with pytest.raises(AssertionError):
        setup_sql(new_id(), ["a; DROP SCHEMA public"])


@pytest.mark.parametrize(
    "said",
    [
        "UPDATE {0}.entry SET sig = sig",
        "UPDATE {0}.payload SET value = value",
        "DELETE FROM {0}.entry",
        "DELETE FROM {0}.payload",
        "DELETE FROM {0}.erased",
        "TRUNCATE {0}.payload",
        "DROP TABLE {0}.payload",
        "DROP TRIGGER fit ON {0}.payload",
        "ALTER TABLE {0}.payload DISABLE TRIGGER fit",
        "INSERT INTO {0}.hub(register) VALUES ('x')",
        "INSERT INTO {0}.erased SELECT hash, 0, hash FROM {0}.entry",
        "INSERT INTO {0}.entry(hash, body, sig, login) VALUES ('', '', '', 'other')",
        "INSERT INTO {0}.entry(hash, body, sig, tx) VALUES ('', '', '', '1')",
        "SELECT {0}.erase()",
        "CREATE TABLE {0}.mine(x int)",
        "SET ROLE {1}",
    ],
)
def test_a_laptop_reads_and_adds_and_nothing_else(helen: Any, said: str) -> None:
    place = place_of(helen.schema)
    owner = place_of(helen.schema.removeprefix("pmdesk_")).owner
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        helen.db.execute(said.format(helen.schema, owner))
    assert place.owner.endswith("_owner")


def test_another_councils_login_reads_and_writes_nothing_here(filled: Hub) -> None:
    other = Hub(filled.server, filled.database, new_id(), ("barrow",))
    with pytest.raises(HubFault) as met:
        connect(filled.url("barrow"), None, filled.register_id)
    assert str(met.value) == WRONG_COUNCIL
    own = connect(filled.url("barrow"), None, other.register_id)
    schema = place_of(filled.register_id).schema
    for said in ("SELECT * FROM {0}.entry", "SELECT * FROM {0}.payload", "SELECT * FROM {0}.hub",
                 "INSERT INTO {0}.entry(hash, body, sig) VALUES ('', '', '')"):  # fmt: skip
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            own.db.execute(said.format(schema))
    own.close()
    assert len(stored(filled)) == 1


def test_a_register_without_a_place_is_told_so(filled: Hub) -> None:
    with pytest.raises(HubFault) as met:
        connect(filled.url("helen"), None, new_id())
    assert str(met.value) == NO_PLACE


def test_a_place_that_says_it_is_for_another_register_is_left_alone(filled: Hub) -> None:
    schema = place_of(filled.register_id).schema
    with filled.admin() as db:
        db.execute(f"UPDATE {schema}.hub SET register = %s", (new_id(),))
    with pytest.raises(HubFault) as met:
        connect(filled.url("helen"), None, filled.register_id)
    assert str(met.value) == WRONG_COUNCIL


def insert(link: Any, name: bytes, body: bytes, sig: bytes = bytes(64)) -> None:
    link.db.execute(
        f"INSERT INTO {link.schema}.entry(hash, body, sig) VALUES (%b, %b, %b)", (name, body, sig)
    )


def test_a_forged_hash_is_refused(helen: Any) -> None:
    body = f'{{"register":"{helen.schema}"}}'.encode()
    with pytest.raises(psycopg.errors.CheckViolation):
        insert(helen, bytes(32), body)


def test_a_save_of_another_register_is_refused(helen: Any) -> None:
    body = f'{{"register":"{new_id()}"}}'.encode()
    with pytest.raises(psycopg.errors.CheckViolation):
        insert(helen, hashlib.sha256(body).digest(), body)


def test_a_value_that_its_save_does_not_tell_of_is_refused(helen: Any, filled: Hub) -> None:
    (name,) = stored(filled)
    for place in (0, 1, 999):
        with pytest.raises(psycopg.errors.CheckViolation):
            helen.db.execute(
                f"INSERT INTO {helen.schema}.payload(hash, place, salt, value) VALUES (%b, %s, %b, '\"x\"')"
                " ON CONFLICT DO NOTHING",
                (name, 100 + place, bytes(16)),
            )
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        helen.db.execute(
            f"INSERT INTO {helen.schema}.payload(hash, place, salt, value)"
            " SELECT sha256('x'), 0, %b, '1' WHERE false OR true",
            (bytes(16),),
        )


def test_values_are_added_only_where_an_erasure_would_be_seen(helen: Any, filled: Hub) -> None:
    ((name, values),) = stored(filled).items()
    helen.db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    with pytest.raises(psycopg.errors.CheckViolation):
        helen.db.execute(
            f"INSERT INTO {helen.schema}.payload(hash, place, salt, value) VALUES (%b, 0, %b, %s)",
            (name, values[0].salt, values[0].value),
        )


def test_an_erasure_waits_for_those_who_add_values(
    filled: Hub, laptops: Callable[[int], list[Laptop]]
) -> None:
    """The lock: while one laptop adds values, another's erasure stands before the door."""
    schema = place_of(filled.register_id).schema
    link = connect(filled.url("helen"), None, filled.register_id)
    link.db.execute("BEGIN")
    link.db.execute(
        f"INSERT INTO {schema}.payload(hash, place, salt, value) SELECT hash, place, salt, value"
        f" FROM {schema}.payload ON CONFLICT DO NOTHING"
    )
    with filled.admin() as db:
        held = db.execute("SELECT mode FROM pg_locks WHERE locktype = 'advisory' AND granted").fetchall()
    assert held == [("ShareLock",)]
    link.db.execute("ROLLBACK")
    link.close()


def test_it_can_be_run_again_for_another_laptop(filled: Hub) -> None:
    before = stored(filled)
    Hub(filled.server, filled.database, filled.register_id, ("helen", "wyn"))
    connect(filled.url("wyn"), None, filled.register_id).close()
    assert stored(filled) == before


def test_the_script_leaves_no_way_in_for_who_ran_it(filled: Hub) -> None:
    place = place_of(filled.register_id)
    with filled.admin() as db:
        members = db.execute(
            "SELECT m.rolname FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid"
            " JOIN pg_roles m ON m.oid = a.member WHERE r.rolname = %s",
            (place.owner,),
        ).fetchall()
        public = db.execute(
            "SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = %s"
            " AND grantee = 'PUBLIC'",
            (place.schema,),
        ).fetchone()
    assert members == [] and public == (0,)
