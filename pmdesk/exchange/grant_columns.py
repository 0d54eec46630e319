"""The headings of a list of grants as 360Giving writes them, and what each is read as.

A row of such a list makes a grant, the body that gets it, and that body's place in it (grants.py).
"""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain.facts import Field, Type
from pmdesk.domain.words import N_
from pmdesk.exchange.names import plain_words

RECIPIENT = "partner.recipient"
RECIPIENT_NUMBER = "partner.recipient_identifier"
# What is read beside the fields of a partnership; kept in names, notes and dates, never as such.
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "partner": (
        Field("recipient", N_("Who gets the grant")),
        Field("recipient_identifier", N_("Identifier of who gets it")),
    ),
    "partnership": (
        Field("identifier", N_("Identifier of the grant")),
        Field("currency", N_("Currency")),
        Field("begins", N_("Planned start"), Type.PARTIAL),
        Field("months", N_("Months it runs"), Type.NUMBER),
    ),
}
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "partnership.name": ("title",),
    "partnership.purpose": ("description",),
    "partnership.funding_cash": ("amount awarded", "amountawarded"),
    "partnership.started": ("award date", "awarddate"),
    "partnership.ends": ("planned date end date", "planneddate enddate"),
    "partnership.begins": ("planned date start date", "planneddate startdate"),
    "partnership.months": ("planned date duration month", "planneddate duration"),
    "partnership.currency": ("currency",),
    "partnership.identifier": ("identifier", "id"),
    "partnership.lead_organisation": ("funding org name", "fundingorganization name"),
    "partnership.service_area": ("funding org department", "fundingorganization department"),
    "partnership.note": ("grant programme title", "grantprogramme title"),
    RECIPIENT: ("recipient org name", "recipientorganization name"),
    RECIPIENT_NUMBER: ("recipient org identifier", "recipientorganization id"),
}
HEADINGS: Mapping[str, str] = {words: key for key, names in _HEADINGS.items() for words in names}
_TELLING = ("partnership.name", "partnership.funding_cash", RECIPIENT)


def grant_key(heading: str) -> str | None:
    """What a heading of such a list is read as; the place in a list ('Recipient Org:0:Name') says nothing.

    >>> grant_key("Recipient Org:0:Name"), grant_key("Amount Awarded"), grant_key("URL")
    ('partner.recipient', 'partnership.funding_cash', None)
    """
    return HEADINGS.get(" ".join(word for word in plain_words(heading).split() if not word.isdigit()))


def is_list_of_grants(headings: Iterable[str]) -> bool:
    """Whether a sheet says what each grant is, how much it is, and who gets it."""
    found = {grant_key(heading) for heading in headings}
    return all(key in found for key in _TELLING)


def grant_mapping(headings: Sequence[str]) -> dict[str, str | None]:
    """Each heading's field; the first of two that say the same, as of two recipients, counts."""
    taken, found = set[str](), dict[str, str | None]()
    for heading in headings:
        key = grant_key(heading)
        found[heading] = key if key and key not in taken else None
        taken |= {key} if key and not key.endswith(".note") else set()
    return found
