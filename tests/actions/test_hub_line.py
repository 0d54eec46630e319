"""How the line to the hub is said, and a certificate file that must be there."""

from pathlib import Path

import pytest

from pmdesk.actions.hub_line import checked_address, line_of, say_line
from pmdesk.domain.check import Refused

HUB = "postgresql://helen@hub.example/pmdesk"


def test_what_is_said_of_the_line() -> None:
    assert "not checked" in say_line(HUB)
    assert "may not be encrypted" in say_line(f"{HUB}?sslmode=prefer")
    assert say_line("postgresql://helen@/pmdesk?host=/var/run") == ""
    assert "certificate is checked" in say_line(checked_address(HUB, ""))


def test_the_certificate_file_must_be_there(tmp_path: Path) -> None:
    file = tmp_path / "council.crt"
    with pytest.raises(Refused) as refused:
        checked_address(HUB, str(file))
    assert set(refused.value.problems) == {"certificate"}
    file.write_text("x")
    assert line_of(checked_address(HUB, str(file))).certificate == str(file)
