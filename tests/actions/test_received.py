"""The form as it came is kept beside its update, byte for byte, under a name that leads nowhere else."""

from pathlib import Path

import pytest

from pmdesk.actions.received import copy_received, received_of, save_received
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.returns_in import look_at_returns, take_returns
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.return_story import TODAY, council, fill, sent, updates
from tests.exchange.returned import mail


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return council(tmp_path, seats=1)


def test_the_bytes_as_they_came(register: Register, tmp_path: Path) -> None:
    form = fill(sent(register, tmp_path / "in")[0])
    found = look_at_returns(register, [mail(tmp_path / "a.eml", {"my form.pdf": form.read_bytes()})])
    take_returns(register, found, (), TODAY)
    update = str(updates(register)["Body 01"]["id"])
    assert [file.name for file in received_of(register, update)] == ["my form.pdf"]
    assert save_received(register, update, 0, tmp_path / "kept.pdf").read_bytes() == form.read_bytes()
    copy = copy_received(register, update, 0)
    assert (copy.name, copy.read_bytes()) == ("my form.pdf", form.read_bytes())
    with pytest.raises(Refused, match="not kept any more"):
        save_received(register, update, 1, tmp_path / "none.pdf")
    assert register.path is not None
    with pytest.raises(Unavailable):
        save_received(register, update, 0, register.path)


@pytest.mark.parametrize(
    ("came", "called"),
    [("a.eml: ../../x.pdf", "x.pdf"), ("C:\\bad\\run.exe", "run.exe.pdf"), ("a.zip: ", "form.pdf")],
)
def test_a_name_never_leads_elsewhere(register: Register, came: str, called: str) -> None:
    with register.change("Received annual updates") as change:
        update = change.add("annual_update", {"status": "submitted"})
        change.keep_received(b"0" * 32, update, came, b"%PDF")
    assert [file.name for file in received_of(register, update)] == [called]
    assert copy_received(register, update, 0).name == called


def test_nothing_for_one_that_was_typed(register: Register) -> None:
    assert received_of(register, None) == received_of(register, "nobody") == []
