"""Laptops for tests: each with a home of its own, so with keys of its own, over copies of one register."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmdesk.actions.laptops import name_this_laptop, trust_laptop
from pmdesk.actions.pack_seal import tell_seal
from pmdesk.actions.pack_taking import Brought, look_at_pack, take_pack
from pmdesk.actions.registers import open_register
from pmdesk.domain.words import Words
from pmdesk.register.store import Register

WORDS = Words()


class Laptop:
    """A register on a laptop of its own; `at` makes everything done within it happen there."""

    def __init__(self, folder: Path, register: Path, name: str, patch: pytest.MonkeyPatch) -> None:
        self.home, self.path, self._patch = folder / name / "home", folder / name / "aldermoor.pmdesk", patch
        self.home.mkdir(parents=True)
        self.path.write_bytes(register.read_bytes())

    @contextmanager
    def at(self) -> Iterator[Register]:
        with self._patch.context() as patch:
            patch.setenv("PMDESK_HOME", str(self.home))
            with open_register(self.path) as register:
                yield register


def who_know_each_other(folder: Path, register: Path, patch: pytest.MonkeyPatch) -> tuple[Laptop, Laptop]:
    """Ann's laptop and Bob's, each named, with the same register on both."""
    ann = Laptop(folder, register, "ann", patch)
    with ann.at() as hers:
        name_this_laptop(hers, WORDS)
        tell_seal(hers)
    bob = Laptop(folder, ann.path, "bob", patch)
    with bob.at() as his:
        name_this_laptop(his, WORDS)
        tell_seal(his)
    ann.path.write_bytes(bob.path.read_bytes())
    return ann, bob


def bring(register: Register, path: Path) -> Brought:
    """Take a pack in, trusting whoever wrote in it."""
    look = look_at_pack(register, path)
    for n, key in enumerate(look.unknown):
        trust_laptop(register, key, f"Laptop {n}")
    return take_pack(register, look)
