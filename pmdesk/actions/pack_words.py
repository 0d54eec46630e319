"""What a pack brings, in words: the same for window and command line."""

from collections import Counter
from collections.abc import Sequence

from pmdesk.actions.laptops import name_of_laptop, saves_waiting
from pmdesk.actions.pack_taking import Brought, PackLook, Touched
from pmdesk.actions.pack_titles import named_in
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import Words
from pmdesk.register.sending import Gap
from pmdesk.register.store import Register

_NAMED = 12  # records named one by one; of more, how many of each kind


def say_look(register: Register, look: PackLook, words: Words) -> list[str]:
    """Whose pack it is and what it would bring, a line each; one line when it brings nothing."""
    sender = sender_of(register, look, words)
    if not look.new:
        return [words("Nothing new from {name}.", name=sender)]
    few = len(look.records) <= _NAMED
    records = named_in(register, look, look.records, words) if few else look.records
    return [
        words.plural(look.new, "{n} new change from {name}", "{n} new changes from {name}", name=sender),
        *say_records(records, words),
        *say_warnings(register, look, words),
    ]


def say_brought(register: Register, look: PackLook, brought: Brought, words: Words) -> str:
    """'Brought 41 changes from Ann; 2 to settle.'"""
    sender = sender_of(register, look, words)
    if not brought.new:
        return words("Nothing new from {name}.", name=sender)
    done = words.plural(
        brought.new, "Brought {n} change from {name}", "Brought {n} changes from {name}", name=sender
    )
    if brought.to_settle:
        done = f"{done}; {words.plural(brought.to_settle, '{n} to settle', '{n} to settle')}"
    done = f"{done}."
    if brought.alike:
        done = f"{done} {say_alike(brought.alike, words)}"
    waits = saves_waiting(register)
    if not waits:
        return done
    waiting = words.plural(
        waits,
        "{n} save is kept and not applied: see Exchange, Laptops.",
        "{n} saves are kept and not applied: see Exchange, Laptops.",
    )
    return f"{done} {waiting}"


def say_alike(alike: int, words: Words) -> str:
    """That names stand twice since something came in, and where one says whether they are one."""
    return words.plural(
        alike,
        "{n} name stands twice now: see Exchange, To settle.",
        "{n} names stand twice now: see Exchange, To settle.",
    )


def say_records(records: Sequence[Touched], words: Words) -> list[str]:
    """'Partnership: Active Aldermoor (Purpose, Status)'; of many records only how many of each kind."""
    if len(records) <= _NAMED:
        return [_say_record(each, words) for each in records]
    many = Counter((each.kind, each.is_new) for each in records)
    lines = []
    for (kind, is_new), n in many.items():
        label = words(ENTITIES[kind].plural) if kind in ENTITIES else kind
        lines.append(
            words.plural(n, "{kind}: {n} new", "{kind}: {n} new", kind=label)
            if is_new
            else words.plural(n, "{kind}: {n} changed", "{kind}: {n} changed", kind=label)
        )
    return lines


def say_warnings(register: Register, look: PackLook, words: Words) -> list[str]:
    """What one should know before it is taken in: much would change, saves or parts are missing."""
    lines = []
    if look.is_much:
        lines.append(
            words(
                "It would change {n} of the {all} records here, more than a fifth. Look at them first.",
                n=look.changing,
                all=look.visible,
            )
        )
    if look.pack.manifest.of > 1:
        part, of = look.pack.manifest.part, look.pack.manifest.of
        lines.append(words("This is part {n} of {m}. Bring in the others, too.", n=part, m=of))
    return lines + [say_gap(register, gap, words) for gap in look.gaps]


def say_gap(register: Register, gap: Gap, words: Words) -> str:
    """'Saves of laptop 3f2a are still missing: 12 to 14.'"""
    name = name_of_laptop(register, gap.device, words)
    if gap.first == gap.last:
        return words("A save of {name} is still missing: {n}.", name=name, n=gap.first)
    return words(
        "Saves of {name} are still missing: {first} to {last}.", name=name, first=gap.first, last=gap.last
    )


def sender_of(register: Register, look: PackLook, words: Words) -> str:
    """Who made the pack, as a person knows that laptop; one that is not known here, as it calls itself."""
    if look.device in look.unknown and (name := look.called.get(look.device)):
        return words("‘{name}’ (not known here)", name=name)
    return name_of_laptop(register, look.device, words)


def say_kind(each: Touched, words: Words) -> str:
    """'Partnership'; the code of a kind that only a newer pmdesk knows."""
    return words(ENTITIES[each.kind].label) if each.kind in ENTITIES else each.kind


def say_fields(each: Touched, words: Words) -> str:
    """What becomes of a record: 'New', 'Deleted or brought back', or the labels of its fields."""
    if each.is_new:
        return words("New")
    if "deleted" in each.fields:
        return words("Deleted or brought back")
    entity = ENTITIES.get(each.kind)
    return ", ".join(
        words(entity.field(name).label) if entity and entity.has(name) else name for name in each.fields
    )


def _say_record(each: Touched, words: Words) -> str:
    kind, fields = say_kind(each, words), say_fields(each, words)
    return f"{kind}: {each.title} ({fields})" if each.title else f"{kind} ({fields})"
