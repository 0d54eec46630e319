from pmdesk.domain.milestone import current_date, in_order, milestone_state, slip_days


def test_slippage_is_now_minus_the_first_date() -> None:
    assert slip_days("2026-03-31", "2026-06-12") == 73
    assert slip_days("2026-06-30", "2026-06-30") == 0
    assert slip_days("2026-06-30", None) is None


def test_done_counts_before_forecasts_and_forecasts_before_the_first_date() -> None:
    forecasts = [
        {"id": "b", "made_on": "2026-02-28", "date": "2026-05-30"},
        {"id": "a", "made_on": "2025-12-31", "date": "2026-05-01"},
    ]
    milestone = {"first_due": "2026-03-31"}
    assert current_date(milestone, []) == "2026-03-31"
    assert current_date(milestone, forecasts) == "2026-05-30"
    assert current_date({**milestone, "done_on": "2026-04-02"}, forecasts) == "2026-04-02"
    assert [each["id"] for each in in_order(forecasts)] == ["a", "b"]


def test_states() -> None:
    today = "2026-04-27"
    assert milestone_state("2026-03-31", "2026-06-12", None, today) == "past"
    assert milestone_state("2026-04-30", "2026-07-24", None, today) == "slipping"
    assert milestone_state("2026-06-30", "2026-06-30", None, today) == "on_date"
    assert milestone_state("2026-03-31", "2026-04-02", "2026-04-02", today) == "done"
    assert milestone_state(None, None, None, today) == "undated"
