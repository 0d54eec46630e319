"""The contents of a long paper: its lines are reserved first and filled in when each part has its page."""

from collections.abc import Sequence
from typing import NamedTuple

from pmdesk.papers.lettering import break_lines, width
from pmdesk.papers.outline import Place
from pmdesk.papers.shapes import LINE as QUIET_LINE
from pmdesk.papers.sheet import BODY, MARGIN, Sheet, baseline, heading
from pmdesk.papers.structure import Tag

LINE, NUMBER_ROOM = 17.0, 30.0


class Contents(NamedTuple):
    """Room kept on the first pages: the tag of the list, and for each line its page and its upper edge."""

    tag: Tag
    lines: tuple[tuple[int, float], ...]


def keep_room(sheet: Sheet, title: str, count: int) -> Contents:
    """A heading and room for `count` lines, over as many pages as they need."""
    heading(sheet, title, keep=LINE * min(count, 3))
    tag, lines = sheet.pdf.root.add("TOC"), list[tuple[int, float]]()
    for _at in range(count):
        sheet.room(LINE)
        lines.append((sheet.pdf.page, sheet.y))
        sheet.y -= LINE
    return Contents(tag, tuple(lines))


def fill(sheet: Sheet, contents: Contents, places: Sequence[Place]) -> None:
    """Write each line with the number of its page, as a link to it; as many places as there is room for.

    The page in hand must come after those of the contents.
    """
    for (page, top), place in zip(contents.lines, places, strict=True):
        link = contents.tag.add("TOCI").add("Reference").add("Link")
        line, number = baseline(BODY, top), str(place.page + 1)
        end = MARGIN + sheet.measure
        with sheet.pdf.back_on(page):
            with sheet.pdf.tagged(link):
                said = _one_line(place.title, sheet.measure - NUMBER_ROOM)
                sheet.pdf.text(MARGIN, line, [f"{said} "], BODY)
            with sheet.pdf.tagged(link):
                sheet.pdf.text(end - width(number, BODY), line, [number], BODY)
            start, dots = MARGIN + width(said, BODY) + 6, end - NUMBER_ROOM
            if dots - start > 12:
                with sheet.pdf.artifact():
                    sheet.pdf.rule(start, line, dots - start, 0.4, QUIET_LINE)
            sheet.pdf.jump(link, place, (MARGIN, top - LINE + 2, end, top))


def _one_line(text: str, room: float) -> str:
    """The text in one line; cut where it would need two: the whole stands where it leads."""
    lines = break_lines(text, BODY, room)
    if len(lines) < 2:
        return lines[0].rstrip() if lines else ""
    said = lines[0].rstrip()
    while said and width(f"{said}…", BODY) > room:
        said = said[:-1].rstrip()
    return f"{said}…"
