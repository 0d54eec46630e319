"""One set of figures as a PDF on its side: two tables side by side, read one after the other."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.alignment import alignment
from tests.papers.example_figures import alignment_paper
from tests.papers.reading import all_text, of_kind, tags

ENGLISH = words_in("en")


def test_it_lies_on_its_side_with_a_table_for_each_half() -> None:
    data = alignment(alignment_paper(ENGLISH), ENGLISH)
    page = PdfReader(BytesIO(data)).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert [tag.kind for tag in tags(data)].count("Table") == 3
    assert of_kind(data, "H2") == [
        "Theme", "Objective", "Under neither a theme nor a corporate objective",
    ]  # fmt: skip


def test_a_half_is_read_whole_before_the_other() -> None:
    said = all_text(alignment(alignment_paper(ENGLISH, 12), ENGLISH))
    assert said.index("Theme 11") < said.index("Objective 0")
    assert said.count("No partnership serves this.") == 12 + 24


def test_heads_are_tagged_once_and_drawn_on_every_page() -> None:
    data = alignment(alignment_paper(ENGLISH, 12), ENGLISH)
    reader = PdfReader(BytesIO(data))
    assert len(reader.pages) > 3
    assert of_kind(data, "TH").count("Latest") == 3
    assert all("Latest" in page.extract_text() for page in reader.pages[:-1])


def test_the_halves_stand_side_by_side() -> None:
    found: list[tuple[str, float]] = []
    page = PdfReader(BytesIO(alignment(alignment_paper(ENGLISH), ENGLISH))).pages[0]
    page.extract_text(visitor_text=lambda text, _cm, tm, _font, _size: found.append((text, tm[4])))
    left = next(x for text, x in found if text.startswith("Theme 0"))
    right = next(x for text, x in found if text.startswith("Objective 0"))
    assert right - left > 300


def test_a_side_without_headings_says_so() -> None:
    said = all_text(alignment(alignment_paper(ENGLISH, 0), ENGLISH))
    assert said.count("There are none in the register yet.") == 2
