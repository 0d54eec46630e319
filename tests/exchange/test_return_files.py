"""What came back is found wherever it lies: folders, saved e-mails, archives; with a name or a reason."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from pmdesk.exchange import return_files
from pmdesk.exchange.return_files import Incoming, files_under, incoming
from tests.exchange.returned import archive, mail

PDF = b"%PDF-1.7 a form"


def found(*paths: Path) -> list[Incoming]:
    return [each for _place, each in incoming(files_under(paths))]


def reasons(*paths: Path) -> dict[str, str]:
    return {each.name: str(each.problem) for each in found(*paths) if each.problem}


def test_folders_and_their_folders_by_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.pdf", "in/c.pdf", "a.PDF"):
        (tmp_path / name).write_bytes(PDF)
    for name in (".hidden.pdf", "~$b.pdf", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    assert [each.name for each in found(tmp_path)] == ["a.PDF", "b.pdf", "c.pdf"]
    assert all(each.data == PDF and not each.problem for each in found(tmp_path))


def test_the_forms_attached_to_an_e_mail(tmp_path: Path) -> None:
    one = mail(tmp_path / "one.eml", {"Siân.pdf": PDF, "second.pdf": PDF + b"2"})
    assert [(each.name, each.data) for each in found(one)] == [
        ("one.eml: Siân.pdf", PDF), ("one.eml: second.pdf", PDF + b"2"),
    ]  # fmt: skip
    inner, outer = EmailMessage(), EmailMessage()
    inner.set_content("See below")
    inner.add_attachment(PDF, maintype="application", subtype="octet-stream", filename="form.pdf")
    outer.set_content("Forwarded")
    outer.add_attachment(inner)
    (tmp_path / "forwarded.eml").write_bytes(bytes(outer))
    assert [each.name for each in found(tmp_path / "forwarded.eml")] == ["forwarded.eml: form.pdf"]


def test_the_forms_in_an_archive(tmp_path: Path) -> None:
    made = archive(tmp_path / "all.zip", {"deep/x.pdf": PDF, "y.pdf": PDF, "note.txt": b"no"})
    assert [(each.name, each.data) for each in found(made)] == [
        ("all.zip: x.pdf", PDF), ("all.zip: y.pdf", PDF),
    ]  # fmt: skip


def test_a_pdf_that_lost_its_ending_is_read_all_the_same(tmp_path: Path) -> None:
    for name in ("form", "form.pdf.download", "photo.jpg"):
        (tmp_path / name).write_bytes(PDF)
    assert reasons(tmp_path) == {}


def test_what_cannot_be_a_form_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(return_files, "FORM_SIZE_ALLOWED", 1024 * 1024)
    for name, data in {
        "photo.JPG": b"\xff\xd8\xff", "update.docx": b"PK", "mail.msg": b"\xd0\xcf", "empty.pdf": b"",
        "huge.pdf": b"x" * (1024 * 1024 + 1), "bad.zip": b"PK\x03\x04 broken",
        "bare.eml": b"Subject: no\n\nhello",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    archive(tmp_path / "none.zip", {"note.txt": b"no"})
    archive(tmp_path / "bomb.zip", {"big.pdf": b"\0" * (5 * 1024 * 1024)})
    said = reasons(tmp_path, tmp_path / "gone.pdf")
    assert "a picture" in said["photo.JPG"]
    assert "no PDF" in said["update.docx"]
    assert "Outlook" in said["mail.msg"]
    assert "empty" in said["empty.pdf"]
    assert "larger than 1 MB" in said["huge.pdf"]
    assert "damaged or locked" in said["bad.zip"]
    assert "No PDF is attached" in said["bare.eml"]
    assert "No PDF is in this archive" in said["none.zip"]
    assert "larger than 1 MB" in said["bomb.zip: big.pdf"]
    assert "no file" in said["gone.pdf"]


def test_too_many_are_said_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(return_files, "FILES_ALLOWED", 3)
    for number in range(5):
        (tmp_path / f"{number}.pdf").write_bytes(PDF)
    assert len([each for each in found(tmp_path) if each.data]) == 3
    assert "more than 3 files" in str(found(tmp_path)[-1].problem)


def test_an_archive_that_unpacks_to_a_flood_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(return_files, "HOLDER_SIZE_ALLOWED", 5 * 1024 * 1024)
    archive(tmp_path / "flood.zip", {f"{number}.pdf": b"\0" * 1024 * 1024 for number in range(6)})
    (each,) = found(tmp_path)
    assert "unpacks to more than 5 MB" in str(each.problem)


def test_an_archive_attached_to_an_e_mail_is_opened(tmp_path: Path) -> None:
    inside = archive(tmp_path / "forms.zip", {"x.pdf": PDF}).read_bytes()
    sent = mail(tmp_path / "sent.eml", {"forms.zip": inside, "y.pdf": PDF})
    assert [each.name for each in found(sent)] == ["sent.eml: y.pdf", "sent.eml: x.pdf"]


def test_files_are_read_one_at_a_time(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(PDF)
    reading = incoming(files_under([tmp_path]))
    assert next(reading)[1].data == PDF
    (tmp_path / "b.pdf").unlink()
    assert "no file" in str(next(reading)[1].problem)


def test_a_members_own_file_is_left_to_who_reads_it(tmp_path: Path) -> None:
    (tmp_path / "ashdown.pmdesk").write_bytes(b"SQLite format 3\0")
    (each,) = found(tmp_path)
    assert (each.path, each.data) == (tmp_path / "ashdown.pmdesk", b"")


def test_an_archive_or_an_e_mail_that_is_damaged_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "a.eml").write_bytes(b"From: a@b.example\n\nHello")
    assert "damaged or locked" in reasons(tmp_path / "broken.zip")["broken.zip"]

    def ill(*_given: object, **_named: object) -> None:
        raise LookupError("no such charset")

    monkeypatch.setattr("email.message_from_bytes", ill)
    assert "e-mail is damaged" in reasons(tmp_path / "a.eml")["a.eml"]


def test_hidden_files_and_too_many_in_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(tmp_path / "a.zip", {"._form.pdf": PDF, "in/form.pdf": PDF})
    assert [each.name for each in found(path)] == ["a.zip: form.pdf"]
    monkeypatch.setattr(return_files, "FILES_ALLOWED", 1)
    assert list(reasons(path)) == ["a.zip"]
