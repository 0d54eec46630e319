"""A form is read as it was typed, whatever saved it; everything else is refused with what it is."""

import random
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from pmdesk.domain.return_form import ANSWERS
from pmdesk.domain.words import words_in
from pmdesk.exchange import return_forms
from pmdesk.exchange.return_forms import read_form
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.papers.return_form import return_form
from tests.exchange import returned
from tests.filling import filled
from tests.papers.example_papers import return_form_figures

LONG = "Tŷ Glân: ‘it’s’ done, £3.\nSecond line.\n" + "A long answer. " * 400


@pytest.fixture(scope="module")
def form() -> bytes:
    return return_form(return_form_figures(issues="As it was"), words_in("en"))


@pytest.fixture(scope="module")
def answered(form: bytes) -> bytes:
    typed = {"main_business": LONG, "meetings_held": "8"}
    return filled(form, typed, {"worthwhile_body": "partly", "declared": "yes", "withheld": "no"})


def test_as_it_was_typed(answered: bytes) -> None:
    read = read_form(answered)
    assert (read.ticket, read.gone) == ("signed", ())
    assert {name: said for name, said in read.answers.items() if said} == {
        "main_business": LONG,
        "meetings_held": "8",
        "issues": "As it was",
        "worthwhile_body": "partly",
        "declared": "yes",
        "withheld": "no",
    }
    assert set(read.answers) == set(ANSWERS)


def test_as_other_programs_save_it(answered: bytes) -> None:
    wanted = read_form(answered)
    again = PdfWriter(clone_from=BytesIO(answered))
    again.compress_identical_objects()
    assert read_form(returned.written(again)) == wanted
    typed = PdfWriter(clone_from=BytesIO(answered))
    for page in typed.pages:
        typed.update_page_form_field_values(page, {"contributed": "Typed\rby another"}, auto_regenerate=False)
    assert read_form(returned.written(typed)).answers["contributed"] == "Typed\nby another"


def test_a_choice_that_only_its_box_shows(answered: bytes) -> None:
    def forget(writer: PdfWriter) -> None:
        for field in writer._root_object["/AcroForm"]["/Fields"]:
            field.get_object().pop("/V", None)

    read = read_form(returned.changed(answered, forget))
    assert (read.answers["worthwhile_body"], read.answers["declared"]) == ("partly", "yes")
    assert read.answers["worthwhile_council"] == ""


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda form: returned.scan(), "a scan or a picture"),
        (lambda form: returned.other_paper(), "none of our forms"),
        (returned.printed, "printed to a new PDF"),
        (returned.locked, "locked with a password"),
        (returned.with_script, "a script or another file inside"),
        (returned.with_file, "a script or another file inside"),
        (returned.with_launch, "a script or another file inside"),
        (returned.with_launch_after, "a script or another file inside"),
        (lambda form: returned.with_pages(form, 60), r"It has 6\d pages"),
        (returned.damaged, "damaged"),
        (lambda form: b"PK\x03\x04 not a pdf", "damaged"),
        (lambda form: b"%PDF-1.7 " + b"x" * (return_forms.FORM_SIZE_ALLOWED + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_form_is_refused_with_what_it_is(
    answered: bytes, make: Callable[[bytes], bytes], reason: str
) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_form(make(answered))


def test_a_question_that_was_taken_out_is_missed(form: bytes) -> None:
    read = read_form(returned.without_field(form, "issues"))
    assert read.gone == ("issues",)


def test_fields_in_circles_end(form: bytes) -> None:
    def circle(writer: PdfWriter) -> None:
        fields = writer._root_object["/AcroForm"]["/Fields"]
        named = writer._add_object(DictionaryObject({NameObject("/T"): TextStringObject("round")}))
        named.get_object()[NameObject("/Kids")] = ArrayObject([named])
        fields.append(named)

    with pytest.raises(Unreadable, match="damaged"):
        read_form(returned.changed(form, circle))


def test_bits_flipped_give_a_form_or_a_sentence(answered: bytes) -> None:
    chance, read = random.Random(7), 0
    for _ in range(60):
        spoilt = bytearray(answered)
        for _ in range(chance.choice((1, 1, 8, 200))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        with suppress(Unreadable):
            read += bool(read_form(bytes(spoilt[: chance.choice((len(spoilt), len(spoilt) // 2))])))
    assert read
    assert PdfReader(BytesIO(answered)).get_fields()
