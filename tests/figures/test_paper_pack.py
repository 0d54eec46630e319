"""The front of the annual pack: who has returned, counts against worked numbers, attendance summed."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_pack import pack, update_title
from tests.papers.example_pack import pack_figures


def texts(rows: object) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]  # type: ignore[attr-defined]


def test_who_has_returned_is_said_by_member_without_blame() -> None:
    figures = pack_figures(Words())
    returned = figures.tables[0]
    assert figures.intro == (
        "4 annual updates are owed for the year. Received: 3. Awaited: 1."
        " This pack prints the 3 that have been agreed."
    )
    assert returned.said == "3 of 4 members have returned every update."
    assert texts(returned.rows)[0] == ["Cllr Ann Ode", "None", "Dock Trust"]
    assert texts(returned.rows)[1] == ["Cllr Member 0", "Body 000 of Tŷ Glân", "None"]


def test_answers_are_counted_and_meetings_are_summed() -> None:
    _returned, worthwhile, recommended, brief = pack_figures(Words()).tables
    assert texts(worthwhile.rows) == [
        ["The council", "3", "0", "0", "0"],
        ["The body", "0", "3", "0", "0"],
        ["The member", "0", "0", "0", "3"],
    ]
    assert texts(recommended.rows) == [
        ["End", "1", "Body 001 of Tŷ Glân: Cllr Member 1"],
        ["Continue", "2", ""],
    ]
    assert brief.said == "Members went to 14 of 16 meetings (88%), by the 2 updates that say so."
    assert texts(brief.rows)[1] == [
        "Body 001 of Tŷ Glân",
        "Not said",
        "Yes, it was",
        "Partly",
        "–",
        "Continue",
    ]


def test_a_year_of_which_nothing_is_agreed_has_only_what_is_known() -> None:
    empty = pack("Aldermoor", "2025-26", [], [], "2026-04-27", Words())
    assert empty.tables == () and empty.updates == ()
    assert update_title(pack_figures(Words()).updates[0]) == "Body 000 of Tŷ Glân: Cllr Member 0"
