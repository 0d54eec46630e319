"""A council with seats that owe updates, for the tests of forms: who sits where, and forms filled in."""

from collections.abc import Mapping
from pathlib import Path

from pmdesk.actions.records import save
from pmdesk.actions.registers import start
from pmdesk.actions.returns_out import send_returns
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.filling import filled

TODAY = "2026-04-07"
YEAR = "2025-26"
EN = words_in("en")

ANSWERED = {"main_business": "A new roof", "meetings_held": "6", "meetings_attended": "5"}
PRESSED = {
    "worthwhile_council": "yes",
    "worthwhile_body": "partly",
    "worthwhile_member": "no",
    "recommendation": "continue",
    "declared": "yes",
}


def council(folder: Path, seats: int = 3) -> Register:
    """A register with that many bodies, each with one seat and its own member."""
    register = start(
        folder / "aldermoor.pmdesk",
        "Aldermoor District Council",
        YEAR,
        by="Helen Marsh",
        annual_council="21 May 2025",
        returns_due="17/4/2026",
        today=TODAY,
    )
    save(register, "settings", {"returns_to": "democratic@aldermoor.example"}, register.id)
    officer = save(
        register, "person", {"name": "Ruth Adeyemi", "kind": "officer", "email": "ruth@a.example"}
    )[0]
    for number in range(1, seats + 1):
        body = save(
            register,
            "outside_body",
            {"name": f"Body {number:02d}", "link_officer": officer, "meetings_a_year": "6"},
        )[0]
        member = save(register, "person", {"name": f"Member {number:02d}", "kind": "member"})[0]
        seat = {"outside_body": body, "person": member, "capacity": "trustee", "starts": "21/5/25"}
        save(register, "appointment", seat)
    return register


def sent(register: Register, folder: Path, *of: str) -> list[Path]:
    return send_returns(register, folder, YEAR, of, EN, TODAY)


def fill(
    path: Path, typed: Mapping[str, str] | None = None, pressed: Mapping[str, str] | None = None
) -> Path:
    """Fill a form in as a member does, in place."""
    path.write_bytes(
        filled(path.read_bytes(), ANSWERED | dict(typed or {}), PRESSED if pressed is None else pressed)
    )
    return path


def seat_of(register: Register, number: int) -> str:
    (found,) = [
        row for row in register.all("appointment") if row["outside_body_name"] == f"Body {number:02d}"
    ]
    return str(found["id"])


def updates(register: Register) -> dict[str, dict[str, object]]:
    """The annual updates by the names of their bodies."""
    seats = {row["id"]: str(row["outside_body_name"]) for row in register.all("appointment")}
    return {seats[row["appointment"]]: dict(row) for row in register.all("annual_update")}
