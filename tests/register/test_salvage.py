"""Saves and values are found by their shape, wherever in the file they stand."""

from pathlib import Path

from pmdesk.register.salvage import salvage
from pmdesk.register.store import Register
from tests.register.laptops import add

PAGE = 4096


def test_everything_is_found_without_a_header_or_a_tree(path: Path, on_disk: Register) -> None:
    for n in range(30):
        add(on_disk, "person", name=f"Person {n}", note="word " * (n * 80))
    saves = {entry.body: entry.payloads for entry in on_disk.entries()}
    data = path.read_bytes()
    spoilt = path.with_name("spoilt.pmdesk")
    # The first page is gone, and every page says that it is something else.
    pages = [b"\xff" + data[at + 1 : at + PAGE] for at in range(PAGE, len(data), PAGE)]
    spoilt.write_bytes(bytes(PAGE) + b"".join(pages))
    found = salvage(spoilt)
    whole = {each.body for each in found.written}
    # What goes on over pages has the first byte of a page number at their beginnings.
    assert {body for body in saves if len(body) < 3000} <= whole
    assert salvage(path).numbered == {(entry_device(on_disk), seq) for seq in range(1, 31)}
    told = salvage(path)
    assert {payload for values in saves.values() for payload in values.values()} == set(
        told.payloads.values()
    )
    assert {each.body for each in told.written} == saves.keys()


def entry_device(register: Register) -> bytes:
    return bytes(register.db.execute("SELECT DISTINCT device FROM entry").fetchone()[0])


def test_what_was_before_a_save_that_did_not_end_is_found_in_its_journal(
    path: Path, on_disk: Register
) -> None:
    add(on_disk, "person", name="Ann Lee")
    good = path.read_bytes()
    [entry] = on_disk.entries()
    at = good.index(entry.sig) // PAGE
    spoilt = path.with_name("spoilt.pmdesk")
    spoilt.write_bytes(good[: at * PAGE] + b"\xaa" * PAGE + good[at * PAGE + PAGE :])
    assert salvage(spoilt).written == []
    head = bytes.fromhex("d9d505f920a163d7").ljust(20, b"\0") + (512).to_bytes(4, "big")
    page = (at + 1).to_bytes(4, "big") + good[at * PAGE : at * PAGE + PAGE]
    beside = spoilt.with_name("spoilt.pmdesk-journal")
    beside.write_bytes(head.ljust(512, b"\0") + page + b"sum.")
    assert [each.sig for each in salvage(spoilt).written] == [entry.sig]
    beside.write_bytes(b"no journal")
    assert salvage(spoilt).written == []


def test_a_page_size_that_cannot_be_is_not_believed(path: Path, on_disk: Register) -> None:
    add(on_disk, "person", name="Ann Lee", note="x" * 20_000)
    data = bytearray(path.read_bytes())
    for size in (512, 777):
        data[16:18] = size.to_bytes(2, "big")
        path.with_name("spoilt.pmdesk").write_bytes(data)
        assert len(salvage(path.with_name("spoilt.pmdesk")).written) == 1


def test_a_chain_of_pages_in_a_circle_ends(path: Path, on_disk: Register) -> None:
    add(on_disk, "person", name="Ann Lee", note="".join(chr(97 + n % 26) for n in range(40_000)))
    data = bytearray(path.read_bytes())
    for number in range(2, len(data) // PAGE + 1):
        at = (number - 1) * PAGE
        if data[at : at + 3] == b"\0\0\0":  # goes on in another
            data[at : at + 4] = number.to_bytes(4, "big")
    path.with_name("spoilt.pmdesk").write_bytes(data)
    salvage(path.with_name("spoilt.pmdesk"))


def test_nothing_is_found_in_nothing(tmp_path: Path) -> None:
    for data in (
        b"",
        b"SQLite format 3\0",
        bytes(10_000),
        b"\x04\x4c\x01\x4c" * 50,
        b"\x0e\x00\x4c\x4c\x01\x4c\x05" * 99,
    ):
        (tmp_path / "a.pmdesk").write_bytes(data)
        assert salvage(tmp_path / "a.pmdesk").written == []
