"""The ticket of a form: read back as it was made, refused when a letter of it was changed."""

import base64
import json

import pytest

from pmdesk.actions.return_ticket import Ticket, make_ticket, read_ticket
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register, memory

TICKET = Ticket("seat", "person", "year", {"main_business": "0" * 12})


def test_there_and_back(register: Register) -> None:
    assert read_ticket(register, f" {make_ticket(register, TICKET)}\r\n") == TICKET


def test_one_letter_changed_is_refused(register: Register) -> None:
    made = make_ticket(register, TICKET)
    ends = [place - 1 for place, letter in enumerate(f"{made}.") if letter == "."]
    for place in [*range(0, len(made), 7), *ends]:
        other = "A" if made[place] != "A" else "B"
        with pytest.raises(Refused):
            read_ticket(register, made[:place] + other + made[place + 1 :])


@pytest.mark.parametrize("odd", ["", ".", "a.b.c", "....", "ŵ.ŵ.ŵ", "x" * 100_000, "W10.W10.W10", "MQ.MQ.MQ"])
def test_what_is_no_ticket_is_refused(register: Register, odd: str) -> None:
    with pytest.raises(Refused, match="was changed"):
        read_ticket(register, odd)


def test_a_ticket_signed_by_somebody_else_or_of_another_register(register: Register) -> None:
    body, device, sig = make_ticket(register, TICKET).split(".")
    with memory() as other:
        with pytest.raises(Refused, match="another register"):
            read_ticket(register, make_ticket(other, TICKET))
        said = json.loads(base64.urlsafe_b64decode(body + "==="))
        forged = base64.urlsafe_b64encode(json.dumps(said | {"seat": "other"}).encode()).decode().rstrip("=")
        with pytest.raises(Refused, match="was changed"):
            read_ticket(register, f"{forged}.{device}.{sig}")
