"""A partner's contributions, its own words and the money it gets, as its page says them."""

import pytest

from pmdesk.domain.contribution import account
from pmdesk.domain.words import words_in
from pmdesk.figures.partner_account import (
    GIVEN,
    GIVES,
    MOST_GRANTS,
    account_facts,
    account_section,
    given_pence,
    given_sections,
    is_paid,
    words_section,
)
from pmdesk.figures.record_page import Edit, Lead, Record, Section

WORDS, TODAY = words_in("en"), "2026-04-27"
GIVEN_ROWS: list[Record] = [
    {"id": "c1", "partnership": "w", "partnership_name": "Waste", "what": "A yard", "due": "2026-03",
     "share": "none"},
    {"id": "c2", "partnership": "a", "partnership_name": "Active", "kind": "cash", "undertaken": 3_250_000,
     "due": "2026-03-31", "delivered": 3_250_000},
    {"id": "c3", "partnership": "w", "partnership_name": "Waste", "what": "A van", "undertaken": 900_000,
     "due": "2025-12-31", "delivered": 450_000},
    {"id": "c4", "partnership": "w", "partnership_name": "Waste", "what": "Figures", "due": "2026-06-30"},
]  # fmt: skip


def texts(section: Section) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in section.rows]


def grant(name: str, started: str | None, pence: object, kind: str = "grant", by: str = "Bury") -> Record:
    return {"id": name, "name": name, "kind": kind, "started": started, "funding_cash": pence,
            "lead_organisation_name": by}  # fmt: skip


def test_every_contribution_stands_under_its_partnership_with_its_state_as_shape_and_word() -> None:
    section = account_section("o", GIVEN_ROWS, TODAY, WORDS)
    assert texts(section) == [
        ["Active", "", "", "", ""],
        ["Cash", "31 March 2026", "£32,500", "£32,500", "Delivered"],
        ["Waste", "", "", "", ""],
        ["A van", "31 December 2025", "£9,000", "£4,500", "Part delivered"],
        ["A yard", "March 2026", "", "", "Overdue"],
        ["Figures", "30 June 2026", "", "", "Promised"],
    ]
    assert [row.cells[4].state for row in section.rows if row.kind] == [
        "complete",
        "close",
        "missed",
        "clock",
    ]
    assert section.rows[0].cells[0].lead == Lead("partnerships", "a")
    assert section.rows[1].cells[0].lead == Lead("edit", Edit("contribution", "c2"))
    assert section.count == "4"
    assert section.action is not None
    assert section.action.lead == Lead("edit", Edit("contribution", None, {"organisation": "o"}))


def test_the_facts_are_those_kept_of_those_due_and_the_money() -> None:
    facts = account_facts(account(GIVEN_ROWS, TODAY), WORDS)
    assert [tuple(fact) for fact in facts] == [
        ("Contributions kept", "1 of 3", "1 not due yet"),
        ("Money undertaken", "£41,500", "£37,000 delivered"),
    ]
    assert account_facts(account([], TODAY), WORDS) == ()
    later = account_facts(account([{"due": "2027"}], TODAY), WORDS)
    assert [fact.value for fact in later] == ["None due yet"]


def test_own_words_stand_newest_first_and_offer_no_edit() -> None:
    said: list[Record] = [
        {"id": "1", "said_on": "2026-02-12", "text": "We waited.", "said_by": "Dr Achebe"},
        {"id": "2", "said_on": "2026-04-22", "text": "We were ready.", "said_by": "Beth Lindqvist",
         "partnership_name": "Town Board"},
        {"id": "3", "said_on": "2026-01-02", "text": "No.", "partnership_name": "Town Board"},
    ]  # fmt: skip
    section = words_section("o", said, TODAY, WORDS)
    assert [tuple(pair)[:4] for pair in section.pairs] == [
        ("22 April 2026", "‘We were ready.’ Beth Lindqvist, about Town Board", "", None),
        ("12 February 2026", "‘We waited.’ Dr Achebe", "", None),
        ("2 January 2026", "‘No.’ About Town Board", "", None),
    ]
    assert section.rows == ()
    assert section.action is not None
    known = {"organisation": "o", "said_on": TODAY}
    assert section.action == (
        "Record its own words",
        "plus",
        Lead("edit", Edit("partner_words", None, known, "text")),
    )
    assert words_section("o", [], TODAY, WORDS).text.startswith("It has not been asked")


def test_grants_and_contracts_by_year_with_a_total() -> None:
    rows = [
        grant("A", "2019-03-31", 100_000),
        grant("B", "2019-04-01", 50_050),
        grant("C", "2019", 7_00),
        grant("D", "2019-05", 20_000, "contract"),
        grant("E", None, "about £500"),
    ]
    years, each = given_sections(GIVEN, rows, WORDS)
    assert texts(years) == [
        ["2019-20", "1 grant, 1 contract", "£700.50"],
        ["2018-19", "1 grant", "£1,000"],
        ["Year not known", "2 grants", "£7"],
        ["All years", "4 grants, 1 contract", "£1,707.50"],
    ]
    assert [row[0] for row in texts(each)] == ["D", "B", "A", "C", "E"]
    assert (len(each.columns), each.text) == (4, "All from Bury.")
    assert given_sections(GIVEN, [], WORDS) == ()


def test_who_gives_stands_in_the_rows_where_they_are_several() -> None:
    rows = [grant("A", "2019-03-31", 1), grant("B", "2018-03-31", 1, by="Leeds")]
    each = given_sections(GIVEN, rows, WORDS)[1]
    assert ([row[2] for row in texts(each)], each.text) == (["Bury", "Leeds"], "")
    assert given_sections(GIVES, rows[:1], WORDS)[1].text == ""


def test_hundreds_of_grants_are_added_up_and_the_newest_listed() -> None:
    rows = [grant(f"G{n:03}", f"2019-05-{n % 28 + 1:02}", 100) for n in range(MOST_GRANTS + 5)]
    years, each = given_sections(GIVES, rows, WORDS)
    assert texts(years) == [["2019-20", "55 grants", "£55"]]
    assert (len(each.rows), each.count, each.text) == (MOST_GRANTS, "55", "5 earlier ones are not shown.")


@pytest.mark.parametrize(
    ("kind", "paid"), [("grant", True), ("contract", True), ("network", False), (None, False)]
)
def test_what_is_money_for_something(kind: str | None, paid: bool) -> None:
    assert is_paid({"kind": kind}) is paid


def test_only_amounts_are_added_up() -> None:
    assert given_pence([{"funding_cash": 5}, {"funding_cash": True}, {"funding_cash": "£5"}, {}]) == 5
