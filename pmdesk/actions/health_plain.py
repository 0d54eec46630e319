"""A health check's figures as plain values for other programs: how it stands and, closed, its results."""

from pmdesk.actions.health_checks import health_of
from pmdesk.actions.listing import Plain
from pmdesk.domain.health_results import Spread
from pmdesk.domain.words import Words
from pmdesk.figures.health import Health
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def plain_health(register: Register, check: Row, words: Words) -> Plain:
    """State, days, how many answered of how many, and the spread of each statement; None below three.

    While it is open `waiting` names who has not answered; after that nobody is named.
    """
    health = health_of(register, check)
    waiting = [name for id, name in health.invited if id not in health.answered]
    return {
        "state": health.state,
        "opened_on": health.opened_on or None,
        "closed_on": health.closed_on or None,
        "answered": health.results.n if health.results else len(health.answered),
        "waiting": waiting if health.state == "open" else [],
        "principles": _principles(health, words),
        "said": list(health.said),
    }


def _principles(health: Health, words: Words) -> list[Plain]:
    if health.results is None:
        return [
            {"principle": words(each.title), "statements": [words(said) for said in each.statements]}
            for each in health.principles
        ]
    made, at = list[Plain](), 0
    for each, whole in zip(health.principles, health.results.principles, strict=True):
        its = health.results.statements[at : at + len(each.statements)]
        statements = [
            {"statement": words(said), **_spread(one)} for said, one in zip(each.statements, its, strict=True)
        ]
        made.append({"principle": words(each.title), **_spread(whole), "statements": statements})
        at += len(each.statements)
    return made


def _spread(found: Spread | None) -> Plain:
    if found is None:
        return {"n": None, "median": None, "lower_quartile": None, "upper_quartile": None, "disagree": None}
    return {
        "n": found.n,
        "median": found.middle,
        "lower_quartile": found.low,
        "upper_quartile": found.high,
        "disagree": found.disagrees,
    }
