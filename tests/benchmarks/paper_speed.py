"""Papers a second, beside a bare canvas told to put the same ink in the same places."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.pdfgen.canvas import Canvas

from pmdesk.domain.words import Words
from pmdesk.papers import milestones
from pmdesk.papers.annual_update import annual_update
from pmdesk.papers.lettering import REGULAR, font
from pmdesk.papers.progress import progress
from pmdesk.papers.tagged import TaggedPdf
from tests.benchmarks.timing import Line, alone, turn_by_turn
from tests.papers.example_papers import annual_update_figures, progress_figures

# reportlab begins each chart by naming a font.
STATE_DEFAULTS["fontName"] = REGULAR

_RUN = 500

Drawn = tuple[str, tuple[Any, ...]]


def lines(rounds: int) -> Iterator[Line]:
    """Ten papers a turn; the peer has no tags, no table, no shapes and no words to break into lines.

    It embeds the same fonts, slimmed once, and puts its footers on a page more: they come last.
    """
    words = Words()
    update, report = annual_update_figures(), progress_figures(words, many=4)
    yield _line("an annual update", lambda: annual_update(update, words), rounds)
    yield _line("a progress report with its chart", lambda: progress(report, words), rounds)
    # Eight times what LibreOffice makes of the same paper in one process, at its best 14 a second.
    many = [replace(update, body=f"Trust number {n}", member=f"Councillor {n}") for n in range(_RUN)]
    took = alone(lambda: [annual_update(each, words) for each in many], min(rounds, 3))
    yield Line(f"{_RUN} annual updates", took, most=_RUN * 1000 / (8 * 14))


def _line(what: str, make: Callable[[], bytes], rounds: int, papers: int = 10) -> Line:
    drawn = _listened(make)
    ours, peer = turn_by_turn(
        lambda: [make() for _ in range(papers)], lambda: [_bare(drawn) for _ in range(papers)], rounds
    )
    what = f"{what} ({papers * 1000 / ours:.0f} a second)"
    return Line(what, ours / papers, peer / papers, "a bare canvas, the same ink", times=1.18)


def _listened(make: Callable[[], object]) -> list[Drawn]:
    """Every line of text, every rule, every chart and every page that a paper asks for."""
    drawn: list[Drawn] = []
    real = {name: getattr(TaggedPdf, name) for name in ("text", "rule", "next_page")}
    charted = milestones.draw

    def chart(made: Any, canvas: Any, x: float, foot: float) -> None:
        drawn.append(("chart", (made, x, foot)))
        charted(made, canvas, x, foot)

    def listening(name: str) -> Callable[..., Any]:
        def call(self: TaggedPdf, *given: Any) -> Any:
            drawn.append((name, given))
            return real[name](self, *given)

        return call

    for name in real:
        setattr(TaggedPdf, name, listening(name))
    milestones.draw = chart
    try:
        make()
    finally:
        for name, function in real.items():
            setattr(TaggedPdf, name, function)
        milestones.draw = charted
    return drawn


def _bare(drawn: list[Drawn]) -> bytes:
    font(REGULAR)
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1)
    for name, given in drawn:
        if name == "text":
            _text(canvas, *given)
        elif name == "rule":
            x, y, length, weight, colour = given
            canvas.setLineWidth(weight)
            canvas.setStrokeColorRGB(*colour)
            canvas.line(x, y, x + length, y)
        elif name == "chart":
            made, x, foot = given
            renderPDF.draw(made, canvas, x, foot)
        else:
            canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data


def _text(canvas: Canvas, x: float, baseline: float, lines: list[str], style: Any) -> None:
    ink = canvas.beginText(x, baseline)
    ink.setFont(style.font, style.size, style.leading)
    ink.setFillColorRGB(*style.colour)
    for said in lines:
        ink.textLine(said)
    canvas.drawText(ink)
