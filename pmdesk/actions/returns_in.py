"""Annual updates that came back as PDF forms: looked at, any number at once, then taken in by one save."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pmdesk.actions.member_files import MemberReturn, look_at_member_file, member_of, take_member_file
from pmdesk.actions.paper_run import Progress, Stopped
from pmdesk.actions.returns_judged import Judged, judge
from pmdesk.domain.check import Refused, Value
from pmdesk.domain.return_form import mark
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.return_files import Incoming, files_under, incoming
from pmdesk.exchange.return_forms import ReturnedForm, read_form
from pmdesk.exchange.unreadable import Unreadable
from pmdesk.figures.returned_forms import READY, TO_CHOOSE, Difference, ReturnedFile
from pmdesk.register.faults import NeedsPassphrase, Unavailable
from pmdesk.register.seen import newest
from pmdesk.register.store import Changes, Register

RECEIVED = N_("Received annual updates")


@dataclass(frozen=True, slots=True)
class Looked:
    """What came back and how it was understood, in the order in which it was found.

    `seen` is the register's newest save when the files were looked at.
    """

    judged: tuple[Judged, ...]
    forms: Mapping[str, tuple[Incoming, ReturnedForm]] = field(default_factory=dict)
    members: Mapping[str, MemberReturn] = field(default_factory=dict)
    year: str | None = None
    locked: Mapping[str, Incoming] = field(default_factory=dict)  # members' files that wait for a passphrase
    seen: int | None = None

    @property
    def files(self) -> tuple[ReturnedFile, ...]:
        return tuple(each.file for each in self.judged)

    @property
    def any_read(self) -> bool:
        return any(each.file.state not in ("refused", "locked") for each in self.judged)


def look_at_returns(
    register: Register,
    paths: Sequence[Path],
    year: str | None = None,
    progress: Progress = lambda _done, _of: True,
) -> Looked:
    """What files, folders, saved e-mails and archives bring, without writing anything; Stopped when stopped.

    `year` is the only municipal year whose forms are wanted.
    """
    if member_of(register):
        raise Refused(Say(N_("This is a member’s own file. Forms are received in the council’s register.")))
    files, seen = files_under(paths), newest(register.db)
    judged, forms, members, locked = (
        list[Judged](),
        dict[str, tuple[Incoming, ReturnedForm]](),
        dict[str, MemberReturn](),
        dict[str, Incoming](),
    )
    # One at a time: a folder of thousands of files is many times what fits into memory.
    for done, (place, each) in enumerate(incoming(files)):
        if not progress(place, len(files)):
            raise Stopped
        try:
            judged.append(_one(register, each, year, forms, members))
        except NeedsPassphrase as fault:
            locked[f"locked {done}"] = each
            judged.append(_left_out("locked", f"locked {done}", each.name, fault.sentence))
        except (Unreadable, Unavailable) as fault:
            judged.append(_left_out("refused", f"refused {done}", each.name, fault.sentence))
        except Refused as refused:
            why = next(iter(refused.problems.values()))
            judged.append(_left_out("refused", f"refused {done}", each.name, why))
    return Looked(_beside_each_other(judged), forms, members, year, locked, seen)


def open_locked(register: Register, looked: Looked, key: str, passphrase: str) -> Looked:
    """The same files once a member's file that waits for its passphrase was opened with this one.

    WrongPassphrase when it is another; Refused when the file is not for this register. Nothing is written.
    """
    file, members = looked.locked[key], dict(looked.members)
    assert file.path is not None
    found = _of_member(register, file, file.path, members, passphrase)
    judged = tuple(found if each.file.key == key else each for each in looked.judged)
    left = {other: waits for other, waits in looked.locked.items() if other != key}
    return replace(looked, judged=judged, members=members, locked=left)


def _left_out(state: str, key: str, name: str, why: Say) -> Judged:
    return Judged(ReturnedFile(key, name, state, reasons=(why,)))


def _one(
    register: Register,
    file: Incoming,
    year: str | None,
    forms: dict[str, tuple[Incoming, ReturnedForm]],
    members: dict[str, MemberReturn],
) -> Judged:
    if file.problem:
        raise Unreadable(file.problem)
    if file.path:
        return _of_member(register, file, file.path, members)
    key = hashlib.sha256(file.data).hexdigest()
    if key in forms:
        same = Say(N_("It is the very same file as {name}."), {"name": forms[key][0].name})
        return Judged(ReturnedFile(f"{key} again {file.name}", file.name, "known", reasons=(same,)))
    form = read_form(file.data)
    forms[key] = (file, form)
    return judge(register, key, file.name, form, year)


def _of_member(
    register: Register, file: Incoming, path: Path, members: dict[str, MemberReturn], passphrase: str = ""
) -> Judged:
    found = look_at_member_file(register, path, passphrase)
    members[found.digest] = found
    if not found.records:
        nothing = Say(N_("Nothing in it is new."))
        return Judged(ReturnedFile(found.digest, file.name, "known", found.name, reasons=(nothing,)))
    said = Say(N_("It brings: {titles}."), {"titles": ", ".join(each.title for each in found.records)})
    fields = sum(len(each.fields) for each in found.records)
    return Judged(
        ReturnedFile(found.digest, file.name, "member", found.name, answers=fields, reasons=(said,))
    )


def _beside_each_other(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Files for one seat and year: the same answers are one; different ones wait for a choice."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, each in enumerate(judged):
        if each.file.state in (*READY, *TO_CHOOSE):
            groups.setdefault((each.seat, each.year), []).append(place)
    made = list(judged)
    for places in groups.values():
        distinct = dict[tuple[tuple[str, str], ...], int]()
        for place in places:
            first = distinct.setdefault(_said(made[place]), place)
            if first != place:
                same = Say(N_("It says the same as {name}."), {"name": made[first].file.name})
                made[place] = replace(
                    made[place], file=replace(made[place].file, state="known", reasons=(same,))
                )
        if len(distinct) > 1:
            for place in distinct.values():
                made[place] = _one_of_several(made, place, list(distinct.values()))
    return tuple(made)


def _said(judged: Judged) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, mark(value)) for name, value in (judged.values or {}).items()))


def _one_of_several(judged: Sequence[Judged], place: int, places: Sequence[int]) -> Judged:
    """Where another file says something else; `here` is what the first other one says."""
    own, others = judged[place], [judged[each] for each in places if each != place]
    other = others[0]
    names = [
        name for name in {**(own.values or {}), **(other.values or {})} if _of(own, name) != _of(other, name)
    ]
    differences = tuple(Difference(name, _of(other, name), _of(own, name)) for name in names)
    names_said = ", ".join(each.file.name for each in others)
    reason = Say(
        N_("Another file for the same seat says something else: {name}. Choose one."), {"name": names_said}
    )
    file = replace(
        own.file,
        state="twice",
        reasons=(reason, *own.file.reasons),
        differences=differences,
        rivals=tuple(each.file.key for each in others),
    )
    return replace(own, file=file)


def _of(judged: Judged, name: str) -> str:
    value = (judged.values or {}).get(name)
    return "" if value is None else str(value)


def chosen_files(looked: Looked, names: Sequence[str], take_form: bool) -> frozenset[str]:
    """The keys of files chosen by name among those that wait for it; `take_form` chooses each that differs.

    Refused for a name that none of them has.
    """
    waiting = [file for file in looked.files if file.state in TO_CHOOSE]
    chosen = {file.key for file in waiting if take_form and file.state == "differs"}
    for name in names:
        found = {file.key for file in waiting if file.name == Path(name).name or file.name == name}
        if not found:
            raise Refused(Say(N_("No file called ‘{name}’ waits for a choice."), {"name": name[:80]}))
        chosen |= found
    return frozenset(chosen)


def coming_in(looked: Looked, chosen: Collection[str]) -> frozenset[str]:
    """The keys of the files that would be taken in with that choice."""
    ready = {each.key for each in looked.files if each.state in (*READY, "member")}
    return frozenset(
        ready | {each.key for each in looked.files if each.state in TO_CHOOSE and each.key in chosen}
    )


def take_returns(register: Register, looked: Looked, chosen: Collection[str], today: str) -> Changes:
    """Take in what is ready, and of what differs the files whose keys are `chosen`: one save, one Undo.

    Each file is kept beside its update as it came. Refused when nothing is left to take in, when two files
    of one seat are chosen, or when the register was changed meanwhile so that something no longer fits.
    """
    wanted = [
        each
        for each in looked.judged
        if each.file.state in READY or (each.file.state in TO_CHOOSE and each.file.key in chosen)
    ]
    seats = [(each.seat, each.year) for each in wanted]
    if len(set(seats)) < len(seats):
        raise Refused(Say(N_("Choose one file for each seat.")))
    members = [found for found in looked.members.values() if found.entries]
    _only_once(wanted, members)
    if not wanted and not members:
        raise Refused(Say(N_("There is nothing to take in.")))
    _still_as_judged(register, looked, wanted)
    touched = frozenset[tuple[str, str]]()
    for found in members:
        touched |= take_member_file(register, found).touched
    if not wanted:
        return Changes("", RECEIVED, touched)
    with register.change(RECEIVED) as change:
        change.seen = looked.seen
        for each in wanted:
            update, values = each.update, _written(each, today)
            if update is None:
                seat: dict[str, Value] = {"appointment": each.seat, "municipal_year": each.year}
                update = change.add("annual_update", seat | values)
            else:
                change.set("annual_update", update, values)
            file = looked.forms[each.file.key][0]
            change.keep_received(bytes.fromhex(each.file.key), update, file.name, file.data)
    return replace(change.changes, touched=change.changes.touched | touched)


def _only_once(wanted: Sequence[Judged], members: Sequence[MemberReturn]) -> None:
    """Refused when a form and a member's own file bring the same update: one after the other, then."""
    updates = {each.update for each in wanted}
    seats = {(each.seat, each.year) for each in wanted}
    for found in members:
        for record in found.records:
            if record.record in updates or (record.seat, record.year) in seats:
                raise Refused(
                    Say(
                        N_(
                            "A form and a member’s file both bring {title}. Take them in one after the other."
                        ),
                        {"title": record.title},
                    )
                )


def _written(judged: Judged, today: str) -> dict[str, Value]:
    values: dict[str, Value] = {**(judged.values or {}), "status": judged.status}
    if judged.status == "submitted":
        values["submitted_on"] = today
    return values


def _still_as_judged(register: Register, looked: Looked, wanted: Sequence[Judged]) -> None:
    for each in wanted:
        file, form = looked.forms[each.file.key]
        again = judge(register, each.file.key, file.name, form, looked.year)
        if (again.update, again.values, again.status) != (each.update, each.values, each.status):
            raise Refused(
                Say(
                    N_("The register was changed meanwhile: {name} no longer fits. Look at the files again."),
                    {"name": file.name},
                )
            )
