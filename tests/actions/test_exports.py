"""Lists written out and brought in again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmdesk.actions.exports import export
from pmdesk.actions.imports import bring_in, look, outcome
from pmdesk.domain.words import N_, Words
from pmdesk.exchange.sheets import read_sheet
from pmdesk.register.change import Change
from pmdesk.register.faults import Unavailable
from pmdesk.register.store import Register, memory
from tests.exchange.made_files import BODIES, PARTNERSHIPS

SAY = Words()


@pytest.fixture(scope="module")
def register() -> Iterator[Register]:
    with memory() as opened:
        for path in (BODIES, PARTNERSHIPS):
            bring_in(opened, look(path, opened), SAY)
        with opened.change(N_("Saved")) as change:
            seat = next(each for each in opened.all("appointment") if each["person"])
            partnership = opened.all("partnership")[0]
            year = change.add("municipal_year", {"name": "2025-26", "annual_council": "2025-05-21"})
            change.add(
                "annual_update",
                {
                    "appointment": seat["id"],
                    "municipal_year": year,
                    "internal": "secret",
                    "meetings_held": 4,
                    "withheld": True,
                    "status": "draft",
                },
            )
            change.add(
                "progress_update", {"partnership": partnership["id"], "period": "2025-26 Q4", "done": "a\nb"}
            )
            first = change.add(
                "milestone", {"title": "-Open", "partnership": partnership["id"], "first_due": "2026-05-03"}
            )
            change.add("forecast", {"milestone": first, "date": "2026-06-01", "cause": "funding"})
            change.add(
                "partner",
                {"partnership": partnership["id"], "organisation": partnership["lead_organisation"]},
            )
            figures(change)
        yield opened


def figures(change: Change) -> None:
    """Two plans, and a measure with everything that hangs on one; its numbers are exact."""
    plans = [
        change.add("plan", {"name": name, "kind": "corporate_plan"}) for name in ("Corporate", "Climate")
    ]
    green, waste = (
        change.add("objective", {"name": name, "plan": plan, "code": "3"})
        for name, plan in zip(("Greener", "Less waste"), plans, strict=True)
    )
    change.add("alignment", {"objective": green, "serves": waste})
    measure = change.add(
        "measure",
        {"title": "Waste", "code": "007", "objective": green, "baseline": "-41.875", "tolerance": "0.125"},
    )
    change.add("serves", {"measure": measure, "objective": waste})
    change.add("target", {"measure": measure, "period": "2026-27 Q4", "value": "56.9", "agreed_by": "All"})
    change.add("reading", {"measure": measure, "period": "2025-26 Q4", "value": "-0.333333333333"})
    change.add("comparator", {"measure": measure, "area": "Fife", "figures": "2024-25\t1\n2025-26\t2.125"})
    change.add("rating_rule", {"name": "Ours", "method": "beyond", "starts": "2026-04-01"})
    hidden = change.add("measure", {"title": "Children in refuges", "visibility": "internal"})
    change.add("reading", {"measure": hidden, "period": "2025-26 Q4", "value": "3"})


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    "entity",
    [
        "organisation",
        "person",
        "partnership",
        "partner",
        "outside_body",
        "appointment",
        "municipal_year",
        "annual_update",
        "progress_update",
        "milestone",
        "forecast",
        "plan",
        "objective",
        "alignment",
        "measure",
        "serves",
        "target",
        "reading",
        "comparator",
        "rating_rule",
    ],
)
def test_what_goes_out_comes_in_as_the_same(
    entity: str, ending: str, register: Register, tmp_path: Path
) -> None:
    count = export(register, entity, tmp_path / f"list{ending}", SAY, public=False)
    assert count == register.count(entity) > 0
    looked = look(tmp_path / f"list{ending}", register, entity)
    assert [each.heading for each in looked.columns if each.target is None] == []
    assert outcome(looked)[:5] == (count, 0, 0, count, 0)


@pytest.mark.parametrize("entity", ["outside_body", "appointment", "partnership"])
def test_a_list_brought_into_an_empty_register(entity: str, register: Register, tmp_path: Path) -> None:
    count = export(register, entity, tmp_path / "list.xlsx", SAY, public=False)
    with memory() as empty:
        bring_in(empty, look(tmp_path / "list.xlsx", empty, entity), SAY)
        assert empty.count(entity) == count
        export(empty, entity, tmp_path / "again.xlsx", SAY, public=False)
    first, again = (read_sheet(tmp_path / name) for name in ("list.xlsx", "again.xlsx"))
    assert sorted(list(row.cells) for row in first.rows) == sorted(list(row.cells) for row in again.rows)


def test_a_public_list_has_nothing_private(register: Register, tmp_path: Path) -> None:
    export(register, "annual_update", tmp_path / "a.csv", SAY)
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "secret" not in text
    assert "For the council only" not in text
    export(register, "outside_body", tmp_path / "b.csv", SAY)
    assert "Note" not in read_sheet(tmp_path / "b.csv").headings


def test_values_as_a_person_writes_them(register: Register, tmp_path: Path) -> None:
    export(register, "partnership", tmp_path / "a.xlsx", SAY)
    sheet = read_sheet(tmp_path / "a.xlsx")
    cells = next(
        dict(zip(sheet.headings, row.cells, strict=True))
        for row in sheet.rows
        if "Air Quality" in row.cells[0]
    )
    assert (cells["Council funding, cash"], cells["Lead organisation"]) == ("5605", "Gravesham")
    umbrella = next(
        dict(zip(sheet.headings, row.cells, strict=True)) for row in sheet.rows if "(LSP)" in row.cells[0]
    )
    assert (umbrella["Kind"], umbrella["Started"]) == ("Umbrella partnership", "2000")


def test_a_place_that_cannot_be_written(register: Register, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="There is no folder"):
        export(register, "person", tmp_path / "gone" / "a.csv", SAY)


def test_a_public_list_has_no_internal_measure_and_nothing_that_hangs_on_one(
    register: Register, tmp_path: Path
) -> None:
    for entity in ("measure", "reading"):
        assert export(register, entity, tmp_path / f"{entity}.csv", SAY) == 1
        assert "refuges" not in (tmp_path / f"{entity}.csv").read_text(encoding="utf-8-sig")
        assert export(register, entity, tmp_path / f"{entity}-all.csv", SAY, public=False) == 2


def test_numbers_go_out_whole(register: Register, tmp_path: Path) -> None:
    export(register, "reading", tmp_path / "out.csv", SAY)
    assert ",-0.333333333333," in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
