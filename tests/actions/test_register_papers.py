"""What the two public registers will say, read from a real register."""

from dataclasses import asdict
from pathlib import Path

from pmdesk.actions.records import save
from pmdesk.actions.register_papers import outside_bodies_figures, partnerships_figures
from pmdesk.domain.words import words_in
from tests.actions.paper_story import SECRET, TODAY, council, mark_private

EN = words_in("en")


def test_outside_bodies(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    save(register, "outside_body", {"name": "Moorland Arts Trust"})
    save(register, "outside_body", {"name": "Old mill", "status": "ended"})
    figures = outside_bodies_figures(register, "2025-26", EN, TODAY)
    assert figures.intro == "The council appoints to 2 outside bodies. 1 seat is vacant."
    assert [group.heading for group in figures.groups] == ["Strategic", ""]
    body, holders, rules = figures.groups[0].rows[0]
    assert body.text == "Aldermoor Citizens Advice"
    assert holders.text == "Cllr Margaret Holloway, trustee, 21 May 2024 to May 2027\nVacant seat"
    assert rules.text.splitlines()[0] == "Appointed by Council" and "Link officer Ruth Adeyemi" in rules.text


def test_partnerships(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    save(register, "partnership", {"name": "Youth group", "kind": "sub_group", "parent": ids["board"]})
    figures = partnerships_figures(register, "2025-26", EN, TODAY)
    assert figures.intro == (
        "The council works in 2 partnerships. Beside them it keeps, not counted as partnerships: 1 grant."
    )
    assert [(group.heading, len(group.rows)) for group in figures.groups] == [
        ("Partnerships: 2", 2),
        ("Not partnerships: 1 grant", 1),
    ]
    board, youth = figures.groups[0].rows
    assert [cell.text for cell in board] == [
        "Wendle Valley Town Centre Board",
        "Wendleshire County Council",
        "March 2027",
        "£25,000",
    ]
    assert youth[0].quiet == "Sub-group, reports to Wendle Valley Town Centre Board"


def test_networks_contracts_and_grants_are_told_apart(tmp_path: Path) -> None:
    register, ids = council(tmp_path)
    for name, kind in (("Officers", "network"), ("Members", "network"), ("Leisure", "contract")):
        save(register, "partnership", {"name": name, "kind": kind})
    figures = partnerships_figures(register, "2025-26", EN, TODAY)
    assert figures.intro.endswith("not counted as partnerships: 2 networks, 1 contract, 1 grant.")
    assert [group.heading for group in figures.groups][1:] == [
        "Not partnerships: 2 networks",
        "Not partnerships: 1 contract",
        "Not partnerships: 1 grant",
    ]
    assert figures.groups[1].rows[0][0].quiet == ""
    save(register, "partnership", {"status": "ended"}, ids["grant"])
    assert partnerships_figures(register, "", EN, TODAY).intro.endswith("2 networks, 1 contract.")


def test_no_private_word_gets_this_far(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    mark_private(register)
    for made in (outside_bodies_figures, partnerships_figures):
        assert SECRET not in repr(asdict(made(register, "2025-26", EN, TODAY)))


def test_a_seat_without_any_appointment_is_vacant_as_on_the_desk(tmp_path: Path) -> None:
    register, _ids = council(tmp_path)
    save(register, "outside_body", {"name": "Drainage Board", "seats": "3", "category": "Water"})
    figures = outside_bodies_figures(register, "2025-26", EN, TODAY)
    assert figures.intro == "The council appoints to 2 outside bodies. 4 seats are vacant."
    [board] = [group.rows[0] for group in figures.groups if group.heading == "Water"]
    assert board[1].text == "3 vacant seats"
