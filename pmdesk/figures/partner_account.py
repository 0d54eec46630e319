"""A partner's account on its own page: what it undertook, what it says itself, what the council gives it."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import CONTRIBUTION, Account, contribution_state
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.partnership import PARTNERSHIP
from pmdesk.domain.periods import period_of
from pmdesk.domain.words import N_, Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Pair,
    Record,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    word,
)

ACCOUNT = N_("Contribution account")
OWN_WORDS = N_("The partner’s own words")
GIVEN = N_("What the council puts in")
GIVES = N_("What it gives in grants and contracts")
# The shape of each state of a contribution (look/NOTES.md, 'One pairing everywhere').
STATES: Mapping[str, tuple[str, str]] = {
    "delivered": ("complete", N_("Delivered")),
    "part": ("close", N_("Part delivered")),
    "overdue": ("missed", N_("Overdue")),
    "promised": ("clock", N_("Promised")),
}
MOST_GRANTS = 50


def account_facts(found: Account, words: Words) -> tuple[Fact, ...]:
    """What was kept of what was due, and the money; nothing where nothing was undertaken."""
    if not found.undertaken:
        return ()
    later = found.undertaken - found.due
    kept = words("{n} of {of}", n=found.kept, of=found.due) if found.due else words("None due yet")
    note = words.plural(later, "{n} not due yet", "{n} not due yet") if later and found.due else ""
    money = [Fact(words("Money undertaken"), say_money(found.pounds_undertaken),
                  words("{money} delivered", money=say_money(found.pounds_delivered)))]  # fmt: skip
    return (Fact(words("Contributions kept"), kept, note), *(money if found.pounds_undertaken else []))


def account_section(organisation: str, rows: Sequence[Record], today: str, words: Words) -> Section:
    """Every contribution under the partnership it is to, and how each stands."""
    in_order = sorted(rows, key=lambda row: (word(row, "partnership_name"), last_day(row.get("due")) or "9"))
    made = list[Row]()
    for partnership, some in grouped(in_order, "partnership").items():
        lead = Lead("partnerships", str(partnership or ""))
        name = Cell(word(some[0], "partnership_name"), lead=lead, link=True)
        made.append(Row((name, *(Cell(lead=lead) for _column in range(4)))))
        made += [_contribution_row(row, today, words) for row in some]
    return Section(
        words(ACCOUNT),
        count_of(rows),
        (
            Column(words("What it undertook"), 36),
            Column(words("By when"), 18),
            Column(words("Worth"), 14, align="right"),
            Column(words("Delivered"), 14, align="right"),
            Column(words("State"), 18),
        ),
        tuple(made),
        words("Nothing it undertook to give is written down yet: money, staff time, rooms, data."),
        action=adding(words("Add contribution"), "contribution", {"organisation": organisation}),
    )


def words_section(organisation: str, rows: Sequence[Record], today: str, words: Words) -> Section:
    """What the partner said of it all, word for word, the newest first; nobody edits it here."""
    newest = sorted(rows, key=lambda row: (word(row, "said_on"), word(row, "id")), reverse=True)
    known = {"organisation": organisation, "said_on": today}
    action = adding(words("Record its own words"), "partner_words", known)
    lead = action.lead.argument
    assert isinstance(lead, Edit)
    return Section(
        words(OWN_WORDS),
        count_of(rows),
        text="" if rows else words("It has not been asked yet, or nobody wrote down what it said."),
        pairs=tuple(Pair(say_date(row.get("said_on"), words), _quoted(row, words)) for row in newest),
        action=action._replace(lead=Lead("edit", lead._replace(field="text"))),
    )


def given_sections(title: str, grants: Sequence[Record], words: Words) -> tuple[Section, ...]:
    """Under GIVEN or GIVES: grants and contracts by year, then each of them; nothing where there is none."""
    if not grants:
        return ()
    years = grouped(({**row, "year": _year(row)} for row in grants), "year")
    made = [_year_row(str(year), rows, words) for year, rows in sorted(years.items(), key=_newest_year)]
    if len(made) > 1:
        total = Cell(say_money(given_pence(grants)))
        made.append(Row((Cell(words("All years")), Cell(say_many(grants, words)), total)))
    columns = (
        Column(words("Financial year"), 30, strong=True),
        Column(words("Grants and contracts"), 40),
        Column(words("Money"), 30, align="right"),
    )
    return Section(words(title), "", columns, tuple(made)), _each_grant(grants, title == GIVES, words)


def is_paid(record: Record) -> bool:
    """Whether a record of the partnerships list is money for something: a grant or a contract."""
    return record.get("kind") in ("grant", "contract")


def given_pence(grants: Iterable[Record]) -> int:
    """The council's money in grants and contracts, in pence; what is no amount counts as none."""
    sums = [row.get("funding_cash") for row in grants]
    return sum(each for each in sums if isinstance(each, int) and not isinstance(each, bool))


def _contribution_row(row: Record, today: str, words: Words) -> Row:
    lead = Lead("edit", Edit("contribution", word(row, "id")))
    kind = say_value(CONTRIBUTION.field("kind"), row.get("kind"), words)
    shape, said = STATES[contribution_state(row, today)]
    return Row(
        (
            Cell(word(row, "what") or kind, lead=lead),
            Cell(say_date(row.get("due"), words), lead=lead),
            Cell(say_money(row.get("undertaken")), lead=lead),
            Cell(say_money(row.get("delivered")), lead=lead),
            pill_cell((shape, words(said)), lead),
        ),
        "contribution",
        word(row, "id"),
    )


def _quoted(row: Record, words: Words) -> str:
    who, about = word(row, "said_by"), word(row, "partnership_name")
    said = f"‘{word(row, 'text')}’"
    if who and about:
        return words("{said} {who}, about {what}", said=said, who=who, what=about)
    return words("{said} About {what}", said=said, what=about) if about else f"{said} {who}".strip()


def _year(row: Record) -> str:
    """The financial year a grant began in; '' where that is not known, or not to the month."""
    day = last_day(row.get("started"))
    known = day is not None and len(word(row, "started")) >= 7
    return period_of(day, "year") if day is not None and known else ""


def _newest_year(each: tuple[object, object]) -> tuple[bool, int]:
    year = str(each[0])
    return (not year, -int(year[:4]) if year else 0)


def _year_row(year: str, rows: Sequence[Record], words: Words) -> Row:
    money = say_money(given_pence(rows))
    return Row(
        (Cell(year or words("Year not known"), quiet=not year), Cell(say_many(rows, words)), Cell(money))
    )


def say_many(rows: Sequence[Record], words: Words) -> str:
    """'2 grants, 1 contract'."""
    grants = sum(1 for row in rows if row.get("kind") == "grant")
    parts = [words.plural(grants, "{n} grant", "{n} grants")] if grants else []
    if others := len(rows) - grants:
        parts.append(words.plural(others, "{n} contract", "{n} contracts"))
    return ", ".join(parts)


def _each_grant(grants: Sequence[Record], own: bool, words: Words) -> Section:
    """The newest first; who gives them stands in each row only where they are several."""
    newest = sorted(grants, key=lambda row: (word(row, "started"), word(row, "name")), reverse=True)
    funders = {word(row, "lead_organisation_name") for row in grants}
    said = (
        words("All from {who}.", who=min(funders)) if len(funders) == 1 and min(funders) and not own else ""
    )
    if (more := len(newest) - MOST_GRANTS) > 0:
        earlier = words.plural(more, "{n} earlier one is not shown.", "{n} earlier ones are not shown.")
        said = f"{said} {earlier}".strip()
    return Section(
        words("Grants and contracts"),
        count_of(grants),
        (
            Column(words("Name"), 40, strong=True),
            Column(words("Kind"), 12),
            *([Column(words("From"), 20)] if len(funders) > 1 else []),
            Column(words("Began"), 14),
            Column(words("Money"), 14, align="right"),
        ),
        tuple(_grant_row(row, len(funders) > 1, words) for row in newest[:MOST_GRANTS]),
        text=said,
    )


def _grant_row(row: Record, with_funder: bool, words: Words) -> Row:
    lead = Lead("partnerships", word(row, "id"))
    kind = say_value(PARTNERSHIP.field("kind"), row.get("kind"), words)
    said = [word(row, "name"), kind, *([word(row, "lead_organisation_name")] if with_funder else [])]
    said += [say_date(row.get("started"), words), say_money(row.get("funding_cash"))]
    return Row(tuple(Cell(text, lead=lead) for text in said), "partnership", word(row, "id"))
