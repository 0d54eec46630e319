"""An outside body's figures as plain values: duties, due diligence, gaps, ends of terms, balance."""

from pmdesk.actions.gaps import balance_of, plain_balance, plain_gap, read_seats
from pmdesk.domain.due_diligence import due_diligence
from pmdesk.domain.duty import duty
from pmdesk.domain.political_balance import LEAST_SEATS
from pmdesk.domain.seat_gaps import MONTHS_AHEAD, gaps_of, months_after, standing
from pmdesk.domain.terms import staggered_ends
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

Plain = dict[str, object]


def plain_body(register: Register, body: Row, today: str) -> Plain:
    """What `show outside_body --json` has besides the record's own fields; gaps of a year from today."""
    read = read_seats(register, today)
    seats = read.by_body.get(body["id"], [])
    asked = due_diligence(body)
    allowed = body.get("seats")
    return {
        "sitting": [
            {
                "person": seat["person_name"],
                "capacity": seat["capacity"],
                "duty": duty(seat["capacity"]).to or None,
                "ends": seat["ends"],
                "id": seat["id"],
            }
            for seat in standing(seats, today)
        ],
        "due_diligence": {
            "complete": asked.complete,
            "open": [field.name for field in asked.open],
            "answered_no": [field.name for field in asked.against],
            "on": asked.on or None,
        },
        "gaps": [plain_gap(gap) for gap in gaps_of(body, seats, today, months_after(today, MONTHS_AHEAD))],
        "terms_end": [{"on": day, "seats": len(held)} for day, held in staggered_ends(seats, today)],
        "political_balance": plain_balance(balance_of(read, body))
        | {"required": isinstance(allowed, int) and allowed >= LEAST_SEATS},
    }
