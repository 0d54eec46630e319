"""Erasing a person's data: first a look at what would go and where their name stands, then the deed.

Neither looks at answers in health checks, which were given alone. There is no way back: Undo stops there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pmdesk.actions.finding import title_of
from pmdesk.actions.member_files import member_of
from pmdesk.actions.records import named
from pmdesk.actions.shared_folder import take_erased_out
from pmdesk.domain.appointment import held_between
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import CERTAIN, Names, sentence_round
from pmdesk.domain.telling import Progress, Told, no_return, on_and_on, quietly, telling
from pmdesk.domain.words import N_, Say
from pmdesk.register import erasing
from pmdesk.register.erasing import Erasure, Value
from pmdesk.register.projection import fold
from pmdesk.register.store import Changes, Register
from pmdesk.register.wiping import Wiped

__all__ = [
    "Done",
    "Erasure",
    "Look",
    "Place",
    "erase",
    "erased_people",
    "in_reading_order",
    "look_at_erasure",
    "look_at_texts",
    "person_called",
    "sure_places",
    "written_again",
]

WHOLE_TEXT = ""  # a text is taken out and nothing put in its place


class Place(NamedTuple):
    """A field of a record that names the person: `how` says how surely (domain/erasure.py).

    `text` is what stands there, '' when only earlier values name them; `without` the same with '(erased)' in
    place of the name; `earlier` counts the earlier values that name them.
    """

    id: str  # 'RECORD.FIELD'
    kind: str
    record: str
    title: str
    field: str
    how: str
    sentence: str
    text: str
    without: str
    earlier: int

    @property
    def is_certain(self) -> bool:
        return self.how in CERTAIN


class Look(NamedTuple):
    """What an erasure would do: `counts` has how many values go, by kind and field, in reading order."""

    person: str
    name: str
    counts: tuple[tuple[str, str, int], ...]
    places: tuple[Place, ...]
    seats: int  # that stay, without a name
    updates: int
    held: tuple[str, ...]  # the bodies on which they sit today


class Done(NamedTuple):
    """What an erasure did: the save, how many values went, and what became of file and backups.

    `packs` counts those in the shared folder that a new one stands for now.
    """

    changes: Changes
    values: int
    wiped: Wiped
    packs: int = 0


def person_called(register: Register, text: str) -> str:
    """The id of a person by name or id, also of one deleted or erased; Refused when there is none."""
    row = register.get("person", text.strip())
    return str(row["id"]) if row else named(register, "person", text)


def look_at_erasure(register: Register, person: str, today: str) -> Look:
    """What would go, and every text that names the person; nothing is written. Refused who may not be."""
    row = _may_be_erased(register, person)
    own, names, told = _found(register, person)
    counts = Counter((each.kind, each.field) for each in own)
    seats = register.all("appointment", person=person)
    return Look(
        person,
        str(row["name"] or ""),
        tuple(in_reading_order(counts)),
        tuple(_places(register, names, told)),
        len(seats),
        register.count("annual_update", appointment=tuple(str(seat["id"]) for seat in seats)),
        tuple(str(seat["outside_body_name"] or "") for seat in seats if held_between(seat, today, today)),
    )


def look_at_texts(register: Register, person: str) -> tuple[Place, ...]:
    """Every text that names the person, the surest first."""
    _own, names, told = _found(register, person)
    return tuple(_places(register, names, told))


def erase(
    register: Register,
    person: str,
    typed: str,
    chosen: Mapping[str, str | None],
    reason: str = "",
    progress: Progress = on_and_on,
    past: Callable[[], object] = no_return,
) -> Done:
    """Erase what is theirs and, of the texts that name them, those chosen: for good and everywhere.

    `typed` is their name once more. `chosen` maps a Place's id to the text to stand there instead: WHOLE_TEXT
    for none, None for the same text without the name. Refused by field: 'name', 'reason', or a Place's id.
    `progress` is asked between steps; when it says no, Stopped is raised and nothing was erased. From `past`
    on it is only told: what was saved goes from the file and the backups, whoever waits.
    """
    row = _may_be_erased(register, person)
    asked = telling(progress)
    own, names, told = _found(register, person, asked)
    places = {place.id: place for place in _places(register, names, told)}
    _refuse_unless(str(row["name"] or ""), typed, names, places, chosen, reason)
    gone = [each for each in told if _id(each) in chosen]
    instead = {each.event: text for each in gone if each.head and (text := _instead(each, names, chosen))}
    changes = erasing.erase(register, person, [*own, *gone], instead, reason.strip(), asked, past)

    def tell(done: int, of: int) -> None:
        progress(done, of)

    wiped = register.wipe(tell)
    return Done(changes, len(own) + len(gone), wiped, take_erased_out(register))


def sure_places(look: Look) -> dict[str, str | None]:
    """The texts that leave no doubt who is meant, to be written anew without the name."""
    return {place.id: None for place in look.places if place.is_certain}


def erased_people(register: Register) -> list[Erasure]:
    """Every erasure, the newest first."""
    return erasing.erasures(register)


def written_again(register: Register) -> dict[str, int]:
    """People erased of whom something came in afterwards, by id, and how many values."""
    return erasing.written_again(register)


def _may_be_erased(register: Register, person: str) -> Mapping[str, object]:
    row = register.get("person", person)
    if row is None:
        raise Refused(Say(N_("This person is not in the register.")))
    if member_of(register):
        raise Refused(Say(N_("This is a member’s own file. Only the council’s register erases people.")))
    if register.me() == person:
        raise Refused(
            Say(
                N_(
                    "This laptop is {name}’s. Somebody else must do it, or another person be chosen in the"
                    " settings first."
                ),
                {"name": str(row["name"] or "")},
            )
        )
    return row


def _found(register: Register, person: str, told: Told = quietly) -> tuple[list[Value], Names, list[Value]]:
    """Their own values, how they are named, and the values elsewhere that name them."""
    own = [*erasing.own_values(register, person), *erasing.values_about(register, person)]
    names = erasing.names_of(register, person)
    return own, names, erasing.values_naming(register, names, {each.event for each in own}, told)


def _places(register: Register, names: Names, told: Iterable[Value]) -> list[Place]:
    by_place: dict[str, list[Value]] = {}
    for each in told:
        by_place.setdefault(_id(each), []).append(each)
    found = [_place(register, names, id, values) for id, values in by_place.items()]
    order = list(ENTITIES)
    return sorted(
        found,
        key=lambda each: (
            not each.is_certain,
            order.index(each.kind) if each.kind in order else len(order),
            fold(each.title),
            each.field,
        ),
    )


def _place(register: Register, names: Names, id: str, values: Sequence[Value]) -> Place:
    heads = [each for each in values if each.head]
    shown = (heads or list(values))[-1]
    text = str(shown.value)
    hows = [names.surest(str(each.value)) for each in values]
    hit = names.found(text)[0]
    return Place(
        id,
        shown.kind,
        shown.record,
        title_of(register, shown.kind, shown.record) if shown.kind in ENTITIES else "",
        shown.field,
        next((how for how in hows if how in CERTAIN), hows[-1]),
        sentence_round(text, hit.start, hit.end),
        text if heads else "",
        names.without(text) if heads else "",
        len(values) - len(heads),
    )


def _instead(each: Value, names: Names, chosen: Mapping[str, str | None]) -> str:
    wanted = chosen[_id(each)]
    return names.without(str(each.value)) if wanted is None else wanted.strip()


def _refuse_unless(
    name: str,
    typed: str,
    names: Names,
    places: Mapping[str, Place],
    chosen: Mapping[str, str | None],
    reason: str,
) -> None:
    """Refused with everything that is wrong at once."""
    problems: dict[str, Say] = {}
    if fold(typed) != fold(name):
        problems["name"] = Say(N_("Type the name as it stands there: {name}"), {"name": name})
    if names.found(reason):
        problems["reason"] = Say(N_("The reason is kept: write it without the name."))
    for id, text in chosen.items():
        if id not in places:
            problems[id] = Say(N_("No text that names them is called ‘{name}’."), {"name": id[:80]})
        elif text and names.found(text):
            problems[id] = Say(N_("The new text still names them."))
    if problems:
        raise Refused(problems)


def _id(value: Value) -> str:
    return f"{value.record}.{value.field}"


def in_reading_order(counts: Mapping[tuple[str, str], int]) -> list[tuple[str, str, int]]:
    """(kind, field, how many values): the person's own record first, then as records are declared."""
    return [(*place, n) for place, n in sorted(counts.items(), key=lambda item: _order(*item[0]))]


def _order(kind: str, field: str) -> tuple[int, int]:
    entity = ENTITIES.get(kind)
    fields = [each.name for each in entity.fields] if entity else []
    kinds = ["person", *(each for each in ENTITIES if each != "person")]
    return (
        kinds.index(kind) if kind in kinds else len(kinds),
        fields.index(field) if field in fields else len(fields),
    )
