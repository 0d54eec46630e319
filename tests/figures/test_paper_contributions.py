"""What the account of contributions says: 'n of m (p%)' with causes, money added, words left as they are."""

from pmdesk.domain.attainment import Attainment
from pmdesk.domain.words import words_in
from pmdesk.figures.paper_contributions import (
    partner_part,
    partner_rows,
    say_attained,
    say_contributions,
    say_kept,
    worst_first,
)
from tests.papers.example_partnerships import SAID, TODAY, contribution_figures, partner

EN = words_in("en")


def test_attainment_is_never_a_bare_percentage() -> None:
    assert say_attained(Attainment(17, 20, 0, {}), EN) == "17 of 20 (85%)"
    assert say_attained(Attainment(0, 0, 2, {}), EN) == "none rated"
    assert say_attained(Attainment(0, 0, 0, {}), EN) == "none due"


def test_a_row_for_each_organisation() -> None:
    board, silent = contribution_figures(EN).rows
    assert [cell.text for cell in board] == ["Board 0", "1 of 3 due", "£73,000", "£68,500", "0 of 4 (0%)"]
    assert [cell.text for cell in silent] == ["Chamber of Trade", "none", "–", "–", "none due"]
    one = partner()
    assert say_kept(one.account._replace(due=0), EN) == "none due yet"
    unrated = one._replace(attained=Attainment(1, 2, 1, {}))
    assert partner_rows([unrated], EN)[0][4].quiet == "1 more not rated"


def test_what_was_not_delivered_stands_first() -> None:
    part = partner_part(partner(), "2025-26", TODAY, EN)
    assert [(row[0].text, row[4].text) for row in part.rows] == [
        ("Call-outs by street", "Not delivered"),
        ("A share of the adviser", "In part"),
        ("A room", "Not due yet"),
        ("The post", "Delivered"),
    ]
    assert part.undertakings == (
        "1 of 3 undertakings that were due were kept. 1 is not due yet."
        " Of £73,000 undertaken, £68,500 was delivered."
    )
    assert (
        part.targets
        == "Targets due in 2025-26 and met: 0 of 4 (0%). Causes given for those missed: none given 4."
    )
    assert part.target_rows[0][4].quiet == "No cause given."


def test_words_are_left_as_they_are() -> None:
    part = partner_part(partner(), "2025-26", TODAY, EN)
    assert [(each.heading, each.text) for each in part.said] == [
        ("12 February 2026, Dr Achebe, The board", SAID[0]["text"])
    ]
    assert part.silent == ""


def test_the_whole_and_the_order() -> None:
    assert say_contributions([partner()], EN) == (
        "1 organisation has undertaken something. 1 of 3 undertakings that were due were kept."
        " Of £73,000 undertaken, £68,500 was delivered."
    )
    assert say_contributions([], EN) == "No organisation has undertaken anything yet."
    kept = partner("A")._replace(account=partner().account._replace(kept=3))
    assert [each.name for each in worst_first([kept, partner("B")])] == ["B", "A"]
