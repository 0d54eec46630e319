"""The list of measures and one measure's page, from a real register: what is kept and what is told agree."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import measures as verbs
from pmdesk.actions import records
from pmdesk.actions.measures import (
    FILTERS,
    SHOWS,
    SWITCHES,
    MeasuresList,
    effort_split,
    filter_choices,
    is_register_empty,
    next_target,
    page_of,
    say_choice,
    then_and_now,
)
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.words import words_in
from pmdesk.figures.measure_rows import Effort
from pmdesk.register import measures as kept_lists
from pmdesk.register.store import memory
from tests.actions.measure_council import TODAY, Measures, council

WORDS = words_in("en")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Measures]:
    found = council(tmp_path)
    yield found
    found.register.close()


def titles(made: Measures, **asked: object) -> list[str]:
    found = MeasuresList(made.register, TODAY, WORDS, **asked)  # type: ignore[arg-type]
    return [row.title.split()[0] for row in found.rows(0, found.count())]


def test_the_list_by_code_and_turned(made: Measures) -> None:
    assert titles(made) == ["CH8", "EN02", "HS01", "SC03", "Meetings"]
    assert titles(made, order="rating") == ["CH8", "SC03", "EN02", "HS01", "Meetings"]
    assert titles(made, order="effort", down=True)[:2] == ["EN02", "CH8"]
    assert titles(made, order="target", down=True)[0] == "EN02"


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("order", ["code", "title", "rating", "due", "target"])
def test_a_very_long_list_is_read_as_far_as_it_is_shown(
    made: Measures, order: str, down: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_lists, "_VERY_LONG", 0)
    monkeypatch.setattr(verbs, "BEGINNING", 2)
    found = MeasuresList(made.register, TODAY, WORDS, "", None, order, down)
    began = order in kept_lists._FIRST
    assert found.count() == 5 and (len(found._first) == 2) == began
    first = [row.id for row in found.rows(0, 2)]
    assert ("_numbers" not in vars(found)) == began, "no more was read than was asked for"
    whole = [row.id for row in found.rows(0, 5)]
    assert whole[:2] == first and len(set(whole)) == 5
    assert [found.position(id) for id in whole] == list(range(5))
    assert [found.id_at(at) for at in range(5)] == whole


def test_narrowed_and_typed(made: Measures) -> None:
    assert titles(made, typed="wendle") == ["EN02", "HS01"]
    assert titles(made, narrowed={"rating": "red"}) == ["CH8", "SC03"]
    assert titles(made, narrowed={"rating": "red", "noteless": True, "kind": "activity"}) == ["CH8"]
    assert titles(made, narrowed={"overdue": TODAY}) == ["CH8"]
    assert titles(made, narrowed={"objective": made.ids["less"]}) == ["SC03"]
    assert titles(made, narrowed={"central": True}) == titles(made, narrowed={"ready": True}) == ["EN02"]


def test_a_place_in_the_list_and_what_stands_there(made: Measures) -> None:
    found = MeasuresList(made.register, TODAY, WORDS, narrowed={"rating": "red"})
    assert [found.position(made.ids[each]) for each in ("CH8", "SC03", "EN02")] == [0, 1, None]
    assert found.position("nobody") is None
    assert [found.id_at(at) for at in (-1, 0, 1, 2)] == ["", made.ids["CH8"], made.ids["SC03"], ""]


def test_a_page_of_rows_costs_the_same_questions_however_many_it_has(made: Measures) -> None:
    with made.register.change("Brought in a file") as change:
        for n in range(200):
            change.add("measure", {"title": f"Measure {n:03}"})
    found, asked = MeasuresList(made.register, TODAY, WORDS), list[str]()
    made.register.db.set_trace_callback(asked.append)
    found.rows(0, 2)
    few = len(asked)
    asked.clear()
    assert len(found.rows(0, 128)) == 128
    made.register.db.set_trace_callback(None)
    assert len(asked) == few


@pytest.mark.parametrize("code", ["EN02", "CH8", "HS01", "XX01", "SC03"])
def test_list_and_page_say_the_same(made: Measures, code: str) -> None:
    found = MeasuresList(made.register, TODAY, WORDS)
    [row] = [each for each in found.rows(0, found.count()) if each.id == made.ids[code]]
    _, page = page_of(made.register, made.ids[code], TODAY, WORDS)
    latest, target, direction, _ = page.facts
    assert (row.title, row.pill) == (page.title, page.pill)
    assert row.latest in ("", latest.value)
    assert row.target in ("", "a band", target.value)
    assert row.way in ("", direction.value)
    newest = page.sections[0].rows[0].cells if page.sections[0].rows else ()
    assert row.period == (newest[0].text if newest else "")


def test_the_page_of_the_drawing(made: Measures) -> None:
    told, page = page_of(made.register, made.ids["EN02"], TODAY, WORDS)
    assert told.title == page.title == "EN02 Household waste recycled"
    assert [(each.value, each.note) for each in page.facts] == [
        ("46.9%", "1.1 points short of its path, 48.0"),
        ("50.0%", "tolerance 5%, floor 43.0%"),
        ("Better", "up 1.0 since Q3, change interval 0.3"),
        ("48.2%", "needs 0.78 a quarter, best ever 0.68"),
    ]
    assert page.answered == 4
    assert [(each.label, each.text, each.note) for each in page.places] == [
        ("Partnership", "Wendle Waste Partnership", ""),
        ("Objective", "3 A greener district", "Corporate plan"),
        ("Contributes to", "Less waste", "Wendleshire Climate Plan"),
        ("Measured centrally by", "Defra, household recycling rate", ""),
        ("Effort", "40 hours a year", ""),
    ]


def test_a_further_objective_can_be_taken_off(made: Measures) -> None:
    link = made.add("link", "serves", measure=made.ids["EN02"], objective=made.ids["less"])
    _, page = page_of(made.register, made.ids["EN02"], TODAY, WORDS)
    [removal] = [each.removal for each in page.places if each.removal]
    assert removal.page == "delete"
    records.delete(made.register, "serves", link)
    _, page = page_of(made.register, made.ids["EN02"], TODAY, WORDS)
    assert not [each.removal for each in page.places if each.removal]


def test_a_measure_that_is_gone_is_refused(made: Measures) -> None:
    with pytest.raises(Refused):
        page_of(made.register, "nobody", TODAY, WORDS)


def test_a_filter_offers_what_exists_with_its_count(made: Measures) -> None:
    def offered(name: str) -> list[tuple[str, int]]:
        return [(each.word, each.measures) for each in filter_choices(made.register, name, TODAY, WORDS)]

    assert offered("rating") == [("Close", 1), ("Missed", 2), ("Suppressed", 1), ("No reading yet", 1)]
    assert offered("owner") == [("Tom Brandreth", 1)]
    assert offered("objective") == [("A greener district", 1), ("Less waste", 1)]
    assert offered("kind") == [("Activity", 1), ("Input", 1), ("Outcome", 1)]
    assert offered("ready") == [("Not ready", 4), ("Ready", 1)]
    assert offered("central") == [("Nobody outside judges it", 4), ("Measured centrally", 1)]


def test_every_choice_gives_the_list_it_promises(made: Measures) -> None:
    for name in FILTERS:
        if name in SWITCHES:
            assert say_choice(made.register, name, True, TODAY, WORDS) == ""
            continue
        for each in filter_choices(made.register, name, TODAY, WORDS):
            assert len(titles(made, narrowed={name: each.value})) == each.measures


def test_ratings_are_offered_in_the_councils_words(made: Measures) -> None:
    made.add(
        "rule", "rating_rule", name="As Lancaster", method="tolerance", starts="1/4/2026", red_word="Failing"
    )
    assert say_choice(made.register, "rating", "red", TODAY, WORDS) == "Failing"
    assert say_choice(made.register, "rating", "red", "2026-03-31", WORDS) == "Missed"


def test_effort_on_each_side(made: Measures) -> None:
    assert effort_split(made.register) == (Effort(1, 1, 40), Effort(4, 1, 12))


def test_a_register_without_any() -> None:
    with memory() as register:
        assert is_register_empty(register)
        assert effort_split(register) == (Effort(0, 0, 0), Effort(0, 0, 0))
        assert filter_choices(register, "rating", TODAY, WORDS) == []


def test_the_kinds_shown_are_kinds_of_ours() -> None:
    assert set(SHOWS) <= set(ENTITIES)


def test_how_the_measures_stand_and_stood_a_year_ago(made: Measures) -> None:
    assert then_and_now(made.register, TODAY, WORDS) == (
        "1 close, 2 missed, 1 suppressed, 1 no reading yet. A year ago: 1 close, 1 missed."
    )
    assert then_and_now(made.register, "2009-01-01", WORDS).endswith("1 no reading yet.")
    with memory() as empty:
        assert then_and_now(empty, TODAY, WORDS) == ""


def test_the_target_after_one_is_of_the_next_period_that_has_none(made: Measures) -> None:
    given = {"measure": made.ids["HS01"], "agreed_by": "Cabinet", "agreed_on": "2027-03-12"}
    first, _third = (made.add(name, "target", **given, period=name, value="5") for name in ("2030", "2032"))
    assert next_target(made.register, first) == {**given, "period": "2031"}
    made.add("between", "target", measure=made.ids["HS01"], period="2031", value="5")
    assert next_target(made.register, made.ids["between"]) == {"measure": given["measure"], "period": "2033"}
