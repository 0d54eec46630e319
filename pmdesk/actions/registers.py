"""Starting, opening and keeping registers, and who uses this laptop."""

import getpass
import re
from datetime import date
from pathlib import Path

from pmdesk.domain.check import Refused
from pmdesk.domain.dates import NotRead, read_date
from pmdesk.domain.municipal_year import next_year
from pmdesk.domain.settings import DAYS_OF_WARNING, DAYS_TO_REPORT
from pmdesk.domain.words import N_, Say
from pmdesk.register import founding, store
from pmdesk.register.faults import (
    DAMAGED,
    Damaged,
    NeedsPassphrase,
    Unavailable,
    WrongPassphrase,
    is_damage,
    storage,
)
from pmdesk.register.store import Register

__all__ = [
    "DAMAGED",
    "Damaged",
    "NeedsPassphrase",
    "Register",
    "Unavailable",
    "WrongPassphrase",
    "check_start",
    "is_damage",
    "open_register",
    "open_sample",
    "start",
    "this_person",
]

# What a register hangs on (council, year, settings, me): this save is no one's to take back.
STARTED = N_("Started register")


def this_person() -> str:
    """The system's name for who is at the keyboard, offered as the answer to 'Who are you?'."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def open_register(path: Path, *, read_only: bool = False, passphrase: str = "") -> Register:
    """Open a register; Unavailable with a sentence when it cannot be.

    NeedsPassphrase and WrongPassphrase are two kinds of it; a plain register takes no notice of a passphrase.
    """
    return store.open_register(Path(path).absolute(), read_only=read_only, who=this_person(), key=passphrase)


def start(
    path: Path,
    council: str,
    year: str = "",
    rating_rule: str = "tolerance",
    by: str = "",
    annual_council: str = "",
    returns_due: str = "",
    today: str | None = None,
    passphrase: str = "",
) -> Register:
    """Start a register for a council: its organisation, its municipal years, its settings, and who I am.

    With a passphrase, which `encrypting.check_new` has seen, it is protected from its first byte on.
    Raises Refused for what the person can mend; nothing is left behind then.
    """
    year = year or municipal_year_of(today or today_iso())
    year, days = check_start(council, year, annual_council, returns_due)
    register = store.create(Path(path).absolute(), who=this_person(), passphrase=passphrase)
    try:
        register.set_me(_first_save(register, council, year, days, rating_rule, by))
    except BaseException:
        register.close()
        Path(path).unlink(missing_ok=True)
        raise
    return register


def _first_save(
    register: Register, council: str, year: str, days: dict[str, str | None], rating_rule: str, by: str
) -> str:
    """The council, its years, the settings and me, as one save; my id."""
    # Said in the first save, so that every laptop can tell who began the register (register/founding.py).
    secret = founding.kept_recovery(register.id)
    recovery = founding.recovery_public(secret) if secret else None
    with register.change(STARTED) as change:
        organisation = change.add("organisation", {"name": council.strip(), "kind": "council"})
        this_year = change.add("municipal_year", {"name": year, **days})
        change.add("municipal_year", {"name": next_year(year)})
        change.add(
            "settings",
            {
                "council": organisation,
                "year": this_year,
                "rating_rule": rating_rule,
                "days_to_report": DAYS_TO_REPORT,
                "days_of_warning": DAYS_OF_WARNING,
                "recovery_key": recovery.hex() if recovery else None,
            },
            record=register.id,
        )
        return change.add(
            "person",
            {
                "name": by.strip() or this_person() or council.strip(),
                "kind": "officer",
                "organisation": organisation,
            },
        )


def check_start(
    council: str, year: str, annual_council: str = "", returns_due: str = ""
) -> tuple[str, dict[str, str | None]]:
    """The year's label and dates as they will be kept; Refused with every problem, before a file is made."""
    problems = {**_council_problem(council), **year_problem(year)}
    days: dict[str, str | None] = {"annual_council": None, "returns_due": None}
    for name, typed in (("annual_council", annual_council), ("returns_due", returns_due)):
        try:
            days[name] = read_date(typed) if typed.strip() else None
        except NotRead as problem:
            problems[name] = problem.sentence
    if problems:
        raise Refused(problems)
    return year_label(year), days


def today_iso() -> str:
    """The laptop's own day, before any register is open."""
    return date.today().isoformat()


def municipal_year_of(day: str) -> str:
    """The municipal year in which a day lies, Annual Council taken as the middle of May.

    >>> municipal_year_of("2026-04-27"), municipal_year_of("2026-05-20")
    ('2025-26', '2026-27')
    """
    first = int(day[:4]) - (day[5:] < "05-16")
    return f"{first}-{(first + 1) % 100:02d}"


def open_sample(path: Path) -> Register:
    """Build the sample register at `path` and open it; it is made of text, so it never needs migrating."""
    from pmdesk.actions.sample import build_sample  # which starts a register with `start` above

    with storage():
        return build_sample(Path(path).absolute())


def _council_problem(council: str) -> dict[str, Say]:
    if not council.strip():
        return {"council": Say(N_("Say which council this register is for."))}
    if len(council) > 200:
        return {"council": Say(N_("This name is too long."))}
    return {}


def year_label(year: str) -> str:
    """'2025/26' and '2025 - 26' are the same year as '2025-26'."""
    return re.sub(r"\s*[-/\u2013]\s*", "-", year.strip())


def year_problem(year: str) -> dict[str, Say]:
    """{'year': what is wrong with the label of a municipal year}; empty where nothing is."""
    year = year_label(year)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", year) and (int(year[:4]) + 1) % 100 == int(year[5:]):
        return {}
    return {"year": Say(N_("Type the municipal year as 2025-26."))}
