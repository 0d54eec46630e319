"""Drafts and who uses this laptop stay in the file and out of the journal."""

from pathlib import Path

from pmdesk.register.store import Register, create, open_register


def test_drafts_are_kept_and_offered_back(path: Path) -> None:
    with create(path) as register:
        register.keep_draft("annual_update/1", {"main_business": "We met"})
    with open_register(path) as register:
        kept = register.draft("annual_update/1")
        assert kept and kept[0] == {"main_business": "We met"} and register.drafts() == ["annual_update/1"]
        register.drop_draft("annual_update/1")
        assert register.draft("annual_update/1") is None
        assert list(register.entries()) == []


def test_a_value_is_kept_replaced_and_forgotten(register: Register) -> None:
    for value in ("one", "two"):
        register.set_local("year", value)
        assert register.local("year") == value
    register.set_local("year", None)
    assert register.local("year") is None and list(register.entries()) == []


def test_a_register_that_is_only_read_remembers_till_it_is_closed(path: Path) -> None:
    create(path).close()
    before = path.read_bytes()
    with open_register(path, read_only=True) as reading:
        reading.set_local("year", "y")
        assert reading.local("year") == "y"
    assert path.read_bytes() == before
    with open_register(path, read_only=True) as reading:
        assert reading.local("year") is None
