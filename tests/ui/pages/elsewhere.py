"""Another laptop writes while a form stands open here; what it wrote comes in as by a hub."""

from tempfile import TemporaryDirectory
from typing import Any

import pytest

from pmdesk.register.entries import Scalar
from pmdesk.register.store import Register
from tests.register.laptops import laptops, put


def comes_meanwhile(register: Register, kind: str, record: str, /, **values: Scalar) -> None:
    """A copy of the register is written in elsewhere and merged here; no page is told."""
    (theirs,) = laptops(1)
    theirs.db.execute("UPDATE register SET id = ?", (register.id,))
    theirs.id = register.id
    theirs.merge(list(register.entries()), "pack:x")
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMDESK_HOME", home)  # its key is kept there, beside none of ours
        put(theirs, kind, record, **values)
    register.merge(list(theirs.entries()), "pack:y")


def said(register: Register, record: str, field: str) -> set[Any]:
    """The values that stand beside each other in a field."""
    return {each.value for each in register.rival_values(record, field)}
