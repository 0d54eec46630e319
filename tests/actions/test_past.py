"""The journal's lines as values and as sentences."""

from pmdesk.actions.past import history_of
from pmdesk.domain.words import N_, words_in
from pmdesk.register.store import memory

EN = words_in("en")


def test_lines_say_what_became_what_and_deletions() -> None:
    with memory() as register:
        with register.change(N_("Saved outside body")) as change:
            body = change.add("outside_body", {"name": "Dock Trust", "support": 10000})
        with register.change(N_("Saved outside body")) as change:
            change.set("outside_body", body, {"support": None, "seats": 2})
        with register.change(N_("Deleted outside body")) as change:
            change.delete("outside_body", body)
        register.undo()
        lines = history_of(register, body, 100, EN)
    told = [line.said.split("  ", 1)[1] for line in lines]
    assert told[:2] == [
        "Undid: Deleted outside body  Dock Trust  brought back",
        "Deleted outside body  Dock Trust  deleted",
    ]
    assert "Saved outside body  Dock Trust  Council support: £100 → (empty)" in told
    assert "Saved outside body  Dock Trust  Seats: 2" in told
    support = [line.plain for line in lines if line.plain["field"] == "support"]
    assert [(each["old"], each["new"]) for each in support] == [(100, None), (None, 100)]


def test_references_are_said_by_name() -> None:
    with memory() as register:
        with register.change("test") as change:
            body = change.add("outside_body", {"name": "Dock Trust"})
            seat = change.add("appointment", {"outside_body": body})
        [line] = history_of(register, seat, 100, EN)
    assert (line.plain["title"], line.plain["new"]) == ("Dock Trust", "Dock Trust")
