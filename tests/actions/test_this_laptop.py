"""What belongs to one laptop: me, the year looked at, today's backup, and why nothing can be saved."""

from datetime import date
from pathlib import Path

from pmdesk.actions import this_laptop, years
from pmdesk.actions.registers import open_register, start


def test_me_and_the_year_are_this_laptops_own(tmp_path: Path) -> None:
    with start(tmp_path / "a.pmdesk", "Aldermoor", "2025-26", by="Ann") as register:
        before = register.history(limit=1)[0].entry
        assert this_laptop.me(register) == register.find("person", "Ann")[0]["id"]
        this_laptop.set_me(register, None)
        assert this_laptop.me(register) is None
        this_laptop.choose_year(register, "2026-27")
        row = years.current_year(register, "2025-06-01")
        assert row is not None
        assert row["name"] == "2026-27"
        this_laptop.choose_year(register, "2040-41")
        assert years.current_year(register, "2025-06-01") == row
        assert register.history(limit=1)[0].entry == before, "none of this is in the journal"
        assert this_laptop.council_name(register) == "Aldermoor"
        assert not this_laptop.is_sample(register)
        assert this_laptop.why_read_only(register) is None


def test_todays_backup_once_and_never_of_what_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pmdesk"
    with start(path, "Aldermoor", "2025-26") as register:
        made = this_laptop.back_up_today(register)
        assert made is not None
        assert made.name == f"{date.today().isoformat()}.pmdesk"
        assert this_laptop.back_up_today(register) is None
        with open_register(path) as second:
            assert second.read_only
            made.unlink()
            assert this_laptop.back_up_today(second) is None
            why = this_laptop.why_read_only(second)
            assert why is not None
            assert "nothing can be saved" in str(why)
        register.set_local("today", "2026-04-27")
        assert this_laptop.back_up_today(register) is None
