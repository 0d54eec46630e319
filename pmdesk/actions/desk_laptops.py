"""What the Desk says of other laptops and of people long gone, by counts that an index gives."""

from collections.abc import Iterator, Sequence

from pmdesk.actions.hub_outcomes import last_outcome
from pmdesk.actions.laptops import laptop_row, name_of_laptop
from pmdesk.actions.retention import gone_for_long, years_kept
from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.words import Words
from pmdesk.figures.desk_laptops import DeskLaptops, Lacking, Left, Untrusted
from pmdesk.register.faults import storage
from pmdesk.register.laptops import claimed_name, waiting_by_laptop
from pmdesk.register.lists import Row
from pmdesk.register.rights import rights
from pmdesk.register.sending import lacking
from pmdesk.register.store import Register


def desk_laptops(
    register: Register, people: Sequence[Row], seats: Sequence[Row], today: str, words: Words, most: int
) -> DeskLaptops:
    """Saves that have not come, laptops to be trusted, and the `most` first of the people gone for long."""
    with storage():
        missing = lacking(register.db)
    gone = gone_for_long(people, seats, today, years_kept(register))
    return DeskLaptops(
        tuple(Lacking(name_of_laptop(register, key, words), n) for key, n in missing.items()),
        (*_in_the_hub(register), *_waiting(register)),
        tuple(
            Left(str(row["id"]), str(row["name"] or ""), since, by_seat)
            for row, since, by_seat in gone[:most]
        ),
        len(gone),
    )


def _in_the_hub(register: Register) -> Iterator[Untrusted]:
    """Those whose saves the last sync left in the hub, without those that were trusted since."""
    last = last_outcome(register)
    for each in last.strangers if last else ():
        if laptop_row(register, each.key) is None:
            yield Untrusted("", each.saves, True, laptop_id(each.key))


def _waiting(register: Register) -> Iterator[Untrusted]:
    """With roles on: those of whom nobody said anything yet, where this laptop may say it."""
    with storage():
        waits = waiting_by_laptop(register.db)
        if not waits:
            return
        now = rights(register.db, register.id)
        named = {key: claimed_name(register.db, key) for key in waits if not now.of(key).role}
    if any(register.is_mine(key) and limit is None for key, (_rank, limit) in now.deciding.items()):
        for key, name in named.items():
            yield Untrusted(name, waits[key], False, laptop_id(key))
