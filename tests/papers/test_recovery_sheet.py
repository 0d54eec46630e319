"""The recovery sheet prints every word with its number, and says on each page that it is secret."""

from io import BytesIO

from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.laptops import RecoverySheet
from pmdesk.papers.recovery_sheet import recovery_sheet
from tests.papers.reading import all_text, of_kind

WORDS = tuple(
    [
        "march",
        "heavy",
        "average",
        "attack",
        "always",
        "uphold",
        "zoo",
        "ability",
        "able",
        "about",
        "above",
        "absent",
    ]
)


def test_every_word_stands_with_its_number() -> None:
    figures = RecoverySheet(
        "Aldermoor District Council", "r.pmdesk", "2026-04-27", WORDS, "Why.", ("First.", "Then.")
    )
    made = recovery_sheet(figures, words_in("en"))
    said = all_text(made)
    assert all(f"{n}. {word}" in " ".join(said.split()) for n, word in enumerate(WORDS, 1))
    assert "The register is the file r.pmdesk." in said
    assert "Why." in said and "Then." in said
    pages = PdfReader(BytesIO(made)).pages
    assert all("Secret: for the safe. Made from" in page.extract_text() for page in pages)
    assert of_kind(made, "H1") == ["Recovery sheet"]
    assert made == recovery_sheet(figures, words_in("en"))
