"""Files of the same register beside it are told by what is in them."""

from pathlib import Path

from pmdesk.register.beside import beside, is_whole
from pmdesk.register.store import Register, create, open_register
from tests.register.laptops import add


def test_copies_are_told_by_their_id(path: Path, on_disk: Register) -> None:
    add(on_disk, "organisation", name="One")
    worked_on, same = path.with_name("aldermoor (1).pmdesk"), path.with_name("aldermoor - Copy.pmdesk")
    on_disk.backup_to(worked_on)
    on_disk.backup_to(same)
    with open_register(worked_on) as copy:
        add(copy, "organisation", name="Two")
        add(copy, "organisation", name="Three")
    create(path.with_name("other.pmdesk")).close()
    path.with_name("nothing.pmdesk").write_text("no register")
    path.with_name("folder.pmdesk").mkdir()
    path.with_name("link.pmdesk").symlink_to(path)
    stood = worked_on.read_bytes()
    found = {each.path.name: each.new for each in beside(on_disk.db, on_disk.id, path)}
    assert found == {"aldermoor (1).pmdesk": 2, "aldermoor - Copy.pmdesk": 0}
    assert worked_on.read_bytes() == stood
    add(on_disk, "organisation", name="Four")  # the lock of the open one still holds
    assert on_disk.check() == []


def test_a_copy_under_a_passphrase_of_its_own_is_not_opened(path: Path, on_disk: Register) -> None:
    other = path.with_name("other.pmdesk")
    with create(other, passphrase="penny anchor window"):
        pass
    assert beside(on_disk.db, on_disk.id, path) == []


def test_a_whole_register_is_told_from_a_part_of_one(path: Path, on_disk: Register) -> None:
    record = add(on_disk, "person", name="Ann")
    whole, part = path.with_name("whole.pmdesk"), path.with_name("part.pmdesk")
    on_disk.backup_to(whole)
    on_disk.extract_to(part, {record: ("name",)}, {"member": record})
    assert is_whole(whole, None) and not is_whole(part, None)
