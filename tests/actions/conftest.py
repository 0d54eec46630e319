"""What tests of the verbs begin with: a register in memory, and one outside body in it."""

from collections.abc import Iterator

import pytest

from pmdesk.register.store import Register, memory
from tests.actions.saving import save


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as made:
        yield made


@pytest.fixture
def body(register: Register) -> str:
    return save(register, "outside_body", name="Dock Trust")
