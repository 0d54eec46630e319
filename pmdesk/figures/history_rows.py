"""The history of a record as a person reads it: when, who, what, from what to what; frozen values."""

from typing import NamedTuple


class HistoryRow(NamedTuple):
    """One field that became something else; `label` is the save it was part of, `title` the record's name.

    One that does not count was saved by a laptop that is not trusted: it is kept, and shown grey.
    """

    when: str
    who: str
    label: str
    title: str
    field: str
    old: str
    new: str
    laptop: str = ""
    counts: bool = True
