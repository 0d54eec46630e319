"""From the register to the register of tensions: what pulls against what, who bears it, and the way out."""

from pmdesk.actions import public
from pmdesk.actions.this_laptop import council_name
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.money import say_money
from pmdesk.domain.tension import TENSION
from pmdesk.domain.tension_state import STATES, look_again_day, tension_state
from pmdesk.domain.words import N_, Words
from pmdesk.figures.paper_values import Cell, Column, Group, RegisterFigures
from pmdesk.figures.record_page import Record, sentences, word
from pmdesk.figures.tensions import TENSIONS, targets_of_tension
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_GROUPS = (
    (N_("Without a way out, or come back"), ("came_back", "open")),
    (N_("With a way out"), ("look_again", "partly", "agreed")),
    (N_("Held a year on"), ("held",)),
)


def tension_figures(register: Register, year: str, words: Words, today: str) -> RegisterFigures:
    """Every tension as it stands today, whatever the year, without its note.

    None that names a measure which is for the council only is among them.
    """
    internal = public.internal_measures(register)
    known = [
        row
        for row in public.public_all(register, "tension")
        if row.get("measure") not in internal and row.get("other_measure") not in internal
    ]
    rows = [row for row in known if public.announced("tension", row)]
    rows.sort(key=lambda row: (STATES.index(tension_state(row, today)), word(row, "title")))
    groups = [
        Group(
            f"{words(heading)}: {len(found)}",
            tuple(_row(row, today, words) for row in found),
        )
        for heading, states in _GROUPS
        if (found := [row for row in rows if tension_state(row, today) in states])
    ]
    return RegisterFigures(
        council=council_name(register),
        occasion=words("As at {day}", day=say_date(today, words)),
        title=words("Tensions between targets"),
        intro=sentences(_intro(rows, words), _unweighed(len(known) - len(rows), words)),
        columns=(
            Column(words("What pulls against what"), 3),
            Column(words("Who bears the cost"), 1.8),
            Column(words("The way out"), 2),
            Column(words("State"), 1.5),
        ),
        groups=tuple(groups),
        made_on=today,
    )


def _unweighed(count: int, words: Words) -> str:
    """How many are not printed yet, and what lets them out; '' for none."""
    if not count:
        return ""
    return words.plural(
        count,
        "{n} more is not printed: nobody has said yet who bears the cost.",
        "{n} more are not printed: nobody has said yet who bears the cost.",
    )


def _intro(rows: list[Row], words: Words) -> str:
    if not rows:
        return words("No targets are known to pull against each other.")
    national = sum(row.get("kind") == "national" for row in rows)
    said = words.plural(
        len(rows),
        "{n} pair of targets pulls against each other.",
        "{n} pairs of targets pull against each other.",
    )
    if not national:
        return said
    more = words.plural(
        national,
        "{n} comes from what government asks.",
        "{n} come from what government asks.",
    )
    return f"{said} {more}"


def _row(row: Record, today: str, words: Words) -> tuple[Cell, ...]:
    one, other = targets_of_tension(row, words)
    shape, said = TENSIONS[tension_state(row, today)]
    cost = say_money(row.get("cost"))
    costs = "\n".join(
        part
        for part in (
            words("{money} a year", money=cost) if cost else "",
            " ".join(word(row, "cost_words").split()),
        )
        if part
    )
    way = say_value(TENSION.field("way_out"), row.get("way_out"), words)
    whom = word(row, "escalated_to")
    agreed = say_date(row.get("agreed_on"), words)
    pair = words("{one} against {other}", one=one, other=other)
    where = ", ".join(
        part
        for part in (
            say_value(TENSION.field("kind"), row.get("kind"), words).partition(":")[0],
            word(row, "partnership_name"),
        )
        if part
    )
    return (
        Cell(word(row, "title"), quiet=f"{where}\n{pair}" if where else pair, strong=True),
        Cell(word(row, "borne_by_name") or words("not known"), quiet=costs),
        Cell(f"{way}, {whom}" if way and whom else way or words("none yet"),
             quiet=words("agreed on {day}", day=agreed) if agreed else ""),
        Cell(words(said), quiet=_looked(row, words), state=shape),
    )  # fmt: skip


def _looked(row: Record, words: Words) -> str:
    """When it was looked at again, or when it is to be."""
    if row.get("held_on"):
        return say_date(row.get("held_on"), words)
    again = look_again_day(row) if row.get("way_out") else None
    return words("look again by {day}", day=say_date(again, words)) if again else ""
