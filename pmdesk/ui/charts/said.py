"""A milestone's facts as words, for the columns of the chart, its table and who hears them; no drawing."""

from collections.abc import Sequence
from datetime import date

from pmdesk.domain.dates import say_date, say_short
from pmdesk.figures.slip_chart import SlipLine, SlipPoint, say_move
from pmdesk.figures.timeline import STATE_WORDS, TimelineRow, say_slip
from pmdesk.ui.words import _, spoken

# The shape of each state (look/NOTES.md, 'One pairing everywhere').
STATE_SHAPES = {
    "past": "missed",
    "slipping": "close",
    "on_date": "met",
    "done": "complete",
    "undated": "none",
}


def day(value: date | None) -> str:
    """'12 June 2026'; '' for none."""
    return say_date(value.isoformat(), spoken()) if value else ""


def short_day(value: date | None, today: date) -> str:
    """'12 Jun', with its year where that is not this year's."""
    if value is None:
        return ""
    said = say_short(value.isoformat(), spoken())
    near = abs((value - today).days) < 330
    return said if near or value.year == today.year else f"{said} {value.year}"


def now_words(row: TimelineRow, today: date) -> str:
    """'done 14 Oct', '12 Jun', or that there is no date."""
    said = short_day(row.now, today)
    if row.done:
        return _("done {day}", day=said)
    return said or _("no date")


def slip_words(row: TimelineRow) -> str:
    return say_slip(row, spoken())


def state_words(row: TimelineRow) -> str:
    """The state's word with a capital, as a pill says it."""
    said = _(STATE_WORDS[row.state])
    return said[:1].upper() + said[1:]


def spoken_row(row: TimelineRow, pushed: Sequence[str] = ()) -> str:
    """Everything the row shows, in the order of its columns, for a screen reader; `pushed` move with it."""
    dates = [
        _("first date {day}", day=day(row.first_due)) if row.first_due else "",
        (_("done {day}", day=day(row.now)) if row.done else _("now {day}", day=day(row.now)))
        if row.now
        else "",
    ]
    slip = slip_words(row)
    parts = [
        row.title,
        row.owner,
        state_words(row).lower(),
        *dates,
        _("slip {slip}", slip=slip) if slip else "",
        _("on the critical chain") if row.critical else "",
        _("moves with it: {names}", names="; ".join(pushed)) if pushed else "",
    ]
    return ", ".join(part for part in parts if part)


def spoken_point(line: SlipLine, point: SlipPoint) -> str:
    """'High Street works start, report of 31 March 2026: 30 November 2026, 61 days later'."""
    said = _("{title}, report of {reported}: {forecast}",
             title=line.title, reported=day(point.reported), forecast=day(point.forecast))  # fmt: skip
    return ", ".join(part for part in (said, say_move(point, spoken())) if part)
