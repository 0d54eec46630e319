"""A partner's account as plain values for other programs: `pmdesk show FILE organisation X --json`."""

from pmdesk.actions.listing import Plain, plain_records, pounds
from pmdesk.actions.money_given import money_given
from pmdesk.actions.own_targets import own_targets
from pmdesk.domain.attainment import Attainment
from pmdesk.domain.contribution import account, contribution_state
from pmdesk.domain.words import Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def plain_organisation(register: Register, row: Row, today: str, words: Words) -> Plain:
    """Its attainment by financial year, its contributions and their sum, its own words, the money it gets.

    The newest year and the newest words come first; money is pounds.
    """
    here = str(row["id"])
    contributions = register.all("contribution", organisation=here)
    said = sorted(
        register.all("partner_words", organisation=here),
        key=lambda each: (str(each["said_on"] or ""), str(each["id"])),
        reverse=True,
    )
    found = account(contributions, today)
    told = plain_records(register, "contribution", contributions, today, words)
    return {
        "attainment": [_year(year, each) for year, each in own_targets(register, here, today).years()],
        "contributions": [
            each | {"state": contribution_state(kept, today)}
            for each, kept in zip(told, contributions, strict=True)
        ],
        "account": {
            "undertaken": found.undertaken,
            "due": found.due,
            "kept": found.kept,
            "money_undertaken": pounds(found.pounds_undertaken),
            "money_delivered": pounds(found.pounds_delivered),
        },
        "own_words": plain_records(register, "partner_words", said, today, words),
        "money_given": pounds(money_given(register, [here]).get(here, 0)),
    }


def _year(year: str, found: Attainment) -> Plain:
    """The causes of what was missed by their codes; '' for none given."""
    return {
        "year": year,
        "met": found.met,
        "due": found.due,
        "per_cent": found.per_cent,
        "not_rated": found.not_rated,
        "causes": dict(found.causes),
    }
