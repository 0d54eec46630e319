"""What is being typed on a page and not saved yet: kept beside the records, outside the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from pmdesk.register.store import Register


class Draft(NamedTuple):
    """What was typed, by field, and the local minute it was kept ('2026-04-27 10:42').

    `seen` is how far the register was in view of who typed it (`records.seen_now`); None: not said.
    """

    typed: Mapping[str, object]
    at: str
    seen: int | None = None


_SEEN = ""  # beside the fields, of which none is called so


def keep_draft(register: Register, page: str, typed: Mapping[str, object], seen: int | None = None) -> None:
    """Keep what is typed on `page`, in place of what was kept; a register that is only read keeps none."""
    if not register.read_only:
        register.keep_draft(page, {**typed, _SEEN: seen} if seen is not None else typed)


def kept_draft(register: Register, page: str) -> Draft | None:
    """What was typed on `page` and neither saved nor thrown away."""
    found = register.draft(page)
    if found is None:
        return None
    typed, at = found
    seen = typed.pop(_SEEN, None)
    kept_at = datetime.fromtimestamp(at / 1000).isoformat(" ", "minutes")
    return Draft(typed, kept_at, seen if isinstance(seen, int) else None)


def drop_draft(register: Register, page: str) -> None:
    register.drop_draft(page)
