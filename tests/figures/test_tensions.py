"""A tension as a row, a page and a line of the desk: both targets, who bears the cost, what is next."""

from pmdesk.domain.tension_state import STATES
from pmdesk.domain.words import Words
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import RecordPage
from pmdesk.figures.tensions import (
    TENSIONS,
    TensionRows,
    targets_of_tension,
    tension_items,
    tension_page,
    tension_row,
    tensions_section,
)

WORDS, TODAY = Words(), "2026-04-27"
ROW: dict[str, object] = {
    "id": "t",
    "title": "Waits against beds",
    "kind": "national",
    "partnership_name": "Board",
    "measure": "m",
    "measure_name": "Beds kept free",
    "other_words": "Four-hour waits",
    "borne_by_name": "Hospital trust",
    "cost": 31_000_000,
}
AGREED: dict[str, object] = {"way_out": "pooled_budget", "agreed_on": "2025-03-20"}


def page(**more: object) -> RecordPage:
    own = MeasureRow("m", "B1 Beds kept free", pill=("missed", "Missed"), direction="worse", way="Worse")
    return tension_page(TensionRows(ROW | more, {"m": own}), TODAY, WORDS)


def test_every_state_has_its_shape_and_word() -> None:
    assert list(TENSIONS) == list(STATES)


def test_a_row_says_where_it_comes_from_and_who_bears_it() -> None:
    row = tension_row(ROW, TODAY, WORDS)
    assert row.quiet == "National, Board, borne by Hospital trust"
    assert row.pill == ("unknown", "No way out")


def test_one_target_is_ours_the_other_is_in_words() -> None:
    assert targets_of_tension(ROW, WORDS) == ("Beds kept free", "Four-hour waits")
    ours, theirs = page().sections[0].rows
    assert [cell.text for cell in ours.cells] == ["B1 Beds kept free", "", "", "Missed", "Worse"]
    assert [cell.text for cell in theirs.cells[:2]] == ["Four-hour waits", "not ours"]


def test_the_next_step_is_the_button() -> None:
    def button(**more: object) -> str:
        made = page(**more)
        return made.primary.word if made.primary else ""

    assert button() == button(**AGREED, held="no") == "Agree a way out"
    assert button(**AGREED) == button(**AGREED, held="partly") == "Say whether it held"
    assert button(**AGREED, look_again_on="2026-09-01") == button(**AGREED, held="yes") == ""


def test_facts_say_the_cost_and_when_it_is_looked_at_again() -> None:
    assert [tuple(fact) for fact in page(**AGREED).facts] == [
        ("Who bears the cost", "Hospital trust", "£310,000 a year"),
        ("The way out", "The money was pooled", "agreed on 20 March 2025"),
        ("To be looked at again", "20 March 2026", "38 days late"),
    ]


def test_a_section_has_the_most_pressing_first() -> None:
    held = ROW | AGREED | {"id": "h", "title": "A", "held": "yes"}
    back = ROW | AGREED | {"id": "b", "title": "Z", "held": "no"}
    section = tensions_section([held, back], {"partnership": "p"}, TODAY, WORDS)
    assert [row.record for row in section.rows] == ["b", "h"]
    assert section.action and section.action.lead.page == "tensions"
    values = section.action.lead.argument.values  # type: ignore[attr-defined]
    assert values == {"partnership": "p", "seen_on": "27 April 2026"}


def test_the_desk_says_what_came_back_and_what_to_look_at() -> None:
    back = ROW | AGREED | {"id": "b", "held": "no", "held_on": "2026-03-09"}
    items = tension_items([ROW, ROW | AGREED, back], TODAY, WORDS)
    assert [(each.id, each.state, each.when, each.go) for each in items] == [
        ("b", "missed", "since 9 March", "See it"),
        ("t", "close", "38 days late", "See whether it held"),
    ]
    assert items[0].quiet == "Came back: Beds kept free against Four-hour waits"
