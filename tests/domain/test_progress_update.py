from pmdesk.domain.progress_update import NEXT_STATUSES, STATUSES, counting, ready_to_submit


def test_a_submitted_update_says_what_was_done_and_what_difference_it_made() -> None:
    assert set(ready_to_submit({"done": "  "})) == {"done", "difference"}
    assert ready_to_submit({"done": "Met twice.", "difference": "Fewer thefts."}) == {}


def test_every_status_has_its_next_and_what_is_signed_off_is_fixed() -> None:
    assert set(NEXT_STATUSES) == {code for code, _ in STATUSES}
    assert NEXT_STATUSES["signed_off"] == NEXT_STATUSES["replaced"] == ()


def test_a_correction_counts_once_it_is_signed_off_and_not_before() -> None:
    first = {"id": "1", "period": "2025-26 Q4", "status": "signed_off"}
    other = {"id": "3", "period": "2025-26 Q3", "status": "draft"}
    correction = {"id": "2", "period": "2025-26 Q4", "status": "submitted", "corrects": "1"}
    assert {period: row["id"] for period, row in counting([correction, first, other]).items()} == {
        "2025-26 Q4": "1", "2025-26 Q3": "3",
    }  # fmt: skip
    signed = [{**first, "status": "replaced"}, {**correction, "status": "signed_off"}]
    assert counting(signed)["2025-26 Q4"]["id"] == "2"
    assert counting([{**first, "status": "replaced"}]) == {}
