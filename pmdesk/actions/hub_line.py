"""The line to the hub in words: whether it is encrypted, and whether the server's certificate is checked."""

from pathlib import Path

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say
from pmdesk.register.hub_tls import CHECKED, ENCRYPTED, LOCAL, OPEN, Line, line_of, with_check, without_check

__all__ = ["CHECKED", "Line", "checked_address", "line_of", "say_line", "without_check"]

_SAID = {
    LOCAL: "",
    OPEN: N_("The connection may not be encrypted: its address allows that."),
    ENCRYPTED: N_("The connection is encrypted. Whose server it is, is not checked."),
    CHECKED: N_("The connection is encrypted, and the server’s certificate is checked."),
}


def say_line(url: str) -> str:
    """How the line to this address is kept, to be translated; '' for a server on this very laptop."""
    return _SAID[line_of(url).kept]


def checked_address(url: str, certificate: str) -> str:
    """The address with its server's certificate checked; Refused when the file is not there."""
    if certificate and not Path(certificate).is_file():
        raise Refused({"certificate": Say(N_("There is no such file."))})
    return with_check(url, certificate)
