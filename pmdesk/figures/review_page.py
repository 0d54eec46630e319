"""A review's row and page: its six sections, its recommendations and how each stands (¶95.4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.review import RECOMMENDATION, REVIEW, SECTIONS
from pmdesk.domain.scrutiny import (
    OPEN,
    REPORTS,
    answer_due,
    recommendation_state,
    report_due,
    review_state,
)
from pmdesk.domain.words import N_, Words
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.record_page import (
    Action,
    Cell,
    Column,
    Edit,
    Fact,
    Lead,
    Pair,
    Pill,
    Record,
    RecordPage,
    Row,
    Section,
    adding,
    count_of,
    pill_cell,
    sentences,
    word,
)

# Each state of a review or a recommendation (domain/scrutiny.py): its shape and word.
STATES: Mapping[str, Pill] = {
    "answer_late": ("missed", N_("Response late")),
    "late": ("missed", N_("Late")),
    "report_late": ("close", N_("Report due")),
    "waiting": ("clock", N_("Waiting for a response")),
    "in_hand": ("met", N_("In hand")),
    "under_way": ("clock", N_("Under way")),
    "rejected": ("dash", N_("Rejected")),
    "closed": ("complete", N_("Closed")),
}


LONG = 40  # letters of a recommendation that the table has room for


class ReviewRows(NamedTuple):
    """A review and its recommendations, in the order they were made."""

    review: Record
    recommendations: Sequence[Record]


def state_pill(state: str, words: Words) -> Pill:
    shape, said = STATES[state]
    return shape, words(said)


def review_row(review: Record, recommendations: Sequence[Record], today: str, words: Words) -> ListRow:
    """'Community Safety Partnership, Overview and Scrutiny Committee', and its most pressing state."""
    parts = (word(review, "partnership_name"), word(review, "committee"))
    state = review_state(review, recommendations, today)
    return ListRow(
        word(review, "id"),
        word(review, "title"),
        ", ".join(part for part in parts if part),
        state_pill(state, words),
    )


def review_page(rows: ReviewRows, today: str, words: Words) -> RecordPage:
    """The page of one review as it stands on day `today` (ISO)."""
    review = rows.review
    known = {"review": word(review, "id")}
    add = adding(words("Add recommendation"), "recommendation", known)
    return RecordPage(
        kind="review",
        id=word(review, "id"),
        title=word(review, "title"),
        pill=state_pill(review_state(review, rows.recommendations, today), words),
        quiet=sentences(word(review, "committee"), word(review, "partnership_name")),
        facts=_facts(rows, today, words),
        sections=(
            recommendations_section(rows, today, words),
            *_followed(rows, today, words),
            *_sections(review, words),
            _about(review, words),
        ),
        primary=Action(add.word, None, add.lead),
    )


def _facts(rows: ReviewRows, today: str, words: Words) -> tuple[Fact, ...]:
    review, told = rows.review, rows.recommendations
    states = [recommendation_state(each, review, today) for each in told]
    open_ones = sum(state in OPEN for state in states)
    due = answer_due(review)
    if due:
        note = words("two months after it reported")
        clock = Fact(words("Responses due"), say_date(due, words), note)
    else:
        clock = Fact(words("Responses due"), words("No date"), words("the clock of two months is off"))
    began = say_date(review.get("started"), words)
    return (
        Fact(words("Began"), began or words("Not known")),
        Fact(words("Reported"), say_date(review.get("reported_on"), words) or words("Not yet")),
        clock,
        Fact(
            words("Recommendations"),
            words("{n} open", n=open_ones) if told else words("None yet"),
            words("of {n}", n=len(told)) if told else "",
        ),
    )


def recommendations_section(rows: ReviewRows, today: str, words: Words) -> Section:
    """Each recommendation, who answers it, by when, and its state; the most pressing first."""
    return Section(
        words("Recommendations"),
        count_of(rows.recommendations),
        (
            Column(words("What the committee recommends"), 36, strong=True, gives=True),
            Column(words("Cabinet member"), 15, gives=True),
            Column(words("By when"), 15),
            Column(words("State"), 16),
            Column("", 18),
        ),
        tuple(_row(each, rows.review, today, words) for each in _pressing_first(rows, today)),
        words("No recommendation is recorded yet."),
        action=adding(words("Add recommendation"), "recommendation", {"review": word(rows.review, "id")}),
    )


def _pressing_first(rows: ReviewRows, today: str) -> list[Record]:
    order = {state: place for place, state in enumerate(STATES)}
    return sorted(
        rows.recommendations, key=lambda each: order[recommendation_state(each, rows.review, today)]
    )


def _row(each: Record, review: Record, today: str, words: Words) -> Row:
    lead = Lead("edit", Edit("recommendation", word(each, "id")))
    state = recommendation_state(each, review, today)
    who = word(each, "cabinet_member_name")
    return Row(
        (
            Cell(word(each, "text"), lead=lead, quiet=state in ("closed", "rejected")),
            Cell(who or words("Nobody yet"), quiet=not who, lead=lead),
            Cell(say_date(next_day(each, review, state), words), lead=lead),
            pill_cell(state_pill(state, words), lead),
            _step(each, state, words),
        ),
        "recommendation",
        word(each, "id"),
    )


def _step(each: Record, state: str, words: Words) -> Cell:
    """The way to what is recorded next: the response, the report back without words, at last the closing."""
    if state in ("closed", "rejected"):
        return Cell()
    reports = (f"{name}_report" for name in REPORTS if not word(each, f"{name}_report").strip())
    if state in ("waiting", "answer_late"):
        said, field = words("Record the response"), "response"
    elif (report := next(reports, None)) is not None:
        said, field = words("Record a report back"), report
    else:
        said, field = words("Close it"), "closed_on"
    return Cell(said, lead=Lead("edit", Edit("recommendation", word(each, "id"), {}, field)), link=True)


def next_day(each: Record, review: Record, state: str) -> str | None:
    """The day that matters in its state: of the answer, the work, the report back or the closing."""
    match state:
        case "closed":
            return last_day(each.get("closed_on"))
        case "answer_late" | "waiting":
            return answer_due(review)
        case "rejected":
            return last_day(each.get("responded_on"))
        case "report_late":
            return report_due(each)
    return last_day(each.get("due")) or report_due(each)


def _followed(rows: ReviewRows, today: str, words: Words) -> Iterator[Section]:
    """What was answered and what came of it, recommendation by recommendation."""
    for each in _pressing_first(rows, today):
        pairs = tuple(_story(each, words))
        if pairs:
            yield Section(word(each, "text"), pairs=pairs, under=True)
        elif len(word(each, "text")) > LONG:  # the table cuts it
            yield Section(word(each, "text"), text=words("No response yet."), under=True)


def _story(each: Record, words: Words) -> Iterator[Pair]:
    response = say_value(RECOMMENDATION.field("response"), each.get("response"), words)
    if response:
        day = say_date(each.get("responded_on"), words)
        said = ", ".join(part for part in (response, day) if part)
        why = word(each, "response_why")
        yield Pair(words("Response"), f"{said}: {why}" if why else said)
    if word(each, "timetable"):
        yield Pair(words("Timetable"), word(each, "timetable"))
    if word(each, "lead_officer_name"):
        yield Pair(words("Lead officer"), word(each, "lead_officer_name"))
    for name in REPORTS:
        day, text = say_date(each.get(f"{name}_report_on"), words), word(each, f"{name}_report")
        if day or text:
            label = words(RECOMMENDATION.field(f"{name}_report").label)
            yield Pair(label, ": ".join(part for part in (day, text or words("awaited")) if part))


def _sections(review: Record, words: Words) -> Iterator[Section]:
    """The six, each with its text or the question where it is written."""
    for name in SECTIONS:
        text = word(review, name)
        write = Action(words("Write it"), "edit", Lead("edit", Edit("review", word(review, "id"), {}, name)))
        yield Section(
            words(REVIEW.field(name).label),
            text=text or words("Nothing is written here yet."),
            action=None if text else write,
        )


def _about(review: Record, words: Words) -> Section:
    pairs = [
        Pair(
            words("Partnership"),
            "",
            word(review, "partnership_name"),
            Lead("partnerships", word(review, "partnership")),
        )
    ]
    if word(review, "note"):
        pairs.append(Pair(words("Note"), word(review, "note")))
    return Section(words("About this review"), pairs=tuple(pairs))


def reviews_section(
    partnership: str,
    reviews: Sequence[Record],
    recommendations: Mapping[object, Sequence[Record]],
    today: str,
    words: Words,
) -> Section:
    """On a partnership's page: its reviews, the newest first, and how their recommendations stand."""
    newest = sorted(
        reviews, key=lambda each: word(each, "reported_on") or word(each, "started") or "9", reverse=True
    )
    made = []
    for each in newest:
        told = recommendations.get(each["id"], ())
        lead = Lead("scrutiny", word(each, "id"))
        states = [recommendation_state(one, each, today) for one in told]
        open_ones = sum(state in OPEN for state in states)
        made.append(
            Row(
                (
                    Cell(word(each, "title"), lead=lead),
                    Cell(say_date(each.get("reported_on"), words) or words("Not yet"), lead=lead),
                    Cell(words("{n} of {m} open", n=open_ones, m=len(told)) if told else "", lead=lead),
                    pill_cell(state_pill(review_state(each, told, today), words), lead),
                ),
                "review",
                word(each, "id"),
            )
        )
    begin = Edit("review", None, {"partnership": partnership})
    return Section(
        words("Scrutiny"),
        count_of(made),
        (
            Column(words("Review"), 40, strong=True, gives=True),
            Column(words("Reported"), 20),
            Column(words("Recommendations"), 20),
            Column(words("State"), 20),
        ),
        tuple(made),
        words("No review of it is recorded."),
        action=Action(words("Begin a review"), "plus", Lead("scrutiny", begin)),
        under=True,
    )
