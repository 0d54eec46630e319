"""Whether the others trust this laptop, as far as its own register says: nobody tells it that it waits."""

from pmdesk.actions.laptops import laptop_row, my_key
from pmdesk.actions.roles import decides, rights_now
from pmdesk.domain.laptop import MEMBER, OFFICER, STOPPED
from pmdesk.figures.hub import TRUSTED, WAITS, WAS_STOPPED
from pmdesk.register.faults import storage
from pmdesk.register.laptops import is_known_elsewhere
from pmdesk.register.store import Register


def own_trust(register: Register) -> str:
    """TRUSTED, WAITS or WAS_STOPPED (figures/hub.py) of this laptop; nothing of its own to wait is TRUSTED.

    Without roles it is known where it was trusted by hand, and to whoever has a copy in which it saved: so
    one that began the register, and one whose saves another laptop has changed, waits for nobody.
    """
    key, now = my_key(register), rights_now(register)
    row = laptop_row(register, key)
    role = now.of(key).role if now.on else row and row["role"]
    if role == STOPPED:
        return WAS_STOPPED
    if role in (OFFICER, MEMBER) or decides(register, now):
        return TRUSTED
    if now.on:
        return WAITS
    with storage():
        return TRUSTED if is_known_elsewhere(register.db, key) else WAITS
