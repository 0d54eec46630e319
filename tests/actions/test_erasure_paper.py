"""The paper of erasures: what went, when, by whom and why; nothing of the person but the record's id."""

import io

import pypdf
import pytest

from pmdesk.actions.erasing import erase, look_at_erasure
from pmdesk.actions.erasure_paper import erasure_figures
from pmdesk.actions.papers import paper_bytes
from pmdesk.domain.words import Words, words_in
from pmdesk.register.store import Register, memory
from tests.register.erased_story import NAME, SECRETS, Story, tell
from tests.register.laptops import add

EN, TODAY = Words(), "2026-04-27"


def said(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())


@pytest.fixture
def register() -> Register:
    return memory()


def erased(register: Register) -> Story:
    story = tell(register)
    register.set_me(add(register, "person", name="Helen Marsh", kind="officer"))
    look = look_at_erasure(register, story.person, TODAY)
    erase(register, story.person, NAME, dict.fromkeys(place.id for place in look.places), "Asked on 3 March.")
    return story


def test_it_says_what_went_and_nothing_of_whose_it_was(register: Register) -> None:
    story = erased(register)
    made = paper_bytes(register, "erasure", [], None, EN, TODAY)
    text = said(made)
    assert "One person’s data was erased." in text and "Reason: Asked on 3 March." in text
    assert story.person in text.replace(" ", "") and "Helen Marsh" in text
    assert "Person Name, Kind, Ward, E-mail, Phone, Note 8" in text
    assert "Answers in health checks" in text
    assert not any(secret in text for secret in SECRETS)
    assert made == paper_bytes(register, "erasure", [story.person], None, EN, TODAY)


def test_without_any_it_says_so_and_others_are_left_out(register: Register) -> None:
    other = add(register, "person", name="Ann Pugh")
    assert erasure_figures(register, [], EN, TODAY).intro == "Nobody’s data has been erased."
    erased(register)
    assert erasure_figures(register, [other], EN, TODAY).erased == ()
    assert "Nid oes" in said(paper_bytes(register, "erasure", [other], None, words_in("cy"), TODAY))
