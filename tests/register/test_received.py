"""A file is kept as it came, beside the update it led to, and goes with the save that brought it."""

import hashlib
from pathlib import Path

import pytest

from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.check import Refused, check
from pmdesk.register.store import Register, create, open_register

PDF = b"%PDF-1.7 as it came"
DIGEST = hashlib.sha256(PDF).digest()


def take(register: Register, name: str = "return.pdf") -> str:
    with register.change("Received annual updates") as change:
        update = change.add("annual_update", {"status": "submitted"})
        change.keep_received(DIGEST, update, name, PDF)
    return update


def take_and_fail(register: Register) -> None:
    with register.change("Received annual updates") as change:
        change.keep_received(DIGEST, "u", "return.pdf", PDF)
        check(ANNUAL_UPDATE, {})


def test_it_is_found_by_its_hash_and_by_its_update(register: Register) -> None:
    assert register.led_to(DIGEST) is None
    update = take(register)
    assert register.led_to(DIGEST) == update
    (kept,) = register.received_files(update)
    assert (kept.name, kept.bytes) == ("return.pdf", PDF) and kept.at > 0


def test_a_file_that_comes_again_leads_to_the_newer_update(register: Register) -> None:
    first, second = take(register), take(register, "again.pdf")
    assert register.led_to(DIGEST) == second
    assert register.received_files(first) == []


def test_nothing_is_kept_of_a_save_that_fails(register: Register) -> None:
    with pytest.raises(Refused):
        take_and_fail(register)
    assert register.led_to(DIGEST) is None


def test_it_is_no_part_of_the_journal_and_the_register_stays_sound(path: Path) -> None:
    with create(path) as register:
        update = take(register)
        assert register.check() == []
        assert PDF not in b"".join(entry.body for entry in register.entries())
    with open_register(path, read_only=True) as register:
        assert [file.bytes for file in register.received_files(update)] == [PDF]
