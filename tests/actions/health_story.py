"""A partnership of five organisations and a health check of three statements of their own."""

from typing import NamedTuple

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


def story(register: Register, **more: str) -> Story:
    """A check that is not open yet."""
    organisations = {name: save(register, "organisation", name=name) for name in ORGANISATIONS}
    partnership = save(register, "partnership", name="Safer Aldermoor", kind="thematic")
    for each in organisations.values():
        save(register, "partner", partnership=partnership, organisation=each)
    given = {"title": "How we work together", "template": "own", "statements": STATEMENTS, **more}
    check = save(register, "health_check", partnership=partnership, **given)
    return Story(register, partnership, check, organisations)
