"""Files of figures for tests: the real ones in tests/data/figures, and made-up ones as lines of text."""

from pathlib import Path

from pmdesk.exchange.about_measures import read_about
from pmdesk.exchange.figure_file import FigureFile, understand
from pmdesk.exchange.figure_layout import Layout, read_layout
from pmdesk.exchange.grids import Grid, read_book

FIGURES = Path(__file__).parents[1] / "data" / "figures"
LGBF, LGBF_ABOUT = FIGURES / "lgbf_cut.xlsx", FIGURES / "lgbf_metadata_cut.csv"


def grid_of(text: str, name: str = "") -> Grid:
    """A sheet of the lines of a text, cells split at '|'."""
    return Grid(name, [[cell.strip() for cell in line.split("|")] for line in text.strip().split("\n")])


def layout_of(text: str, source: str = "") -> Layout:
    found = read_layout(grid_of(text), source)
    assert found is not None
    return found


def file_of(path: Path, about: Path | None = None, year: str = "") -> FigureFile:
    found = understand(read_book(path), read_about(about) if about else {}, year)
    assert found is not None
    return found


def written(tmp_path: Path, text: str, name: str = "figures.csv") -> Path:
    """A CSV file of such a text."""
    path = tmp_path / name
    path.write_text("\n".join(line.replace("|", ",") for line in text.strip().split("\n")), encoding="utf-8")
    return path
