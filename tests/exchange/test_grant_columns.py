"""The headings of grants, as councils write them."""

import pytest

from pmdesk.exchange.columns import find_target, guess_entity, guess_mapping, known_headings
from pmdesk.exchange.grant_columns import RECIPIENT, grant_key, grant_mapping, is_list_of_grants
from tests.exchange.made_files import GRANTS, PARTNERSHIPS, rows_of

TRAFFORD = rows_of(GRANTS)[0]
FLAT = ["id", "title", "description", "currency", "amountAwarded", "awardDate", "plannedDates/0/endDate",
        "recipientOrganization/0/id", "recipientOrganization/0/name",
        "fundingOrganization/0/name"]  # fmt: skip


def test_the_headings_of_a_real_list() -> None:
    read = {heading: key for heading, key in grant_mapping(TRAFFORD).items() if key}
    assert read == {
        "Identifier": "partnership.identifier",
        "Title": "partnership.name",
        "Description": "partnership.purpose",
        "Currency": "partnership.currency",
        "Amount Awarded": "partnership.funding_cash",
        "Award Date": "partnership.started",
        "Planned Dates:Start Date": "partnership.begins",
        "Planned Dates:End Date": "partnership.ends",
        "Planned Dates:Duration (months)": "partnership.months",
        "Recipient Org:Identifier": "partner.recipient_identifier",
        "Recipient Org:Name": "partner.recipient",
        "Funding Org:Name": "partnership.lead_organisation",
        "Funding Org:Department": "partnership.service_area",
        "Grant Programme:Title": "partnership.note",
    }


def test_other_spellings_of_the_same_standard() -> None:
    assert [key for key in grant_mapping(FLAT).values() if key is None] == []
    assert guess_entity(FLAT) == "partnership"
    twice = ["Title", "Amount Awarded", "Recipient Org:0:Name", "Recipient Org:1:Name"]
    assert list(grant_mapping(twice).values())[2:] == [RECIPIENT, None]


def test_a_list_of_grants_is_known_by_itself_and_no_other_list_is() -> None:
    assert is_list_of_grants(TRAFFORD)
    assert guess_entity(TRAFFORD) == "partnership"
    assert not is_list_of_grants(["Title", "Amount Awarded"])
    headings = rows_of(PARTNERSHIPS)[0]
    assert not is_list_of_grants(headings)
    guessed = {guess.target for guess in guess_mapping("partnership", headings).values()}
    assert not guessed & {RECIPIENT, "partnership.identifier", "partnership.currency", "partnership.months"}


@pytest.mark.parametrize("typed", ["partner.recipient", "Who gets the grant", "recipient"])
def test_a_person_can_say_which_column_names_who_gets_it(typed: str) -> None:
    assert find_target("partnership", typed) == RECIPIENT


def test_headings_below_a_title_are_found() -> None:
    assert {"amount awarded", "recipient org name"} <= known_headings("partnership")
    assert grant_key("Something else") is None
