"""Files that members send back and that are none of our forms, one maker for each kind."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas


def scan() -> bytes:
    """A page with a picture and no words."""
    from PIL import Image

    picture, out = BytesIO(), BytesIO()
    Image.new("L", (60, 80), 230).save(picture, "PNG")
    canvas = Canvas(out)
    picture.seek(0)
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(picture), 0, 0, 500, 700)
    canvas.showPage()
    page = PdfReader(BytesIO(canvas.getpdfdata()))
    writer = PdfWriter()
    writer.append(page)
    del writer.pages[0]["/Resources"]["/Font"]
    return written(writer)


def other_paper() -> bytes:
    """A PDF of somebody else's."""
    canvas = Canvas(BytesIO())
    canvas.drawString(100, 700, "Minutes of the allotment society")
    made: bytes = canvas.getpdfdata()
    return made


def printed(form: bytes) -> bytes:
    """A form printed to a new PDF: what was typed is ink, and the boxes are gone."""
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    for number in range(len(document)):
        page = document[number]
        raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
        page.close()
    out = BytesIO()
    document.save(out)
    document.close()
    writer = PdfWriter()
    writer.append(PdfReader(out))
    writer._root_object.pop("/AcroForm", None)
    return written(writer)


def locked(form: bytes) -> bytes:
    return changed(form, lambda writer: writer.encrypt("secret", algorithm="AES-256"))


def with_script(form: bytes) -> bytes:
    return changed(form, lambda writer: opening(writer, "/JavaScript", "/JS", "app.alert(1)"))


def with_file(form: bytes) -> bytes:
    return changed(form, lambda writer: writer.add_attachment("a.exe", b"MZ"))


def with_launch(form: bytes) -> bytes:
    return changed(form, lambda writer: opening(writer, "/Launch", "/F", "cmd.exe"))


def with_launch_after(form: bytes) -> bytes:
    """One that goes to a page when it is opened, and then launches something."""

    def chain(writer: PdfWriter) -> None:
        opening(writer, "/Launch", "/F", "cmd.exe")
        then = writer._root_object["/OpenAction"]
        first = {NameObject("/S"): NameObject("/GoTo"), NameObject("/Next"): then}
        writer._root_object[NameObject("/OpenAction")] = DictionaryObject(first)

    return changed(form, chain)


def with_pages(form: bytes, many: int) -> bytes:
    return changed(form, lambda writer: [writer.add_blank_page() for _ in range(many)])


def opening(writer: PdfWriter, kind: str, part: str, what: str) -> None:
    """Have a reader do something when it opens the file."""
    action = {NameObject("/S"): NameObject(kind), NameObject(part): TextStringObject(what)}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def damaged(form: bytes) -> bytes:
    return form[:300]


def other_ticket(form: bytes, ticket: str) -> bytes:
    """A form whose hidden field was changed."""
    return with_value(form, "ticket", ticket)


def with_value(form: bytes, name: str, value: str) -> bytes:
    """A form in which some program wrote a text where a choice stands."""

    def change(writer: PdfWriter) -> None:
        for field in writer._root_object["/AcroForm"]["/Fields"]:
            if field.get_object().get("/T") == name:
                field.get_object()[NameObject("/V")] = TextStringObject(value)

    return changed(form, change)


def without_field(form: bytes, name: str) -> bytes:
    def drop(writer: PdfWriter) -> None:
        fields = writer._root_object["/AcroForm"]["/Fields"]
        kept = [field for field in fields if field.get_object().get("/T") != name]
        fields.clear()
        fields.extend(kept)

    return changed(form, drop)


def changed(form: bytes, change: Callable[[PdfWriter], Any]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(form))
    change(writer)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def mail(path: Path, attached: Mapping[str, bytes]) -> Path:
    """An e-mail with those attachments, as a mail program saves it."""
    message = EmailMessage()
    message["Subject"], message["From"] = "My update", "member@example.org"
    message.set_content("Here it is.")
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    path.write_bytes(bytes(message))
    return path


def archive(path: Path, inside: Mapping[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name, data in inside.items():
            made.writestr(name, data)
    return path
