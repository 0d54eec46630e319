"""The recovery sheet: the passphrase or lines to write it on, and what it is worth."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.paper_recovery import RecoveryFigures
from pmdesk.papers.recovery import recovery_sheet
from tests.papers.reading import all_text, of_kind

EN = words_in("en")
PHRASE = "Tŷ Glân, march heavy average"


def example(passphrase: str = "") -> RecoveryFigures:
    return RecoveryFigures("Aldermoor District Council", "Aldermoor.pmdesk", passphrase, "2026-04-27")


def test_it_says_the_passphrase_and_that_nobody_can_recover_it() -> None:
    made = recovery_sheet(example(PHRASE), EN)
    said = all_text(made)
    assert PHRASE in said and "Aldermoor.pmdesk" in said
    assert "cannot be opened again" in said and "Nobody can recover it" in said
    assert "delete the file it was printed from" in said
    assert of_kind(made, "H1") == ["Passphrase of the register"]
    assert of_kind(made, "H2") == ["The passphrase", "What to do with this sheet"]
    footers = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert all("Secret: for the safe. Made from" in said for said in footers)


def test_the_one_to_write_on_holds_no_passphrase() -> None:
    made = recovery_sheet(example(), EN)
    said = all_text(made)
    assert "Write it here in clear letters" in said and "delete the file" not in said


@pytest.mark.parametrize("passphrase", ["", PHRASE, "x" * 500, "word " * 100])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_one_page_also_for_a_long_one(passphrase: str, language: str) -> None:
    made = recovery_sheet(example(passphrase), words_in(language))
    pages = PdfReader(BytesIO(made)).pages
    assert len(pages) == 1


def test_it_is_the_same_twice() -> None:
    assert recovery_sheet(example(PHRASE), EN) == recovery_sheet(example(PHRASE), EN)
