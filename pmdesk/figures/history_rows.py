"""The history of a record as a person reads it: when, who, what, from what to what; frozen values."""

from typing import NamedTuple


class HistoryRow(NamedTuple):
    """One field that became something else; `label` is the save it was part of, `title` the record's name."""

    when: str
    who: str
    label: str
    title: str
    field: str
    old: str
    new: str
