"""How the last sync ended is known in the next sitting; a quiet hub writes nothing."""

from pathlib import Path

import pytest

from pmdesk.actions import hub_outcomes
from pmdesk.actions.hub_outcomes import forget_outcome, keep_outcome, last_outcome, well_at
from pmdesk.domain.words import Say
from pmdesk.figures.hub import Outcome, Stranger
from pmdesk.register import hub_home
from pmdesk.register.store import Register, create, memory

WELL = Outcome("2026-11-26T09:41:00", 1, 2, 1)
BAD = Outcome(
    "2026-11-26T09:46:00",
    strangers=(Stranger(b"\x01", "oak", 2),),
    problem=Say("x {y}", {"y": "z"}),
    away=True,
)


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    kept: dict[str, object] = {}
    monkeypatch.setattr(hub_outcomes, "_newest", kept)
    return kept


def test_the_next_sitting_knows(forgetful: dict[str, object], tmp_path: Path) -> None:
    with create(tmp_path / "a.pmdesk") as register:
        keep_outcome(register, WELL)
        keep_outcome(register, BAD)
        assert last_outcome(register) == BAD and well_at(register) == WELL.at
        forgetful.clear()
        assert last_outcome(register) == BAD and well_at(register) == WELL.at
        forget_outcome(register)
        assert last_outcome(register) is None and well_at(register) == ""


def test_nothing_new_is_not_written_again(forgetful: dict[str, object]) -> None:
    with memory() as register:
        keep_outcome(register, Outcome("2026-11-26T09:41:00"))
        written = hub_home.kept(register.id)["last"]
        keep_outcome(register, Outcome("2026-11-26T09:46:00"))
        assert hub_home.kept(register.id)["last"] == written and well_at(register) == "2026-11-26T09:46:00"
        keep_outcome(register, BAD)
        assert hub_home.kept(register.id)["last"] != written


@pytest.mark.parametrize("said", ["x", [], {}, {"strangers": 1}, 7])
def test_what_is_no_outcome_is_none(forgetful: dict[str, object], said: object) -> None:
    register: Register
    with memory() as register:
        hub_home.keep(register.id, last=said)
        assert last_outcome(register) is None and well_at(register) == ""
