"""A partnership of five organisations and a health check of three statements of their own."""

from typing import NamedTuple

from pmdesk.actions.health_checks import answer, close_check, open_check
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"
STATEMENTS = "# Trust\nWe keep our word.\nWe say hard things.\n# Money\nIt arrives."
ORGANISATIONS = ("Council", "Police", "Health", "Housing", "Voices")


class Story(NamedTuple):
    """The register, the partnership, the check, and organisations' ids by name."""

    register: Register
    partnership: str
    check: str
    organisations: dict[str, str]


def hold_health_check(register: Register, said: str = "") -> str:
    """A closed check in a register that has partners of its own; its id."""
    made = story(register)
    open_check(register, made.check, TODAY)
    for name, answers in (("Police", [1, 3, 2]), ("Health", [3, 4, 2]), ("Voices", [4, 1, None])):
        answer(register, made.check, made.organisations[name], answers, said)
    close_check(register, made.check, TODAY)
    return made.check


def story(register: Register, **more: str) -> Story:
    """A check that is not open yet."""
    organisations = {name: save(register, "organisation", name=name) for name in ORGANISATIONS}
    partnership = save(register, "partnership", name="Safer Aldermoor", kind="thematic")
    for each in organisations.values():
        save(register, "partner", partnership=partnership, organisation=each)
    given = {"title": "How we work together", "template": "own", "statements": STATEMENTS, **more}
    check = save(register, "health_check", partnership=partnership, **given)
    return Story(register, partnership, check, organisations)
