"""What bringing a file in did, in counts, as both kinds of file print it."""

from collections.abc import Callable

from pmdesk.actions.figure_imports import FigureResult
from pmdesk.actions.imports import Result
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import N_, Words

COUNTED = (
    ("read", N_("read")),
    ("added", N_("added")),
    ("changed", N_("changed")),
    ("same", N_("same")),
    ("refused", N_("refused")),
)


def print_counts(
    result: Result | FigureResult,
    words: Words,
    called: Callable[[str], str] = lambda kind: ENTITIES[kind].plural,
) -> None:
    """'read 120' and so on, a line each, then what is new of each kind, as `called` says it."""
    for name, label in COUNTED:
        print(f"{words(label)} {getattr(result, name)}")
    for kind, count in result.made.items():
        print(words("new, {list}: {n}", list=words(called(kind)), n=count))
