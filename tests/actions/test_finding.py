"""Finding by what is typed, what records are called and where they are shown."""

from pmdesk.actions.finding import found, named_like, objectives_elsewhere, place_of, title_of
from pmdesk.register.store import Register
from tests.actions.saving import save


def test_finding_by_the_beginnings_of_names(register: Register, body: str) -> None:
    save(register, "outside_body", name="Tŷ Glân Trust")
    assert named_like(register, "outside_body", "ty gl")[0][1] == "Tŷ Glân Trust"
    assert [name for _, name in named_like(register, "outside_body", "")] == ["Dock Trust", "Tŷ Glân Trust"]
    assert [one.title for one in found(register, "dock")] == ["Dock Trust"]


def test_where_records_are_shown_and_what_they_are_called(register: Register, body: str) -> None:
    person = save(register, "person", name="A Shaw", kind="member")
    seat = save(register, "appointment", outside_body=body, person=person)
    top = save(register, "partnership", name="Safety")
    stone = save(register, "milestone", title="Cameras", partnership=top)
    forecast = save(register, "forecast", milestone=stone, date="12/6/2026")
    assert place_of(register, "appointment", seat) == ("bodies", body)
    assert place_of(register, "forecast", forecast) == ("milestones", stone)
    assert place_of(register, "municipal_year", "x") == ("settings", None)
    assert title_of(register, "appointment", seat) == "Dock Trust, A Shaw"
    assert title_of(register, "appointment", "x") == ""


def test_measures_are_chosen_by_code_and_objectives_by_their_plan(register: Register) -> None:
    plan = save(register, "plan", name="Corporate Plan")
    greener = save(register, "objective", name="A greener district", code="3", plan=plan)
    waste = save(register, "measure", title="Household waste recycled", code="EN02", objective=greener)
    assert named_like(register, "measure", "en02") == [(waste, "EN02 Household waste recycled")]
    assert named_like(register, "objective", "green") == [(greener, "3 A greener district (Corporate Plan)")]
    reading = save(register, "reading", measure=waste, period="2025-26 Q4", value="46.9")
    assert place_of(register, "reading", reading) == ("measures", waste)
    assert place_of(register, "objective", greener) == ("plans", greener)
    assert title_of(register, "reading", reading) == "Household waste recycled, 2025-26 Q4"


def test_an_objective_is_aligned_to_those_of_other_plans(register: Register) -> None:
    ours, theirs = (save(register, "plan", name=name, kind="service_plan") for name in ("Ours", "Theirs"))
    one, _two = (save(register, "objective", name=name, plan=ours) for name in ("Less waste", "Less litter"))
    other = save(register, "objective", name="Less carbon", plan=theirs)
    assert objectives_elsewhere(register, one, "less") == [(other, "Less carbon (Theirs)")]
    assert {id for id, _name in objectives_elsewhere(register, other, "less")} == {one, _two}
    assert len(objectives_elsewhere(register, "", "less")) == 3, "nobody said which yet"
