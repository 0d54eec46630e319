"""A health check's page: what is asked, who has answered while it is open, what came of it once closed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.health_check import HEALTH_CHECK
from pmdesk.domain.health_results import FEWEST, FIVE, Spread
from pmdesk.domain.health_templates import how_many
from pmdesk.domain.words import N_, Words
from pmdesk.figures.health import Health, health_pill, say_answered
from pmdesk.figures.health_spread import (
    SpreadFigure,
    SpreadRow,
    say_half,
    say_veiled,
    spread_figure,
    spread_rows,
    statement_rows,
)
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Row,
    Section,
    sentences,
    word,
)

OPEN, ANSWER, CLOSE = "health-open", "health-answer", "health-close"
FORMS, RECEIVE = "health-forms", "health-receive"
RESULTS = N_("What the partners think")


@dataclass(frozen=True, slots=True)
class HealthRows:
    """A check, how it stands, closed checks of the same partnership (newest first), and the stake in targets.

    `stakes` has for each partner how many of the partnership's measures it answers for, in no order.
    """

    check: Record
    health: Health
    earlier: Sequence[tuple[Record, Health]] = ()
    stakes: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class HealthPage(RecordPage):
    """A record's page with the chart of its results, None before it is closed."""

    spread: SpreadFigure | None = None


def health_page(rows: HealthRows, today: str, words: Words) -> HealthPage:
    """The page of one check on day `today` (ISO)."""
    check, health = rows.check, rows.health
    here = word(check, "id")
    primary = {
        "new": Action(words("Open for answers"), None, Lead(OPEN, here)),
        "open": Action(words("Answer"), None, Lead(ANSWER, (here, ""))),
        "closed": Action(words("Print"), None, Lead("papers", ("health-check", here))),
    }[health.state]
    return HealthPage(
        kind="health_check",
        id=here,
        title=word(check, "title"),
        pill=health_pill(health, words),
        quiet=word(check, "partnership_name"),
        facts=tuple(_facts(rows, today, words)),
        sections=tuple(_sections(rows, words)),
        primary=primary,
        spread=spread_figure(health, words) if health.results else None,
    )


def _facts(rows: HealthRows, today: str, words: Words) -> Iterator[Fact]:
    check, health = rows.check, rows.health
    if health.results:
        yield Fact(words("Answers"), say_answered(health, words))
        yield Fact(words("Closed on"), say_date(health.closed_on, words))
    elif health.state == "open":
        enough = max(FEWEST - len(health.answered), 0)
        note = words.plural(enough, "{n} more is needed", "{n} more are needed") if enough else ""
        yield Fact(words("Answers"), say_answered(health, words), note)
        closes = last_day(check.get("closes_on"))
        note = words("passed") if closes and closes < today else ""
        said = say_date(check.get("closes_on"), words) or words("No day set")
        yield Fact(words("Answers until"), said, note)
    else:
        yield Fact(words("Partners asked"), str(len(rows.health.invited)))
    yield Fact(words("Statements"), str(how_many(health.principles)))
    template = say_value(HEALTH_CHECK.field("template"), check.get("template"), words)
    yield Fact(words("Which statements"), template or words("None chosen"))


def _sections(rows: HealthRows, words: Words) -> Iterator[Section]:
    health, here = rows.health, word(rows.check, "id")
    if health.results:
        yield from _results(rows, words)
    elif health.state == "open":
        yield _who(health, here, words)
        yield _by_pdf(health, here, words)
        yield Section(
            words("Closing"),
            text=words(
                "Closing is final and cannot be undone. It shows the median and the spread of what three or"
                " more answered, and makes every single answer unreadable."
            )
            if health.here
            else words("This check was opened on another laptop. Only there can it be closed."),
            action=Action(words("Close for good"), None, Lead(CLOSE, here)) if health.here else None,
        )
    else:
        yield Section(words("How it works"), text=sentences(words(HOW), _of_few(health, words)))
    if not health.results:
        yield from _asked(health, words)
    if word(rows.check, "note"):
        yield Section(words("Note"), text=word(rows.check, "note"))


def _of_few(health: Health, words: Words) -> str:
    """What is said where fewer than five can answer; '' where more can."""
    return words(OF_FEW) if len(health.invited) < FIVE else ""


OF_FEW = N_(
    "Of fewer than five answers only the median is shown, and whether they disagree. Even so, a partner who"
    " answers unlike all the others may guess what these said."
)
HOW = N_(
    "Each partner answers alone. An answer is sealed when it is given, and nobody sees it again: not its"
    " author, not the council. While the check is open you see who has answered, never what. When it is"
    " closed, the median and the spread are shown, and nothing below three answers."
)


def _who(health: Health, here: str, words: Words) -> Section:
    rows = tuple(
        Row(
            (
                Cell(name),
                Cell(words("Answered"), state="met")
                if id in health.answered
                else Cell(words("Waiting"), state="clock"),
                Cell(
                    words("Answer again") if id in health.answered else words("Answer"),
                    lead=Lead(ANSWER, (here, id)),
                    link=True,
                ),
            )
        )
        for id, name in health.invited
    )
    columns = (
        Column(words("Organisation"), 55, strong=True, gives=True),
        Column(words("State"), 25),
        Column("", 20),
    )
    return Section(
        words("Who has answered"),
        words("{k} of {n}", k=len(health.answered), n=len(health.invited)),
        columns,
        rows,
        text=sentences(
            words("What they answered is sealed until the check is closed, and is never shown by name."),
            _of_few(health, words),
        ),
    )


def _by_pdf(health: Health, here: str, words: Words) -> Section:
    """For partners that have no pmdesk: forms to send, and those that came back."""
    make = Pair(words("Forms to send"), "", words("Make forms…"), Lead(FORMS, here))
    waiting = len(health.answered) < len(health.invited)
    take = Pair(words("Forms that came back"), "", words("Receive forms…"), Lead(RECEIVE, here))
    return Section(
        words("By PDF"),
        text=words("A partner without pmdesk fills in a form. Delete the file once it has been received."),
        pairs=(make, take) if waiting else (take,),
    )


def _asked(health: Health, words: Words) -> Iterator[Section]:
    for at, each in enumerate(health.principles):
        rows = tuple(Row((Cell(words(said)),)) for said in each.statements)
        title = words(each.title) if each.title else words("Statements")
        yield Section(title, columns=(Column(words("Statement")),), rows=rows, under=at > 0)


def _results(rows: HealthRows, words: Words) -> Iterator[Section]:
    health = rows.health
    figure = spread_figure(health, words)
    yield Section(
        words(RESULTS),
        columns=_columns(words("Principle"), words),
        rows=_table(figure.rows, words),
        text=say_veiled(_spreads(health), words),
    )
    said = statement_rows(health, words)
    apart = tuple(sorted((row for row in said if row.spread and row.spread.disagrees), key=_closeness))
    yield Section(
        words("Where they disagree"),
        str(len(apart)) if apart else "",
        _columns(words("Statement"), words),
        _table(apart, words),
        empty=words("On no statement do the answers reach far from disagree to agree."),
    )
    if len(rows.earlier) > 1:
        yield _years(rows, words)
    if rows.stakes:
        yield _stake(rows.stakes, words)
    if health.said:
        yield Section(
            words("In the partners’ words"),
            pairs=tuple(Pair("–", each) for each in health.said),
            text=words("Written for everybody, in an order of chance. No paper prints them."),
        )
    yield Section(
        words("Every statement"), str(len(said)), _columns(words("Statement"), words), _table(said, words)
    )


def _spreads(health: Health) -> tuple[Spread | None, ...]:
    return (*health.results.principles, *health.results.statements) if health.results else ()


def _closeness(row: SpreadRow) -> float:
    """Those whose middle half reaches furthest first, then those of which it is not shown."""
    return row.spread.half[0] - row.spread.half[1] if row.spread and row.spread.half else 0


def _columns(first: str, words: Words) -> tuple[Column, ...]:
    return (
        Column(first, 58, gives=True),
        Column(words("Median"), 12, align="right"),
        Column(words("Middle half"), 15, align="right"),
        Column("", 18),
    )


def _table(rows: Sequence[SpreadRow], words: Words) -> tuple[Row, ...]:
    return tuple(Row((Cell(row.label), *_cells(row, words))) for row in rows)


def _cells(row: SpreadRow, words: Words) -> tuple[Cell, ...]:
    if row.spread is None:
        return Cell("–"), Cell("–"), Cell(words("Too few"), state="dash")
    half = say_half(row.spread, words)
    apart = Cell(words("They disagree"), state="close") if row.spread.disagrees else Cell()
    return Cell(f"{row.spread.middle:g}"), Cell(half), apart


def _years(rows: HealthRows, words: Words) -> Section:
    """The medians of each principle over the checks with the same set of statements, the newest first."""
    checks = list(rows.earlier)[:4]
    columns = [Column(words("Principle"), 40, gives=True)]
    columns += [Column(say_date(each.closed_on[:7], words), 15, align="right") for _check, each in checks]
    lines = []
    for at, each in enumerate(rows.health.principles):
        cells = [Cell(words(each.title) or words("Statements"))]
        for _check, health in checks:
            found = spread_rows([""], health.results.principles[at : at + 1], words) if health.results else ()
            spread = found[0].spread if found else None
            cells.append(Cell(f"{spread.middle:g}" if spread else "–"))
        lines.append(Row(tuple(cells)))
    return Section(
        words("Over the years"),
        columns=tuple(columns),
        rows=tuple(lines),
        text=words("Medians, of 4. Each check asked the same statements; who answered may differ."),
    )


def _stake(stakes: Sequence[int], words: Words) -> Section:
    """How the targets are shared out: how far apart, never whose."""
    ordered = sorted(stakes)
    holding = sum(1 for each in ordered if each)
    said = words.plural(
        len(ordered),
        "{k} of {n} partner answers for a measure of this partnership.",
        "{k} of {n} partners answer for a measure of this partnership.",
        k=holding,
    )
    span = words("A partner answers for {low} to {high} of them.", low=ordered[0], high=ordered[-1])
    return Section(
        words("Stake in the targets"),
        text=f"{said} {span} {words('Trust is easier to ask for where the targets are shared.')}",
    )
