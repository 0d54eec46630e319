"""Room kept for contents over several pages, filled in when the rest is drawn."""

from pmdesk.domain.words import Words
from pmdesk.papers.contents import fill, keep_room
from pmdesk.papers.outline import Place
from pmdesk.papers.sheet import Sheet
from tests.papers.reading import of_kind


def test_a_hundred_lines_take_several_pages() -> None:
    sheet = Sheet("Pack", "Aldermoor", "", "2026-04-27", Words())
    kept = keep_room(sheet, "Contents", 100)
    pages = [page for page, _top in kept.lines]
    assert pages[0] == 0 and pages[-1] == 2 and pages == sorted(pages)
    sheet.turn()
    places = [Place(f"Part {n}", sheet.pdf.page, 400) for n in range(100)]
    fill(sheet, kept, places)
    for place in places:
        sheet.pdf.bookmark(place)
    said = of_kind(sheet.finish(), "Link")
    assert said[0] == "Part 0 4" and said[-1] == "Part 99 4" and len(said) == 100
