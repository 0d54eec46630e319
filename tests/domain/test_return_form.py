"""One list for drawing the form and for reading it: its answers, how they are compared, what is missing."""

from pmdesk.domain import return_form
from pmdesk.domain.annual_update import ANNUAL_UPDATE, PRINTED_ANSWERS
from pmdesk.domain.return_form import ANSWERS, CHOICES_ASKED, mark, missing, plain, states_of

# What an update has besides its answers: whose it is, and what the council says of it.
NOT_ASKED = {
    "appointment", "municipal_year", "status", "returned_because", "submitted_on", "accepted_on",
    "published_on", "note",
}  # fmt: skip


def test_every_answer_is_asked_once_in_the_order_of_the_printed_paper() -> None:
    assert sorted(ANSWERS) == sorted({field.name for field in ANNUAL_UPDATE.fields} - NOT_ASKED)
    assert set(PRINTED_ANSWERS) < set(ANSWERS)


def test_a_choice_has_states_and_a_typed_answer_has_none() -> None:
    assert [code for code, _label in states_of("worthwhile_body")] == ["yes", "partly", "no"]
    assert [code for code, _label in states_of("recommendation")] == ["continue", "change", "end"]
    assert states_of("main_business") == ()


def test_answers_are_compared_whatever_a_reader_did_to_their_lines() -> None:
    assert plain("One\rTwo \r\nThree\n\n") == "One\nTwo\nThree"
    assert mark("Ty\u0302 Glân") == mark("Tŷ Glân") != mark("Ty Glân")
    assert mark("  ") == mark(None) == ""
    assert mark("\ud800") != ""


def test_what_a_return_lacks() -> None:
    whole = {name: "yes" for name in CHOICES_ASKED} | {
        "recommendation": "end",
        "main_business": "A roof",
        "declared": True,
    }
    assert missing(whole) == {}
    assert list(missing({**whole, "worthwhile_member": None})) == ["worthwhile_member"]
    assert list(missing({**whole, "recommendation": "perhaps"})) == ["recommendation"]
    assert set(missing({})) == {*CHOICES_ASKED, "main_business", "declared"}
    assert str(missing({})["recommendation"]) == "Not answered: Should the council go on appointing to it?"
    assert return_form.TICKET not in ANSWERS
