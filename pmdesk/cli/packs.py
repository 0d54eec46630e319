"""Packs by command: made for everybody or for some; and `merge`, which takes in whatever comes back."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from pmdesk.actions.copies import is_copy, look_at_copy, say_copy, say_taken, take_copy
from pmdesk.actions.encrypting import is_protected
from pmdesk.actions.incoming_file import PACK, REGISTER, what_is
from pmdesk.actions.laptops import fingerprint, unknown_laptops
from pmdesk.actions.member_files import MemberReturn, look_at_member_file, say_returned, take_member_file
from pmdesk.actions.pack_taking import look_at_pack, take_pack
from pmdesk.actions.pack_words import say_brought, say_look, say_warnings, sender_of
from pmdesk.actions.packs import make_pack
from pmdesk.actions.registers import Register, Unavailable, open_register
from pmdesk.cli.output import print_json, print_path
from pmdesk.cli.passphrase import (
    passphrase_file,
    passphrase_path,
    read_passphrase,
    with_member_passphrase,
    with_passphrase,
)
from pmdesk.cli.verb import as_json, file_argument, problem_lines, reading, verb, writing
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words

SEAL = click.option(
    "--seal-file",
    metavar="PATH",
    type=click.Path(readable=False, path_type=Path),
    help="A file whose first line is the passphrase of the pack.",
)


@click.command()
@file_argument
@click.argument("out", metavar="OUT", type=click.Path(readable=False, path_type=Path))
@click.option("--for", "for_", metavar="LAPTOP|PERSON", multiple=True, help="Only what that one needs.")
@SEAL
@verb
def pack(file: Path, out: Path, for_: tuple[str, ...], seal_file: Path | None, words: Words) -> None:
    """Write a pack for other laptops and print its path.

    OUT is a file, or a folder in which the pack gets a name of its own. A big register makes several
    numbered files: send all of them. Whoever merges them gets what they lack; nothing comes twice.

    With a passphrase of its own the pack is sealed under it (age). A pack for laptops that have sent one
    themselves is sealed so that only these can open it.

    \b
    pmdesk pack aldermoor.pmdesk stick/aldermoor.pmpack
    pmdesk pack aldermoor.pmdesk ashdown.pmpack --for "Robert Ashdown"
    """
    with with_passphrase(lambda typed: open_register(file, passphrase=typed)) as register:
        # A passphrase file for a register that needs none is meant for the pack.
        sealed_by = seal_file or (None if is_protected(register) else passphrase_path())
        made = make_pack(register, out, words, for_, read_passphrase(sealed_by) if sealed_by else "")
        for path in made.paths:
            print_path(path)
        if made.sealed:
            print(words("It is sealed: nobody else can open it."), file=sys.stderr)


@click.command()
@file_argument
@click.argument(
    "incoming", metavar="PACK...", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path)
)
@click.option("--dry-run", is_flag=True, help="Only say what it would change.")
@SEAL
@as_json
@verb
def merge(
    file: Path,
    incoming: tuple[Path, ...],
    dry_run: bool,
    seal_file: Path | None,
    as_json: bool,
    words: Words,
) -> int:
    """Take in packs, copies, or a member’s file.

    Each of them whole or, when anything in it is not as it should be, not at all. What two laptops changed
    unseen by each other is kept from both: `conflicts` lists it, `settle` settles it. A member's file whose
    passphrase this register did not give it needs that in PMDESK_MEMBER_PASSPHRASE.

    \b
    pmdesk merge aldermoor.pmdesk ann.pmpack --dry-run
    pmdesk merge aldermoor.pmdesk ann.pmpack ashdown.pmdesk
    """
    told, refused = list[dict[str, object]](), 0
    with (reading if dry_run else writing)(file) as register:
        for path in incoming:
            try:
                kind = what_is(register, path)
                with passphrase_file(seal_file or passphrase_path()):
                    said, plain = _MERGES[kind](register, path, dry_run, words)
            except (Refused, Unavailable) as fault:
                refused += 1
                for line in _why(fault, words):
                    print(f"{path.name}: {line}" if len(incoming) > 1 else line, file=sys.stderr)
                continue
            told.append(plain)
            if not as_json:
                print("\n".join(said))
    if as_json:
        print_json(told if len(incoming) > 1 else told[0] if told else None)
    return 1 if refused else 0


_TRUST_FIRST = N_(
    "A laptop that is not known here wrote in this pack. Its six words are: {words}. Ask whoever sent it to"
    " read you theirs; when they are the same: pmdesk trust {file} “{words}”. Nothing was brought in."
)
Merging = tuple[list[str], dict[str, object]]  # what is said of it, and the same for other programs


def _pack(register: Register, path: Path, dry_run: bool, words: Words) -> Merging:
    look = with_passphrase(lambda typed: look_at_pack(register, path, typed))
    plain: dict[str, object] = {
        "from": sender_of(register, look, words),
        "laptop": look.device.hex(),
        "taken_in": bool(look.new) and not dry_run,
        "new": look.new,
        "known": look.known,
        "records": [
            {"kind": each.kind, "id": each.record, "title": each.title, "is_new": each.is_new,
             "fields": list(each.fields)}
            for each in look.records
        ],
        "missing": [
            {"laptop": gap.device.hex(), "first": gap.first, "last": gap.last} for gap in look.gaps
        ],
    }  # fmt: skip
    if dry_run:
        return say_look(register, look, words), plain
    for key in unknown_laptops(register, look.unknown):
        raise Refused(Say(_TRUST_FIRST, {"words": fingerprint(key), "file": register.path or ""}))
    brought = take_pack(register, look)
    plain["to_settle"] = brought.to_settle
    return [say_brought(register, look, brought, words), *say_warnings(register, look, words)], plain


def _member_file(register: Register, path: Path, dry_run: bool, words: Words) -> Merging:
    found = with_member_passphrase(lambda typed: look_at_member_file(register, path, typed))
    if not dry_run and found.entries:
        take_member_file(register, found)
    said = say_returned(found, words)
    if found.records:
        head = N_("It would bring, from {name}:") if dry_run else N_("Taken in from {name}:")
        said = [words(head, name=found.name), *said]
    return said, _plain_member(found, dry_run)


def _copy(register: Register, path: Path, dry_run: bool, words: Words) -> Merging:
    """A copy of the whole register: laptops that are not known here have to be trusted first."""
    look = look_at_copy(register, path, words)
    plain: dict[str, object] = {
        "taken_in": bool(look.entries) and not dry_run,
        "new": look.new,
        "saves_by": [{"name": each.name, "saves": each.saves, "last_on": each.day} for each in look.writers],
        "unknown_laptops": [
            {"key": key.hex(), "name": name, "words": fingerprint(key)} for key, name in look.unknown.items()
        ],
    }
    if dry_run:
        return say_copy(look, words), plain
    taken = take_copy(register, look)
    plain["to_settle"] = taken.to_settle
    return [say_taken(taken, words)], plain


def _register(register: Register, path: Path, dry_run: bool, words: Words) -> Merging:
    return (_copy if is_copy(register, path) else _member_file)(register, path, dry_run, words)


_MERGES: dict[str, Callable[[Register, Path, bool, Words], Merging]] = {PACK: _pack, REGISTER: _register}


def _why(fault: Refused | Unavailable, words: Words) -> list[str]:
    if isinstance(fault, Refused):
        return list(problem_lines(fault.problems, "", words))
    return [words(fault.sentence)]


def _plain_member(found: MemberReturn, dry_run: bool) -> dict[str, object]:
    return {
        "member": found.name,
        "member_id": found.member,
        "taken_in": bool(found.entries) and not dry_run,
        "records": [
            {
                "kind": each.kind,
                "id": each.record,
                "title": each.title,
                "status_before": each.before or None,
                "status": each.after or None,
                "fields": list(each.fields),
            }
            for each in found.records
        ],
    }
