"""The look of every paper: A4, 20 mm margins, title, sections, prose, footer; its words come from figures.

To add a paper: frozen figures in `figures/paper_values.py`, a module here with one function from them to
bytes, its row in the tests of this room.
"""

import re

from pmdesk.domain.dates import say_date
from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import Section
from pmdesk.papers.lettering import REGULAR, SEMIBOLD, Style, break_lines, printable, width
from pmdesk.papers.shapes import INK, LINE, QUIET
from pmdesk.papers.structure import Tag
from pmdesk.papers.tagged import PAGE_HEIGHT, PAGE_WIDTH, TaggedPdf

# Points. 20 mm all round; the text stops a little above the footer's rule.
MARGIN = 56.69
MEASURE = PAGE_WIDTH - 2 * MARGIN
TOP, BOTTOM = PAGE_HEIGHT - MARGIN, MARGIN + 8

BODY = Style(REGULAR, 10.5, 15, INK)
STRONG = Style(SEMIBOLD, 10.5, 15, INK)
TITLE = Style(SEMIBOLD, 18, 24, INK)
SUB = Style(REGULAR, 12, 16, INK)
PART = Style(SEMIBOLD, 15, 20, INK)
HEADING = Style(SEMIBOLD, 12, 16, INK)
SMALL = Style(REGULAR, 9, 12, QUIET)

LANGUAGE_TAGS = {"en": "en-GB", "cy": "cy-GB"}

_ITEM = re.compile(r"\s*(?:(\d{1,3})[.)]|[-\u2022\u2013*])\s+(?=\S)")
_INDENT = 13.5


class Sheet:
    """A paper in the making: its PDF, and `y`, where the next line begins (points from the foot).

    A `wide` one lies on its side. `measure` is the width of its text, `top` where its pages begin.
    """

    def __init__(
        self, title: str, council: str, occasion: str, made_on: str, words: Words, wide: bool = False
    ) -> None:
        language = LANGUAGE_TAGS.get(words.language, words.language)
        size = (PAGE_HEIGHT, PAGE_WIDTH) if wide else (PAGE_WIDTH, PAGE_HEIGHT)
        self.pdf = TaggedPdf(title, council, language, made_on, size)
        self.measure, self.top = size[0] - 2 * MARGIN, size[1] - MARGIN
        self.words, self.made_on, self.y = words, made_on, self.top
        self.mark = ""  # what every page says at its foot of a paper that is not for all
        self._masthead(council, occasion)
        write(self, "H1", title, TITLE, above=9)

    def room(self, height: float) -> None:
        """Turn the page unless `height` points are left on it."""
        if self.y - height < BOTTOM:
            self.turn()

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.pdf.next_page()
        self.y = self.top

    def finish(self) -> bytes:
        """The whole PDF, with its footers."""
        return self.pdf.finish(self._footer)

    def _masthead(self, council: str, occasion: str) -> None:
        right = _cut(break_lines(occasion, BODY, self.measure * 0.55))
        left = _cut(break_lines(council, STRONG, self.measure * (0.42 if right else 1)))
        line = baseline(BODY, self.y)
        if left:
            with self.pdf.tagged(self.pdf.root.add("P")):
                self.pdf.text(MARGIN, line, left, STRONG)
        if right:
            with self.pdf.tagged(self.pdf.root.add("P")):
                for place, said in enumerate(right):
                    start = MARGIN + self.measure - width(said.rstrip(), BODY)
                    self.pdf.text(start, line - place * BODY.leading, [said], BODY)
        self.y -= max(len(left), len(right), 1) * BODY.leading

    def _footer(self, page: int, pages: int) -> None:
        self.pdf.rule(MARGIN, 49.5, self.measure, 0.75, LINE)
        day = say_date(self.made_on, self.words)
        made = printable(self.words("Made from the register on {day}", day=day))
        said = f"{printable(self.mark)}. {made}" if self.mark else made
        self.pdf.text(MARGIN, 35, [said], SMALL)
        numbered = printable(self.words("Page {n} of {m}", n=page, m=pages))
        self.pdf.text(MARGIN + self.measure - width(numbered, SMALL), 35, [numbered], SMALL)


def baseline(style: Style, top: float) -> float:
    """Where the first line's letters stand when its line box begins at `top`."""
    return top - style.leading / 2 - style.size * 0.388


def _cut(lines: list[str], most: int = 3) -> list[str]:
    """The masthead stays small; both its texts stand whole in the register."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip()[:-1] + "…"]


def write(
    sheet: Sheet, kind: str, text: str, style: Style, above: float = 0, below: float = 0, keep: float = 0
) -> None:
    """One paragraph or heading over the whole width, broken over pages where it must; `keep` stays below."""
    lines = break_lines(text, style, sheet.measure)
    if not lines:
        return
    sheet.y -= above
    sheet.room(min(len(lines), 3) * style.leading + below + keep)
    flow(sheet, sheet.pdf.root.add(kind), lines, style)
    sheet.y -= below


def flow(sheet: Sheet, tag: Tag, lines: list[str], style: Style, x: float = MARGIN) -> None:
    """Draw a paragraph's lines for `tag` from the cursor down, over as many pages as they need."""
    while lines:
        fits = int((sheet.y - BOTTOM + 0.01) / style.leading)
        # No single line is left alone at the foot of a page or the head of the next.
        if fits < len(lines) and (fits < 2 or len(lines) < 4) and sheet.y < sheet.top:
            sheet.turn()
            continue
        count = len(lines) if fits >= len(lines) else min(fits, len(lines) - 2)
        with sheet.pdf.tagged(tag):
            sheet.pdf.text(x, baseline(style, sheet.y), lines[:count], style)
        sheet.y -= count * style.leading
        lines = lines[count:]


def heading(sheet: Sheet, text: str, keep: float = 30, level: int = 2) -> None:
    """A section's heading, 14 points above and 3 below, kept with at least `keep` points of what follows."""
    write(sheet, f"H{level}", text, HEADING, above=14, below=3, keep=keep)


def part(sheet: Sheet, title: str) -> None:
    """The title of a part of a paper that begins on a page of its own."""
    sheet.turn()
    write(sheet, "H2", title, PART)


def section(sheet: Sheet, written: Section, level: int = 2) -> None:
    """A heading and its prose; nothing at all when nothing was written."""
    if written.text.strip():
        heading(sheet, written.heading, level=level)
        prose(sheet, written.text)


def prose(sheet: Sheet, text: str) -> None:
    """What a person typed over several lines: paragraphs, and lists where lines begin with '1.' or '-'."""
    for place, block in enumerate(re.split(r"\n\s*\n", printable(text).strip())):
        if place:
            sheet.y -= 6
        _block(sheet, block)


def _block(sheet: Sheet, block: str) -> None:
    plain: list[str] = []
    items: list[tuple[str, str]] = []
    for line in block.split("\n"):
        found = _ITEM.match(line)
        if found:
            _paragraph(sheet, plain)
            items.append((f"{found[1]}." if found[1] else "\u2022", line[found.end() :]))
        elif items and line.startswith((" ", "\t")):
            items[-1] = (items[-1][0], f"{items[-1][1]} {line.strip()}")
        else:
            _listed(sheet, items)
            plain.append(line)
    _paragraph(sheet, plain)
    _listed(sheet, items)


def _paragraph(sheet: Sheet, plain: list[str]) -> None:
    """Each typed line is its own: a member who pressed Return meant it."""
    for line in plain:
        write(sheet, "P", line, BODY)
    plain.clear()


def _listed(sheet: Sheet, items: list[tuple[str, str]]) -> None:
    if not items:
        return
    numbering = "Disc" if items[0][0] == "\u2022" else "Decimal"
    listed = sheet.pdf.root.add("L", numbering=numbering)
    indent = max(_INDENT, *(width(label, BODY) + 4 for label, _text in items))
    for label, text in items:
        lines = break_lines(text, BODY, sheet.measure - indent)
        sheet.room(min(len(lines), 2) * BODY.leading)
        item = listed.add("LI")
        with sheet.pdf.tagged(item.add("Lbl")):
            start = MARGIN + indent - 4 - width(label, BODY)
            sheet.pdf.text(start, baseline(BODY, sheet.y), [label + " "], BODY)
        flow(sheet, item.add("LBody"), lines, BODY, MARGIN + indent)
    items.clear()
