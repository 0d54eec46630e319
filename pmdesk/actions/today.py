"""Which day it is: today, except in a copy of the sample register, whose story has a day of its own."""

from datetime import date

from pmdesk.register.store import Register


def today(register: Register) -> str:
    """The day (ISO) that due, late and overdue are judged by."""
    return register.local("today") or date.today().isoformat()
