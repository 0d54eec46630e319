"""A register in the wrong place: said once, copied to the laptop, a note left where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import places
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, open_register
from pmdesk.domain.places import CLOUD, SHARE, STICK, Place
from pmdesk.domain.words import Words
from pmdesk.register.store import create, memory


@pytest.fixture
def in_cloud(tmp_path: Path) -> Iterator[Register]:
    (tmp_path / "OneDrive - Aldermoor").mkdir()
    with create(tmp_path / "OneDrive - Aldermoor" / "aldermoor.pmdesk") as made:
        save(made, "organisation", {"name": "Chamber of Trade"})
        yield made


def test_it_is_said_until_somebody_says_it_stays(in_cloud: Register) -> None:
    place = places.where_it_lies(in_cloud)
    assert place == Place(CLOUD, "OneDrive")
    places.let_it_stay(in_cloud, place)
    assert places.where_it_lies(in_cloud) is None
    with memory() as nowhere:
        assert places.where_it_lies(nowhere) is None


def test_a_folder_that_is_safe(tmp_path: Path, home: Path) -> None:
    cloud, own = tmp_path / "OneDrive", tmp_path / "Documents"
    cloud.mkdir()
    own.mkdir()
    assert places.safe_folder([tmp_path / "none", cloud, own]) == own
    assert places.safe_folder([cloud]) == home / "registers"


def test_each_sort_says_why() -> None:
    said = [Words()(places.say_place(Place(sort, "NAME"))) for sort in (CLOUD, SHARE, STICK)]
    assert all("NAME" in each and "safer on this laptop" in each for each in said)


def test_it_is_copied_and_a_note_is_left(in_cloud: Register, tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    (documents / "aldermoor.pmdesk").write_text("another")
    new = places.copy_here(in_cloud, documents, "2026-04-27", "Ann Lee", Words())
    assert new == documents / "aldermoor 2.pmdesk"
    assert (documents / "aldermoor.pmdesk").read_text() == "another"
    with open_register(new) as copy:
        assert copy.id == in_cloud.id and copy.check() == []
        save(copy, "organisation", {"name": "Rotary"})
    assert in_cloud.path
    note = (in_cloud.path.parent / "aldermoor was copied.txt").read_text("utf-8")
    assert "27 April 2026" in note and "Ann Lee" in note and str(new) in note
    again = places.copy_here(in_cloud, documents, "2026-04-27", "", Words())
    assert again.name == "aldermoor 3.pmdesk"
