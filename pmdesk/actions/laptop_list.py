"""Every laptop of a register: named or not, trusted or not, with what it saved and what of it waits."""

from datetime import datetime

from pmdesk.actions.laptops import fingerprint, laptop_row, my_key, named_keys, seen_before, short_key
from pmdesk.actions.listing import Plain, moment
from pmdesk.actions.roles import decides, rights_now
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import say_short
from pmdesk.domain.laptop import key_bytes, key_text
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures import laptops as figures
from pmdesk.figures.laptops import LaptopLine, LaptopsPage
from pmdesk.register.change import last_of
from pmdesk.register.faults import storage
from pmdesk.register.laptops import claimed_name, claimed_person, waiting_by_laptop
from pmdesk.register.rights import Grant, Rights, devices
from pmdesk.register.store import Register

STATES = {
    figures.DECIDES: N_("Decides"),
    figures.OFFICER: N_("Officer"),
    figures.MEMBER: N_("Member: own updates"),
    figures.STOPPED: N_("Stopped"),
    figures.UNKNOWN: N_("Not trusted"),
    figures.NAMED: N_("Trusted"),
    figures.UNNAMED: N_("Not named"),
}


def laptops_page(register: Register, words: Words) -> LaptopsPage:
    """Every laptop that saved here, has a name or was asked about; this one first, then whose saves wait."""
    now = rights_now(register)
    with storage():
        saved = devices(register.db)
        waits = waiting_by_laptop(register.db)
    keys = dict.fromkeys([*saved, *named_keys(register), *seen_before(register)])
    lines = [_line(register, key, now, waits.get(key, 0), words) for key in keys]
    lines.sort(key=lambda each: (not each.mine, -each.waiting, not each.name, each.name.casefold(), each.key))
    return LaptopsPage(tuple(lines), now.on, decides(register, now), sum(waits.values()))


def with_this_laptop(register: Register, page: LaptopsPage, words: Words) -> LaptopsPage:
    """The same with this laptop in it, though it has not saved anything yet: so that it can be named."""
    if any(line.mine for line in page.lines):
        return page
    own = line_of(register, my_key(register), words)
    if not page.roles_on:
        own = own._replace(state=figures.UNNAMED, said=words(STATES[figures.UNNAMED]))
    return page._replace(lines=(own, *page.lines))


def line_of(register: Register, key: bytes, words: Words) -> LaptopLine:
    """One laptop, known here or not."""
    now = rights_now(register)
    with storage():
        waits = waiting_by_laptop(register.db).get(key, 0)
    return _line(register, key, now, waits, words)


def laptop_key(line: LaptopLine) -> bytes:
    """The key of a line."""
    return bytes.fromhex(line.key)


def _line(register: Register, key: bytes, now: Rights, waits: int, words: Words) -> LaptopLine:
    row = laptop_row(register, key)
    with storage():
        seq, _hash, at = last_of(register.db, key)
        claims = "" if row else claimed_name(register.db, key)
        owner = "" if row else claimed_person(register.db, key)
    state = _state(now, key, row is not None, str(row["role"] or "") if row else "", bool(seq))
    person = (now.of(key).person if now.on else None) or (row and row["person"]) or ""
    return LaptopLine(
        key=key_text(key),
        name=str(row["name"]) if row else "",
        claims=claims,
        person=register.title(str(person)) if person else "",
        person_id=str(person),
        state=state,
        said=words(STATES[state]),
        mine=register.is_mine(key),
        fingerprint=fingerprint(key),
        last=_when(at, words) if seq else "",
        last_at=at if seq else None,
        saves=seq,
        waiting=waits,
        claims_person=owner,
    )


def _state(now: Rights, key: bytes, named: bool, role: str, saved: bool) -> str:
    if not now.on:
        unnamed = figures.UNNAMED if saved else figures.UNKNOWN
        return figures.STOPPED if role == "stopped" else figures.NAMED if named else unnamed
    if key in now.deciding and now.deciding[key][1] is None:
        return figures.DECIDES
    grant: Grant = now.of(key)
    return grant.role or figures.UNKNOWN


def plain_laptops(page: LaptopsPage) -> Plain:
    """The same for other programs."""
    return {
        "roles_on": page.roles_on,
        "decides": page.decides,
        "saves_waiting": page.waiting,
        "laptops": [
            {
                "key": each.key,
                "name": each.name or None,
                "calls_itself": each.claims or None,
                "person": each.person or None,
                "person_id": each.person_id or None,
                "state": each.state,
                "this_laptop": each.mine,
                "fingerprint": each.fingerprint,
                "last_save": moment(each.last_at),
                "saves": each.saves,
                "saves_waiting": each.waiting,
            }
            for each in page.lines
        ],
    }


def laptop_called(register: Register, text: str) -> bytes:
    """The key meant by six words, a whole key, the first letters of one, or a laptop's name.

    Refused when no laptop that is known here, or was asked about, is called so, or several are.
    """
    wanted = " ".join(text.casefold().split())
    if key := key_bytes(wanted):
        return key
    with storage():
        keys = list(dict.fromkeys([*devices(register.db), *named_keys(register), *seen_before(register)]))
    found = [key for key in keys if fingerprint(key) == wanted]
    found = found or [key for key in keys if len(wanted) >= 4 and key_text(key).startswith(wanted)]
    found = found or [
        key for key in keys if str((laptop_row(register, key) or {}).get("name", "")).casefold() == wanted
    ]
    if len(found) == 1:
        return found[0]
    if found:
        called = ", ".join(short_key(key) for key in found)
        raise Refused(
            Say(N_("Several laptops are called ‘{name}’: {which}."), {"name": text, "which": called})
        )
    raise Refused(
        Say(N_("No laptop is called ‘{name}’. Give its six words, its key or its name."), {"name": text[:80]})
    )


def _when(at: int, words: Words) -> str:
    day = datetime.fromtimestamp(at / 1000)
    return f"{say_short(day.date().isoformat(), words)} {day:%Y, %H:%M}"
