"""Re-dating and finishing milestones."""

from collections.abc import Iterator

import pytest

from pmdesk.actions.milestones import mark_done, redate
from pmdesk.actions.records import save
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.register.store import Register, memory

TODAY = "2026-04-27"
CAUSE = ENTITIES["forecast"].field("cause").choices[0][0]


@pytest.fixture
def register() -> Iterator[Register]:
    with memory() as opened:
        yield opened


@pytest.fixture
def milestone(register: Register) -> str:
    partnership, _ = save(register, "partnership", {"name": "Top"})
    return save(
        register, "milestone", {"title": "Open", "partnership": partnership, "first_due": "1/6/2026"}
    )[0]


def test_the_first_date_stays_and_each_new_one_says_why(register: Register, milestone: str) -> None:
    made, changes = redate(register, milestone, "1 Sep 2026", "The lease is late", CAUSE, TODAY)
    assert changes.label == "Re-dated milestone"
    row = register.get("forecast", made)
    assert row is not None
    assert (row["date"], row["reason"], row["made_on"]) == ("2026-09-01", "The lease is late", TODAY)
    kept = register.get("milestone", milestone)
    assert kept is not None
    assert kept["first_due"] == "2026-06-01"
    with pytest.raises(Refused) as caught:
        redate(register, milestone, "1/10/2026", " ", CAUSE, TODAY)
    assert set(caught.value.problems) == {"reason"}
    with pytest.raises(Refused) as caught:
        redate(register, milestone, "31/02/2027", "x", CAUSE, TODAY)
    assert set(caught.value.problems) == {"date"}


def test_done_is_done(register: Register, milestone: str) -> None:
    with pytest.raises(Refused) as caught:
        mark_done(register, milestone, "28/4/2026", TODAY)
    assert set(caught.value.problems) == {"done_on"}
    assert mark_done(register, milestone, "27/4/2026", TODAY).touches("milestone")
    with pytest.raises(Refused, match="is done"):
        redate(register, milestone, "1/9/2026", "x", CAUSE, TODAY)
    with pytest.raises(Refused, match="deleted"):
        redate(register, "nothing", "1/9/2026", "x", CAUSE, TODAY)
