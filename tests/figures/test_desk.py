"""The desk put together: the strip, the day, the groups in their order."""

from pmdesk.domain.milestone import MilestoneCounts
from pmdesk.domain.words import words_in
from pmdesk.figures.desk import DeskFacts, desk
from pmdesk.figures.due import Due
from pmdesk.figures.timeline import timeline

EN, TODAY = words_in("en"), "2026-04-27"


def due(name: str, state: str) -> Due:
    return Due({"id": name, "name": name}, {"id": name, "period": "2025-26 Q4"}, None, "2026-04-17", state)


def some(done: int, late: int) -> list[Due]:
    return [*(due(f"in{n}", "in") for n in range(done)), *(due(f"out{n}", "overdue") for n in range(late))]


def milestone(title: str, first_due: str) -> dict[str, object]:
    return {"id": title, "title": title, "first_due": first_due}


def facts(**given: object) -> DeskFacts:
    usual: dict[str, object] = {
        "today": TODAY,
        "annual": (),
        "progress": (),
        "timeline": timeline((), (), TODAY, EN),
    }
    return DeskFacts(**{**usual, **given})  # type: ignore[arg-type]


def test_an_empty_register_has_a_day_and_nothing_to_do() -> None:
    made = desk(facts(), EN)
    assert (made.day, made.groups, made.count, made.returns) == ("Monday 27 April 2026.", (), 0, None)
    assert [(each.n, each.of, each.quiet) for each in made.strip] == [(0, 0, "")] * 5


def test_the_day_counts_down_to_annual_council() -> None:
    made = desk(facts(annual_council="2026-05-20"), EN)
    assert made.day == "Monday 27 April 2026. Annual Council is in 23 days, on Wednesday 20 May."
    assert desk(facts(annual_council=TODAY), EN).day.endswith("Annual Council is today.")


def test_the_strip() -> None:
    made = desk(
        facts(
            annual=some(31, 15),
            progress=some(11, 3),
            returns_due="2026-04-17",
            bodies=[{"id": "b", "name": "Trust", "seats": 3}],
            appointments=[{"outside_body": "b", "person": "x"}],
            timeline=timeline([milestone("B", "2026-01-01")], (), TODAY, EN),
            milestones=MilestoneCounts(0, 1, 0, 1),
        ),
        EN,
    )  # fmt: skip
    assert [f"{each.n} of {each.of} {each.label}, {each.quiet}" for each in made.strip] == [
        "31 of 46 annual updates in, 15 overdue since 17 April",
        "11 of 14 partnerships reported, for 2025-26 Q4",
        "0 of 0 measures met or close, ",
        "1 of 2 milestones on their date, 1 slipping",
        "1 of 3 seats filled, 2 vacancies",
    ]
    assert [(each.title, len(each.items)) for each in made.groups] == [
        ("Progress updates overdue", 3), ("Annual updates not in", 15), ("Milestones slipping", 1),
        ("Vacancies", 1),
    ]  # fmt: skip
    assert made.count == 20


def test_a_sub_group_with_a_broken_line_is_said_once() -> None:
    group = {
        "id": "out",
        "name": "out",
        "parent": "p",
        "parent_name": "Umbrella",
        "reporting_interval": "quarter",
    }
    made = desk(facts(progress=[due("out", "overdue"), due("other", "overdue")], partnerships=[group]), EN)
    assert [(each.key, [item.title for item in each.items]) for each in made.groups] == [
        ("progress_overdue", ["other"]), ("lines", ["out"]),
    ]  # fmt: skip


def test_without_a_day_set_for_returns_the_strip_says_so() -> None:
    quiet = desk(facts(annual=[due("a", "due")]), EN).strip[0].quiet
    assert quiet == "no day is set by which they are due"
