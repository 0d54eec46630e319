"""What a council's database administrator runs once, so that a register's laptops can meet in PostgreSQL.

One schema for each register, with roles of its own: a login that was let into one sees nothing of another.
"""

import re
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

_LOGIN = re.compile(r"[a-z][a-z0-9_]{0,62}")


class Place(NamedTuple):
    """How a register's place in a hub is called."""

    schema: str
    owner: str
    laptops: str


def place_of(register_id: str) -> Place:
    """The names of a register's schema, of the role that owns it and of the one its laptops have.

    >>> place_of("01956f4e-8d2c-7f4e-a1b2-9c0d1e2f3a4b").schema
    'pmdesk_01956f4e8d2c7f4ea1b29c0d1e2f3a4b'
    """
    schema = f"pmdesk_{register_id.replace('-', '')}"
    return Place(schema, f"{schema}_owner", f"{schema}_laptops")


def is_login(name: str) -> bool:
    """Whether a laptop's login may be called so: small letters, digits and underscores.

    >>> is_login("helen_marsh"), is_login("Helen; DROP TABLE x")
    (True, False)
    """
    return _LOGIN.fullmatch(name) is not None


def setup_sql(register_id: str, logins: Sequence[str] = ()) -> str:
    """The whole script: schema, tables, checks, roles, and a login for each laptop named."""
    place = place_of(register_id)
    template = files("pmdesk.register").joinpath("hub_tables.sql").read_text(encoding="utf-8")
    return template.format(
        register=register_id,
        logins="".join(_login(name, place.laptops) for name in logins),
        **place._asdict(),
    )


def _login(name: str, laptops: str) -> str:
    assert is_login(name)
    return f"""
-- A laptop. Give it a password afterwards, in psql:  \\password {name}
DO $do$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN
        CREATE ROLE {name} LOGIN;
    END IF;
END
$do$;
GRANT {laptops} TO {name};
"""
