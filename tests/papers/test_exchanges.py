"""Question and reply beside each other on paper, read one after the other; a long reply is never lost."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.record_page import Side
from pmdesk.papers.exchanges import exchanges
from pmdesk.papers.sheet import Sheet
from tests.papers.reading import all_text, of_kind

ENGLISH = words_in("en")


def made(*found: Exchange) -> bytes:
    sheet = Sheet("A paper", "Council", "", "2026-04-27", ENGLISH)
    exchanges(sheet, found, ENGLISH, level=2)
    return sheet.finish()


def test_the_question_is_read_before_the_reply() -> None:
    asked = Side("Council", "asked on 9 March 2026", "Why so late?", "Whose doing it is: Police")
    reply = Side("Police", "answered on 30 March 2026", "- A form <b>broke</b>.")
    paper = made(Exchange(asked, (reply,), "Action agreed: a rota."))
    assert of_kind(paper, "H2") == ["Challenges and replies"]
    assert of_kind(paper, "H3") == ["Council", "Police"]
    said = of_kind(paper, "P")
    words = ["Why so late?", "Whose doing it is: Police", "- A form <b>broke</b>.", "Action agreed: a rota."]
    assert [each for each in said if each in words] == words


def test_a_long_reply_goes_on_over_pages() -> None:
    long = " ".join(f"word{n}" for n in range(1500))
    paper = made(Exchange(Side("Council", "", "Why?"), (Side("Police", "", long),), ""))
    text = all_text(paper)
    assert "word0" in text and "word1499" in text


def test_nothing_for_none() -> None:
    assert "Challenges" not in all_text(made())


def test_the_heading_stands_on_the_page_of_the_first_of_them() -> None:
    sheet = Sheet("A paper", "Council", "", "2026-04-27", ENGLISH)
    sheet.y = 190  # room for the heading and a line, not for question and reply
    said = " ".join(["word"] * 90)
    both = Side("Council", "asked on 9 March 2026", said), (Side("Police", "answered", said),)
    exchanges(sheet, [Exchange(*both, "", "Burglaries")], ENGLISH, level=2, named=True)
    first, second = (page.extract_text() for page in PdfReader(BytesIO(sheet.finish())).pages)
    assert "Challenges and replies" not in first
    assert second.index("Challenges and replies") < second.index("About Burglaries") < second.index("Police")
