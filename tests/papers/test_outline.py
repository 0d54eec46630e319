"""Bookmarks beside the pages: where they lead, and none where there are none."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import Words
from pmdesk.papers.outline import Place
from pmdesk.papers.sheet import Sheet


def made(*places: Place) -> PdfReader:
    sheet = Sheet("Pack", "Aldermoor", "", "2026-04-27", Words())
    sheet.turn()
    for place in places:
        sheet.pdf.bookmark(place)
    return PdfReader(BytesIO(sheet.finish()))


def test_bookmarks_lead_to_their_places_in_any_letters() -> None:
    reader = made(Place("Tŷ Glân (a)\\", 1, 700), Place("Dock", 0, 300))
    assert [(mark.title, reader.get_destination_page_number(mark), mark.top) for mark in reader.outline] == [
        ("Tŷ Glân (a)\\", 1, 700),
        ("Dock", 0, 300),
    ]


def test_without_bookmarks_there_is_no_outline() -> None:
    root = made().trailer["/Root"]
    assert "/Outlines" not in root and root["/PageMode"] == "/UseNone"
