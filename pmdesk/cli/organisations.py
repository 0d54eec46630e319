"""An organisation's figures as lines for a person: its attainment, its contributions, its own words."""

from collections.abc import Mapping

from pmdesk.actions.listing import Plain
from pmdesk.domain.attainment import Attainment
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.words import Words
from pmdesk.figures.attainment_bars import say_attainment, say_causes, say_not_rated
from pmdesk.figures.partner_account import STATES


def print_partner(made: Plain, words: Words) -> None:
    """After the lines of the record itself: 'Attainment 2025-26: 17 of 20 (85%), 1 not rated' and so on."""
    for year in _rows(made, "attainment"):
        print(f"{words('Attainment {year}', year=year['year'])}: {_attained(year, words)}")
    for each in _rows(made, "contributions"):
        state = words(STATES[str(each["state"])][1])
        due = words("by {day}", day=say_date(each["due"], words)) if each["due"] else ""
        parts = (each["partnership"], each["what"], _money(each["undertaken"]), due, state)
        print(f"{words('Contribution')}: {', '.join(str(part) for part in parts if part)}")
    for each in _rows(made, "own_words"):
        who = f", {each['said_by']}" if each["said_by"] else ""
        print(f"{words('Its own words')}, {say_date(each['said_on'], words)}{who}: {each['text']}")
    if made["money_given"]:
        print(f"{words('From the council')}: {_money(made['money_given'])}")


def _attained(year: Plain, words: Words) -> str:
    causes = year["causes"]
    assert isinstance(causes, Mapping)
    found = Attainment(int(str(year["met"])), int(str(year["due"])), int(str(year["not_rated"])), causes)
    said = (say_attainment(found, words), say_not_rated(found, words), say_causes(causes, words))
    return "; ".join(part for part in said if part)


def _rows(made: Plain, name: str) -> list[Plain]:
    rows = made[name]
    return rows if isinstance(rows, list) else []


def _money(pounds: object) -> str:
    return say_money(round(pounds * 100)) if isinstance(pounds, int | float) else str(pounds or "")
