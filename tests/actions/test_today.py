"""Which day it is."""

from datetime import date

from pmdesk.actions.today import today
from pmdesk.register.store import memory


def test_today_is_the_laptops_except_in_a_story() -> None:
    with memory() as register:
        assert today(register) == date.today().isoformat()
        register.set_local("today", "2026-04-27")
        assert today(register) == "2026-04-27"
