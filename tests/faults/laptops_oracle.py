"""What the laptops sweep believes: from the acts as they happened, in a few lines of its own.

It is told every save when it is made: who made it, on which laptop, what was written, and what that person
had in view. It never asks the journal what replaced what; only the bytes as signed are read, as plain JSON.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.faults.laptops_rights import Counting, counting, is_decided, record_of

Name = tuple[bytes, int]  # of a written value: the save it stands in, and its place there
Spot = tuple[str, str]  # a record and a field


class Written(NamedTuple):
    """A value of a field as somebody wrote it: JSON text, None where it was erased before it ever came."""

    name: Name
    kind: str
    spot: Spot
    text: str | None


class Save(NamedTuple):
    """A save as it happened; `gone` are the values that its author replaced, having had them in view."""

    hash: bytes
    device: str
    seq: int
    at: int
    deed: str
    laptop: int
    written: tuple[Written, ...]
    gone: frozenset[Name]
    saw: frozenset[Name]
    erased: frozenset[Name]


Visible = dict[Spot, list[Written]]


@dataclass
class Oracle:
    """All saves that were ever made, on whichever laptop, by their hash."""

    saves: dict[bytes, Save] = field(default_factory=dict)
    chains: dict[tuple[str, int], bytes] = field(default_factory=dict)  # who wrote which number
    problems: list[str] = field(default_factory=list)

    def happened(
        self, deed: str, laptop: int, body: bytes, values: Mapping[int, str], view: Visible, erased: set[Name]
    ) -> Save:
        """A save that was made by somebody who had `view` before them."""
        digest, said = hashlib.sha256(body).digest(), json.loads(body)
        written = tuple(_written(digest, said, values))
        spots = {each.spot for each in written}
        gone = {each.name for spot in spots for each in view.get(spot, ())}
        records = {record for record, _field in spots}
        saw = {each.name for (record, _), some in view.items() if record in records for each in some}
        save = Save(
            *(digest, said["device"], said["seq"], said["at"], deed, laptop, written),
            *(frozenset(gone), frozenset(saw), frozenset(erased)),
        )
        self._link(save, said["prev"])
        self.saves[digest] = save
        return save

    def _link(self, save: Save, prev: str | None) -> None:
        """No device gives a number twice, and each save names the one before it."""
        before = self.chains.get((save.device, save.seq - 1))
        if (save.device, save.seq) in self.chains:
            self.problems.append(f"a device gave number {save.seq} twice ({save.deed})")
        if (before and _text(before)) != prev:
            self.problems.append(f"save {save.seq} of a device does not follow its last ({save.deed})")
        self.chains[save.device, save.seq] = save.hash

    def visible(self, known: Collection[bytes], absent: Collection[Name] = ()) -> Visible:
        """What nobody who had it in view has replaced, among the saves that are known somewhere and count.

        `absent` are the values that did not come there with their saves.
        """
        saves, counts = self._counting(known, absent)
        by_right = {name for save in saves for name in save.gone if save.device == self.founder}
        gone = {name for save in saves for name in save.gone}
        found: Visible = {}
        for save in saves:
            for each in save.written:
                replaced = each.name in (by_right if counts.decided_alone and is_decided(each) else gone)
                if counts.value(save, each) and not replaced:
                    found.setdefault(each.spot, []).append(each)
        return found

    def by_who_grants(self, view: Visible, known: Collection[bytes], absent: Collection[Name]) -> Visible:
        """What is in view of who trusts or stops a laptop: also what it says of itself in saves that wait."""
        seen = {spot: list(some) for spot, some in view.items()}
        counts = counting([self.saves[digest] for digest in known], self.founder, absent)
        for save in (self.saves[digest] for digest in known):
            for each in () if counts.save(save) else save.written:
                if each.kind == "laptop" and each.spot[0] == record_of(save.device):
                    seen.setdefault(each.spot, []).append(each)
        return seen

    def erased(self, known: Collection[bytes], absent: Collection[Name] = ()) -> set[Name]:
        return {name for save in self._counting(known, absent)[0] for name in save.erased}

    @property
    def founder(self) -> str:
        """Who made the first save of all."""
        return next(iter(self.saves.values())).device if self.saves else ""

    def _counting(self, known: Collection[bytes], absent: Collection[Name]) -> tuple[list[Save], Counting]:
        saves = [self.saves[digest] for digest in known]
        counts = counting(saves, self.founder, absent)
        return [save for save in saves if counts.save(save)], counts

    def of_record(self, record: str, known: Iterable[bytes]) -> set[Name]:
        """Everything that was ever written of a record, as far as it is known somewhere."""
        return {
            each.name for digest in known for each in self.saves[digest].written if each.spot[0] == record
        }

    def dead_texts(self, known: Collection[bytes]) -> set[str]:
        """Words of which every writing was erased: they may be nowhere."""
        erased, alive, dead = self.erased(known), set[str](), set[str]()
        for digest in known:
            for each in self.saves[digest].written:
                if each.text and each.text.startswith('"word'):
                    (dead if each.name in erased else alive).add(json.loads(each.text))
        return dead - alive


def said_of(written: Iterable[Written], erased: set[Name]) -> list[str | None]:
    """The different values that stand beside each other, None for what was erased."""
    return sorted({None if each.name in erased else each.text for each in written}, key=str)


def unsettled(
    oracle: Oracle, known: Collection[bytes], lost: set[Name], absent: Collection[Name] = ()
) -> tuple[set[Spot], set[str], set[str]]:
    """Fields with several values; records deleted by one who had not seen an edit; records not judged.

    Where a deletion was undone or brought back, what its author had seen is that of an earlier one.
    """
    visible, erased = oracle.visible(known, absent), oracle.erased(known, absent) | lost
    several, unseen, not_judged, deleted = set[Spot](), set[str](), set[str](), set[str]()
    for (record, _field), gone in visible.items():
        if _field != "deleted" or not any(each.text == "true" for each in gone):
            continue
        deleted.add(record)
        deletions = [oracle.saves[each.name[0]] for each in gone if each.text == "true"]
        not_judged |= {record for save in deletions if save.deed in ("undo", "redo")}
        seen = {name for save in deletions for name in save.saw} | {
            each.name for save in deletions for each in save.written
        }
        rest = {each.name for (other, _), some in visible.items() if other == record for each in some}
        if len(deletions) < len(gone) or rest - seen:
            unseen.add(record)
        not_judged |= {record} - unseen if len(gone) > 1 else set()
    for spot, some in visible.items():
        if spot[1] != "deleted" and spot[0] not in deleted and len(said_of(some, erased)) > 1:
            several.add(spot)
    return several, unseen, not_judged


def _written(digest: bytes, said: Any, values: Mapping[int, str]) -> Iterable[Written]:
    place = 0
    for record, kind, fields in said["events"]:
        for name, _hash, _replaces in fields:
            yield Written((digest, place), kind, (record, name), values.get(place))
            place += 1


def _text(digest: bytes) -> str:
    import base64

    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
