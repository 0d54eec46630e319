import pytest

from pmdesk.figures.record_page import Lead
from tests.figures.partnership_story import SAFETY, page


def test_head_and_facts() -> None:
    made = page()
    assert made.quiet == "Umbrella partnership. Lead officer Helen Marsh. Portfolio member Cllr Priya Nair."
    assert [tuple(fact) for fact in made.facts] == [
        ("Progress update", "Overdue", "2025-26 Q4, due 14 April 2026"),
        ("Milestones", "1 of 2 done", "1 past its date"),
        ("Council funding", "£31,000", "of £142,500 in all"),
        ("Review due", "March 2026", "passed"),
    ]


def test_record_update_opens_the_draft_or_a_new_one() -> None:
    made, fresh = page().primary, page(updates=[]).primary
    assert made is not None
    assert fresh is not None
    assert made.lead == Lead("progress-update", "q4")
    assert fresh.lead == Lead("progress-update", ("new", "p"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2027-03", "in 11 months"),
        ("2026-05", "in 1 month"),
        ("2026-04", "this month"),
        ("2026-03", "passed"),
    ],
)
def test_the_review_says_how_far_off_it_is(day: str, said: str) -> None:
    assert page(partnership={**SAFETY, "review_due": day}).facts[3].note == said
