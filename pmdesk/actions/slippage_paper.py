"""From the register to the account of slippage: every milestone that slipped, by partnership."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.actions import public
from pmdesk.actions.chosen import chosen_partnerships
from pmdesk.actions.public_challenges import printed_of
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.slippage import awaited
from pmdesk.domain.telling import Told, quietly
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_slippage import (
    Slip,
    SlipGroup,
    SlippageFigures,
    cause_columns,
    cause_rows,
    has_slipped,
    moves,
    pushed_by,
    say_slippage,
    slip_group,
    worst_of,
)
from pmdesk.figures.slip_chart import slip_chart
from pmdesk.figures.timeline import TimelineRow, timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


class _Known(NamedTuple):
    """Every milestone by id as a line of the chart, their re-dates, what waits for what, and those of it."""

    rows: Mapping[str, TimelineRow]
    redated: Mapping[object, list[Row]]
    waits: Sequence[tuple[str, str]]
    linked: Sequence[Row]


def slippage_figures(
    register: Register, of: Sequence[str], words: Words, today: str, told: Told = quietly
) -> SlippageFigures:
    """The slips of the partnerships named (ids or names); of every milestone where none is named.

    `told` hears how many partnerships are looked at.
    """
    named = any(each.strip() for each in of)
    wanted = {row["id"] for row in chosen_partnerships(register, of)} if named else None
    milestones = public.public_all(register, "milestone")
    known = _known(register, milestones, words, today)
    groups, slips, count = list[SlipGroup](), list[Slip](), 0
    all_of = grouped(milestones, "partnership")
    for done, (partnership, rows) in enumerate(all_of.items()):
        told(done, len(all_of))
        if wanted is not None and partnership not in wanted:
            continue
        count += len(rows)
        found = _slips(rows, known)
        if found:
            groups.append(_group(register, rows, found, known, words, today))
            slips += found
    return SlippageFigures(
        council=council_name(register),
        summary=say_slippage(slips, count, words),
        columns=cause_columns(words),
        causes=cause_rows(slips, words),
        note=_note(words, today) if slips else "",
        groups=tuple(sorted(groups, key=worst_of)),
        made_on=today,
    )


def _known(register: Register, milestones: Sequence[Row], words: Words, today: str) -> _Known:
    forecasts = public.public_all(register, "forecast")
    waits = awaited(public.public_all(register, "waits_for"))
    rows = {row.id: row for row in timeline(milestones, forecasts, today, words).rows}
    ids = {id for link in waits for id in link}
    return _Known(
        rows, grouped(forecasts, "milestone"), waits, [row for row in milestones if row["id"] in ids]
    )


def _slips(rows: Sequence[Row], known: _Known) -> list[Slip]:
    """Those of some milestones that slipped; only what another waits for can push anything."""
    linked = {row["id"] for row in known.linked}
    return [
        Slip(
            told,
            moves(
                last_day(row.get("first_due")),
                known.redated.get(row["id"], []),
                last_day(row.get("done_on")),
            ),
            pushed_by(known.linked, known.waits, told) if row["id"] in linked else (),
        )
        for row in rows
        if has_slipped(told := known.rows[str(row["id"])])
    ]


def _group(
    register: Register, rows: Sequence[Row], slips: Sequence[Slip], known: _Known, words: Words, today: str
) -> SlipGroup:
    """A partnership's slips, or those of no partnership; `rows` are all its milestones."""
    name = str(rows[0].get("partnership_name") or "") or words("Of no partnership")
    ids = {slip.row.id for slip in slips}
    slipped = [row for row in rows if row["id"] in ids]
    forecasts = [each for row in slipped for each in known.redated.get(row["id"], [])]
    shown = timeline(slipped, forecasts, today, words)
    moved = slip_chart(forecasts, shown, words, known.waits)
    asked = printed_of(register, "milestone", ids, today, words)
    return slip_group(name, shown, len(rows), slips, known.rows, moved, words, asked)


def _note(words: Words, today: str) -> str:
    return words(
        "Slippage is the date a milestone has now, or was done on, after the date first agreed, as at {day}."
        " What it pushes is counted from the first dates too.",
        day=say_date(today, words),
    )
