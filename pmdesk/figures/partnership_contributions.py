"""Who contributes what to a partnership: undertaken and delivered, what is overdue first (¶95.3)."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import CONTRIBUTION, account, contribution_state
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import Cell, Column, Edit, Lead, Record, Row, Section, adding, word

# The most pressing first.
STATES: Mapping[str, tuple[str, str]] = {
    "overdue": ("missed", N_("Overdue")),
    "part": ("close", N_("In part")),
    "promised": ("clock", N_("Promised")),
    "delivered": ("complete", N_("Delivered")),
}


def contributions_section(
    partnership: str, contributions: Sequence[Record], today: str, words: Words
) -> Section:
    """A row for each; the money undertaken and delivered in all beside the heading."""
    order = list(STATES)
    ordered = sorted(
        contributions,
        key=lambda each: (order.index(contribution_state(each, today)), word(each, "organisation_name")),
    )
    return Section(
        words("Who contributes what"),
        _totals(contributions, today, words),
        (
            Column(words("Organisation"), 26, strong=True, gives=True),
            Column(words("What"), 28, gives=True),
            Column(words("By when"), 14),
            Column(words("Delivered"), 18),
            Column(words("State"), 14),
        ),
        tuple(_row(each, today, words) for each in ordered),
        words("Nothing that a partner undertook is written down yet."),
        action=adding(words("Add contribution"), "contribution", {"partnership": partnership}),
        under=True,
    )


def _totals(contributions: Sequence[Record], today: str, words: Words) -> str:
    """'6; £41,000 of £95,000 delivered'."""
    if not contributions:
        return ""
    money = account(contributions, today)
    if not money.pounds_undertaken and not money.pounds_delivered:
        return str(money.undertaken)
    return words(
        "{n}; undertaken {undertaken}, delivered {delivered}",
        n=money.undertaken,
        undertaken=say_money(money.pounds_undertaken),
        delivered=say_money(money.pounds_delivered),
    )


def _row(contribution: Record, today: str, words: Words) -> Row:
    lead = Lead("edit", Edit("contribution", word(contribution, "id")))
    shape, said = STATES[contribution_state(contribution, today)]
    kind = say_value(CONTRIBUTION.field("kind"), contribution.get("kind"), words)
    what = word(contribution, "what") or kind
    return Row(
        (
            Cell(
                word(contribution, "organisation_name"),
                lead=Lead("partners", word(contribution, "organisation")),
            ),
            Cell(what, lead=lead),
            Cell(say_date(contribution.get("due"), words), lead=lead),
            _delivered(contribution, words, lead),
            Cell(words(said), state=shape, lead=lead),
        ),
        "contribution",
        word(contribution, "id"),
    )


def _delivered(contribution: Record, words: Words, lead: Lead) -> Cell:
    """'£41,000 of £95,000'; what has no price is said by its kind."""
    given, promised = (say_money(contribution.get(name)) for name in ("delivered", "undertaken"))
    if promised:
        return Cell(given or "£0", words("of {undertaken}", undertaken=promised), lead=lead)
    kind = say_value(CONTRIBUTION.field("kind"), contribution.get("kind"), words)
    return Cell(given or kind, quiet=not given, lead=lead)
