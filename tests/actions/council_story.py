"""A small council before its Annual Council of 20 May 2026: five bodies, each with something to decide."""

from typing import NamedTuple

from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


class Council(NamedTuple):
    """The ids a test asks for, by short names."""

    register: Register
    ids: dict[str, str]


def council(register: Register) -> Council:
    """Years, people, bodies, seats and two updates sent in."""
    ids: dict[str, str] = {}
    for name, day, due in (("2025-26", "2025-05-21", "2026-04-17"), ("2026-27", "2026-05-20", "")):
        ids[name] = save(register, "municipal_year", name=name, annual_council=day, returns_due=due)
    for key, name, group in (("ann", "Ann Shaw", "Labour"), ("bob", "Bob Reed", "Conservative"),
                             ("cat", "Cat Hale", "Labour"), ("dan", "Dan Moss", "Green")):  # fmt: skip
        ids[key] = save(register, "person", name=name, kind="member", political_group=group)
    ids["gone"] = save(register, "person", name="Gus Old", kind="member", ends="2025-10-31")
    ids["clerk"] = save(register, "person", name="Clem Clerk", kind="officer")
    _bodies(register, ids)
    _seats(register, ids)
    said = {"municipal_year": ids["2025-26"], "main_business": "Roof", "status": "accepted"}
    good = {"worthwhile_council": "yes", "worthwhile_council_why": "Jobs", "recommendation": "continue"}
    met = {"meetings_held": "4", "meetings_attended": "3"}
    save(register, "annual_update", appointment=ids["dock_ann"], **good, **met, **said)
    save(register, "annual_update", appointment=ids["mill_cat"], recommendation="end", **said)
    return Council(register, ids)


def _bodies(register: Register, ids: dict[str, str]) -> None:
    for key, name, more in (
        ("dock", "Dock Trust", {"seats": "2", "appointing_body": "Council", "category": "Charity"}),
        ("board", "Drainage Board", {"seats": "1", "statutory": "yes", "non_member_allowed": "no",
                                     "term_rule": "3 years from Annual Council"}),
        ("mill", "Mill Society", {"term_rule": "4 years", "appointing_body": "Cabinet"}),
        ("old", "Old Hall", {"status": "ended"}),
        ("rail", "Rail Forum", {"seats": "1", "appointing_body": "Cabinet"}),
    ):  # fmt: skip
        ids[key] = save(register, "outside_body", name=name, **more)


def _seats(register: Register, ids: dict[str, str]) -> None:
    for key, body, person, more in (
        ("dock_ann", "dock", "ann", {"capacity": "trustee", "starts": "2025-05-21", "ends": "2026-05-20"}),
        ("dock_bob", "dock", "bob", {"capacity": "trustee", "starts": "2023-05-23", "ends": "2027-05"}),
        ("board_bob", "board", "bob", {"starts": "2023-05-23", "ends": "2026-05"}),
        ("mill_cat", "mill", "cat", {"starts": "2022-06-15", "ends": "2026-06-14"}),
        ("mill_gap", "mill", "", {"capacity": "substitute", "starts": "2025-09"}),
        ("old_ann", "old", "ann", {"starts": "2023-05-23"}),
    ):
        given = {"person": ids[person]} if person else {}
        ids[key] = save(register, "appointment", outside_body=ids[body], **given, **more)
