"""What an erasure took away and what it cannot reach, in words: for page, paper and command line."""

from collections.abc import Iterable

from pmdesk.domain.dates import say_date
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import CONTACT, INITIALS, SURNAME, WHOLE
from pmdesk.domain.words import N_, Words

Count = tuple[str, str, int]  # kind, field, how many values

# Said wherever an erasure is: what no program can call back.
NOT_REACHED = (
    N_("Papers, sheets and copies that were saved, printed or sent."),
    N_("Laptops that have not exchanged with this one since: it goes there when they next do."),
    N_("Packs and members’ files sent out before. When they come back, what was erased stays out."),
    N_("Answers in health checks, which were given alone and are read by nobody."),
)

HOWS = {
    WHOLE: N_("by name"),
    CONTACT: N_("by address or phone"),
    INITIALS: N_("by initials and surname"),
    SURNAME: N_("by surname alone"),
}


def by_kind(counts: Iterable[Count], words: Words) -> list[tuple[str, str, int]]:
    """[(kind, 'Name, E-mail, Phone', how many values)] in the order given."""
    fields: dict[str, list[str]] = {}
    values: dict[str, int] = {}
    for kind, field, n in counts:
        fields.setdefault(kind, []).append(field_name(kind, field, words))
        values[kind] = values.get(kind, 0) + n
    return [(kind_name(kind, words), ", ".join(fields[kind]), values[kind]) for kind in fields]


def kind_name(kind: str, words: Words) -> str:
    """What a kind of record is called; its own word where only a newer pmdesk knows it."""
    return words(ENTITIES[kind].label) if kind in ENTITIES else kind


def field_name(kind: str, field: str, words: Words) -> str:
    """What a field is called; the same."""
    entity = ENTITIES.get(kind)
    return words(entity.field(field).label) if entity and entity.has(field) else field


def say_gone(since: str, by_seat: bool, words: Words) -> str:
    """'left on 10 May 2018'; where only a seat's end is known, that."""
    day = say_date(since, words)
    return words("last seat ended on {day}", day=day) if by_seat else words("left on {day}", day=day)


def say_again(values: int, words: Words) -> str:
    """What came in of somebody who had been erased."""
    return words.plural(
        values,
        "Erased, and {n} value came in afterwards from another laptop.",
        "Erased, and {n} values came in afterwards from another laptop.",
    )


def say_renewed(packs: int, words: Words) -> str:
    """That a pack without what was erased stands in the shared folder for those put there before."""
    return words.plural(
        packs,
        "A new pack stands in the shared folder for {n} that this laptop put there before.",
        "A new pack stands in the shared folder for {n} that this laptop put there before.",
    )


def say_nobody(years: int, words: Words) -> str:
    """That the list is empty."""
    return words.plural(
        years,
        "Nobody has been gone for longer than {n} year.",
        "Nobody has been gone for longer than {n} years.",
    )
