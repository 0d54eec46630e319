"""Forms for members who have no pmdesk: one fillable PDF for each seat that owes its annual update."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from pmdesk.actions.member_files import member_of
from pmdesk.actions.return_figures import known_of, return_form_figures
from pmdesk.actions.titles import record_called
from pmdesk.actions.writing import free_name, spare_the_register, write_all
from pmdesk.actions.years import annual_updates_due, current_year
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Progress, Stopped
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.due import Due
from pmdesk.register.faults import Unavailable
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_AGREED = ("accepted", "published")


def year_called(register: Register, name: str | None, today: str) -> Row:
    """The municipal year of that label, or the one in hand; Refused when the register has none."""
    if not name:
        found = current_year(register, today)
        if found is None:
            raise Refused(Say(N_("The register has no municipal year yet. Add one first.")))
        return found
    for year in register.all("municipal_year"):
        if str(year["name"]) == name.strip():
            return year
    raise Refused(
        Say(N_("There is no {kind} called ‘{name}’."), {"kind": Say(N_("Municipal year")), "name": name[:80]})
    )


def returns_owed(register: Register, year: Row, today: str) -> list[Due]:
    """Every seat held at any time in the year whose update is not agreed yet, by body and member."""
    due = [
        each
        for each in annual_updates_due(register, year, today)
        if not each.update or each.update.get("status") not in _AGREED
    ]
    return sorted(due, key=lambda each: (_folded(each.of["name"]), _folded(each.by.get("person_name"))))


def seats_meant(register: Register, of: Sequence[str], owed: Sequence[Due]) -> list[Due]:
    """Those owed that are named by an outside body, a seat or a person.

    Where none is named, all but those already submitted: they have their answers and wait for the council.
    """
    if not of:
        return [each for each in owed if each.state != "in"]
    wanted = dict[str, None]()
    for text in of:
        found = [each for each in owed if _is_named(each, text)] or _looked_up(register, text, owed)
        if not found:
            raise Refused(Say(N_("No annual update is owed for ‘{name}’."), {"name": text[:80]}))
        wanted |= {str(each.by["id"]): None for each in found}
    return [each for each in owed if str(each.by["id"]) in wanted]


def send_returns(
    register: Register,
    folder: Path,
    year: str | None,
    of: Sequence[str],
    words: Words,
    today: str,
    progress: Progress = lambda _done, _of: True,
) -> list[Path]:
    """Write the forms into `folder`, which may have to be made: all of them or none; their paths.

    `of` are bodies, seats or people; where it is empty all that have not submitted, or were returned.
    Raises Stopped, Refused when no form is owed, Unavailable when another file of that name is in the
    folder or the disk does not take them.
    """
    if member_of(register):
        raise Refused(Say(N_("This is a member’s own file. Only the council’s register sends forms.")))
    meant = year_called(register, year, today)
    owed = seats_meant(register, of, returns_owed(register, meant, today))
    if not owed:
        raise Refused(Say(N_("No annual update is owed for {year}."), {"year": str(meant["name"])}))
    return write_all(_made(register, meant, owed, folder, words, today, progress), folder)


def form_name(member: str, body: str, year: str) -> str:
    """What a form's file is called, on any system.

    >>> form_name("Ann Shaw", "Dock/Trust", "2025-26")
    'Ann Shaw – Dock-Trust, 2025-26.pdf'
    """
    safe = [
        re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]', "-", unicodedata.normalize("NFC", part))[:60].strip(" .")
        for part in (member, body)
    ]
    return f"{' – '.join(part for part in safe if part)}, {year}.pdf"


def _made(
    register: Register,
    year: Row,
    owed: Sequence[Due],
    folder: Path,
    words: Words,
    today: str,
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    """Each form with the name of its file, made when it is asked for."""
    from pmdesk.papers.return_form import return_form

    known, taken = known_of(register, year), set[str]()
    for done, due in enumerate(owed):
        if not progress(done, len(owed)):
            raise Stopped
        made = return_form(return_form_figures(register, due, known, words, today), words)
        called = form_name(str(due.by.get("person_name") or ""), str(due.of["name"]), str(year["name"]))
        name = free_name(called, taken)
        spare_the_register(register, folder / name)
        spare_what_is_there(folder / name, made)
        yield name, made
    if not progress(len(owed), len(owed)):
        raise Stopped


def spare_what_is_there(path: Path, made: bytes) -> None:
    """A form may have come back under the same name, filled in: only the very same file is replaced."""
    try:
        there = path.read_bytes() if path.exists() else made
    except OSError:
        there = b""
    if there != made:
        raise Unavailable(
            Say(
                N_("‘{name}’ is in that folder already and would be lost. Choose an empty folder."),
                {"name": path.name},
            )
        )


def _is_named(due: Due, text: str) -> bool:
    """By an id or a whole name, in any case of letters."""
    told = (due.by["id"], due.of["id"], due.by["person"], due.of["name"], due.by.get("person_name"))
    return _folded(text) in {_folded(each) for each in told}


def _looked_up(register: Register, text: str, owed: Sequence[Due]) -> list[Due]:
    """By what a seat without a name of its own is called: 'Dock Trust, A Shaw'."""
    seat = record_called(register, "appointment", text)
    return [each for each in owed if each.by["id"] == seat]


def _folded(text: object) -> str:
    return " ".join(str(text or "").split()).casefold()
