"""One set of figures on a page that lies on its side: by theme at the left, by objective at the right."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_alignment import AlignmentPaper, Side
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.sheet import BODY, MARGIN, SMALL, STRONG, Sheet, write
from pmdesk.papers.side_by_side import NOTE, Strand, StrandTable, side_by_side

_GAP = 24.0


def alignment(paper: AlignmentPaper, words: Words) -> bytes:
    """The paper as PDF bytes, the same bytes for the same figures."""
    title = words("One set of figures: by theme and by objective")
    sheet = Sheet(title, paper.council, words("Measures"), paper.made_on, words, wide=True)
    write(sheet, "P", paper.finding, STRONG, above=3)
    write(sheet, "P", paper.intro, BODY)
    write(sheet, "P", paper.unsettled, SMALL, above=4)
    sheet.y -= 12
    wide = (sheet.measure - _GAP) / 2
    strands = (
        _side(sheet, paper, paper.themes, MARGIN, wide, words),
        _side(sheet, paper, paper.objectives, MARGIN + wide + _GAP, wide, words),
    )
    side_by_side(sheet, strands)
    _neither(sheet, paper, words)
    sheet.y -= 8 if paper.exchanges else 0
    exchanges(sheet, paper.exchanges, words, named=True)
    for place, note in enumerate(paper.notes):
        write(sheet, "P", note, SMALL, above=3 if place else 12)
    return sheet.finish()


def _side(sheet: Sheet, paper: AlignmentPaper, side: Side, x: float, wide: float, words: Words) -> Strand:
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), x, wide)
    strand.heading(side.title)
    strand.paragraph(side.quiet, SMALL)
    if not side.headings:
        strand.paragraph(words("There are none in the register yet."))
        return strand
    made = StrandTable(strand, paper.columns)
    for under in side.headings:
        made.group(under.title, under.quiet, under.depth)
        for gap in under.gaps:
            made.note(gap)
        for row in under.rows:
            made.row(row)
    return strand


def _neither(sheet: Sheet, paper: AlignmentPaper, words: Words) -> None:
    """What counts for neither, over the whole width."""
    if not paper.neither:
        return
    strand = Strand(sheet, sheet.pdf.root.add("Sect"), MARGIN, sheet.measure)
    strand.heading(words("Under neither a theme nor a corporate objective"), above=16)
    strand.paragraph(words("These are measured, and count for neither until they are aligned."), NOTE)
    made = StrandTable(strand, paper.columns)
    for row in paper.neither:
        made.row(row)
    side_by_side(sheet, (strand,))
