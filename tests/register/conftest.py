"""A small register, in memory or in a file, for the tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.register.store import Register, create, memory


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "aldermoor.pmdesk"


@pytest.fixture
def on_disk(path: Path) -> Iterator[Register]:
    with create(path, "Helen Marsh") as made:
        yield made
