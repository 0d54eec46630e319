"""What a hub's answers mean to a person: PostgreSQL's codes and words become sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pmdesk.domain.words import N_, Say
from pmdesk.register.faults import Unavailable

if TYPE_CHECKING:
    import psycopg


class HubFault(Unavailable):
    """The hub cannot be used now; `away` when it may well be there again without anybody doing anything."""

    def __init__(self, sentence: Say | str, *, away: bool = False) -> None:
        super().__init__(sentence)
        self.away = away


AWAY = N_("The hub cannot be reached. Your saves are safe on this laptop and wait for the next sync.")
CUT = N_("The hub broke off. What had gone through stays; the next sync goes on from there.")
LOGIN = N_("The hub refused this login. Check the name and the password, or ask the hub’s administrator.")
NO_PASSWORD = N_("The hub asks for a password. Type it, or ask the hub’s administrator for one.")
NO_DATABASE = N_("The hub has no database of this name. Check the address.")
NO_TLS = N_(
    "The hub does not encrypt its connections, so nothing was sent. Ask its administrator to switch TLS on, "
    "or add ‘?sslmode=disable’ to the address if the line is safe."
)
NOT_TRUSTED = N_(
    "This laptop cannot tell whether it reached the right hub: its certificate does not fit. Nothing was "
    "sent. Ask the hub’s administrator."
)
WRONG_COUNCIL = N_(
    "This login may not use the hub for this register: it was given for another. Ask the hub’s administrator."
)
NO_PLACE = N_(
    "The hub has no place for this register yet. Its administrator makes one with what ‘pmdesk hub-setup’ "
    "prints."
)
FULL = N_("The hub’s disk is full. Your saves are safe on this laptop; tell the hub’s administrator.")
READ_ONLY = N_("The hub can only be read at the moment. Your saves wait on this laptop; try again later.")
CROWDED = N_("The hub has no room for another connection at the moment. Try again in a few minutes.")
BUSY = N_("Too many laptops are at the hub at once. Try again in a few minutes.")
REFUSED = N_("The hub refused what was sent, and kept none of it. Tell the hub’s administrator.")
STRANGE = N_("The hub answered with an error (code {code}). Tell its administrator.")

# By code (SQLSTATE), else by its class: the sentence, and whether waiting helps.
_BY_CODE: dict[str, tuple[str, bool]] = {
    "28000": (LOGIN, False),
    "28P01": (LOGIN, False),
    "3D000": (NO_DATABASE, False),
    "3F000": (NO_PLACE, False),
    "42P01": (NO_PLACE, False),
    "42501": (WRONG_COUNCIL, False),
    "53100": (FULL, False),
    "53200": (BUSY, True),
    "53300": (CROWDED, True),
    "25006": (READ_ONLY, True),
    "40": (BUSY, True),
    "55": (BUSY, True),
    "23": (REFUSED, False),
    "22": (REFUSED, False),
    "57": (CUT, True),
    "08": (CUT, True),
}
# What is said before there is a code: libpq hands on the words of a refused connection alone.
_BY_WORDS: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (("no password supplied",), NO_PASSWORD, False),
    (("server does not support ssl",), NO_TLS, False),
    # Of an authority that has the right one's name and another key OpenSSL speaks of its signature alone.
    (("certificate", "root.crt", "signature failure"), NOT_TRUSTED, False),
    (
        (
            "authentication failed",
            "pg_hba.conf",
            "is not permitted to log in",
            "authentication method requirement",
        ),
        LOGIN,
        False,
    ),
    (("permission denied for database",), WRONG_COUNCIL, False),
    (('role "',), LOGIN, False),
    (('database "',), NO_DATABASE, False),
    (("too many clients", "remaining connection slots", "too many connections"), CROWDED, True),
)


@contextmanager
def speaking() -> Iterator[None]:
    """Turn what goes wrong with an open connection into a HubFault."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise understood(error) from error


def understood(error: psycopg.Error) -> HubFault:
    """The sentence for an error of an open connection."""
    import psycopg

    code = error.sqlstate or ""
    known = _BY_CODE.get(code) or _BY_CODE.get(code[:2])
    if known:
        return HubFault(known[0], away=known[1])
    if not code and isinstance(error, psycopg.OperationalError):
        return HubFault(CUT, away=True)
    return HubFault(Say(STRANGE, {"code": code or type(error).__name__}))


def why_refused(error: psycopg.Error) -> HubFault:
    """The sentence for a connection that did not come about."""
    if error.sqlstate in _BY_CODE:
        return understood(error)
    said = str(error).lower()
    for words, sentence, away in _BY_WORDS:
        if any(word in said for word in words):
            return HubFault(sentence, away=away)
    return HubFault(AWAY, away=True)
