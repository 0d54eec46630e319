import pytest

from pmdesk.figures.record_page import Edit, Lead
from tests.figures.partnership_story import SAFETY, page


def test_head_and_facts() -> None:
    made = page()
    assert made.quiet == "Umbrella partnership. Lead officer Helen Marsh. Portfolio member Cllr Priya Nair."
    assert [tuple(fact) for fact in made.facts] == [
        ("Progress update", "Overdue", "2025-26 Q4, due 14 April 2026"),
        ("Milestones", "1 of 2 done", "1 past its date"),
        ("Significance", "Not significant", "0 of 3 tests met"),
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


def test_the_eight_heads_stand_in_the_order_of_the_checklist() -> None:
    made = page()
    assert [each.title for each in made.sections if not each.under] == [
        "Why it exists", "What it adds", "Who governs it", "How it performs", "Money", "Risk", "How it ends",
        "How it serves the public",
    ]  # fmt: skip
    assert [each.title for each in made.sections if each.under] == [
        "How significant it is", "Partners", "Partnerships that report to it", "Progress updates",
        "Report-backs", "Measures", "Milestones", "Scrutiny", "Challenges", "Tensions", "Health checks",
        "Who contributes what",
    ]  # fmt: skip


def test_money_and_governance_are_said_in_lines() -> None:
    sections = {each.title: each for each in page().sections}
    assert [(each.label, each.text) for each in sections["Money"].pairs] == [
        ("The council, in cash", "£31,000"), ("Total budget", "£142,500"),
    ]  # fmt: skip
    assert [each.label for each in sections["Who governs it"].pairs] == ["Reports"]
    group = page(partnership={**SAFETY, "kind": "sub_group", "parent": "u", "parent_name": "Umbrella"})
    governs = next(each for each in group.sections if each.title == "Who governs it")
    assert [(each.label, each.text or each.link, each.state) for each in governs.pairs] == [
        ("Reports to", "Umbrella", ""),
        ("Its line", "Broken", "missed"),
        ("Reports", "Every quarter, never reported", ""),
    ]


def test_a_sub_group_without_an_interval_is_asked_for_one() -> None:
    group = page(partnership={**SAFETY, "parent": "u", "parent_name": "U", "reporting_interval": None})
    governs = next(each for each in group.sections if each.title == "Who governs it")
    [said] = [each for each in governs.pairs if each.label == "Reports"]
    assert (said.text, said.link) == ("No interval agreed", "Agree an interval")
    assert said.lead == Lead("edit", Edit("partnership", "p", {}, "reporting_interval"))


def test_a_grant_is_no_partnership_and_has_no_significance() -> None:
    made = page(partnership={**SAFETY, "kind": "grant"}, children=[])
    assert tuple(made.facts[2]) == ("Kind", "Grant", "not counted as a partnership")
    assert all(each.title != "How significant it is" for each in made.sections)


def test_a_note_stands_last() -> None:
    made = page(partnership={**SAFETY, "note": "Ask the clerk."})
    assert (made.sections[-1].title, made.sections[-1].text) == ("Note", "Ask the clerk.")
