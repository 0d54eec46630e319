"""A newcomer's laptop writes an enrolment file; the officer who compared the words trusts it by it."""

from pathlib import Path

import pytest

from pmdesk.actions.enrolling import look_at_enrolment, make_enrolment, trust_enrolled
from pmdesk.actions.laptops import fingerprint, laptop_row, my_key
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from pmdesk.exchange.unreadable import Unreadable
from tests.register.laptops import add, laptops

EN = words_in("en")


def test_a_file_made_there_is_trusted_here(tmp_path: Path) -> None:
    here, there = laptops()
    there.set_me(add(there, "person", name="Ann Shaw"))
    made = make_enrolment(there, tmp_path / "ann.pmenrol", EN)
    found = look_at_enrolment(here, made)
    assert found.name.startswith("Ann Shaw’s laptop (") and found.person == "Ann Shaw"
    assert fingerprint(found.key) == fingerprint(my_key(there))
    trust_enrolled(here, found)
    assert (laptop_row(here, found.key) or {})["role"] == "officer"


def test_what_was_changed_or_is_of_another_register_is_refused(tmp_path: Path) -> None:
    here, there = laptops()
    made = make_enrolment(there, tmp_path / "ann.pmenrol", EN)
    made.write_bytes(made.read_bytes().replace(b"Laptop", b"Lapdog"))
    with pytest.raises(Refused, match="was changed"):
        look_at_enrolment(here, made)
    (other,) = laptops(1)
    with pytest.raises(Refused, match="another register"):
        look_at_enrolment(other, make_enrolment(there, tmp_path / "again.pmenrol", EN))
    with pytest.raises(Unreadable, match="could not be read"):
        look_at_enrolment(here, tmp_path / "nothing.pmenrol")
    assert here.count("laptop") == 0
