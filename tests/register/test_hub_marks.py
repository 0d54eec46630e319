"""The marks: whatever stands there that does not fit is as if nothing stood there."""

import pytest

from pmdesk.register import hub_marks
from pmdesk.register.entries import Entry, hash_text
from pmdesk.register.hub_marks import Marks, Standing
from pmdesk.register.store import Register
from tests.register.laptops import add, laptops

_STANDS = str(Standing(bytes(32), 3, 9))


def test_marks_come_back_as_they_were_kept(register: Register) -> None:
    assert hub_marks.kept(register.db) == Marks()
    marks = Marks("a b", 7, "x", 3, "y", (65536, 65537), {"00": ["z"]}, _STANDS, _STANDS)
    with register.writing():
        hub_marks.keep(register.db, marks)
    assert hub_marks.kept(register.db) == marks


@pytest.mark.parametrize(
    "said", ["", "x", "[]", '{"other": 1}', '{"lacking": 1}', '{"sent": "x"}', '{"newest": 1}']
)
def test_what_is_no_mark_is_none(register: Register, said: str) -> None:
    register.set_local(hub_marks.NAME, said)
    assert hub_marks.kept(register.db) == Marks()


def test_numbers_of_another_file_do_not_fit(register: Register) -> None:
    add(register, "partnership", name="Moor")
    (entry,) = register.entries()
    fits = Marks("h", pushed=1, last=hash_text(entry.hash))
    assert hub_marks.fits_here(register.db, fits) and hub_marks.fits_here(register.db, Marks())
    for marks in (Marks("h", pushed=1, last="x"), Marks("h", pushed=2, last=fits.last)):
        assert not hub_marks.fits_here(register.db, marks)
        with register.writing():
            hub_marks.keep(register.db, marks)
        assert hub_marks.waiting_to_go(register.db) == 1
    with register.writing():
        hub_marks.keep(register.db, fits)
    assert hub_marks.waiting_to_go(register.db) == 0


def test_values_that_are_missing_are_named_until_they_come() -> None:
    here, there = laptops(2)
    add(here, "partnership", name="Moor", purpose="Paths")
    (whole,) = here.entries()
    there.merge([Entry(whole.body, whole.sig, {0: whole.payloads[0]})], "pack:test")
    assert hub_marks.without_value(there.db, 0, 1) == [65537]
    assert hub_marks.without_value(there.db, 1, 1) == hub_marks.without_value(here.db, 0, 1) == []
    assert hub_marks.came_late(there.db, [65537]) == set()
    there.merge([whole], "pack:test")
    assert hub_marks.came_late(there.db, [65537]) == {65537}


def test_values_that_were_erased_are_not_missed() -> None:
    here, there = laptops(2)
    add(here, "partnership", name="Moor", purpose="Paths")
    (whole,) = here.entries()
    there.merge([Entry(whole.body, whole.sig, {})], "pack:test")
    there.db.execute("UPDATE erased SET by = ? WHERE hash = ? AND place = 1", (whole.hash, whole.hash))
    assert hub_marks.without_value(there.db, 0, 1) == [65536]
    assert hub_marks.not_erased(there.db, [65536, 65537, 9 * 65536]) == [65536, 9 * 65536]
