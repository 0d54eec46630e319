"""The desk read from a real register."""

from pathlib import Path

from pmdesk.actions.attention import attention
from pmdesk.actions.sample import TODAY, build_sample
from pmdesk.domain.words import words_in
from pmdesk.register.store import memory

EN = words_in("en")


def test_the_sample_shows_what_the_drawing_shows(tmp_path: Path) -> None:
    with build_sample(tmp_path / "sample.pmdesk") as register:
        made = attention(register, TODAY, EN)
    assert made.day == "Monday 27 April 2026. Annual Council is in 23 days, on Wednesday 20 May."
    assert [(each.n, each.of) for each in made.strip][:2] == [(31, 46), (11, 14)]
    assert [(each.n, each.of, each.quiet) for each in made.strip][2:4] == [
        (22, 29, "4 missed, 3 not rated"), (33, 38, "5 slipping"),
    ]  # fmt: skip
    assert made.returns is not None
    assert made.returns.title == "Returns are 7 behind this day last year"
    assert (made.returns.this_year[-1][1], made.returns.last_year[-1][1]) == (31, 38)
    counts = {group.key: len(group.items) for group in made.groups}
    assert (counts["progress_overdue"], counts["annual"], counts["milestones"], counts["terms"]) == (
        3,
        15,
        5,
        6,
    )
    overdue = made.groups[0].items
    assert [each.title for each in overdue] == [
        "Community Safety Partnership", "Wendle Valley Town Centre Board", "Active Aldermoor",
    ]  # fmt: skip
    groups = {group.key: group.items for group in made.groups}
    assert groups["milestones"][0].when == "73 days, to 12 June"
    assert [(each.title, each.quiet) for each in groups["noteless"]] == [
        ("CS02 Repeat reports of domestic abuse", "31.2% against 26.0% for 2025-26 Q4"),
        ("HS04 Households in temporary accommodation", "148 against 120 for 2025-26 Q4"),
    ]


def test_unreadable_values_are_found_wherever_they_are() -> None:
    with memory() as register:
        with register.change("test") as change:
            body = change.add("outside_body", {"name": "Dock Trust", "seats": "two or three"})
            change.add("appointment", {"outside_body": body, "ends": "at the next election"})
            year = change.add("municipal_year", {"name": "2025-26", "returns_due": "in spring"})
            change.add("settings", {"year": year}, record=register.id)
        [*_, data] = attention(register, TODAY, EN).groups
    assert data.key == "data"
    assert [(each.title, each.quiet) for each in data.items] == [
        ("2025-26", "Annual updates are due: ‘in spring’ could not be read"),
        ("Dock Trust", "Seats: ‘two or three’ could not be read"),
        ("Dock Trust", "To: ‘at the next election’ could not be read"),
    ]


def test_an_empty_register() -> None:
    with memory() as register:
        assert attention(register, TODAY, EN).count == 0


def test_a_reading_is_overdue_when_the_days_allowed_are_over() -> None:
    with memory() as register:
        with register.change("test") as change:
            measure = change.add("measure", {"title": "Waste", "frequency": "quarter"})
            change.add("reading", {"measure": measure, "period": "2025-26 Q3", "value": "5"})
        # 2025-26 Q4 ends on 31 March and 14 days are allowed.
        assert "readings" not in {group.key for group in attention(register, "2026-04-14", EN).groups}
        late = {group.key: group.items for group in attention(register, "2026-04-15", EN).groups}
    assert [(each.quiet, each.when) for each in late["readings"]] == [
        ("no reading for 2025-26 Q4", "1 day late"),
    ]
