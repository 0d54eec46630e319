"""A paper that prints a figure two people wrote differently says so, and names nothing it does not print."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from pypdf import PdfReader

from pmdesk.actions.conflicts import conflicts
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.records import save
from pmdesk.actions.resting import resting
from pmdesk.actions.settling import settle
from pmdesk.domain.words import Words
from tests.actions.test_conflicts import Two, the, two

__all__ = ["two"]
WORDS, TODAY = Words(), "2026-04-27"
SAYS = "nobody has settled yet"


def printed(two: Two, paper: str, of: Sequence[str] = (), year: str | None = None) -> str:
    made = paper_bytes(two.here, paper, of, year, WORDS, TODAY)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


def part(two: Two, kind: str, record: str, field: str, values: tuple[str, str]) -> None:
    for register, value in zip(two, values, strict=True):
        with register.change("Saved record") as change:
            change.set(kind, record, {field: value})


@pytest.fixture
def waste(two: Two) -> str:
    """A reading of household waste written differently on both; the plan it is under."""
    measure = the(two.here, "measure", "EN02")
    reading = two.here.all("reading", measure=measure, period="2025-26 Q4")[0]
    part(two, "reading", str(reading["id"]), "value", ("46.1", "47.2"))
    objective = two.here.get("objective", str((two.here.get("measure", measure) or {})["objective"])) or {}
    two.meet()
    return str(objective["plan"])


def test_figures_say_which_value_is_not_settled(two: Two, waste: str) -> None:
    for paper, of in (("measure", ["EN02"]), ("plan", [waste]), ("alignment", []), ("cabinet", [])):
        said = printed(two, paper, of)
        assert SAYS in said and "Household waste recycled, 2025-26 Q4 (Value)" in said, paper
    other = next(str(row["code"]) for row in two.here.all("measure") if row["code"] not in (None, "EN02"))
    assert SAYS not in printed(two, "measure", [other]) and SAYS not in printed(two, "slippage")
    (told,) = conflicts(two.here, WORDS)
    settle(two.here, told.id, take=1)
    assert SAYS not in printed(two, "measure", ["EN02"])


@pytest.mark.usefixtures("waste")
def test_an_internal_measure_is_not_named(two: Two) -> None:
    save(two.here, "measure", {"visibility": "internal"}, the(two.here, "measure", "EN02"))
    assert resting(two.here, "alignment", [], None, WORDS, TODAY) == ""


def test_dates_say_so_in_slippage_and_the_partnerships_report(two: Two) -> None:
    forecast = next(row for row in two.here.all("forecast"))
    milestone = two.here.get("milestone", str(forecast["milestone"])) or {}
    part(two, "forecast", str(forecast["id"]), "date", ("2027-01-01", "2027-02-01"))
    part(two, "milestone", str(milestone["id"]), "note", ("private", "secret"))
    two.meet()
    said = printed(two, "slippage")
    assert SAYS in said and str(milestone["title"]) in said and "Note" not in said.split(SAYS)[1][:200]
    assert resting(two.here, "cabinet", [str(milestone["partnership"])], None, WORDS, TODAY)


def test_an_annual_update_and_its_pack(two: Two) -> None:
    update = next(row for row in two.here.all("annual_update") if row["status"] == "accepted")
    part(two, "annual_update", str(update["id"]), "main_business", ("The roof.", "The show."))
    two.meet()
    assert SAYS in printed(two, "annual-update", [str(update["id"])])
    year = str(update["municipal_year_name"])
    assert resting(two.here, "annual-pack", [], year, WORDS, TODAY)
    other = next(row for row in two.here.all("annual_update") if row["id"] != update["id"])
    assert resting(two.here, "annual-update", [str(other["id"])], None, WORDS, TODAY) == ""


def test_a_progress_report(two: Two) -> None:
    update = next(row for row in two.here.all("progress_update") if row["status"] == "signed_off")
    part(two, "progress_update", str(update["id"]), "done", ("A league.", "Two leagues."))
    two.meet()
    assert SAYS in printed(two, "progress", [str(update["id"])])
