"""Good practice to another council's register and from one: a small file out, a small file in.

The same practice is the same title from the same council: brought in twice it is there once, and what its
teller has written anew since takes the place of what stood there. One's own that comes home is left alone,
but brings with it what came of it elsewhere: so a result finds its way back to the author.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.practice_results import bring, coming, results_of
from pmdesk.actions.public import announced
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.domain.check import Refused, Value, check
from pmdesk.domain.practice import PRACTICE
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.practice_file import FIELDS, MOST_BYTES, Result, Told, read_practices, write_practices
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.register.faults import Unavailable, storage
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

ENDING = ".practice.json"


class Brought(NamedTuple):
    """What a file came to: how many practices are new, written anew, the same; None where nothing changed.

    `results` is how many adoptions it told what came of.
    """

    council: str
    added: int
    changed: int
    same: int
    changes: Changes | None
    results: int = 0


def send_practices(register: Register, practices: Sequence[str], out: Path) -> Path:
    """Write these practices (their ids; for none all that are told) to a file another register can bring in.

    One that is still for the council only goes out when it is named; Refused where nothing is left to send.
    """
    spare_the_register(register, out)
    council = council_name(register)
    if not council:
        raise Unavailable(Say(N_("Say first which council this is, in the settings: the file has its name.")))
    rows = [
        each
        for each in register.all("practice")
        if (each["id"] in practices if practices else announced("practice", each))
    ]
    if not rows:
        raise Refused(Say(N_("Nothing is told yet. Give what worked a day on which it is told.")))
    told = [_told(each, council, results_of(register, each, council)) for each in rows]
    return write_file(write_practices(council, told), out)


def receive_practices(register: Register, path: Path) -> Brought:
    """Bring a file of good practice in, as one save with one Undo; Unavailable when it cannot be read."""
    with storage(), path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    try:
        council, told = read_practices(data)
    except Unreadable as problem:
        raise Unavailable(problem.sentence) from problem
    own, known = council_name(register), _known(register)
    added, changed, same = list[dict[str, Value]](), dict[str, dict[str, Value]](), 0
    for each in told:
        values = _values(each, council)
        before = known.get(_key(values, own))
        if before is None:
            added.append(values)
            known[_key(values, own)] = {**values, "id": ""}
        elif values["from_register"] != own and before["id"] and _differs(before, values):
            changed[str(before["id"])] = values
        else:
            same += 1
    told_of = dict(reversed([(_key(_values(each, council), own), each.results) for each in told]))
    here = {key: str(row["id"]) for key, row in known.items()}
    results = [(key, coming(register, here[key], said, council, own)) for key, said in told_of.items()]
    n = sum(len(found) for _of, found in results)
    if not (added or changed or n):
        return Brought(council, 0, 0, same, None)
    with register.change(N_("Brought in good practice")) as change:
        for values in added:
            here[_key(values, own)] = change.add("practice", values)
        for record, values in changed.items():
            change.set("practice", record, values)
        names = dict[str, str]()
        for key, found in results:
            bring(register, change, here[key], found, names)
    return Brought(council, len(added), len(changed), same, change.changes, n)


def _told(row: Row, council: str, results: Sequence[Result]) -> Told:
    fields = {name: str(row.get(name) or "") for name in FIELDS}
    fields["author"] = str(row.get("author_name") or "")
    fields["from_register"] = fields["from_register"] or council
    return Told(fields, str(row.get("measure_name") or ""), tuple(results))


def _values(told: Told, council: str) -> dict[str, Value]:
    """A practice as it is kept here: checked like what is typed, with more words to find it by.

    Its measure and its author are records of another register, so they stay words.
    """
    typed = {name: told.fields[name] for name in FIELDS if name not in ("author", "from_register")}
    words = [each.strip() for each in typed["tags"].split(",") if each.strip()]
    for more in (told.measure, told.fields["author"]):
        if more and more.casefold() not in {each.casefold() for each in words}:
            words.append(more.replace(",", " "))
    typed |= {"tags": ", ".join(words), "from_register": told.fields["from_register"] or council}
    return check(PRACTICE, typed)


def _known(register: Register) -> dict[tuple[str, str], Row]:
    return {_key(each, council_name(register)): each for each in register.all("practice")}


def _key(practice: Row | dict[str, Value], own: str) -> tuple[str, str]:
    """Whose it is and what it is called; one's own has no register it came from."""
    whose, title = str(practice.get("from_register") or own), str(practice.get("title") or "")
    return " ".join(whose.casefold().split()), " ".join(title.casefold().split())


def _differs(before: Row, values: dict[str, Value]) -> bool:
    return any((before.get(name) or None) != (value or None) for name, value in values.items())
