"""Before a council has a rule of its own it reads how its targets are rated."""

from decimal import Decimal

from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words
from pmdesk.figures.first_rule import say_first_rule


def test_the_way_and_where_close_comes_from() -> None:
    said = say_first_rule(Rule("tolerance"), Words())
    assert "Green when the target is met; amber when close; red when worse." in said
    assert "a tolerance of its own" in said
    havering = say_first_rule(Rule("last_year", tolerance=Decimal(10)), Words())
    assert "no worse than last year" in havering and "of its own" not in havering
