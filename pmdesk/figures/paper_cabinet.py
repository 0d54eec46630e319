"""What the Cabinet's progress report prints: partnerships in brief, exceptions, then each alone."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pmdesk.domain.check import say_value
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.periods import say_period
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words
from pmdesk.figures.exchanges import Exchange
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_plan import measure_columns, measure_groups, say_summary, usual_period
from pmdesk.figures.paper_slippage import say_times
from pmdesk.figures.paper_values import Cell, Column, ProgressFigures
from pmdesk.figures.partnership_states import RATINGS as SELF_RATINGS
from pmdesk.figures.rating_counts import judged, rating_counts, said_counts
from pmdesk.figures.record_page import Record, word
from pmdesk.figures.timeline import TimelineFigures, TimelineRow, say_slip

Cells = tuple[Cell, ...]


class InBrief(NamedTuple):
    """A partnership: who answers for it, the update signed off last ({} for none), its figures."""

    partnership: Record
    member: str
    rated: Record
    stories: Sequence[MeasureStory]
    timeline: TimelineFigures


@dataclass(frozen=True, slots=True)
class Exceptions:
    """One kind of exception as a table."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class CabinetPart:
    """One partnership's own page; `measures` are its measures with the shape and the word of each."""

    progress: ProgressFigures
    columns: tuple[Column, ...]
    heading: str  # 'Measures, 2025-26 Q4': of another period where that stands under a figure
    measures: tuple[Cells, ...]
    note: str  # how many are left out
    exchanges: tuple[Exchange, ...] = ()  # challenges about it, with their replies


@dataclass(frozen=True, slots=True)
class CabinetFigures:
    """The whole paper; an exception nobody has is left out of `exceptions`."""

    council: str
    title: str
    report_of: str
    summary: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    note: str
    exceptions: tuple[Exceptions, ...]
    parts: tuple[CabinetPart, ...]
    made_on: str
    unsettled: str = ""  # which values it rests on that nobody has settled (figures/conflicts.py)


def brief_columns(partnerships: Iterable[InBrief], words: Words) -> tuple[Column, ...]:
    """Those of the table on the first page; a member who answers for them all is named above it."""
    one = words("Partnership")
    return (
        Column(one if one_member(partnerships) else words("Partnership and portfolio member"), 154),
        Column(words("How it is going"), 84),
        Column(words("Measures"), 88),
        Column(words("Milestones"), 86),
        Column(words("Next review"), 70),
    )


def brief_rows(
    partnerships: Sequence[InBrief], rules: Sequence[Rule], today: str, words: Words
) -> tuple[Cells, ...]:
    """A row for each, what is off track and what misses most of its measures first."""
    ordered, one = sorted(partnerships, key=_most_pressing), one_member(partnerships)
    shown, usual = (each._replace(member="") if one else each for each in ordered), _usual(partnerships)
    return tuple(_brief_row(each, usual, rules, today, words) for each in shown)


def say_going(partnerships: Iterable[InBrief], words: Words) -> str:
    """Where 'how it is going' comes from, and of which period it is."""
    usual = _usual(partnerships)
    if not usual:
        return words("‘How it is going’ is what the update signed off last says; none was signed off yet.")
    return words(
        "‘How it is going’ is what the update signed off last says: that of {period} unless another"
        " period stands under it.",
        period=say_period(usual, words),
    )


def missed_exceptions(
    stories: Sequence[MeasureStory], words: Words, challenged: Collection[str] = ()
) -> Exceptions | None:
    """The measures that are missed, with what was written of each and whose doing it was."""
    missed = [each for each in stories if each.latest and each.latest.rating == "red"]
    groups = measure_groups(missed, words, challenged)
    if not groups:
        return None
    said = words(missed[0].word_of(missed[0].latest)).lower()
    return Exceptions(words("Measures: {word}", word=said), measure_columns(words), groups[0].rows)


def past_exceptions(partnerships: Iterable[InBrief], words: Words) -> Exceptions | None:
    """Milestones whose first date has passed undone, the longest slip first, with whose they are."""
    found = [(row, each) for each in partnerships for row in each.timeline.rows if row.state == "past"]
    found.sort(key=lambda pair: (-(pair[0].slip_days or 0), pair[0].first_due, pair[0].title))
    columns = (
        Column(words("Milestone and partnership"), 140),
        Column(words("Whose it is"), 104),
        Column(words("First date"), 82, right=True),
        Column(words("Now"), 82, right=True),
        Column(words("Slip"), 74, right=True),
    )
    rows = tuple(_past_row(row, word(each.partnership, "name"), words) for row, each in found)
    return Exceptions(words("Milestones past their first date"), columns, rows) if rows else None


def measure_rows(
    stories: Sequence[MeasureStory], words: Words, challenged: Collection[str] = ()
) -> tuple[Cells, ...]:
    """The small table of a partnership's page: exceptions first, without its own name in each row."""
    groups = measure_groups(stories, words, challenged)
    return tuple(
        (Cell(row[0].text, strong=True), row[1], row[2], row[3]) for group in groups for row in group.rows
    )


def measures_heading(stories: Sequence[MeasureStory], words: Words) -> str:
    """'Measures, 2025-26 Q4': the period most of them are of; the others have theirs under the figure."""
    usual = usual_period(stories)
    return words("Measures, {period}", period=say_period(usual, words)) if usual else words("Measures")


def small_columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Measure"), 214),
        Column(words("Rating and direction"), 102),
        Column(words("Latest"), 70, right=True),
        Column(words("Target"), 96),
    )


def say_cabinet(
    partnerships: Sequence[InBrief],
    in_time: tuple[int, int, str],
    rules: Sequence[Rule],
    finding: str,
    words: Words,
) -> str:
    """The whole in three sentences. `in_time`: how many reported, of how many, for which period."""
    reported, owed, period = in_time
    stories = [story for each in partnerships for story in each.stories]
    counts = rating_counts((_rating(each) for each in stories), rules, words)
    parts = [
        words.plural(
            owed,
            "{reported} of {n} partnership has reported for {period}.",
            "{reported} of {n} partnerships have reported for {period}.",
            reported=reported,
            period=say_period(period, words),
        )
        if owed
        else "",
        say_summary(counts, words) if stories else "",
        f"{finding}.",
    ]
    return " ".join(part for part in parts if part)


def one_member(partnerships: Iterable[InBrief]) -> bool:
    """Whether one portfolio member answers for them all."""
    members = {each.member for each in partnerships}
    return len(members) == 1 and "" not in members


def _most_pressing(each: InBrief) -> tuple[int, int, int, str]:
    order = ("off_track", "at_risk", "", "on_track")
    rated = word(each.rated, "self_rating")
    missed = sum(_rating(story) == "red" for story in each.stories)
    late = sum(each.timeline.count(state) for state in ("past", "slipping"))
    return order.index(rated) if rated in order else 2, -missed, -late, word(each.partnership, "name")


def _rating(story: MeasureStory) -> str:
    return story.latest.rating if story.latest else "no_reading"


def _usual(partnerships: Iterable[InBrief]) -> str:
    """The period most of the updates signed off last are of; '' for none."""
    found = Counter(word(each.rated, "period") for each in partnerships if each.rated)
    return max(found.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))[0]


def _brief_row(each: InBrief, usual: str, rules: Sequence[Rule], today: str, words: Words) -> Cells:
    review = each.partnership.get("review_due")
    passed = (last_day(review) or today) < today
    return (
        Cell(word(each.partnership, "name"), quiet=each.member, strong=True),
        _going(each.rated, usual, words),
        _measures(each.stories, rules, words),
        _milestones(each.timeline, words),
        Cell(say_date(review, words), quiet=words("past its date") if passed else ""),
    )


def _going(rated: Record, usual: str, words: Words) -> Cell:
    """What the update signed off last says, and of which period where that is not the usual one."""
    said = say_value(PROGRESS_UPDATE.field("self_rating"), rated.get("self_rating"), words)
    period = "" if word(rated, "period") == usual else say_period(word(rated, "period"), words)
    period = period if rated else words("none signed off")
    shape = SELF_RATINGS.get(word(rated, "self_rating"), "unknown")
    return Cell(said or words("Not said"), quiet=period, strong=True, state=shape)


def _measures(stories: Sequence[MeasureStory], rules: Sequence[Rule], words: Words) -> Cell:
    counts = rating_counts((_rating(each) for each in stories), rules, words)
    rest = sum(each.n for each in counts) - sum(each.n for each in judged(counts))
    said = said_counts(judged(counts), words)
    if not counts:
        return Cell(words("none"))
    unrated = words.plural(rest, "{n} without a rating", "{n} without a rating") if rest else ""
    return Cell(said or unrated, quiet=unrated if said else "")


def _milestones(timeline: TimelineFigures, words: Words) -> Cell:
    late = timeline.count("past") + timeline.count("slipping")
    done, undated, on_date = (timeline.count(state) for state in ("done", "undated", "on_date"))
    said = [words.plural(on_date, "{n} on date", "{n} on date")] if on_date else []
    said += [words.plural(late, "{n} late", "{n} late")] if late else []
    quiet = [words.plural(done, "{n} done", "{n} done")] if done else []
    quiet += [words.plural(undated, "{n} without a date", "{n} without a date")] if undated else []
    if not said:
        return Cell(", ".join(quiet) or words("none"))
    return Cell(", ".join(said), quiet=", ".join(quiet))


def _slipped(row: TimelineRow, words: Words) -> str:
    """'73 days', or that it was given no new date."""
    days = row.slip_days or 0
    return words.plural(days, "{n} day", "{n} days") if days > 0 else say_slip(row, words)


def _past_row(row: TimelineRow, partnership: str, words: Words) -> Cells:
    first, now = row.first_due and row.first_due.isoformat(), row.now and row.now.isoformat()
    return (
        Cell(row.title, quiet=partnership, strong=True),
        Cell(row.owner or words("nobody named")),
        Cell(say_date(first, words)),
        Cell(say_date(now, words) if now != first else words("no new date"), strong=True),
        Cell(_slipped(row, words), quiet=say_times(row.times_redated, words)),
    )
