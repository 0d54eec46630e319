"""The annual pack as PDF: its contents and bookmarks lead where they say, each update is as alone."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words, words_in
from pmdesk.papers.annual_pack import annual_pack
from pmdesk.papers.annual_update import annual_update
from pmdesk.papers.lettering import break_lines
from pmdesk.papers.sheet import SMALL
from pmdesk.papers.tables import places_of
from tests.papers.example_pack import pack_figures
from tests.papers.reading import all_text, of_kind, tags


@pytest.fixture(scope="module")
def made() -> bytes:
    return annual_pack(pack_figures(Words(), 60), Words())


def test_the_contents_give_the_page_on_which_each_part_stands(made: bytes) -> None:
    reader = PdfReader(BytesIO(made))
    lines = [text.rsplit(" ", 1) for text in of_kind(made, "Link")]
    assert len(lines) == 65 and lines[0][0] == "Who has returned an update"
    for title, number in lines:
        heading = title.split(":")[0].strip()
        assert heading in reader.pages[int(number) - 1].extract_text(), title
    assert "Placeholder" not in all_text(made)


def test_each_line_is_a_link_to_that_page_and_so_is_each_bookmark(made: bytes) -> None:
    reader = PdfReader(BytesIO(made))
    leads = [
        (
            str(note.get_object()["/Contents"]),
            reader.get_page_number(note.get_object()["/Dest"][0].get_object()),
        )
        for page in reader.pages
        for note in page.get("/Annots", [])
    ]
    marks = [(str(mark.title), reader.get_destination_page_number(mark)) for mark in reader.outline]
    numbers = [int(text.rsplit(" ", 1)[1]) - 1 for text in of_kind(made, "Link")]
    assert leads == marks and [page for _title, page in marks] == numbers
    assert marks[4][0] == "The year in pictures"
    assert marks[5][0] == "Body 000 of Tŷ Glân: Cllr Member 0"
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_the_contents_are_tagged_in_their_place(made: bytes) -> None:
    kinds = [tag.kind for tag in tags(made)]
    assert kinds[kinds.index("TOC") : kinds.index("TOC") + 4] == ["TOC", "TOCI", "Reference", "Link"]
    assert kinds.index("TOC") < kinds.index("Table") and kinds.count("TOCI") == 65


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_update_says_the_same_as_alone(language: str) -> None:
    words = words_in(language)
    figures = pack_figures(words, 1)
    alone = [tag.text for tag in tags(annual_update(figures.updates[0], words)) if tag.text][3:]
    inside = [tag.text for tag in tags(annual_pack(figures, words)) if tag.text]
    assert inside[-len(alone) :] == alone


def test_the_pictures_of_the_year_stand_before_the_updates() -> None:
    found = tags(annual_pack(pack_figures(Words(), 2), Words()))
    heads = [tag.text for tag in found if tag.kind in ("H2", "H3")]
    at = heads.index("The year in pictures")
    assert heads[at + 1 : at + 4] == [
        "Returns over time",
        "Returned by political group",
        "Was it worthwhile?",
    ]
    assert heads[at + 4].startswith("Body 000") and [tag.kind for tag in found].count("Figure") == 3
    without = replace(pack_figures(Words(), 2), pictures=None)
    assert "The year in pictures" not in all_text(annual_pack(without, Words()))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_head_of_its_tables_breaks_inside_a_word(language: str) -> None:
    for each in pack_figures(words_in(language)).tables:
        for column, place in zip(each.columns, places_of(each.columns), strict=True):
            lines = break_lines(column.heading, SMALL, place.inner)
            assert " ".join(line.strip() for line in lines) == column.heading, each.heading


def test_a_long_title_is_cut_in_the_contents_only() -> None:
    figures = pack_figures(Words(), 1)
    long = replace(figures.updates[0], body="The Worshipful Company " * 8)
    made = annual_pack(replace(figures, updates=(long,)), Words())
    assert of_kind(made, "Link")[-1].split(" ")[-2].endswith("…")
    assert "Company The Worshipful" in " ".join(of_kind(made, "H2"))


def test_it_can_be_stopped() -> None:
    def told(done: int, of: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        annual_pack(pack_figures(Words(), 5), Words(), told)
