"""Who owes an annual update: standings, days late, filters, and one e-mail to each member."""

from pmdesk.domain.words import Words, words_in
from pmdesk.figures.annual_cycle import CycleFigures, cycle_figures, narrowed, say_owed
from pmdesk.figures.due import Due

YEAR = {"id": "y", "name": "2025-26", "annual_council": "2025-05-21", "returns_due": "2026-04-17"}
PEOPLE: dict[object, dict[str, object]] = {
    "p1": {"name": "Ann Ode", "kind": "member", "political_group": "Green", "email": "ann@x.example"},
    "p2": {"name": "Bob Pym", "kind": "member", "political_group": "Labour"},
}


def due(seat: str, person: str, body: str, **update: object) -> Due:
    made = {"id": f"u-{seat}", **update} if update else None
    return Due({"name": body}, {"id": seat, "person": person, "capacity": "trustee"}, made, None, "")


DUES = [
    due("s1", "p2", "Dock Trust", status="submitted", submitted_on="2026-04-20"),
    due("s2", "p2", "Arts Trust"),
    due("s3", "p1", "Mill Trust", status="returned", returned_because="Say what\ncame of it"),
    due("s4", "p1", "Hall Trust", status="draft"),
    due("s5", "p1", "Park Trust", status="published", submitted_on="2026-04-01"),
]


def figures(today: str = "2026-04-27", words: Words | None = None) -> CycleFigures:
    return cycle_figures(YEAR, DUES, PEOPLE, ("Aldermoor", "returns@x.example"), today, words or Words())


def test_what_is_owed_comes_first_with_the_days_it_is_late() -> None:
    told = figures()
    assert [(line.seat, line.standing, line.late) for line in told.lines] == [
        *(("s4", "draft", 10), ("s3", "returned", 10), ("s2", "not_begun", 10)),
        *(("s5", "published", 0), ("s1", "submitted", 3)),
    ]
    assert (len(told.owed), len(told.late)) == (3, 3)
    assert told.lines[0][2:6] == ("u-s4", "Cllr Ann Ode", "Green", "Hall Trust")
    early = figures("2026-04-17")
    assert (len(early.owed), len(early.late)) == (3, 0)


def test_a_list_is_narrowed_by_standing_group_and_words() -> None:
    lines = figures().lines
    assert [line.seat for line in narrowed(lines, "late")] == ["s4", "s3", "s2"]
    assert [line.seat for line in narrowed(lines, "submitted")] == ["s1"]
    assert [line.seat for line in narrowed(lines, "", "Green", " hall ")] == ["s4"]
    assert [line.seat for line in narrowed(lines, typed="bob")] == ["s2", "s1"]


def test_each_member_gets_one_email_about_all_their_bodies() -> None:
    ann, bob = figures().reminders
    assert (ann.who, ann.email, ann.subject) == (
        "Cllr Ann Ode",
        "ann@x.example",
        "Your 2 annual updates for 2025-26",
    )
    assert ann.lines == (
        "Hall Trust: begun, to be finished and submitted",
        "Mill Trust: returned, to be put right: Say what came of it",
    )
    assert "The day for it was 17 April 2026." in ann.text and "returns@x.example" in ann.text
    assert (bob.email, bob.subject) == ("", "Your annual update for 2025-26")
    assert "It is wanted by 17 April 2026." in figures("2026-04-01").reminders[0].text
    assert "Annwyl Cllr Ann Ode" in figures(words=words_in("cy")).reminders[0].text


def test_the_list_to_copy_says_each_that_is_owed() -> None:
    assert say_owed(figures(), Words()).splitlines() == [
        "Cllr Ann Ode, Hall Trust: draft, 10 days late",
        "Cllr Ann Ode, Mill Trust: returned, 10 days late",
        "Cllr Bob Pym, Arts Trust: not begun, 10 days late",
    ]


def test_a_year_without_its_day_makes_nobody_late() -> None:
    told = cycle_figures({"name": "2026-27"}, DUES, PEOPLE, ("", ""), "2026-09-01", Words())
    assert (told.due_on, len(told.late)) == ("", 0)
    assert "wanted by" not in told.reminders[0].text
