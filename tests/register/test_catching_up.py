"""What an older pmdesk merged and did not know is shown once its register is brought up to date."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.register.catching_up import known_columns
from pmdesk.register.store import create, open_register
from tests.faults.laptops_made import as_of


@pytest.fixture(autouse=True)
def back() -> Iterator[None]:
    """Be the pmdesk of today again."""
    yield
    as_of(newer=False)


def test_what_an_older_pmdesk_could_not_show_is_there_afterwards(path: Path, tmp_path: Path) -> None:
    """A kind of record that is new, and a field that is new of a record that was known."""
    newer = tmp_path / "newer.pmdesk"
    create(path).close()
    shutil.copyfile(path, newer)
    as_of(newer=True)
    with open_register(newer) as ours:
        with ours.change("Saved") as change:
            gone = change.add("later", {"name": "Brought by tomorrow's pmdesk"})
            known = change.add("organisation", {"name": "Holm Library", "later": "A field of tomorrow"})
        with ours.change("Saved") as change:
            change.set("organisation", known, {"note": "Both know this field"})
            change.delete("later", gone)
            there = change.add("later", {"name": "Another"})
        saves = list(ours.entries())
        wanted = {(kind, id): ours.get(kind, id) for kind, id in (("later", there), ("organisation", known))}
    as_of(newer=False)
    with open_register(path) as theirs:
        theirs.merge(saves, "pack:x")
        assert "later" not in known_columns(theirs.db) and theirs.check() == []
        assert (theirs.get("organisation", known) or {})["note"] == "Both know this field"
    as_of(newer=True)
    with open_register(path) as theirs:
        assert theirs.check() == []
        assert [str(row["id"]) for row in theirs.all("later")] == [there]
        for (kind, id), row in wanted.items():
            assert {**(theirs.get(kind, id) or {}), "n": 0} == {**(row or {}), "n": 0}
        assert [found.id for found in theirs.search("tomorrow")] == [known]


def test_nothing_is_done_where_nothing_was_unknown(path: Path) -> None:
    with create(path) as register, register.change("Saved") as change:
        change.add("organisation", {"name": "Holm Library"})
    as_of(newer=True)
    with open_register(path) as register:
        assert register.all("later") == [] and register.all("organisation")[0]["later"] is None
        assert register.check() == []
