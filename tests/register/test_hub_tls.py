"""What a hub's address says of its line, read and written."""

import pytest

from pmdesk.domain.check import Refused
from pmdesk.register.hub_link import without_password
from pmdesk.register.hub_tls import CHECKED, ENCRYPTED, LOCAL, OPEN, line_of, with_check, without_check

HUB = "postgresql://helen@hub.example/pmdesk"


def test_how_a_line_is_kept() -> None:
    assert line_of(HUB) == (ENCRYPTED, "")
    assert line_of(f"{HUB}?sslmode=disable").kept == line_of(f"{HUB}?sslmode=prefer").kept == OPEN
    assert line_of("postgresql://helen@/pmdesk?host=/var/run").kept == LOCAL
    assert line_of(f"{HUB}?sslmode=verify-ca&sslrootcert=/a/ca.crt") == (CHECKED, "/a/ca.crt")
    with pytest.raises(Refused):
        line_of("hub.example")


def test_a_check_is_added_and_taken_away() -> None:
    known, own = with_check(HUB), with_check(f"{HUB}?sslmode=disable", "/a/My CA.crt")
    assert line_of(known) == (CHECKED, "") and "sslrootcert=system" in known
    assert line_of(own) == (CHECKED, "/a/My CA.crt")
    assert without_check(known) == without_check(own) == HUB
    assert without_check(f"{HUB}?sslmode=disable").endswith("sslmode=disable")
    assert without_password(known) == (known, None), "the address may be kept so"
