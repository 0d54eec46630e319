"""The sample register tells the story of the drawings, and is sound."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions import imports, sample
from pmdesk.actions.attention import attention
from pmdesk.actions.pages import days_to_report, reported_days
from pmdesk.actions.registers import open_sample
from pmdesk.actions.today import today
from pmdesk.actions.years import annual_updates_due, current_year, progress_updates_due
from pmdesk.domain.annual_update import meeting_problem, pages
from pmdesk.domain.attendance import attendance, differs
from pmdesk.domain.check import is_marked
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.outside_body import is_current
from pmdesk.domain.words import Words, resources
from pmdesk.figures.grouped import grouped
from pmdesk.figures.line_states import state_of_line
from pmdesk.figures.timeline import TimelineRow, timeline
from pmdesk.register.faults import Unavailable
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

TOWN_CENTRE = "Wendle Valley Town Centre Board"
TEXTS = sorted(path for path in (resources() / "sample").iterdir() if path.suffix in (".csv", ".txt"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """One sample for every test that only reads it; its key lies beside it, not in anyone's own folder."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PMDESK_HOME", str(folder / "home"))
        register = open_sample(folder / "sample.pmdesk")
    yield register
    register.close()


def year(register: Register, name: str) -> Row:
    return next(row for row in register.all("municipal_year") if row["name"] == name)


def milestones(register: Register, **equals: object) -> dict[str, TimelineRow]:
    found, redates = register.all("milestone", **equals), register.all("forecast")
    return {row.title: row for row in timeline(found, redates, today(register), Words()).rows}


def test_the_sample_is_sound_and_quick_to_build(tmp_path: Path) -> None:
    began = time.process_time()
    register = open_sample(tmp_path / "sample.pmdesk")
    took = time.process_time() - began
    assert register.check() == []
    register.close()
    assert took < 2


def test_it_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.pmdesk"
    path.write_text("mine")
    with pytest.raises(Unavailable):
        open_sample(path)
    assert path.read_text() == "mine"


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "SAVES", (*sample.SAVES, ("Entered nothing", (("missing.csv", "person"),))))
    with pytest.raises(Unavailable):
        open_sample(tmp_path / "sample.pmdesk")
    assert [path.name for path in tmp_path.glob("*.pmdesk*")] == []


def test_it_opens_on_the_day_of_the_story(built: Register) -> None:
    now = current_year(built, today(built))
    assert today(built) == "2026-04-27"
    assert now and (now["name"], now["annual_council"], now["returns_due"]) == (
        "2025-26",
        "2025-05-21",
        "2026-04-17",
    )
    assert year(built, "2024-25")["annual_council"] == "2024-05-22"
    assert year(built, "2026-27")["annual_council"] == "2026-05-20"
    assert built.settings()["days_to_report"] == 17
    assert built.settings()["council_name"] == "Aldermoor District Council"
    assert built.title(built.me()) == "Helen Marsh"


def test_it_was_written_in_a_handful_of_saves(built: Register) -> None:
    assert 5 <= len({line.entry for line in built.history(limit=100_000)}) <= 24


def test_31_of_46_annual_updates_are_in_and_15_overdue(built: Register) -> None:
    due = annual_updates_due(built, year(built, "2025-26"), today(built))
    assert Counter(each.state for each in due) == {"in": 31, "overdue": 15}


def test_every_annual_update_of_last_year_was_published(built: Register) -> None:
    due = annual_updates_due(built, year(built, "2024-25"), today(built))
    assert {each.update and each.update["status"] for each in due} == {"published"}
    by_this_day = [each for each in due if each.update and str(each.update["submitted_on"]) <= "2025-04-27"]
    assert (len(due), len(by_this_day)) == (42, 38)


def test_11_of_14_partnerships_reported_and_3_are_overdue(built: Register) -> None:
    dues = progress_updates_due(built, today(built))
    due = [each for each in dues if not each.of["parent"]]
    late = {str(each.of["name"]): each.update and each.update["status"] for each in due if each.state != "in"}
    assert len(due) == 14
    assert late == {
        "Community Safety Partnership": None,
        TOWN_CENTRE: "submitted",
        "Active Aldermoor": "returned",
    }
    assert {(each.due_on, each.by["period"]) for each in due} == {("2026-04-17", "2025-26 Q4")}


def test_four_sub_groups_report_to_their_umbrellas_and_two_have_fallen_silent(built: Register) -> None:
    groups = [row for row in built.all("partnership") if row["kind"] == "sub_group"]
    reported, allowed = reported_days(built, groups), days_to_report(built)
    states = {
        str(row["name"]): state_of_line(row, reported.get(str(row["id"])), today(built), allowed)
        for row in groups
    }
    assert {name: (state.state, state.beyond) for name, state in states.items()} == {
        "Youth Sub-group": ("broken", 74),
        "Moorland Health Forum": ("broken", 50),
        "Domestic Abuse Sub-group": ("kept", 0),
        "Walking and Cycling Group": ("kept", 0),
    }


def test_the_year_before_that_quarter_was_signed_off(built: Register) -> None:
    umbrellas = {row["id"] for row in built.all("partnership") if not row["parent"]}
    for period in ("2025-26 Q1", "2025-26 Q2", "2025-26 Q3"):
        rows = built.all("progress_update", period=period)
        updates = [row for row in rows if row["partnership"] in umbrellas]
        assert {row["signed_off_by_name"] for row in updates} == {"Priya Nair"}
        assert (len(updates), {row["status"] for row in updates}) == (14, {"signed_off"})


def test_the_slips_of_the_town_centre_board(built: Register) -> None:
    board = built.find("partnership", TOWN_CENTRE)[0]["id"]
    rows = milestones(built, partnership=board)
    assert {title: (row.slip_days, row.times_redated, row.state) for title, row in rows.items()} == {
        "Masterplan adopted": (14, 1, "done"),
        "Funding agreement signed": (0, 0, "done"),
        "Market hall survey complete": (7, 0, "done"),
        "Bus station design agreed": (73, 3, "past"),
        "Shopfront grants, first round": (0, 0, "on_date"),
        "Riverside path land agreed": (85, 2, "slipping"),
        "Planning application in": (91, 2, "slipping"),
        "High Street works start": (90, 2, "slipping"),
    }


def test_33_of_38_milestones_are_done_or_on_their_date(built: Register) -> None:
    states = Counter(row.state for row in milestones(built).values())
    assert (states["slipping"] + states["past"], states["done"] + states["on_date"]) == (5, 33)
    redates = built.all("forecast")
    assert all(row["reason"] and row["cause"] for row in redates)


def test_34_bodies_are_current_and_the_network_is_not_due(built: Register) -> None:
    current = [row["name"] for row in built.all("outside_body") if is_current(row)]
    due = {each.of["name"] for each in annual_updates_due(built, year(built, "2025-26"), today(built))}
    assert len(current) == 34
    assert set(current) - due == {"District Councils’ Network", "Great Fenwick Village Hall"}


def test_citizens_advice_is_as_drawn(built: Register) -> None:
    body = built.find("outside_body", "Aldermoor Citizens Advice")[0]
    seats = built.all("appointment", outside_body=body["id"])
    assert (body["support"], body["seats"], body["substitutes"]) == (11840000, 2, 1)
    assert {(row["person_name"] or None, row["capacity"], row["starts"], row["ends"]) for row in seats} == {
        ("Margaret Holloway", "trustee", "2024-05-21", "2027-05"),
        ("Daniel Okafor", "observer", "2023-05-23", "2026-05-20"),
        (None, "substitute", "2026-02-09", None),
    }
    this_year = {
        each.by["person_name"]: each.update
        for each in annual_updates_due(built, year(built, "2025-26"), today(built))
        if each.of["id"] == body["id"]
    }
    holloway, okafor = this_year["Margaret Holloway"], this_year["Daniel Okafor"]
    assert holloway and (holloway["meetings_attended"], holloway["meetings_held"]) == (7, 8)
    first, second = str(holloway["actions"]).splitlines()
    assert first == "Decide by June whether to offer a room at Great Fenwick Library."
    assert second == "Appoint a substitute; the seat has been empty since 9 February 2026."
    assert okafor and (okafor["status"], okafor["meetings_held"], pages(okafor)) == ("draft", 8, 1.3)


def test_the_desk_shows_the_story(built: Register) -> None:
    figures = attention(built, today(built), Words())
    assert figures.returns and figures.returns.title == "Returns are 7 behind this day last year"
    counts = {group.key: len(group.items) for group in figures.groups}
    assert (counts["terms"], counts["asked"]) == (6, 5)


def test_report_backs_agree_with_one_annual_update_and_not_with_another(built: Register) -> None:
    reports = grouped(built.all("report_back"), "appointment")
    updates = built.all("annual_update", municipal_year=year(built, "2025-26")["id"])
    seats = {row["id"]: (row["outside_body_name"], row["person_name"]) for row in built.all("appointment")}
    differ = {
        seats[row["appointment"]]: differs(row, attendance(reports.get(row["appointment"], ())))
        for row in updates
    }
    assert not differ["Aldermoor Citizens Advice", "Margaret Holloway"]
    assert differ["Whitmoor Common Conservators", "David Garside"]


def test_every_value_could_be_read(built: Register) -> None:
    marked = [
        (kind, field.name, row[field.name])
        for kind, entity in ENTITIES.items()
        for row in built.all(kind)
        for field in entity.fields
        if is_marked(field, row[field.name])
    ]
    assert marked == []


def test_no_answer_is_given_twice(built: Register) -> None:
    answers = [row[name] for row in built.all("annual_update") for name in ("main_business", "contributed")]
    reported = ("done", "difference", "next_steps")
    answers += [row[name] for row in built.all("progress_update") for name in reported]
    assert [text for text, times in Counter(answers).items() if text and times > 1] == []
    assert [
        row
        for row in built.all("annual_update")
        if meeting_problem(row["meetings_held"], row["meetings_attended"])
    ] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_the_texts_are_set_as_people_read_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search("[\N{EM DASH}']", text)


def test_the_practice_spreadsheet_is_messy_but_readable(built: Register) -> None:
    looked = imports.look(resources() / "sample" / "outside_bodies_2025.csv", built, today=today(built))
    assert looked.plan.states() == {"ready": 5, "doubtful": 3, "total": 1}
    assert None not in looked.mapping.values()
    assert looked.plan.outcomes()["same"] == 1
