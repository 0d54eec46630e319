from pmdesk.figures.record_page import Lead
from tests.figures.body_story import BODY, page


def test_the_head_says_what_it_is_and_who_looks_after_it() -> None:
    made = page()
    assert (made.title, made.pill) == ("Aldermoor Citizens Advice", ("plain", "Current"))
    assert made.quiet == (
        "Charity and company limited by guarantee. Voluntary and community. Link officer Ruth Adeyemi."
    )


def test_four_facts() -> None:
    assert [tuple(fact) for fact in page().facts] == [
        ("Seats", "2 of 2 filled", "1 substitute seat vacant"),
        ("Council support", "£118,400", "a year"),
        ("Term", "3 years", "from Annual Council"),
        ("Next term ends", "20 May 2026", "Cllr Daniel Okafor, in 23 days"),
    ]


def test_the_primary_button_goes_to_the_update_still_wanted_first() -> None:
    made = page().primary
    assert made is not None
    assert (made.word, made.lead) == ("Record update", Lead("annual-update", "u2"))


def test_a_body_without_seats_asks_to_appoint_someone() -> None:
    made = page(seats=[], updates=[])
    assert made.primary is not None
    assert made.primary.word == "Appoint someone"
    assert made.sections[0].rows == ()
    assert made.facts[3].value == "No end date"


def test_the_parts_stand_in_the_order_a_person_reads() -> None:
    assert [section.title for section in page().sections if not section.under] == [
        "Seats and appointments",
        "Terms and gaps",
        "Annual updates",
        "Report-backs",
        "Due diligence",
        "What it is for",
    ]


def test_what_was_kept_as_typed_is_said_as_typed() -> None:
    made = page(body={**BODY, "status": "dormant", "support": "about £500", "meetings_a_year": "monthly"})
    assert made.pill == ("plain", "dormant")
    assert made.facts[1].value == "about £500"
    assert made.sections[-1].pairs[0].text == "monthly"
