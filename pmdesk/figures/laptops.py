"""The laptops of a register as a person reads them: name, whose, what each may do, what waits."""

from typing import NamedTuple

# How a laptop stands: its own, or by what it was granted; 'named' and 'unnamed' while roles are off.
THIS, DECIDES, OFFICER, MEMBER, STOPPED, UNKNOWN = (
    "this",
    "decides",
    "officer",
    "member",
    "stopped",
    "unknown",
)
NAMED, UNNAMED = "named", "unnamed"


class LaptopLine(NamedTuple):
    """One laptop: `key` as text, `saves` and `waiting` counts.

    `claims` is what one not trusted calls itself, `claims_person` whose it says it is (an id).
    """

    key: str
    name: str
    claims: str
    person: str
    person_id: str
    state: str
    said: str  # the state in words
    mine: bool
    fingerprint: str
    last: str  # when it saved last, as a person reads it
    last_at: int | None
    saves: int
    waiting: int
    claims_person: str = ""


class LaptopsPage(NamedTuple):
    """All laptops, this one first, then those with saves that wait; whether roles are on."""

    lines: tuple[LaptopLine, ...]
    roles_on: bool
    decides: bool
    waiting: int


class RecoverySheet(NamedTuple):
    """The recovery key as it is printed for the safe."""

    council: str
    file: str  # the register's name
    made_on: str  # ISO
    words: tuple[str, ...]
    why: str
    how: tuple[str, ...]
