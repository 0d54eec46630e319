"""Records as the rules see them: exact numbers, states that are no zero, a ratio from its parts."""

from decimal import Decimal

from pmdesk.domain.series import readings_of, scale_of, scale_on, targets_of


def test_a_measures_record_becomes_a_scale() -> None:
    scale = scale_of({"polarity": "lower", "tolerance": "5", "unit": "%", "baseline": "awaited"})
    assert (scale.polarity, scale.tolerance, scale.per_cent, scale.baseline) == (
        "lower",
        Decimal(5),
        True,
        None,
    )


def test_readings_come_in_period_order_and_those_without_a_readable_period_are_left_out() -> None:
    rows = [
        {"period": "2025-26 Q2", "value": "2"},
        {"period": "2025-26 Q1", "value": "1"},
        {"period": "soon"},
    ]
    assert [each.period for each in readings_of(rows)] == ["2025-26 Q1", "2025-26 Q2"]


def test_a_ratio_is_worked_out_from_its_parts_unless_it_was_given() -> None:
    rows = [
        {"period": "2023-24", "numerator": "1", "denominator": "8"},
        {"period": "2024-25", "numerator": "1", "denominator": "8", "value": "13"},
        {"period": "2025-26", "numerator": "1", "denominator": "0"},
    ]
    assert [each.value for each in readings_of(rows, per_cent=True)] == [Decimal("12.5"), Decimal(13), None]
    assert readings_of(rows, per_cent=True)[2].state == "unknown"


def test_a_state_is_not_a_number_whatever_stands_beside_it() -> None:
    rows = [{"period": "2025-26", "state": state, "value": "0"} for state in ("suppressed", "not_due")]
    assert [(each.value, each.state) for each in readings_of(rows)] == [
        (None, "suppressed"),
        (None, "not_due"),
    ]
    kept = readings_of([{"period": "2025-26", "value": "about 5"}, {"period": "2024-25", "value": "0"}])
    assert [(each.value, each.state) for each in kept] == [(Decimal(0), "actual"), (None, "unknown")]


def test_targets_are_ordered_by_the_day_they_end() -> None:
    rows = [{"period": "2026-27", "value": "3"}, {"period": "2025-26 Q3", "low": "1", "high": "2"}]
    first, last = targets_of(rows)
    assert (first.low, first.high, first.value, last.ends) == (Decimal(1), Decimal(2), None, "2027-03-31")


def test_the_tolerance_of_a_day_is_the_first_that_was_changed_after_it() -> None:
    earlier = [
        {"id": "b", "before": "2026-01-01", "tolerance": "10", "tolerance_is": "amount"},
        {"id": "a", "before": "2025-04-01", "tolerance": "5"},
        {"id": "c", "before": "2026-01-01", "tolerance": "20"},
        {"id": "d", "before": "soon", "tolerance": "99"},
        {"id": "e", "before": "2026-02", "tolerance": "99"},
    ]
    scale = scale_of({"tolerance": "2"}, earlier)
    days = ("2025-03-31", "2025-04-01", "2025-12-31", "2026-01-01")
    assert [scale_on(scale, day).tolerance for day in days] == [
        Decimal(5),
        Decimal(10),
        Decimal(10),
        Decimal(2),
    ]
    assert scale_on(scale, days[1]).tolerance_is == "amount" and scale_of({}).earlier == ()
