from pmdesk.domain.annual_update import meeting_problem, pages, ready_to_submit


def test_nobody_attends_more_meetings_than_were_held() -> None:
    assert str(meeting_problem(8, 9)) == "You cannot have attended more meetings than were held (8)"
    assert meeting_problem(8, 8) is None
    assert meeting_problem("about 8", 9) is None


def test_pages_count_the_printed_answers_only() -> None:
    assert pages({"main_business": "word " * 480, "actions": "word " * 480}) == 2.0
    assert pages({"internal": "word " * 480, "note": "word " * 480}) == 0.0


def test_a_submitted_update_needs_its_main_business_and_its_declaration() -> None:
    assert set(ready_to_submit({})) == {"main_business", "declared"}
    assert ready_to_submit({"main_business": "We met.", "declared": True}) == {}
