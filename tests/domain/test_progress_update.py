from pmdesk.domain.progress_update import NEXT_STATUSES, STATUSES, ready_to_submit


def test_a_submitted_update_says_what_was_done_and_what_difference_it_made() -> None:
    assert set(ready_to_submit({"done": "  "})) == {"done", "difference"}
    assert ready_to_submit({"done": "Met twice.", "difference": "Fewer thefts."}) == {}


def test_every_status_has_its_next_and_what_is_signed_off_is_fixed() -> None:
    assert set(NEXT_STATUSES) == {code for code, _ in STATUSES}
    assert NEXT_STATUSES["signed_off"] == NEXT_STATUSES["replaced"] == ()
