"""Switching roles on: from then on only saves of trusted laptops count; granting, stopping, and recovering.

Who decides is said in register/rights.py: the laptop on which the register was begun, and any that showed the
recovery key. Nothing here is undone by Ctrl+Z, since what others saved meanwhile would go with it unseen.
"""

import hashlib
from collections.abc import Iterable

from pmdesk.actions.laptops import laptop_row, my_key, named_keys
from pmdesk.domain.check import Refused
from pmdesk.domain.fingerprint import number_of, said
from pmdesk.domain.laptop import LAPTOP, MEMBER, OFFICER, STOPPED, key_text, laptop_id
from pmdesk.domain.settings import SETTINGS
from pmdesk.domain.words import N_, Say
from pmdesk.register import founding
from pmdesk.register.change import Change, Changes
from pmdesk.register.faults import storage
from pmdesk.register.granting import grant, limit_now, put_all
from pmdesk.register.rights import NOT_DECIDING, Rights, devices, rights
from pmdesk.register.store import Register

SWITCHED_ON = N_("Switched roles on")
SWITCHED_OFF = N_("Switched roles off")
STOPPED_IT = N_("Stopped a laptop")
RECOVERED = N_("Took over with the recovery key")
_FINAL = "final"
RECOVERY_WORDS = 12  # 128 bits of the secret and 4 to check them by


def rights_now(register: Register, besides: Iterable[bytes] = ()) -> Rights:
    """Whose saves count, as the register stands; also of laptops that have a name here and saved nothing."""
    with storage():
        return rights(register.db, register.id, [*named_keys(register), *besides])


def decides(register: Register, now: Rights | None = None) -> bool:
    """Whether this laptop says whose saves count."""
    deciding = (now or rights_now(register)).deciding
    mine = next((device for device in deciding if register.is_mine(device)), None)
    return mine is not None and deciding[mine][1] is None


def switch_roles_on(register: Register) -> Changes:
    """From now on only trusted laptops count; Refused where this one does not decide.

    Those with a name that were not stopped stay what they are. Of those that nobody named, what they saved
    until now counts, and nothing more until they are trusted.
    """
    now = _deciding(register)
    recovery = now.recovery or _recovery_public(register)
    with register.change(SWITCHED_ON, via=_FINAL) as change:
        values: dict[str, str | bool] = {"roles_on": True, "recovery_key": recovery.hex()}
        put_all(change, SETTINGS.name, register.id, values)
        for device in dict.fromkeys([*devices(register.db), *named_keys(register)]):
            if not register.is_mine(device):
                _go_on(register, change, device, now)
    return change.changes


def _go_on(register: Register, change: Change, device: bytes, now: Rights) -> None:
    row = laptop_row(register, device)
    role = str(row["role"] or OFFICER) if row else STOPPED
    person = str(row["person"]) if row and row["person"] else None
    if role == MEMBER and person is None:
        role = STOPPED
    limit = limit_now(register.db, device, now) if role == STOPPED else None
    counts_to = str(row["counts_to"]) if row and row["counts_to"] else str(limit) if limit else None
    values = {"role": role, "person": person, "counts_to": counts_to if role == STOPPED else None}
    grant(change, device, {"key": key_text(device), **values})


def switch_roles_off(register: Register) -> Changes:
    """Every save counts again, also what waited; Refused where this laptop does not decide."""
    _deciding(register)
    with register.change(SWITCHED_OFF, via=_FINAL) as change:
        put_all(change, SETTINGS.name, register.id, {"roles_on": False})
    return change.changes


def stop_trusting(register: Register, key: bytes) -> Changes:
    """What a laptop saved until now still counts; what it saves from now on does not.

    Refused for this laptop itself, and with roles on where this laptop does not decide.
    """
    if register.is_mine(key):
        raise Refused(Say(N_("This is the laptop in front of you. Stop it from another.")))
    now = rights_now(register)
    with storage():
        limit = limit_now(register.db, key, now)
    row = laptop_row(register, key)
    person = now.of(key).person or (row and row["person"])
    values = {"role": STOPPED, "person": str(person) if person else None}
    with register.change(STOPPED_IT, via=_FINAL) as change:
        counts_to = str(limit) if limit else None
        grant(change, key, {"key": key_text(key), **values, "counts_to": counts_to})
    return change.changes


def recovery_words(register: Register) -> str | None:
    """The recovery key as twelve words; None where it lies on this laptop no longer."""
    secret = founding.kept_recovery(register.id)
    return None if secret is None else _words_of(secret)


def recover(register: Register, typed: str) -> Changes:
    """Make this laptop one that decides, by the words of the recovery sheet; Refused where they are wrong."""
    secret, now = _secret_of(typed), rights_now(register)
    if secret is None:
        wrong = N_("These are not the twelve words of a recovery sheet. Look for a slip.")
        raise Refused({"recovery": Say(wrong)})
    if now.recovery is None or founding.recovery_public(secret) != now.recovery:
        raise Refused({"recovery": Say(N_("These words are of another register’s recovery sheet."))})
    key = my_key(register)
    generation = 1 + max((rank for rank, _limit in now.deciding.values()), default=0)
    sig = founding.recovery_signature(secret, register.id, key, generation)
    with register.change(RECOVERED, via=_FINAL) as change:
        values = {"key": key_text(key), "recovery": f"{generation} {sig.hex()}"}
        if register.get(LAPTOP.name, laptop_id(key)) is None:
            change.add(LAPTOP.name, values, record=laptop_id(key))
        else:
            change.set(LAPTOP.name, laptop_id(key), values)
    return change.changes


def _deciding(register: Register) -> Rights:
    now = rights_now(register)
    if not decides(register, now):
        raise Refused(Say(NOT_DECIDING))
    return now


def _recovery_public(register: Register) -> bytes:
    """The recovery key kept here; a new one for a register that was made without."""
    secret = founding.kept_recovery(register.id)
    if secret is None:
        secret = founding.new_recovery(register.id)
    return founding.recovery_public(secret)


def _words_of(secret: bytes) -> str:
    """128 bits and the first four of their SHA-256, eleven a word."""
    number = int.from_bytes(secret, "big") << 4 | hashlib.sha256(secret).digest()[0] >> 4
    return said(number, RECOVERY_WORDS)


def _secret_of(typed: str) -> bytes | None:
    number = number_of(typed)
    if number is None or len(typed.split()) != RECOVERY_WORDS:
        return None
    secret = (number >> 4).to_bytes(founding.SECRET, "big")
    return secret if _words_of(secret) == said(number, RECOVERY_WORDS) else None
