"""The lean questions by which good practice meets measures give what whole rows would."""

from pmdesk.actions.records import save
from pmdesk.register.practices import causes_given, kinds_of, slipped_for, tellings
from pmdesk.register.store import memory


def test_each_practice_with_the_kind_of_the_measure_that_turned() -> None:
    with memory() as register:
        turned = save(register, "measure", {"title": "Waste recycled", "unit": "%"})[0]
        gone = save(register, "measure", {"title": "Gone", "unit": "%"})[0]
        told = save(
            register, "practice", {"title": "A", "measure": turned, "cause": "funding", "tags": "bins"}
        )[0]
        save(register, "practice", {"title": "B", "measure": gone})
        with register.change("Deleted") as change:
            change.delete("measure", gone)
        first, other = tellings(register)
        assert (first.id, first.practice) == (told, {"cause": "funding", "tags": "bins"})
        assert (first.turned["title"], first.turned["unit"], other.turned) == ("Waste recycled", "%", {})


def test_kinds_in_the_order_asked_and_the_causes_of_their_readings() -> None:
    with memory() as register:
        ids = [save(register, "measure", {"title": f"M{n}"})[0] for n in range(3)]
        reading = {"measure": ids[1], "period": "2025-26", "value": "1", "cause": "funding"}
        save(register, "reading", reading)
        numbers = [int(str(register.all("measure", id=each)[0]["n"])) for each in (ids[2], ids[1])]
        assert [each["title"] for each in kinds_of(register, [*numbers, 999])] == ["M2", "M1"]
        assert causes_given(register, ids) == {ids[1]: {"funding"}}


def test_milestones_that_slipped_for_a_cause_the_longest_first() -> None:
    with memory() as register:
        for title, day, cause in (
            ("A", "2026-06-01", "funding"),
            ("B", "2026-09-01", "funding"),
            ("C", "2026-07-01", "staff"),
        ):
            stone = save(register, "milestone", {"title": title, "first_due": "2026-05-01"})[0]
            typed = {
                "milestone": stone,
                "date": day,
                "reason": "Late",
                "cause": cause,
                "made_on": "2026-04-01",
            }
            with register.change("Re-dated") as change:
                change.add("forecast", typed)
        found = slipped_for(register, "funding", "2026-04-27", 9)
        assert [(register.get("milestone", each) or {})["title"] for each in found] == ["B", "A"]
        assert len(slipped_for(register, "funding", "2026-04-27", 1)) == 1
