"""Challenges read with their replies and the umbrella above them, many at a time."""

import pytest

from pmdesk.actions import records
from pmdesk.actions.attention import attention
from pmdesk.actions.challenges import (
    challenged,
    challenges_about,
    challenges_of_partnership,
    new_challenge,
    of_measure,
    of_milestone,
)
from pmdesk.actions.lists import RecordsList
from pmdesk.actions.pages import record_page
from pmdesk.actions.show import show
from pmdesk.domain.words import Words
from pmdesk.register.store import Register
from tests.actions.saving import save

TODAY = "2026-04-27"


@pytest.fixture
def ids(register: Register) -> dict[str, str]:
    register.set_local("today", TODAY)
    made = {name: save(register, "organisation", name=name) for name in ("Council", "Police", "Probation")}
    made["umbrella"] = save(register, "partnership", name="Safety", kind="umbrella")
    made["group"] = save(register, "partnership", name="Youth", parent=made["umbrella"])
    made["measure"] = save(register, "measure", title="Burglary", partnership=made["group"])
    return made


def ask(register: Register, ids: dict[str, str], question: str, **typed: object) -> str:
    known = {"from_organisation": ids["Council"], "to_organisation": ids["Police"], "asked_on": "9/3/2026"}
    return save(register, "challenge", question=question, **{**known, **typed})


def test_what_a_measure_is_asked_about_climbs_to_the_umbrella_of_its_partnership(
    register: Register, ids: dict[str, str]
) -> None:
    ask(register, ids, "Why?", measure=ids["measure"])
    [told] = challenges_about(register, TODAY, measure=ids["measure"])
    assert (told.state, told.due) == ("climbed", "2026-04-06")
    assert (told.partnership["name"], told.umbrella["name"]) == ("Youth", "Safety")
    with register.change("Saved settings") as change:
        change.set("settings", register.id, {"days_to_answer": 60})
    assert challenges_about(register, TODAY)[0].state == "waiting"


def test_a_partnership_shows_what_is_asked_about_it_and_its_own(
    register: Register, ids: dict[str, str]
) -> None:
    ask(register, ids, "Of its measure?", measure=ids["measure"])
    ask(register, ids, "Of itself?", partnership=ids["group"])
    ask(register, ids, "Of another?", partnership=ids["umbrella"])
    found = challenges_of_partnership(register, ids["group"], TODAY)
    assert [each.row["question"] for each in found] == ["Of itself?", "Of its measure?"]


def test_replies_stand_in_the_order_they_were_said(register: Register, ids: dict[str, str]) -> None:
    challenge = ask(register, ids, "Why?", partnership=ids["group"])
    for day, text in (("20/4/2026", "Later."), ("30/3/2026", "First.")):
        save(register, "challenge_reply", challenge=challenge, said_on=day, text=text)
    [told] = challenged(register, register.all("challenge"), TODAY)
    assert [each["text"] for each in told.replies] == ["First.", "Later."]
    assert told.state == "answered"
    page = record_page(register, "challenge", challenge, TODAY, Words())
    assert page and page.pill == ("met", "Answered")


def test_the_list_opens_with_what_is_open(register: Register, ids: dict[str, str]) -> None:
    def listed(shown: str, order: str = "") -> list[str]:
        found = RecordsList(register, "challenge", TODAY, Words(), shown=shown, order=order)
        return [row.title for row in found.rows(0, 10)]

    answered = ask(register, ids, "Answered?", partnership=ids["group"])
    save(register, "challenge_reply", challenge=answered, said_on="1/4/2026", text="Yes.")
    ask(register, ids, "Agreed?", partnership=ids["group"], agreed_action="A rota")
    ask(register, ids, "Closed?", partnership=ids["group"], closed_on="1/4/2026")
    ask(register, ids, "Waiting?", partnership=ids["group"])
    assert listed("open") == ["Agreed?", "Answered?", "Waiting?"]
    assert listed("unanswered") == ["Waiting?"]
    assert listed("closed") == ["Closed?"]
    assert listed("all", order="state") == ["Waiting?", "Answered?", "Agreed?", "Closed?"]


def test_a_new_one_is_asked_by_the_council(register: Register, ids: dict[str, str]) -> None:
    with register.change("Saved settings") as change:
        change.set("settings", register.id, {"council": ids["Council"]})
    known = new_challenge(register, TODAY, Words(), ids["Police"], measure=ids["measure"])
    challenge = records.save(register, "challenge", {**known, "question": "Why?"})[0]
    row = register.get("challenge", challenge)
    assert row and (row["from_organisation_name"], row["asked_on"]) == ("Council", TODAY)


def test_pages_show_what_they_are_asked(register: Register, ids: dict[str, str]) -> None:
    def counts(kind: str, called: str) -> dict[str, str]:
        page = record_page(register, kind, ids[called], TODAY, Words())
        assert page
        titles = ("Challenges", "Asked of it", "Asked by it")
        return {each.title: each.count for each in page.sections if each.title in titles}

    records.save(register, "measure", {"owner_organisation": ids["Police"]}, ids["measure"])
    ask(register, ids, "Why?", measure=ids["measure"])
    assert counts("partnership", "group") == {"Challenges": "1, 1 without an answer"}
    assert counts("partnership", "umbrella") == {"Challenges": ""}
    assert counts("organisation", "Police") == {"Asked of it": "1, 1 without an answer"}
    assert counts("organisation", "Council") == {"Asked of it": "", "Asked by it": "1, 1 without an answer"}
    measure = register.get("measure", ids["measure"])
    assert measure
    own = of_measure(register, measure, TODAY, Words())
    assert [each.row["question"] for each in own.found] == ["Why?"]
    known = {"measure": ids["measure"], "partnership": ids["group"], "to_organisation": ids["Police"]}
    assert own.known == {**known, "asked_on": "27 April 2026"}
    milestone = save(register, "milestone", title="Done", partnership=ids["group"])
    ask(register, ids, "When?", milestone=milestone)
    row = register.get("milestone", milestone)
    assert row
    assert [each.row["question"] for each in of_milestone(register, row, TODAY, Words()).found] == ["When?"]


def test_the_desk_counts_what_nobody_answered(register: Register, ids: dict[str, str]) -> None:
    ask(register, ids, "Climbed?", measure=ids["measure"])
    late = {"agreed_action": "A rota", "action_by": "1/4/2026"}
    ask(register, ids, "Agreed?", partnership=ids["group"], **late)
    ask(register, ids, "Closed?", partnership=ids["group"], closed_on="1/4/2026")
    groups = {group.key: group for group in attention(register, TODAY, Words()).groups}
    assert [item.title for item in groups["challenges"].items] == ["Climbed?"]
    assert [item.title for item in groups["agreed"].items] == ["A rota"]


def test_other_programs_are_told_where_it_stands(register: Register, ids: dict[str, str]) -> None:
    challenge = ask(register, ids, "Why?", measure=ids["measure"])
    made = show(register, "challenge", challenge, TODAY, Words())
    assert (made["state"], made["answer_due"], made["climbs_to"]) == ("climbed", "2026-04-06", "Safety")
    assert (made["climbs_to_id"], made["views_differ"], made["replies"]) == (ids["umbrella"], False, [])
    save(register, "challenge_reply", challenge=challenge, said_on="1/4/2026", text="Leave.", view="shared")
    made = show(register, "challenge", challenge, TODAY, Words())
    assert made["state"] == "answered"
    assert [each["text"] for each in made["replies"]] == ["Leave."]  # type: ignore[attr-defined]
