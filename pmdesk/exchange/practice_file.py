"""Good practice as a small text file (JSON) for another council's register; its meaning is the domain's.

The file says only what was told: no note, and nothing of the register but its council's name.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.facts import Type
from pmdesk.domain.practice import PRACTICE
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.unreadable import Unreadable

MARK, VERSION = "pmdesk good practice", 1
MOST_BYTES, MOST_PRACTICES, MOST_LETTERS, MOST_RESULTS = 512 * 1024, 200, 20_000, 200
# What travels of a practice itself; where it came from is said by the file.
FIELDS = ("title", "problem", "done", "changed", "cause", "tags", "told_on", "author", "from_register")

_NO_FILE = Say(N_("This is no file of good practice made by pmdesk. Nothing was brought in."))
_TOO_BIG = Say(N_("This file is larger than any file of good practice. Nothing was brought in."))
_NEWER = Say(N_("This file was made by a newer pmdesk. Nothing was brought in."))


class Result(NamedTuple):
    """What came of a practice for whoever adopted it: who that was by name, and both days as text."""

    who: str
    adopted_on: str
    result: str
    result_on: str


class Told(NamedTuple):
    """A practice of a file: its fields as text, '' for empty, and the title of the measure that turned.

    `results` are what came of it where it was adopted: so they find their way back to who told it.
    """

    fields: Mapping[str, str]
    measure: str
    results: tuple[Result, ...] = ()


def write_practices(council: str, practices: Sequence[Told]) -> bytes:
    """The file's bytes, the same for the same practices."""
    made = {
        "file": MARK,
        "version": VERSION,
        "council": council,
        "practices": [
            {
                **{name: each.fields.get(name, "") for name in FIELDS},
                "measure": each.measure,
                "results": [result._asdict() for result in each.results],
            }
            for each in practices
        ],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_practices(data: bytes) -> tuple[str, list[Told]]:
    """(the council that sent it, its practices); Unreadable with a sentence when it is anything else."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_TOO_BIG)
    try:
        made = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Unreadable(_NO_FILE) from problem
    if not isinstance(made, dict) or made.get("file") != MARK or not isinstance(made.get("version"), int):
        raise Unreadable(_NO_FILE)
    if made["version"] > VERSION:
        raise Unreadable(_NEWER)
    practices, council = made.get("practices"), made.get("council")
    if not isinstance(practices, list) or not isinstance(council, str) or not council.strip():
        raise Unreadable(_NO_FILE)
    if len(practices) > MOST_PRACTICES:
        raise Unreadable(_TOO_BIG)
    return council.strip()[:200], [_told(each, at) for at, each in enumerate(practices, 1)]


def _told(made: object, at: int) -> Told:
    if not isinstance(made, dict):
        raise Unreadable(_NO_FILE)
    texts = {name: _text(made, name, at) for name in (*FIELDS, "measure")}
    if not texts["title"]:
        said = N_("Practice {n} of this file has no title. Nothing was brought in.")
        raise Unreadable(Say(said, {"n": at}))
    return Told(
        {name: texts[name] for name in FIELDS}, texts["measure"], _results(made.get("results", []), at)
    )


def _results(made: object, at: int) -> tuple[Result, ...]:
    """The results of a practice; those without a name or words are none."""
    if not isinstance(made, list) or len(made) > MOST_RESULTS:
        raise _unread(at)
    found = list[Result]()
    for each in made:
        if not isinstance(each, dict):
            raise _unread(at)
        result = Result(*(_text(each, name, at) for name in Result._fields))
        if result.who and result.result:
            found.append(result)
    return tuple(found)


def _unread(at: int) -> Unreadable:
    said = N_("Practice {n} of this file could not be read. Nothing was brought in.")
    return Unreadable(Say(said, {"n": at}))


def _text(made: Mapping[str, object], name: str, at: int) -> str:
    """A text of the file; only a longer answer may have several lines."""
    text = made.get(name, "")
    if not isinstance(text, str) or len(text) > MOST_LETTERS:
        raise _unread(at)
    text = "".join(letter for letter in text if letter.isprintable() or letter == "\n")
    lines = name == "result" or (PRACTICE.has(name) and PRACTICE.field(name).type is Type.LONG)
    return text.strip() if lines else " ".join(text.split())
