"""What each file that came back is: whose, in what state, and why; the same for window and command."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmdesk.domain.words import N_, Say, Words

# State: (shape, word). What waits for a person stands before what is ready, then what cannot come in.
STATES: Mapping[str, tuple[str, str]] = {
    "differs": ("close", N_("Differs")),
    "twice": ("close", N_("Came twice")),
    "locked": ("clock", N_("Needs its passphrase")),
    "complete": ("met", N_("Complete")),
    "incomplete": ("none", N_("Incomplete")),
    "member": ("met", N_("Member’s file")),
    "known": ("complete", N_("Already here")),
    "refused": ("missed", N_("Not taken in")),
}
READY = ("complete", "incomplete")
TO_CHOOSE = ("differs", "twice")


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that stands twice: the question, what is here already, what the form says."""

    field: str
    here: str
    theirs: str


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """One file as it was understood. `key` names it among the others, `reasons` are said under it.

    `missing` are the answers that a complete return has and this one has not. `rivals` are the keys of other
    files for the same seat.
    """

    key: str
    name: str
    state: str
    member: str = ""
    body: str = ""
    year: str = ""
    answers: int = 0  # how many it brings
    reasons: tuple[Say, ...] = ()
    missing: tuple[Say, ...] = ()
    differences: tuple[Difference, ...] = ()
    rivals: tuple[str, ...] = ()


def state_pill(file: ReturnedFile, words: Words) -> tuple[str, str]:
    """(shape, word) of a file's state."""
    shape, said = STATES[file.state]
    return shape, words(said)


def why(file: ReturnedFile, words: Words) -> str:
    """What there is to say of a file besides its state, in sentences."""
    said = [words(each) for each in (*file.reasons, *file.missing)]
    return " ".join(each if each.endswith((".", "?")) else f"{each}." for each in said)


def in_order(files: tuple[ReturnedFile, ...]) -> tuple[ReturnedFile, ...]:
    """What a person must decide first, then by body and member; what cannot come in last, by name."""
    order = {state: place for place, state in enumerate(STATES)}
    return tuple(sorted(files, key=lambda each: (order[each.state], each.body, each.member, each.name)))


def say_taken(taken: int, left: int, dry_run: bool, words: Words, known: int = 0) -> str:
    """How many returns came in, or would; how many were here already, and how many were left out."""
    if dry_run:
        said = words.plural(taken, "{n} return would be taken in.", "{n} returns would be taken in.")
    else:
        said = words.plural(taken, "{n} return was taken in.", "{n} returns were taken in.")
    here = words.plural(known, "{n} was here already.", "{n} were here already.")
    rest = words.plural(left, "{n} file was left out.", "{n} files were left out.")
    return " ".join(part for part, n in ((said, 1), (here, known), (rest, left)) if n)


def plain_file(file: ReturnedFile) -> dict[str, object]:
    """A file for other programs."""
    return {
        "name": file.name,
        "key": file.key,
        "state": file.state,
        "member": file.member or None,
        "outside_body": file.body or None,
        "year": file.year or None,
        "answers": file.answers,
        "reasons": [str(reason) for reason in file.reasons],
        "missing": [str(lack) for lack in file.missing],
        "differences": [
            {"field": each.field, "here": each.here, "theirs": each.theirs} for each in file.differences
        ],
    }
