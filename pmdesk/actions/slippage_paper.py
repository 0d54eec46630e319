"""From the register to the account of slippage: every milestone that slipped, by partnership."""

from collections.abc import Sequence

from pmdesk.actions import public
from pmdesk.actions.chosen import chosen_partnerships
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.dates import last_day, say_date
from pmdesk.domain.slippage import awaited
from pmdesk.domain.words import Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.paper_slippage import (
    Move,
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
from pmdesk.figures.timeline import timeline
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def slippage_figures(register: Register, of: Sequence[str], words: Words, today: str) -> SlippageFigures:
    """The slips of the partnerships named (ids or names); of every milestone where none is named."""
    milestones, forecasts = public.public_all(register, "milestone"), public.public_all(register, "forecast")
    waits = awaited(public.public_all(register, "waits_for"))
    whole = timeline(milestones, forecasts, today, words)
    known, redated = {row.id: row for row in whole.rows}, grouped(forecasts, "milestone")
    named = any(each.strip() for each in of)
    wanted = {row["id"] for row in chosen_partnerships(register, of)} if named else None
    groups, slips, count = list[SlipGroup](), list[Slip](), 0
    for partnership, rows in grouped(milestones, "partnership").items():
        if wanted is not None and partnership not in wanted:
            continue
        count += len(rows)
        found = [
            Slip(told, _moves(row, redated.get(row["id"], [])), pushed_by(milestones, waits, told))
            for row in rows
            if has_slipped(told := known[str(row["id"])])
        ]
        if found:
            name = str(rows[0].get("partnership_name") or "") or words("Of no partnership")
            ids = {slip.row.id for slip in found}
            shown = timeline([row for row in rows if row["id"] in ids], forecasts, today, words)
            groups.append(slip_group(name, shown, len(rows), found, known, words))
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


def _moves(row: Row, forecasts: Sequence[Row]) -> tuple[Move, ...]:
    return moves(last_day(row.get("first_due")), forecasts, last_day(row.get("done_on")))


def _note(words: Words, today: str) -> str:
    return words(
        "Slippage is the date a milestone has now, or was done on, after the date first agreed, as at {day}."
        " What it pushes is counted from the first dates too.",
        day=say_date(today, words),
    )
