"""One progress report for each partnership, into a folder: all of them or, when a person stops it, none."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.chosen import chosen_partnerships
from pmdesk.actions.paper_names import file_name
from pmdesk.actions.paper_subjects import latest_progress
from pmdesk.actions.progress_paper import progress_figures
from pmdesk.actions.writing import free_name, spare_the_register, write_all
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Progress, Stopped
from pmdesk.domain.words import N_, Say, Words
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

# Progress and Stopped are said here too, for the runs of papers that other files make.
__all__ = ["Progress", "Run", "Stopped", "make_each", "say_without"]


class Run(NamedTuple):
    """The files of a run, and how many partnerships have none since they have no update to report."""

    paths: tuple[Path, ...]
    without: int


def make_each(
    register: Register,
    folder: Path,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
    progress: Progress = lambda _done, _of: True,
) -> Run:
    """Write the report of each partnership named, or of all that run and count: its latest in the year.

    `folder` may have to be made; what it holds under the same names is replaced. Raises Stopped, Refused
    when no partnership has an update, Unavailable when the disk does not take them.
    """
    chosen = chosen_partnerships(register, of)
    found = [latest_progress(register, str(row["id"]), year) for row in chosen]
    updates = [row for row in found if row is not None]
    if not updates:
        raise Refused(Say(N_("None of these partnerships has a progress update for that time.")))
    paths = write_all(_made(register, updates, folder, words, today, progress), folder)
    return Run(tuple(paths), len(chosen) - len(updates))


def say_without(run: Run, words: Words) -> str:
    """How many partnerships have no file; '' where all have one."""
    if not run.without:
        return ""
    return words.plural(
        run.without,
        "{n} partnership has no progress update for that time, so it has no file.",
        "{n} partnerships have no progress update for that time, so they have no file.",
    )


def _made(
    register: Register, updates: Sequence[Row], folder: Path, words: Words, today: str, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Each report with the name of its file, made when it is asked for.

    One after another: a second process would need 0.4 seconds and 40 MiB to begin, in which this one makes
    a hundred; two of them saved a run of 500 half a second of two, and a run of 200 nothing.
    """
    from pmdesk.papers.progress import progress as drawn

    taken = set[str]()
    for done, row in enumerate(updates):
        if not progress(done, len(updates)):
            raise Stopped
        update = str(row["id"])
        name = free_name(file_name(register, "progress", [update], None, words, today), taken)
        spare_the_register(register, folder / name)
        yield name, drawn(progress_figures(register, update, words, today), words)
    if not progress(len(updates), len(updates)):
        raise Stopped
