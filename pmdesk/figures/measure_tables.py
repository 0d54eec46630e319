"""The tables of a measure's page: readings, targets, years, and where other areas stand."""

from collections.abc import Sequence
from decimal import Decimal

from pmdesk.domain.comparators import band, figures_at, is_whole, peers, quartile_of, rank, read_figures
from pmdesk.domain.dates import say_date
from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.measure import EARLIER_TOLERANCE, READING
from pmdesk.domain.periods import say_period
from pmdesk.domain.profile import PathValue
from pmdesk.domain.rating import RATINGS
from pmdesk.domain.roll_up import NO_PARTS, NOT_SAID, by_year
from pmdesk.domain.series import Target
from pmdesk.domain.spacing import is_part_year, numbered, span
from pmdesk.domain.standing import Standing
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_facts import say_target, say_tolerance
from pmdesk.figures.measure_rows import DIRECTIONS
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Edit,
    Lead,
    Record,
    Row,
    Section,
    adding,
    count_of,
    sentences,
    word,
)

QUARTILES = (
    N_("That is in the best quarter."),
    N_("That is in the second quarter."),
    N_("That is in the third quarter."),
    N_("That is in the last quarter."),
)


def readings_section(story: MeasureStory, words: Words) -> Section:
    """Every reading, newest first, each with what its own period should have reached."""
    return Section(
        words("Readings"),
        count_of(story.standings),
        (
            Column(words("Period"), 108, strong=True),
            Column(words("Value"), 76, strong=True, align="right"),
            Column(words("Path"), 76, align="right"),
            Column(words("Difference"), 92, align="right"),
            Column(words("Rating"), 96),
            Column(words("Direction"), 116),
            Column(words("Commentary"), 332),
        ),
        tuple(_reading_row(story, each, words) for each in reversed(story.standings)),
        words("The figures of each period belong here."),
        action=adding(words("Add reading"), "reading", {"measure": word(story.measure, "id")}),
    )


def targets_section(story: MeasureStory, words: Words) -> Section:
    """What is to be reached by when, and who agreed it; the last one first."""
    columns = [Column(words("Period"), 108, strong=True), Column(words("Target"), 108, align="right")]
    given = [name for name in _EXTRA if any(getattr(each, name) is not None for each in story.targets)]
    columns += [Column(words(_EXTRA[name]), 96, align="right") for name in given]
    columns.append(Column(words("Agreed"), 400))
    return Section(
        words("Targets"),
        count_of(story.targets),
        tuple(columns),
        tuple(_target_row(story, each, given, words) for each in reversed(story.targets)),
        words("Nothing is rated before there is a target."),
        action=adding(words("Add target"), "target", {"measure": word(story.measure, "id")}),
    )


def tolerances_section(story: MeasureStory, words: Words) -> Section | None:
    """The tolerances it had before, the last one first; None where there was one alone."""
    rows = sorted(story.earlier, key=lambda row: (word(row, "before"), word(row, "id")), reverse=True)
    if not rows:
        return None
    return Section(
        words(EARLIER_TOLERANCE.plural),
        "",
        (Column(words("For periods that end before"), 240, strong=True), Column(words("Tolerance"), 400)),
        tuple(_tolerance_row(story, row, words) for row in rows),
        text=words(
            "A tolerance that is changed holds from that day on: no earlier rating changes with it."
            " Delete one that was wrong, and the one after it rates its periods too."
        ),
    )


def years_section(story: MeasureStory, words: Words) -> Section | None:
    """A figure for each year, where readings are more frequent than yearly; never a false sum or mean."""
    told = numbered(story.readings)
    if not told or min(span(each.period).months for each in told) >= 12:
        return None
    years = [(year, value) for year, value in by_year(story.scale, told) if value is not None]
    if not years:
        why = NO_PARTS if story.scale.aggregation == "ratio" else NOT_SAID
        return Section(words("Year by year"), text=sentences(_capital(words(why))))
    columns = (Column(words("Year"), 108, strong=True), Column(words("Figure"), 108, align="right"),
               Column("", 500))  # fmt: skip
    rows = tuple(
        Row((Cell(year), Cell(story.said(value)), Cell(_so_far(story, year, words), quiet=True)))
        for year, value in reversed(years)
    )
    return Section(words("Year by year"), "", columns, rows)


def comparators_section(story: MeasureStory, words: Words) -> Section | None:
    """Where other areas stand in the last period that they and ours have figures for; best first."""
    series = {id(each): read_figures(each.get("figures")) for each in story.comparators}
    areas = story.peers
    period, own = _shared_period(story, [series[id(each)] for each in areas])
    if not period:
        return None
    others = figures_at([series[id(each)] for each in areas], period)
    lines = [(figure, word(each, "area"), each) for each in story.comparators
             if isinstance(figure := series[id(each)].get(period), Decimal)]  # fmt: skip
    rows = [_area_row(story, figure, name, each) for figure, name, each in lines]
    if own is not None:
        rows.append((own, Row((Cell(words("Ours")), Cell(story.said(own)), Cell()))))
    rows.sort(key=lambda each: each[0], reverse=story.scale.polarity != "lower")
    return Section(
        words("Other areas, {period}", period=say_period(period, words)),
        count_of(others),
        (Column(words("Area"), 240, strong=True), Column(words("Figure"), 108, align="right"),
         Column("", 360)),
        tuple(row for _, row in rows),
        text=_among_all(story, own, period, others, words),
        action=adding(words("Add area"), "comparator", {"measure": word(story.measure, "id")}),
    )  # fmt: skip


def _among_all(
    story: MeasureStory, own: Decimal | None, period: str, others: Sequence[Decimal], words: Words
) -> str:
    """Where ours stands in its family group, where it has one, and among all areas of its kind."""
    said = _standing_among(story, own, others, words)
    if not story.family:
        return said
    everywhere = figures_at([read_figures(each.get("figures")) for each in peers(story.comparators)], period)
    return " ".join((
        words("{family}: {standing}", family=word(story.measure, "family"), standing=said),
        words("All areas: {standing}", standing=_standing_among(story, own, everywhere, words)),
    ))  # fmt: skip


_EXTRA = {"floor": N_("Floor"), "stretch": N_("Stretch")}


def _reading_row(story: MeasureStory, each: Standing, words: Words) -> Row:
    record = story.reading_rows.get(each.reading.id, {})
    noteless = each.rating == "red" and not word(record, "commentary").strip()
    lead = Lead("edit", Edit("reading", each.reading.id, {}, "commentary" if noteless else "value"))
    icon = {"better": "better", "worse": "worse", "no_change": "same"}.get(each.direction, "")
    cells = (
        Cell(say_period(each.period, words), lead=lead),
        Cell(story.number(each.value) or "–", lead=lead),
        Cell(_path(story, each.path, words), lead=lead),
        Cell(story.number(each.variance, signed=True), lead=lead),
        Cell(words(story.word_of(each)), state=RATINGS[each.rating][0], lead=lead),
        Cell(words(DIRECTIONS.get(each.direction, "")), icon=icon, lead=lead),
        Cell(_unsettled(story, each.reading.id, _commentary(record, words), words), lead=lead),
    )
    return Row(cells, "reading", each.reading.id)


def _unsettled(story: MeasureStory, record: str, said: str, words: Words) -> str:
    """What is said of a reading or target, after that it rests on a value nobody has settled."""
    if record not in story.unsettled:
        return said
    return f"{words('Two values, not settled yet.')} {said}".strip()


def _path(story: MeasureStory, path: PathValue | None, words: Words) -> str:
    if path is None:
        return ""
    if path.low is None and path.high is None:
        return story.number(path.value)
    low, high = story.number(path.low), story.number(path.high)
    if low and high:
        return words("{low} to {high}", low=low, high=high)
    return words("at least {n}", n=low) if low else words("at most {n}", n=high)


def _commentary(record: Record, words: Words) -> str:
    """'Four weeks of loads rejected. Cause: another partner.'"""
    provisional = words("Provisional.") if record.get("state") == "provisional" else ""
    cause = READING.field("cause").choice_label(record["cause"]) if record.get("cause") else ""
    said = words("Cause: {cause}", cause=words(cause).lower()) if cause else ""
    commentary = " ".join(word(record, "commentary").split())
    both = (provisional, sentences(commentary) if said and commentary else commentary, said)
    return " ".join(part for part in both if part)


def _target_row(story: MeasureStory, target: Target, given: Sequence[str], words: Words) -> Row:
    record = story.target_rows.get(target.id, {})
    lead = Lead("edit", Edit("target", target.id))
    on = say_date(record.get("agreed_on"), words)
    agreed = ", ".join(part for part in (word(record, "agreed_by"), on) if part)
    cells = (
        Cell(say_period(target.period, words), lead=lead),
        Cell(say_target(story, target, words), lead=lead),
        *(Cell(story.said(getattr(target, name)), lead=lead) for name in given),
        Cell(
            _unsettled(story, target.id, agreed or words("Nobody is named yet"), words),
            quiet=not agreed,
            lead=lead,
        ),
    )
    return Row(cells, "target", target.id)


def _tolerance_row(story: MeasureStory, row: Record, words: Words) -> Row:
    lead = Lead("edit", Edit("earlier_tolerance", word(row, "id")))
    amount = decimal_of(row.get("tolerance"))
    none = word(row, "tolerance") or words("none of its own")
    said = none if amount is None else say_tolerance(story, amount, word(row, "tolerance_is"), words)
    day = say_date(row.get("before"), words)
    return Row((Cell(day, lead=lead), Cell(said, lead=lead)), "earlier_tolerance", word(row, "id"))


def _so_far(story: MeasureStory, year: str, words: Words) -> str:
    """What adds up is not whole before its year's last period was read."""
    last = [each for each in numbered(story.readings) if span(each.period).ends <= span(year).ends][-1]
    return words("so far, to {period}", period=say_period(last.period, words)) \
        if is_part_year(story.scale, last.period) else ""  # fmt: skip


def _shared_period(story: MeasureStory, series: Sequence[object]) -> tuple[str, Decimal | None]:
    """The last period that ours and others have a figure for, and ours; else the others' last."""
    own = {each.period: each.value for each in numbered(story.readings)}
    told = {period for figures in series if isinstance(figures, dict)
            for period, figure in figures.items() if isinstance(figure, Decimal)}  # fmt: skip
    shared = [period for period in told if period in own] or list(told)
    period = max(shared, key=lambda each: span(each)[1::-1], default="")
    return period, own.get(period)


def _area_row(story: MeasureStory, figure: Decimal, name: str, area: Record) -> tuple[Decimal, Row]:
    lead = Lead("edit", Edit("comparator", word(area, "id")))
    whole = is_whole(name, word(area, "area_code"))
    return figure, Row(
        (Cell(name, quiet=whole, lead=lead), Cell(story.said(figure), quiet=whole, lead=lead),
         Cell(word(area, "family"), quiet=True, lead=lead)),
        "comparator", word(area, "id"),
    )  # fmt: skip


def _standing_among(story: MeasureStory, own: Decimal | None, others: Sequence[Decimal], words: Words) -> str:
    """'Ours is number 3 of 9, counted from the best. That is in the second quarter. The median ...'"""
    spread = band([{"": each} for each in others], "")
    median = words("The median of the others is {n}.", n=story.said(spread.median)) if spread else ""
    placed = rank(own, others, story.scale.polarity) if own is not None else None
    if own is None or placed is None:
        return median
    quartile = quartile_of(own, others, story.scale.polarity)
    quarter = words(QUARTILES[quartile - 1]) if quartile else ""
    place = words("Ours is number {place} of {of}, counted from the best.", place=placed[0], of=placed[1])
    return " ".join(part for part in (place, quarter, median) if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
