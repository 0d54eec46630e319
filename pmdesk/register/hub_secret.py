"""A hub's password, where a person asked for it to be kept: on this laptop, never in the register.

It is kept for one address: another hub that is typed later is not told it.
"""

from pmdesk.register import hub_home


def keep_password(register_id: str, address: str, password: str) -> None:
    """Keep it in a file that only this person may read."""
    hub_home.keep(register_id, password=password, password_for=address)


def kept_password(register_id: str, address: str) -> str | None:
    """The password kept for this address, None where there is none."""
    said = hub_home.kept(register_id)
    return str(said["password"]) if said.get("password_for") == address and "password" in said else None


def forget_password(register_id: str) -> None:
    hub_home.keep(register_id, password=None, password_for=None)
