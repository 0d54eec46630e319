"""Makes a picture of the page of a paper that holds its chart; it draws nothing itself."""

import sys
from pathlib import Path

import pypdfium2

DOTS_PER_POINT = 2


def chart_page(document: pypdfium2.PdfDocument) -> int:
    """The page with the most drawn lines and shapes; a chart has many more than a page of text and tables."""
    drawn = []
    for page in document:
        drawn.append(sum(each.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH for each in page.get_objects()))
    return drawn.index(max(drawn))


def make_picture(paper: Path, picture: Path) -> None:
    """Write `picture` (PNG, two dots a point) so that a half-written one is never seen."""
    document = pypdfium2.PdfDocument(paper)
    page = document[chart_page(document)]  # kept in a variable: a page freed too early crashes
    aside = picture.with_suffix(".part.png")
    page.render(scale=DOTS_PER_POINT).to_pil().save(aside)
    aside.replace(picture)


if __name__ == "__main__":
    make_picture(Path(sys.argv[1]), Path(sys.argv[2]))
