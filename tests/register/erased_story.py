"""A former member with all that a register may hold about one, and a look at what a file's bytes hold."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pmdesk.register.change import Changes
from pmdesk.register.erasing import erase, names_of, own_values, values_about, values_naming
from pmdesk.register.store import Register
from tests.register.laptops import add, put

NAME, EMAIL, PHONE = "Zebedee Quillfeather", "zeb@quillmail.example", "07700 900461"
SECRETS = (
    NAME,
    "Quillfeather",
    "quillfeather",
    EMAIL,
    "quillmail",
    PHONE,
    "900461",
    "Snowdrop Cottage",
    "Otterwick",
)


class Story(NamedTuple):
    """The ids of what was made."""

    person: str
    body: str
    seat: str
    update: str


def tell(register: Register, targets: bool = True) -> Story:
    """Write it all, several values one after another, and keep a draft and a received form beside it."""
    person = add(register, "person", name="Zeb Quillfeather", kind="member", ward="Holm", email=EMAIL)
    put(register, "person", person, name=NAME, phone=PHONE, note="Lives at Snowdrop Cottage")
    put(register, "person", person, note="Moved to Otterwick")
    body = add(register, "outside_body", name="Aldermoor Arts", aims=f"Founded by {NAME} in 1990.")
    put(
        register,
        "outside_body",
        body,
        aims=f"Founded by {NAME} in 1991.",
        note="Z. Quillfeather has the key.",
    )
    seat = add(
        register, "appointment", outside_body=body, person=person, starts="2019-05-20", ends="2021-05-10",
        interests="Rents Snowdrop Cottage to the trust",
    )  # fmt: skip
    year = add(register, "municipal_year", name="2020-21")
    update = add(
        register,
        "annual_update",
        appointment=seat,
        municipal_year=year,
        main_business="We met.",
        note="Ask Zeb",
    )
    if targets:
        add(register, "personal_target", title="Chair it well", person=person, text="With care at Otterwick")
    with register.change("Kept") as change:
        change.keep_received(b"r" * 32, update, "form.pdf", f"%PDF {NAME}".encode())
    register.keep_draft("appointment/new", {"note": f"{NAME} rang"})
    register.keep_draft(f"annual_update/{update}", {"main_business": "We met again."})
    register.keep_draft("outside_body/new", {"name": "Another"})
    return Story(person, body, seat, update)


def erase_all(register: Register, person: str, reason: str = "Asked for it on paper.") -> Changes:
    """Erase everything that is found; texts in force are written anew without the name."""
    own = [*own_values(register, person), *values_about(register, person)]
    names = names_of(register, person)
    told = values_naming(register, names, {each.event for each in own})
    instead = {each.event: names.without(str(each.value)) for each in told if each.head}
    changes = erase(register, person, [*own, *told], instead, reason)
    register.wipe()
    return changes


def left_in(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """(file, secret) of everything of it that any file's bytes still hold."""
    found = list[tuple[str, str]]()
    for path in paths:
        data = path.read_bytes()
        found += [(path.name, secret) for secret in SECRETS if secret.encode() in data]
    return found
