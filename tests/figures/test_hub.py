"""How a hub stands, in a word and in sentences."""

import pytest

from pmdesk.domain.words import Say, words_in
from pmdesk.figures.hub import (
    AWAY,
    NEVER,
    NONE,
    SYNCED,
    TROUBLE,
    WAITS,
    HubState,
    Outcome,
    Stranger,
    clock,
    told,
)

EN = words_in("en")
AT = "2026-11-26T09:41:07"


@pytest.mark.parametrize(
    ("address", "waiting", "last", "standing", "said"),
    [
        ("", 0, None, NONE, ""),
        ("h", 0, None, NEVER, "Hub set"),
        ("h", 2, None, NEVER, "Hub: 2 saves waiting"),
        ("h", 0, Outcome(AT), SYNCED, "Synced 09:41"),
        ("h", 1, Outcome(AT), SYNCED, "Hub: 1 save waiting"),
        ("h", 0, Outcome(AT, trust=WAITS), SYNCED, "Hub: not trusted yet"),
        ("", 0, Outcome(AT, trust=WAITS), NONE, ""),
        ("h", 3, Outcome(AT, problem=Say("x"), away=True), AWAY, "Hub away: 3 saves waiting"),
        ("h", 0, Outcome(AT, problem=Say("x"), away=True), AWAY, "Hub away"),
        ("h", 3, Outcome(AT, problem=Say("x")), TROUBLE, "Hub: not synced"),
    ],
)
def test_it_stands_so(address: str, waiting: int, last: Outcome | None, standing: str, said: str) -> None:
    state = HubState(address, False, waiting, last, AT if last else "")
    assert state.standing == standing and state.in_short(EN) == said


def test_what_a_sync_did_is_told() -> None:
    assert list(told(Outcome(AT), EN)) == ["Nothing new: this laptop and the hub have the same saves."]
    assert list(told(Outcome(AT, problem=Say("x")), EN)) == []
    assert list(told(Outcome(AT, 1, 2, 1, (Stranger(b"", "oak elm", 3),), stopped=True), EN)) == [
        "1 save went to the hub.",
        "2 saves came from the hub.",
        "1 thing is to be settled.",
        "3 saves of a laptop nobody has trusted wait in the hub: oak elm.",
        "Stopped. What went through stays; the next sync goes on from there.",
    ]
    said, _nothing_new = told(Outcome(AT, trust=WAITS), EN)
    assert said.startswith("No other laptop has said yet that it trusts this one.")
    assert len(list(told(Outcome(AT, trust=WAITS), EN, strangers=False))) == 1
    assert clock(AT) == "09:41"
