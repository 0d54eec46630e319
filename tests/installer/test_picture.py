"""The picture of a paper's chart page."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from installer.picture import make_picture


def test_the_page_with_the_chart_is_pictured(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    canvas = Canvas(str(paper), pagesize=(200, 300))
    canvas.showPage()
    canvas.setPageSize((300, 200))
    for n in range(20):
        canvas.line(10, 10 * n, 100, 10 * n)
    canvas.showPage()
    canvas.save()
    make_picture(paper, tmp_path / "chart.png")
    picture = (tmp_path / "chart.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (600, 400)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["chart.png", "paper.pdf"]
