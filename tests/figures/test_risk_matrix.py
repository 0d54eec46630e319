"""The five by five matrix: its squares, its sentence, its description."""

from pmdesk.domain.words import words_in
from pmdesk.figures.risk_matrix import matrix_figures
from tests.figures.partnership_story import RISKS

EN = words_in("en")


def test_squares_hold_the_open_risks_that_are_scored() -> None:
    made = matrix_figures(RISKS, EN)
    assert len(made.squares) == 25
    assert {(each.likelihood, each.impact): each.titles for each in made.squares if each.n} == {
        (3, 5): ("The adviser’s post ends",),
        (4, 2): ("Figures come late",),
    }
    assert made.unscored == 1
    assert made.squares[0] is made.at(1, 5)
    assert made.squares[-1] is made.at(5, 1)


def test_it_is_said_in_words() -> None:
    made = matrix_figures(RISKS, EN)
    assert made.finding == "1 of 3 open risks high"
    assert made.summary == (
        "1 of 3 open risks high. "
        "likelihood 3, possible; impact 5, very serious; high; 1 risk: The adviser’s post ends. "
        "likelihood 4, likely; impact 2, small; medium; 1 risk: Figures come late. "
        "1 has no score yet."
    )
    assert made.at(1, 1).spoken == "likelihood 1, very unlikely; impact 1, hardly felt; low; no risk"


def test_findings() -> None:
    assert matrix_figures([], EN).finding == "No risk is open"
    assert matrix_figures(RISKS[1:2], EN).finding == "1 open risk, and it is not high"
    assert matrix_figures(RISKS[2:3], EN).finding == "1 open risk, not scored yet"
    assert matrix_figures(RISKS[1:3], EN).finding == "2 open risks, none high"
