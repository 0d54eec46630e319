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


@pytest.fixture
def filled(register: Register) -> Register:
    with register.change("Brought in a file") as change:
        council = change.add("organisation", {"name": "Aldermoor District Council"})
        helen = change.add("person", {"name": "Helen Marsh", "kind": "officer"})
        wyn = change.add("person", {"name": "Wyn Ŵynne", "kind": "member"})
        for name, seats, status in (
            ("Émile Trust", 3, "current"),
            ("aldermoor Arts", 1, "ended"),
            ("Zeta Board", 2, None),
            ("Tŷ Glân", 2, None),
        ):
            body = change.add(
                "outside_body",
                {
                    "name": name,
                    "seats": seats,
                    "status": status,
                    "council": council,
                    "aims": f"Aims of {name}",
                    "link_officer": helen if seats == 2 else None,
                },
            )
        change.add("appointment", {"outside_body": body, "person": wyn})
    return register
