"""Small choices about pages, kept in the register's file for this laptop only, outside the journal."""

from pmdesk.register.store import Register


def remembered(register: Register, choice: str) -> str:
    """What was chosen last; '' when nothing was."""
    return register.local(f"choice:{choice}") or ""


def remember(register: Register, choice: str, value: str) -> None:
    """Keep a choice; where the register can only be read it is kept by nobody."""
    if not register.read_only and remembered(register, choice) != value:
        register.set_local(f"choice:{choice}", value or None)
