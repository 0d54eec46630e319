from pmdesk.domain.words import words_in
from pmdesk.figures.organisation_page import OrganisationRows, organisation_page
from pmdesk.figures.record_page import Lead


def test_a_partner_with_its_partnerships_and_its_people() -> None:
    rows = OrganisationRows(
        {"id": "o", "name": "Wendleshire Police", "kind": "police", "contact": "Ask for Laura."},
        [
            {
                "id": "x",
                "partnership": "p",
                "partnership_name": "Safety",
                "role": "Chair",
                "joined": "2018",
                "left": "2020",
            }
        ],
        [{"id": "l", "name": "Roads group"}],
        [{"id": "z", "name": "Laura Denham", "post": "Inspector"}],
    )
    made = organisation_page(rows, "2026-04-27", words_in("en"))
    assert made.pill == ("plain", "Police")
    assert [fact.value for fact in made.facts] == ["0", "1", "1"]
    table = made.sections[0].rows
    assert [[cell.text for cell in row.cells] for row in table] == [
        ["Roads group", "Leads it", "", ""],
        ["Safety", "Chair", "2018", "2020"],
    ]
    assert table[1].cells[0].lead == Lead("partnerships", "p")
    assert made.sections[1].rows[0].cells[0].lead == Lead("members", "z")


def test_the_people_of_a_council_have_a_list_of_their_own() -> None:
    made = organisation_page(
        OrganisationRows({"id": "o", "name": "Aldermoor", "kind": "council"}, [], [], []),
        "2026-04-27",
        words_in("en"),
    )
    assert [section.title for section in made.sections] == ["Partnerships", "Contact"]
