"""What only shows when records are seen together is refused with its sentence, and changes nothing."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.finding import place_of, title_of
from pmdesk.domain.check import Refused
from pmdesk.register.store import Register
from tests.actions.saving import save


def refused(register: Register, kind: str, record: str | None = None, **typed: object) -> dict[str, str]:
    before = register.count(kind)
    with pytest.raises(Refused) as caught:
        records.save(register, kind, typed, record)
    assert register.count(kind) == before
    return {name: str(say) for name, say in caught.value.problems.items()}


@pytest.fixture
def measure(register: Register) -> str:
    return save(register, "measure", title="Days lost", code="CH8", frequency="quarter")


def test_a_measure_has_one_reading_and_one_target_a_period(register: Register, measure: str) -> None:
    first = save(register, "reading", measure=measure, period="2025/26 Q1", value="2.4")
    save(register, "target", measure=measure, period="2025-26 Q1", value="2")
    assert (
        "already" in refused(register, "reading", measure=measure, period="Q1 2025-26", value="3")["period"]
    )
    assert "already" in refused(register, "target", measure=measure, period="2025-26 Q1")["period"]
    records.save(register, "reading", {"value": "2.5"}, first)
    records.delete(register, "reading", first)
    save(register, "reading", measure=measure, period="2025-26 Q1", value="2.6")


def test_an_earlier_tolerance_is_one_a_day_and_no_less_than_nothing(register: Register, measure: str) -> None:
    first = save(register, "earlier_tolerance", measure=measure, before="1 April 2026", tolerance="5")
    again = refused(register, "earlier_tolerance", measure=measure, before="2026-04-01", tolerance="-5")
    assert "already" in again["before"] and "less than 0" in again["tolerance"]
    records.save(register, "earlier_tolerance", {"tolerance": "6"}, first)


def test_how_often_a_measure_is_taken_says_what_2009_10_is(register: Register, measure: str) -> None:
    year = save(register, "target", measure=measure, period="2009-10", value="9.5")
    assert (register.get("target", year) or {})["period"] == "2009-10"
    odd = save(register, "measure", title="Nobody said how often")
    assert "month or a year" in refused(register, "target", measure=odd, period="2009-10")["period"]


def test_nothing_is_divided_by_nought(register: Register, measure: str) -> None:
    said = refused(register, "reading", measure=measure, period="2025-26", numerator="3", denominator="0")
    assert "divided" in said["denominator"]


def test_objectives_stand_in_a_tree_of_one_plan(register: Register) -> None:
    plan, other = save(register, "plan", name="Corporate"), save(register, "plan", name="Strategy")
    top = save(register, "objective", name="Greener", plan=plan)
    under = save(register, "objective", name="Waste", plan=plan, parent=top)
    theme = save(register, "objective", name="Living lightly", plan=other)
    assert "itself" in refused(register, "objective", top, parent=under)["parent"]
    assert "another plan" in refused(register, "objective", name="x", plan=plan, parent=theme)["parent"]
    save(register, "alignment", objective=under, serves=theme)
    assert "already" in refused(register, "alignment", objective=under, serves=theme)["serves"]
    assert "already" in refused(register, "alignment", objective=theme, serves=under)["serves"]
    assert "same plan" in refused(register, "alignment", objective=under, serves=top)["serves"]


def test_a_measure_shows_an_objective_once(register: Register) -> None:
    plan = save(register, "plan", name="Corporate")
    one, two = (save(register, "objective", name=name, plan=plan) for name in ("One", "Two"))
    measure = save(register, "measure", title="Waste", objective=one)
    save(register, "serves", measure=measure, objective=two)
    for objective in (one, two):
        assert "already" in refused(register, "serves", measure=measure, objective=objective)["objective"]


def test_a_rule_never_reaches_back_over_what_was_rated(register: Register, measure: str) -> None:
    with register.change("Started") as change:
        change.add("settings", {"rating_rule": "tolerance"}, record=register.id)
    records.save(register, "settings", {"rating_rule": "last_year"}, register.id)
    save(register, "reading", measure=measure, period="2025-26 Q1", value="1")
    said = refused(register, "settings", register.id, rating_rule="tolerance")
    assert "Add a rating rule" in said["rating_rule"]
    assert "which day" in refused(register, "rating_rule", name="New", method="tolerance")["starts"]
    first = save(register, "rating_rule", name="New", method="tolerance", starts="1/4/2026")
    assert (
        "starts on this day"
        in refused(register, "rating_rule", name="Newer", method="beyond", starts="1 April 2026")["starts"]
    )
    records.save(register, "rating_rule", {"name": "Renamed", "method": "beyond"}, first)
    save(register, "reading", measure=measure, period="2026-27 Q1", value="1")
    assert "Add a rating rule" in refused(register, "rating_rule", first, method="tolerance")["method"]
    with pytest.raises(Refused, match="have been rated"):
        records.delete(register, "rating_rule", first)
    records.save(register, "rating_rule", {"red_word": "Failing"}, first)


def test_what_cannot_be_right_is_said_beside_its_field(register: Register, measure: str) -> None:
    assert "less than 0" in refused(register, "measure", title="M", tolerance="-5")["tolerance"]
    assert "has this code" in refused(register, "measure", title="M", code="ch8")["code"]
    records.save(register, "measure", {"code": "CH8", "tolerance": "5"}, measure)
    assert (
        "no value"
        in refused(register, "reading", measure=measure, period="2025-26 Q1", state="suppressed", value="5")[
            "value"
        ]
    )
    assert "what is to be reached" in refused(register, "target", measure=measure, period="2025-26")["value"]
    far = refused(register, "reading", measure=measure, period="2095-96 Q1", value="5")
    assert "not begun" in far["period"]


def test_a_measure_goes_with_what_is_nothing_without_it_and_comes_back_whole(
    register: Register, measure: str
) -> None:
    save(register, "reading", measure=measure, period="2025-26 Q1", value="1")
    save(register, "target", measure=measure, period="2025-26 Q1", value="1")
    records.delete(register, "measure", measure)
    assert register.count("reading") == register.count("target") == register.count("measure") == 0
    register.undo()
    assert register.count("reading") == register.count("target") == register.count("measure") == 1


def test_an_objective_is_not_taken_from_under_its_parts(register: Register) -> None:
    plan = save(register, "plan", name="Corporate")
    top = save(register, "objective", name="Greener", plan=plan)
    save(register, "objective", name="Waste", plan=plan, parent=top)
    save(register, "measure", title="Bins", objective=top)
    with pytest.raises(Refused, match="1 × Objectives, 1 × Measures"):
        records.delete(register, "objective", top)


def test_a_report_back_is_about_one_seat(register: Register) -> None:
    body = save(register, "outside_body", name="Dock Trust")
    seat = save(register, "appointment", outside_body=body)
    assert list(refused(register, "report_back", meeting_on="4/3/26")) == ["appointment"]
    report = save(register, "report_back", appointment=seat, meeting_on="4/3/26")
    assert title_of(register, "report_back", report) == "Dock Trust, 2026-03-04"
    assert place_of(register, "report_back", report) == ("bodies", body)


def test_a_report_back_of_a_partnership_is_shown_there(register: Register) -> None:
    organisation = save(register, "organisation", name="Aldermoor District Council")
    partnership = save(register, "partnership", name="Active Aldermoor")
    seat = save(register, "partner", partnership=partnership, organisation=organisation)
    report = save(register, "report_back", partner=seat, meeting_on="4/3/26")
    assert place_of(register, "report_back", report) == ("partnerships", partnership)
    assert title_of(register, "report_back", report).endswith("2026-03-04")


def test_a_report_back_is_of_a_day_of_the_term_and_there_is_one(register: Register) -> None:
    register.set_local("today", "2026-04-27")
    body = save(register, "outside_body", name="Dock Trust")
    seat = save(register, "appointment", outside_body=body, starts="21/5/2025", ends="20/5/2026")
    told = {"appointment": seat}
    assert "before" in refused(register, "report_back", **told, meeting_on="20/5/25")["meeting_on"]
    assert "still to come" in refused(register, "report_back", **told, meeting_on="28/4/26")["meeting_on"]
    report = save(register, "report_back", **told, meeting_on="4/3/26", action="Mend the roof.")
    assert "already" in refused(register, "report_back", **told, meeting_on="2026-03-04")["meeting_on"]
    other = save(register, "appointment", outside_body=body)
    save(register, "report_back", appointment=other, meeting_on="4/3/26")
    records.save(register, "appointment", {"starts": "1/4/2026"}, seat)
    records.save(register, "report_back", {"decided": "The roof is mended."}, report)
    assert "before" in refused(register, "report_back", report, meeting_on="5/3/26")["meeting_on"]


def test_an_appointment_follows_one_to_the_same_body(register: Register) -> None:
    here, there = (save(register, "outside_body", name=name) for name in ("Dock Trust", "Arts Trust"))
    first = save(register, "appointment", outside_body=here)
    elsewhere = refused(register, "appointment", outside_body=there, follows=first)
    assert elsewhere == {"follows": "That appointment is to another body."}
    assert list(refused(register, "appointment", first, follows=first)) == ["follows"]
    after = save(register, "appointment", outside_body=here, follows=first)
    assert (register.get("appointment", after) or {})["follows"] == first


def test_what_was_asked_stays_under_its_answer(register: Register) -> None:
    police, council = (save(register, "organisation", name=name) for name in ("Police", "Council"))
    board = save(register, "partnership", name="Safety board")
    asked: dict[str, object] = {"from_organisation": council, "to_organisation": police}
    asked |= {"question": "Why did patrols stop?", "partnership": board, "asked_on": "1/3/2026"}
    register.set_local("today", "2026-04-27")
    challenge = save(register, "challenge", **asked)
    records.save(register, "challenge", {"question": "Why did patrols stop in May?"}, challenge)
    for day, wrong in (("28/2/2026", "before"), ("28/4/2026", "to come")):
        told = refused(register, "challenge_reply", challenge=challenge, said_on=day, text="Leave.")
        assert wrong in told["said_on"]
    reply = save(register, "challenge_reply", challenge=challenge, said_on="27/4/2026", text="Leave.")
    assert "stays as it was" in refused(register, "challenge", challenge, question="Why?")["question"]
    records.save(register, "challenge", {"agreed_action": "A rota", "answer_by": "1/5/2026"}, challenge)
    assert "own words" in refused(register, "challenge_reply", reply, text="We were lazy.")[""]
    with pytest.raises(Refused):
        records.delete(register, "challenge", challenge)
