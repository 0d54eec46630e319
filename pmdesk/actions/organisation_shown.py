"""An organisation's page: at once with its measures only counted, and whole when their targets are read."""

from pmdesk.actions.challenges import of_organisation
from pmdesk.actions.own_targets import awaited_targets, shown_targets
from pmdesk.domain.words import Words
from pmdesk.figures.organisation_page import OrganisationPage, OrganisationRows, organisation_page
from pmdesk.figures.own_targets import OwnTargets
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def organisation_shown(register: Register, row: Row, today: str, words: Words) -> OrganisationPage:
    """The page of an organisation (its row), with how the targets of its own measures ended."""
    return _with(register, row, shown_targets(register, str(row["id"]), today, words), today, words)


def awaited_page(register: Register, organisation: str, today: str, words: Words) -> OrganisationPage | None:
    """The page of an organisation (its id) before its own targets have been read."""
    row = register.get("organisation", organisation)
    if row is None or row["deleted"]:
        return None
    return _with(register, row, awaited_targets(register, organisation), today, words)


def _with(
    register: Register, row: Row, own_targets: OwnTargets, today: str, words: Words
) -> OrganisationPage:
    council, own = row.get("kind") == "council", {"organisation": row["id"]}
    partners = register.all("partner", **own)
    joined = tuple(each["partnership"] for each in partners)
    asked_of, asked_by = of_organisation(register, row["id"], today, words)
    rows = OrganisationRows(
        organisation=row,
        partners=partners,
        led=register.all("partnership", lead_organisation=row["id"]),
        people=[] if council else register.all("person", **own),
        joined={str(each["id"]): each for each in register.all("partnership", id=joined)} if joined else {},
        own=own_targets,
        contributions=register.all("contribution", **own),
        said=register.all("partner_words", **own),
        asked_of=asked_of,
        asked_by=asked_by,
        **practices_of(register, "author", row),
    )
    return organisation_page(rows, today, words)


def practices_of(register: Register, by: str, row: Row) -> dict[str, list[Row]]:
    """The good practice told by an organisation ('author') or in a partnership, with who adopted it."""
    told = register.all("practice", **{by: row["id"]})
    return {
        "practices": told,
        "adoptions": register.all("adoption", practice=tuple(each["id"] for each in told)) if told else [],
    }
