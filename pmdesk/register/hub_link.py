"""The line to a hub: its address without a password in it, and a connection with its limits set.

psycopg is imported when a hub is first spoken to, not on the way to the first paint.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register.hub_faults import NO_PLACE, WRONG_COUNCIL, HubFault, speaking, why_refused
from pmdesk.register.hub_setup import place_of

if TYPE_CHECKING:
    import psycopg

NO_ADDRESS = N_("Type the hub’s address, such as postgresql://helen@hub.example.gov.uk/pmdesk.")
# What an address may say besides its password; anything else would do what nobody here looked at.
_KNOWN = {
    *("host", "hostaddr", "port", "dbname", "user", "sslmode", "sslrootcert", "sslcert", "sslkey"),
    *("channel_binding", "require_auth", "gssencmode", "krbsrvname", "target_session_attrs"),
}
_IN_FRONT = ("user", "host", "port", "dbname")
# A line that is cut without a word is noticed within half a minute, also where nobody is at the other end.
_LIMITS = {
    "connect_timeout": "10",
    "tcp_user_timeout": "20000",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "application_name": "pmdesk",
    "client_encoding": "utf8",
    "options": "-c lock_timeout=20s -c statement_timeout=120s -c idle_in_transaction_session_timeout=60s",
}


class Link(NamedTuple):
    """An open line to the place of one register in a hub; `hub` names that place, however it is reached."""

    db: psycopg.Connection[tuple[Any, ...]]
    schema: str
    hub: str
    identity: str

    def close(self) -> None:
        with suppress(Exception):  # it may be broken already
            self.db.close()


def without_password(url: str) -> tuple[str, str | None]:
    """An address as it may be kept and shown, and the password that stood in it; Refused if it is none.

    >>> without_password("postgresql://helen:s3cret@hub/pmdesk")
    ('postgresql://helen@hub/pmdesk', 's3cret')
    """
    parts = parts_of(url)
    password = parts.pop("password", None)
    strange = sorted(set(parts) - _KNOWN)
    if strange:
        raise Refused(
            {"hub": Say(N_("pmdesk does not use ‘{part}’ in a hub’s address."), {"part": strange[0]})}
        )
    return address_of(parts), password


def connect(address: str, password: str | None, register_id: str) -> Link:
    """Reach the hub and this register's place in it; HubFault with the reason when that cannot be."""
    import psycopg

    parts = {**_LIMITS, **parts_of(address)}
    if not parts.get("host", "").startswith("/"):
        # Nobody on the way reads along, and an impostor is never handed the password itself.
        parts.setdefault("sslmode", "require" if parts.get("host") else "prefer")
        if parts["sslmode"] not in ("verify-ca", "verify-full"):
            parts.setdefault("require_auth", "!password")
    if password:
        parts["password"] = password
    try:
        db = psycopg.connect(**parts, autocommit=True)  # type: ignore[arg-type]
    except psycopg.Error as error:
        raise why_refused(error) from error
    except (UnicodeError, OSError) as error:
        raise HubFault(N_("The hub cannot be reached. Check the address."), away=True) from error
    try:
        return _arrive(db, register_id)
    except BaseException:
        db.close()
        raise


def _arrive(db: psycopg.Connection[tuple[Any, ...]], register_id: str) -> Link:
    """Whose place this is, before anything is asked or said."""
    import psycopg

    schema = place_of(register_id).schema
    with speaking():
        known = db.execute(
            "SELECT has_schema_privilege(n.oid, 'USAGE') FROM pg_namespace n WHERE nspname = %s", (schema,)
        ).fetchone()
        if known is None:
            raise HubFault(NO_PLACE)
        if not known[0]:
            raise HubFault(WRONG_COUNCIL)
        found = db.execute(f"SELECT id::text, register FROM {schema}.hub").fetchone()
        if found is None or found[1] != register_id:
            raise HubFault(WRONG_COUNCIL)
    cluster = ""
    with suppress(psycopg.errors.InsufficientPrivilege), speaking():
        row = db.execute("SELECT system_identifier::text FROM pg_control_system()").fetchone()
        cluster = str(row[0]) if row else ""
    hub = str(found[0])
    return Link(db, schema, hub, f"{hub} {cluster}")


def parts_of(url: str) -> dict[str, str]:
    """What an address says; libpq itself reads it."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    url = url.strip()
    if not url.startswith(("postgresql://", "postgres://")):
        raise Refused({"hub": Say(NO_ADDRESS)})
    try:
        return {name: str(value) for name, value in conninfo_to_dict(url).items() if value not in (None, "")}
    except (psycopg.Error, ValueError):
        # Its own words would repeat the address, password and all.
        raise Refused({"hub": Say(NO_ADDRESS)}) from None


def address_of(parts: dict[str, str]) -> str:
    """The shortest way to write an address again."""
    host, rest = parts.get("host", ""), {name: parts[name] for name in parts if name not in _IN_FRONT}
    in_front = host if host and not set(host) & set("/,") else ""
    if host and not in_front:
        rest["host"] = host
    user = f"{quote(parts['user'], safe='')}@" if "user" in parts else ""
    port = f":{parts['port']}" if "port" in parts and in_front else ""
    if "port" in parts and not in_front:
        rest["port"] = parts["port"]
    shown = f"[{in_front}]" if ":" in in_front else quote(in_front, safe="")
    name = quote(parts.get("dbname", ""), safe="")
    # libpq takes a plus for a plus, so a space of a file's name is written as %20.
    more = f"?{urlencode(rest, safe='/', quote_via=quote)}" if rest else ""
    return f"postgresql://{user}{shown}{port}/{name}{more}"
