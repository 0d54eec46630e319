"""Addresses without their password, and lines that do not come about: each a sentence."""

from collections.abc import Callable

import pytest

from pmdesk.domain.check import Refused
from pmdesk.register import hub_link
from pmdesk.register.hub_faults import AWAY, LOGIN, NO_DATABASE, HubFault
from pmdesk.register.hub_link import connect, without_password
from tests.hub_laptops import Laptop
from tests.hub_server import Hub


@pytest.mark.parametrize(
    ("url", "address", "password"),
    [
        ("postgresql://helen@hub/pmdesk", "postgresql://helen@hub/pmdesk", None),
        ("postgres://helen:a%40b@hub:5433/pmdesk", "postgresql://helen@hub:5433/pmdesk", "a@b"),
        ("postgresql://hub/pmdesk?password=x&user=o%40k", "postgresql://o%40k@hub/pmdesk", "x"),
        ("postgresql:///pm?host=/run/pg&port=5433", "postgresql:///pm?host=/run/pg&port=5433", None),
        ("postgresql://[::1]:54/pm?sslmode=prefer", "postgresql://[::1]:54/pm?sslmode=prefer", None),
        (" postgresql://hub ", "postgresql://hub/", None),
    ],
)  # fmt: skip
def test_an_address_is_kept_without_its_password(url: str, address: str, password: str | None) -> None:
    assert without_password(url) == (address, password)
    assert without_password(address) == (address, None)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "Type the hub"),
        ("hub.example.gov.uk", "Type the hub"),
        ("http://hub/pmdesk", "Type the hub"),
        ("host=hub password=geheim", "Type the hub"),
        ("postgresql://helen:geheim@hub/pm?nonsense=1", "Type the hub"),
        ("postgresql://hub/pm?passfile=/etc/passwd", "passfile"),
        ("postgresql://hub/pm?options=-csearch_path%3Dx", "options"),
    ],
)
def test_what_is_no_address_is_refused_without_repeating_a_password(url: str, said: str) -> None:
    with pytest.raises(Refused) as met:
        without_password(url)
    assert said in str(met.value) and "geheim" not in str(met.value)
    assert met.value.__cause__ is None


def test_lines_are_encrypted_and_passwords_never_handed_over_unless_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import psycopg

    asked: list[dict[str, str]] = []

    def refuse(**parts: str) -> None:
        asked.append(parts)
        raise psycopg.OperationalError("could not connect")

    monkeypatch.setattr(psycopg, "connect", refuse)
    for address in ("postgresql://h@hub/pm", "postgresql://h@hub/pm?sslmode=verify-full",
                    "postgresql://h@hub/pm?sslmode=disable", "postgresql://h@/pm?host=/run/pg"):  # fmt: skip
        with pytest.raises(HubFault) as met:
            connect(address, "geheim", "x")
        assert met.value.away
    assert [(each.get("sslmode"), each.get("require_auth")) for each in asked] == [
        ("require", "!password"), ("verify-full", None), ("disable", "!password"), (None, None),
    ]  # fmt: skip
    assert all(each["connect_timeout"] for each in asked)


def test_a_hub_that_is_not_there_is_away(hub: Hub, tmp_path: object) -> None:
    with pytest.raises(HubFault) as met:
        connect("postgresql://helen@/pm?host=/nowhere", None, hub.register_id)
    assert met.value.away and str(met.value) == AWAY


def test_a_login_a_database_and_a_password_that_are_wrong(hub: Hub) -> None:
    with hub.admin() as db:
        db.execute("REVOKE free FROM amir; ALTER ROLE amir PASSWORD 'right'")
    try:
        for url, password, said in (
            (hub.url("amir"), "wrong", LOGIN),
            (hub.url("nobody_known"), "x", LOGIN),
            (hub.server.url("helen", "no_such_database"), None, NO_DATABASE),
        ):
            with pytest.raises(HubFault) as met:
                connect(url, password, hub.register_id)
            assert str(met.value) == said and not met.value.away
        connect(hub.url("amir"), "right", hub.register_id).close()
    finally:
        with hub.admin() as db:
            db.execute("GRANT free TO amir")


def test_the_servers_own_password_variable_serves(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    with hub.admin() as db:
        db.execute("REVOKE free FROM amir; ALTER ROLE amir PASSWORD 'right'")
    try:
        monkeypatch.setenv("PGPASSWORD", "right")
        connect(hub.url("amir"), None, hub.register_id).close()
    finally:
        with hub.admin() as db:
            db.execute("GRANT free TO amir")


def test_another_place_is_another_hub(hub: Hub, laptops: Callable[[int], list[Laptop]]) -> None:
    link = connect(hub.url("helen"), None, hub.register_id)
    assert link.identity.startswith(link.hub) and len(link.identity.split()) == 2
    link.close()
    link.close()
    assert hub_link.NO_ADDRESS
