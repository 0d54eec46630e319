"""How a hub's address says that the line is encrypted, and by what the server's certificate is checked."""

from typing import NamedTuple

from pmdesk.register.hub_link import address_of, parts_of

LOCAL, OPEN, ENCRYPTED, CHECKED = "local", "open", "encrypted", "checked"
# libpq takes what the system trusts when it is given this in place of a file.
SYSTEM = "system"
_CHECKING = ("verify-ca", "verify-full")


class Line(NamedTuple):
    """How it is kept, by a word above, and the file of the certificate, '' for what the system trusts."""

    kept: str
    certificate: str = ""


def line_of(url: str) -> Line:
    """How pmdesk reaches a hub at this address; Refused if it is none."""
    parts = parts_of(url)
    if parts.get("host", "").startswith("/"):
        return Line(LOCAL)
    mode, file = parts.get("sslmode", "require"), parts.get("sslrootcert", "")
    if mode in _CHECKING:
        return Line(CHECKED, "" if file == SYSTEM else file)
    return Line(ENCRYPTED if mode == "require" else OPEN)


def with_check(url: str, certificate: str = "") -> str:
    """The address with the server's certificate and name checked, by a file or by what the system trusts."""
    return address_of({**parts_of(url), "sslmode": "verify-full", "sslrootcert": certificate or SYSTEM})


def without_check(url: str) -> str:
    """The address as it is typed, without what says that its certificate is checked."""
    parts = parts_of(url)
    if parts.get("sslmode") in _CHECKING:
        parts = {name: said for name, said in parts.items() if name not in ("sslmode", "sslrootcert")}
    return address_of(parts)
