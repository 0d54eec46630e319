"""Every question asked of a register whose file is gone is answered by the sentence for a person."""

from pathlib import Path

import pytest

from pmdesk.register.faults import Unavailable
from pmdesk.register.store import create, open_register

QUESTIONS = {
    "get": ("person", "x"), "all": ("person",), "count": ("person",), "find": ("person", "x"),
    "title": ("x",), "search": ("x",), "listed": ("person",), "page": ("person", [1]), "marked": ("person",),
    "reports": (),
    "milestone_counts": ("2026-04-27",), "late_milestones": ("2026-04-27", 3), "measures": (),
    "first_measures": ({}, "code", 1), "kept": ([1],), "ratings": (),
    "measures_beginning": ("code", False, 1), "ratings_at": ("2026-04-27",),
    "ratings_of": (1,), "measure_counts": ("kind",), "rules": (),
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_file_emptied_underneath_is_said_and_not_thrown(path: Path, question: str) -> None:
    create(path).close()
    with open_register(path, read_only=True) as register:
        getattr(register, question)(*QUESTIONS[question])
        register.db.execute("PRAGMA shrink_memory")
        path.write_bytes(b"")
        with pytest.raises(Unavailable):
            getattr(register, question)(*QUESTIONS[question])
