"""Laptops with a copy of one register each, in memory, that send one another everything they wrote."""

from pmdesk.register.store import Register, memory


def laptops(many: int = 2) -> list[Register]:
    """That many copies of one register that nobody has written in."""
    made = [memory() for _ in range(many)]
    for each in made[1:]:
        each.db.execute("UPDATE register SET id = ?", (made[0].id,))
        each.id = made[0].id
    return made


def meet(*registers: Register) -> None:
    """Everything that any of them wrote comes to all."""
    for one in registers:
        for other in registers:
            if one is not other:
                other.merge(list(one.entries()), "pack:test")


def add(register: Register, kind: str, /, **values: str | int | bool | None) -> str:
    with register.change("Saved record") as change:
        return change.add(kind, values)


def put(register: Register, kind: str, record: str, /, **values: str | int | bool | None) -> None:
    with register.change("Saved record") as change:
        change.set(kind, record, values)


def drop(register: Register, kind: str, record: str) -> None:
    with register.change("Deleted record") as change:
        change.delete(kind, record)
