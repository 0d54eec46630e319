"""An organisation's page: its attainment, its account, its own words, its partnerships, its people.

From rows already read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import account
from pmdesk.domain.money import say_money
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.partnership import is_partnership
from pmdesk.domain.words import Words
from pmdesk.figures.attainment_bars import AttainmentBars, say_attainment, say_not_rated
from pmdesk.figures.challenges import Challenges, challenges_section
from pmdesk.figures.grouped import grouped
from pmdesk.figures.own_targets import OwnTargets, attainment_sections, bars_of, last_year
from pmdesk.figures.partner_account import (
    GIVEN,
    GIVES,
    account_facts,
    account_section,
    given_pence,
    given_sections,
    is_paid,
    say_many,
    words_section,
)
from pmdesk.figures.partner_rows import has_left, partner_columns, partner_row
from pmdesk.figures.practice_page import told_section
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Row,
    Section,
    adding,
    count_of,
    word,
)

MOST_FACTS = 4


@dataclass(frozen=True, slots=True)
class OrganisationRows:
    """`partners` are its places in partnerships, grants and contracts; `joined` those themselves, by id."""

    organisation: Record
    partners: Sequence[Record]
    led: Sequence[Record]
    people: Sequence[Record]
    joined: dict[str, Record] = field(default_factory=dict)
    own: OwnTargets = field(default_factory=OwnTargets)
    contributions: Sequence[Record] = ()
    said: Sequence[Record] = ()
    asked_of: Challenges = field(default_factory=Challenges)
    asked_by: Challenges = field(default_factory=Challenges)
    practices: Sequence[Record] = ()  # good practice told, and who adopted it
    adoptions: Sequence[Record] = ()

    def places(self) -> list[Record]:
        """Its places in what counts as a partnership."""
        return [each for each in self.partners if is_partnership(self._of(each))]

    def networks(self) -> list[Record]:
        """Its places in networks, which are told apart and not counted."""
        return [each for each in self.partners if self._of(each).get("kind") == "network"]

    def grants(self) -> list[Record]:
        """The grants and contracts it gets: not those it gives itself."""
        found = {word(each, "partnership"): self._of(each) for each in self.partners}
        here = word(self.organisation, "id")
        return [each for each in found.values() if is_paid(each) and word(each, "lead_organisation") != here]

    def _of(self, partner: Record) -> Record:
        return self.joined.get(word(partner, "partnership"), {})


@dataclass(frozen=True, slots=True)
class OrganisationPage(RecordPage):
    """The page with its chart; None while no target of its measures was due."""

    bars: AttainmentBars | None = None


def organisation_page(rows: OrganisationRows, today: str, words: Words) -> OrganisationPage:
    """The page of one organisation as it stands on day `today` (ISO)."""
    record = rows.organisation
    kind = say_value(ORGANISATION.field("kind"), record.get("kind"), words)
    return OrganisationPage(
        kind="organisation",
        id=word(record, "id"),
        title=word(record, "name"),
        pill=("plain", kind) if kind else None,
        quiet="",
        facts=_facts(rows, today, words)[:MOST_FACTS],
        sections=_sections(rows, today, words),
        bars=bars_of(rows.own, today, words),
    )


def _sections(rows: OrganisationRows, today: str, words: Words) -> tuple[Section, ...]:
    """In the order a person reads them: how it did, what it gave, what it says, what it gets, where it is."""
    here = word(rows.organisation, "id")
    return (
        *attainment_sections(rows.own, today, words),
        account_section(here, rows.contributions, today, words),
        words_section(here, rows.said, today, words),
        *_challenges(rows, words),
        *filter(None, [told_section(rows.practices, grouped(rows.adoptions, "practice"), words)]),
        *given_sections(GIVEN, rows.grants(), words),
        *given_sections(GIVES, [each for each in rows.led if is_paid(each)], words),
        _partnerships(rows, words),
        *_people(rows, words),
        _about(rows.organisation, words),
    )


def _challenges(rows: OrganisationRows, words: Words) -> tuple[Section, ...]:
    """What it is asked to answer for, always; what it asks of others where it does."""
    asked_of = challenges_section(rows.asked_of, words, words("Asked of it"))
    if not rows.asked_by.found:
        return (asked_of,)
    return asked_of, challenges_section(rows.asked_by, words, words("Asked by it"))


def _facts(rows: OrganisationRows, today: str, words: Words) -> tuple[Fact, ...]:
    """What there is to say first: attainment, contributions and money, then where it takes part."""
    found = list[Fact]()
    if rows.own.measures and rows.own.read:
        year = last_year(today)
        met = rows.own.of(year)
        said = say_attainment(met, words) if met.due or met.not_rated else words("None due")
        found.append(Fact(words("Targets met in {year}", year=year), said, say_not_rated(met, words)))
    found += account_facts(account(rows.contributions, today), words)
    if grants := rows.grants():
        money = say_money(given_pence(grants))
        found.append(Fact(words("From the council"), money, say_many(grants, words)))
    here = [each for each in rows.places() if not has_left(each, today)]
    leads = [each for each in rows.led if is_partnership(each)]
    crowded = len(found) == MOST_FACTS - 1
    note = words("it leads {n}", n=len(leads)) if leads and crowded else ""
    found.append(Fact(words("Partnerships it is in"), str(len(here)), note))
    found.append(Fact(words("Partnerships it leads"), str(len(leads))))
    found.append(Fact(words("People known"), str(len(rows.people))))
    return tuple(found)


def _partnerships(rows: OrganisationRows, words: Words) -> Section:
    """Those it leads and those it is in; networks after them, as such and not counted."""
    led = [_led_row(each, words) for each in rows.led if is_partnership(each)]
    made = led + [_partner_row(each, words) for each in rows.places()]
    network = words("a network")
    networks = [_led_row(each, words, network) for each in rows.led if each.get("kind") == "network"]
    networks += [_partner_row(each, words, network) for each in rows.networks()]
    return Section(
        words("Partnerships"),
        count_of(made),
        partner_columns(words("Name"), words),
        tuple(made + networks),
        words("It is a partner in no partnership yet."),
        action=adding(
            words("Add to a partnership"), "partner", {"organisation": word(rows.organisation, "id")}
        ),
    )


def _led_row(each: Record, words: Words, note: str = "") -> Row:
    lead = Lead("partnerships", word(each, "id"))
    return Row(
        (Cell(word(each, "name"), note, lead=lead), Cell(words("Leads it"), lead=lead), Cell(), Cell()),
        "partnership",
        word(each, "id"),
    )


def _partner_row(each: Record, words: Words, note: str = "") -> Row:
    lead = Lead("partnerships", word(each, "partnership"))
    return partner_row(each, Cell(word(each, "partnership_name"), note, lead=lead), words)


def _people(rows: OrganisationRows, words: Words) -> tuple[Section, ...]:
    """A council's own people have a list of their own."""
    if rows.organisation.get("kind") == "council":
        return ()
    made = tuple(
        Row(
            (Cell(word(each, "name"), lead=Lead("members", word(each, "id"))), Cell(word(each, "post"))),
            "person",
            word(each, "id"),
        )
        for each in rows.people
    )
    known = {"organisation": word(rows.organisation, "id"), "kind": "contact"}
    return (
        Section(
            words("People"),
            count_of(made),
            (Column(words("Name"), 40, strong=True), Column(words("Post"), 60)),
            made,
            words("Nobody there is known by name yet."),
            action=adding(words("Add person"), "person", known),
        ),
    )


def _about(record: Record, words: Words) -> Section:
    pairs = tuple(
        Pair(words(ORGANISATION.field(name).label), word(record, name))
        for name in ("contact", "note")
        if record.get(name)
    )
    return Section(
        words("Contact"), text="" if pairs else words("Nothing is kept about whom to ask there."), pairs=pairs
    )
