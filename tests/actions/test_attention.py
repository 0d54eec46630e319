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
    assert (made.strip[3].n, made.strip[3].of) == (33, 38)
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
    assert made.groups[2].items[0].when == "73 days, to 12 June"


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
