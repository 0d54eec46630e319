"""An erasure from end to end, by the raw bytes: nothing of the person is left anywhere that pmdesk keeps."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pmdesk.actions.erasing import Done, erase, look_at_erasure
from pmdesk.actions.fault_log import note_fault
from pmdesk.actions.pack_seal import opened
from pmdesk.actions.records import save
from pmdesk.actions.registers import open_register
from pmdesk.actions.remembering import remember
from pmdesk.actions.shared_folder import (
    choose_shared_folder,
    let_come_by_itself,
    look_in_folder,
    put_in_folder,
    take_erased_out,
)
from pmdesk.exchange.pack_reading import pack_bytes, read_pack
from pmdesk.register.backups import folder_of
from pmdesk.register.open_file import Register
from tests.laptops import WORDS, Laptop, who_know_each_other

TODAY = "2026-04-27"
NAME, EMAIL, PHONE = "Rowan Quillfeather", "rowan@quillmail.example", "07700 900 461"
SECRETS = (NAME, "quillfeather", EMAIL, "quillmail", PHONE, "900461", "Otterwick")


def spellings() -> Iterator[bytes]:
    """How it could stand in a file: as typed, without case, in the encodings of text."""
    for secret in SECRETS:
        for text in (secret, secret.casefold(), secret.upper()):
            yield from (text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def left_in(folder: Path) -> list[tuple[str, bytes]]:
    """(file, what of it) of everything that any file below a folder holds, as it is."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [(path.name, each) for path in files for each in spellings() if each in path.read_bytes()]


def told_by(register: Register, box: Path) -> str:
    """All the values of all packs in a shared folder that this laptop can open."""
    found = list[str]()
    for path in sorted(box.rglob("*.pmpack")):
        pack = read_pack(opened(register, pack_bytes(path), ""), register.id, lambda *_given: True)
        found += [value for each in pack.saves for _place, _salt, value in each.values]
    return "\n".join(found)


def person(register: Register) -> str:
    """Somebody with all that may hang on one: seats, an update, texts, drafts, other people's words."""
    id = save(register, "person", {"name": "R. Quillfeather", "kind": "member", "email": EMAIL})[0]
    save(register, "person", {"name": NAME, "phone": PHONE, "note": "Moved to Otterwick"}, id)
    body = str(register.all("outside_body")[0]["id"])
    save(register, "outside_body", {"note": f"Keys: {NAME}, {PHONE}", "link_officer": id}, body)
    seat = {"outside_body": body, "person": id, "starts": "2019-05-20", "ends": "2021-05-10"}
    save(register, "appointment", seat)
    partnership = str(register.all("partnership")[0]["id"])
    save(register, "partnership", {"lead_officer": id, "purpose": f"As {NAME} said."}, partnership)
    save(register, "partnership", {"purpose": "To serve the moor."}, partnership)
    register.keep_draft("outside_body/new", {"name": f"ROWAN QUILLFEATHER's trust, {EMAIL}"})
    register.keep_draft("appointment/new", {"person": id, "": 3})
    return id


def erased(register: Register, who: str) -> Done:
    look = look_at_erasure(register, who, TODAY)
    return erase(register, who, NAME, dict.fromkeys(place.id for place in look.places))


def on_two_laptops(folder: Path, file: Path, patch: pytest.MonkeyPatch) -> tuple[Laptop, Laptop, str]:
    """Ann's and Bob's, who exchange through a folder; the person is on both, and in packs of both."""
    ann, bob = who_know_each_other(folder, file, patch)
    (folder / "box").mkdir()
    with ann.at() as hers:
        who = person(hers)
        choose_shared_folder(hers, folder / "box")
        put_in_folder(hers, WORDS)
    with bob.at() as his:
        choose_shared_folder(his, folder / "box")
        let_come_by_itself(his, True)
        look_in_folder(his)
        save(his, "organisation", {"name": "Chamber", "contact": f"Ask {NAME}"})
        his.daily_backup(date(2026, 3, 2))
        his.keep_draft("partnership/new", {"purpose": f"{NAME} asked"})
        put_in_folder(his, WORDS)
    return ann, bob, who


def test_not_one_byte_of_the_person_is_left(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob, who = on_two_laptops(tmp_path, sample_file, monkeypatch)
    with ann.at() as hers:
        let_come_by_itself(hers, True)
        look_in_folder(hers)
        hers.daily_backup(date(2026, 3, 1))
        hers.backup_to(tmp_path / "ann" / "stick.pmdesk")
        hers.set_local("backups_elsewhere", f'["{tmp_path / "ann" / "stick.pmdesk"}"]')
        remember(hers, "papers-folder", str(tmp_path))
        with pytest.raises(ValueError) as error:
            raise ValueError(f"{NAME} is not a number")
        note_fault(error.value)
        assert NAME in told_by(hers, tmp_path / "box") and hers.search("quillfeather")
        done = erased(hers, who)
        assert done.wiped.left == () and done.wiped.backups == 2 and done.packs == 1
        assert hers.search("quillfeather") == [] and hers.search("otterwick") == []
        assert hers.drafts() == [] and hers.check() == []
        assert take_erased_out(hers) == 0, "once"
    assert left_in(tmp_path / "ann") == []
    with bob.at() as his:
        assert len(left_in(tmp_path / "bob")) > 3
        (came,) = look_in_folder(his)
        assert came.brought is not None
        look_in_folder(his)  # as every minute: his own packs in the folder are freed of it, too
        assert his.check() == [] and his.drafts() == []
        said = told_by(his, tmp_path / "box")
        assert said and not any(secret in said for secret in SECRETS)
    assert left_in(tmp_path / "bob") == []
    for laptop in (ann, bob):
        with laptop.at() as register:
            row = register.get("person", who)
            assert row and row["name"] == "(erased)" and row["deleted"]
            for path in folder_of(register.id).glob("*.pmdesk"):
                with open_register(path, read_only=True) as copy:
                    assert copy.check() == []


def test_whoever_missed_the_packs_that_went_has_all_of_it_by_the_new_one(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    (tmp_path / "box").mkdir()
    with ann.at() as hers:
        choose_shared_folder(hers, tmp_path / "box")
        who = person(hers)
        put_in_folder(hers, WORDS)
        save(hers, "organisation", {"name": "Chamber of Trade"})
        put_in_folder(hers, WORDS)
        assert erased(hers, who).packs == 2
    assert len(list((tmp_path / "box").rglob("*.pmpack"))) == 1
    with bob.at() as his:
        choose_shared_folder(his, tmp_path / "box")
        let_come_by_itself(his, True)
        look_in_folder(his)
        assert his.find("organisation", "Chamber of Trade")
        row = his.get("person", who)
        assert row and row["name"] == "(erased)" and his.check() == []


def test_a_folder_that_is_away_is_cleaned_when_it_is_there_again(
    tmp_path: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, _bob = who_know_each_other(tmp_path, sample_file, monkeypatch)
    box = tmp_path / "box"
    box.mkdir()
    with ann.at() as hers:
        choose_shared_folder(hers, box)
        who = person(hers)
        put_in_folder(hers, WORDS)
        box.rename(tmp_path / "away")
        assert erased(hers, who).packs == 0
        (tmp_path / "away").rename(box)
        assert look_in_folder(hers) == []
        assert not any(secret in told_by(hers, box) for secret in SECRETS)
    assert len(list(box.rglob("*.pmpack"))) == 1
