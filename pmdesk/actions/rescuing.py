"""Rescue: what can be read of a damaged register becomes a new one, and what could not is named."""

from datetime import UTC, datetime
from pathlib import Path

from pmdesk.actions.backups import backups_of
from pmdesk.domain.dates import say_date
from pmdesk.domain.telling import Progress, telling
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register import rescuing
from pmdesk.register.cipher import PAGE, looks_enciphered
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.rescuing import Gap, Rescued

__all__ = ["Rescued", "may_be_rescued", "rescue", "say_rescued"]


def rescue(
    damaged: Path, new: Path, progress: Progress = lambda done, of: True, passphrase: str = ""
) -> tuple[Path, Rescued]:
    """A new register of all that can be read, out of the file and its backups: (its path, what came of it).

    The damaged file is only read. Unavailable says why nothing was written.
    """
    new = new if new.suffix else new.with_suffix(".pmdesk")
    if not damaged.is_file():
        raise Unavailable(Say(N_("There is no file {name}."), {"name": damaged.name}))
    with storage():
        found = [backup.path for backup in backups_of(damaged) if backup.path != damaged]
        return new.absolute(), rescuing.rescue(damaged, new.absolute(), found, telling(progress), passphrase)


def may_be_rescued(path: Path) -> bool:
    """Whether a file that does not open was a database like ours, plain or protected, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(PAGE)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") or looks_enciphered(head, len(head))


def say_rescued(found: Rescued, words: Words) -> list[str]:
    """'1,204 of 1,210 saves.', then what is missing and what came from backups, a line each."""
    whole = found.saved + found.missing
    said = [
        words.plural(whole, "{saved} of {n} save was rescued.", "{saved} of {all} saves were rescued.",
                     saved=_count(found.saved), all=_count(whole))
    ]  # fmt: skip
    if found.from_backups:
        said.append(
            words.plural(
                found.from_backups,
                "{n} of them was not in the file and came from a backup.",
                "{n} of them were not in the file and came from backups.",
            )
        )
    said += [_say_gap(gap, words) for gap in found.gaps]
    if found.lost:
        said.append(
            words.plural(
                found.lost,
                "{n} value could not be read. It comes back when you merge a copy that has it.",
                "{n} values could not be read. They come back when you merge a copy that has them.",
            )
        )
    if not found.gaps and not found.lost:
        said.append(words("Nothing that was saved is missing, as far as the file tells."))
    return said


def _say_gap(gap: Gap, words: Words) -> str:
    day = datetime.fromtimestamp(gap.at / 1000, UTC).date().isoformat()
    values = {"first": _count(gap.first), "last": _count(gap.last), "day": say_date(day, words)}
    name = gap.laptop or words("the laptop of {name}", name=gap.name or words("somebody"))
    if gap.first == gap.last:
        return words("Missing: save {first} of {name}, about {day}.", name=name, **values)
    return words("Missing: saves {first} to {last} of {name}, about {day}.", name=name, **values)


def _count(n: int) -> str:
    return f"{n:,}"
