"""What every paper must be: tagged, titled, in a language, its fonts inside, the same bytes twice."""

from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pdfua import Severity, validate
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.figures.year_pictures import YearPictures
from pmdesk.papers.alignment import alignment
from pmdesk.papers.annual_pack import annual_pack
from pmdesk.papers.annual_update import annual_update
from pmdesk.papers.appointments import appointments
from pmdesk.papers.appraisal import appraisal
from pmdesk.papers.cabinet import cabinet
from pmdesk.papers.contributions import contributions
from pmdesk.papers.health_check import health_check
from pmdesk.papers.measure import measure
from pmdesk.papers.plan import plan
from pmdesk.papers.progress import progress
from pmdesk.papers.register_lists import register_list
from pmdesk.papers.return_form import return_form
from pmdesk.papers.scrutiny import scrutiny
from pmdesk.papers.slippage import slippage
from pmdesk.papers.year_pictures import year_paper
from tests.figures.measure_example import ch8, en02, made
from tests.papers.example_appointments import appointments_example
from tests.papers.example_figures import alignment_paper, measure_paper, odd, plan_figures
from tests.papers.example_health import health_example
from tests.papers.example_pack import pack_figures
from tests.papers.example_papers import (
    BUSINESS,
    annual_update_figures,
    progress_figures,
    register_figures,
    return_form_figures,
)
from tests.papers.example_partnerships import cabinet_figures, contribution_figures, slippage_figures
from tests.papers.example_scrutiny import appraisal_example, scrutiny_example
from tests.papers.reading import all_text, of_kind, seen, tags
from tests.ui.charts.year_charts import GROUPS, STEPS, WORTH

Make = Callable[[str], bytes]

PAPERS: dict[str, Make] = {
    "annual-update": lambda language: annual_update(annual_update_figures(), words_in(language)),
    "annual-pack": lambda language: annual_pack(pack_figures(words_in(language)), words_in(language)),
    "annual-pack, many pages": lambda language: annual_pack(
        pack_figures(words_in(language), 60), words_in(language)
    ),
    "progress": lambda language: progress(progress_figures(words_in(language)), words_in(language)),
    "progress, three pages": lambda language: progress(
        progress_figures(words_in(language), 60), words_in(language)
    ),
    "cabinet": lambda language: cabinet(cabinet_figures(words_in(language)), words_in(language)),
    "cabinet, many pages": lambda language: cabinet(
        cabinet_figures(words_in(language), 40), words_in(language)
    ),
    "health-check": lambda language: health_check(health_example(words_in(language)), words_in(language)),
    "scrutiny": lambda language: scrutiny(scrutiny_example(words_in(language)), words_in(language)),
    "scrutiny, many pages": lambda language: scrutiny(
        scrutiny_example(words_in(language), 60), words_in(language)
    ),
    "appraisal": lambda language: appraisal(appraisal_example(words_in(language)), words_in(language)),
    "appraisal, many pages": lambda language: appraisal(
        appraisal_example(words_in(language), 9), words_in(language)
    ),
    "slippage": lambda language: slippage(slippage_figures(words_in(language)), words_in(language)),
    "slippage, many pages": lambda language: slippage(
        slippage_figures(words_in(language), 9), words_in(language)
    ),
    "contributions": lambda language: contributions(
        contribution_figures(words_in(language)), words_in(language)
    ),
    "contributions, many pages": lambda language: contributions(
        contribution_figures(words_in(language), 30), words_in(language)
    ),
    "measure": lambda language: measure(measure_paper(words_in(language)), words_in(language)),
    "measures": lambda language: measure(
        measure_paper(words_in(language), en02(), ch8(), odd(), made({"title": "Bare"})), words_in(language)
    ),
    "plan": lambda language: plan(plan_figures(words_in(language)), words_in(language)),
    "plan, many pages": lambda language: plan(
        plan_figures(words_in(language), [odd(n) for n in range(30)]), words_in(language)
    ),
    "alignment": lambda language: alignment(alignment_paper(words_in(language)), words_in(language)),
    "alignment, many pages": lambda language: alignment(
        alignment_paper(words_in(language), 12), words_in(language)
    ),
    "return-form": lambda language: return_form(return_form_figures(), words_in(language)),
    "return-form, filled in": lambda language: return_form(
        return_form_figures(main_business=BUSINESS * 9, worthwhile_body="partly"), words_in(language)
    ),
    "appointments": lambda language: appointments(appointments_example(), words_in(language)),
    "appointments, many pages": lambda language: appointments(appointments_example(80), words_in(language)),
    "year-in-pictures": lambda language: year_paper(
        YearPictures("2025-26", STEPS, (GROUPS, WORTH)), "Council", "2026-04-27", words_in(language)
    ),
    "register": lambda language: register_list(register_figures(), words_in(language)),
    "register, many pages": lambda language: register_list(register_figures(80), words_in(language)),
}

# Each is made once for all that is asked of it.
each_paper = pytest.mark.parametrize("make", [cache(make) for make in PAPERS.values()], ids=PAPERS.keys())
each_anew = pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS.keys())


@lru_cache(maxsize=64)
def reader_of(made: bytes) -> PdfReader:
    return PdfReader(BytesIO(made))


def root(made: bytes) -> Any:
    return reader_of(made).trailer["/Root"]


@each_paper
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_checker_finds_nothing(make: Make, language: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(make(language))
    findings = [each for each in validate(path).findings if each.severity >= Severity.WARNING]
    assert findings == []


@each_anew
def test_the_same_figures_give_the_same_bytes(make: Make) -> None:
    assert make("en") == make("en")


@each_paper
@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("cy", "cy-GB")])
def test_language_title_and_marks(make: Make, language: str, tag: str) -> None:
    made = make(language)
    catalogue, reader = root(made), reader_of(made)
    assert catalogue["/Lang"] == tag
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert [reader.metadata.title] == of_kind(made, "H1")
    described = catalogue["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in described
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


@each_paper
def test_every_font_is_embedded_noto_sans(make: Make) -> None:
    for page in reader_of(make("en")).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "NotoSans" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]


@each_paper
def test_headings_go_down_one_level_at_a_time(make: Make) -> None:
    levels = [int(tag.kind[1]) for tag in tags(make("en")) if tag.kind in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each_paper
def test_tables_have_headers_with_a_scope_and_rows_of_one_width(make: Make) -> None:
    read = tags(make("en"))
    headers = [tag for tag in read if tag.kind == "TH"]
    assert headers
    assert all(tag.element["/A"]["/Scope"] in ("/Row", "/Column") for tag in headers)
    for place, tag in enumerate(read):
        if tag.kind == "Table":
            widths = {_width(row.element) for row in _rows(read[place + 1 :], tag.depth)}
            assert len(widths) == 1


def _rows(following: list[Any], depth: int) -> list[Any]:
    rows = []
    for tag in following:
        if tag.depth <= depth:
            break
        if tag.kind == "TR":
            rows.append(tag)
    return rows


def _width(row: Any) -> int:
    kids = row["/K"] if isinstance(row["/K"], list) else [row["/K"]]
    return sum(kid.get_object().get("/A", {}).get("/ColSpan", 1) for kid in kids)


@each_paper
def test_the_parent_tree_leads_back_to_each_tag(make: Make) -> None:
    made = make("en")
    reader = reader_of(made)
    numbers = root(made)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        marks = page.get_contents().get_data().count(b"/MCID")
        assert len(owners[page["/StructParents"]].get_object()) == marks


@each_paper
def test_footers_count_the_pages_and_are_not_read_aloud(make: Make) -> None:
    made = make("en")
    pages = reader_of(made).pages
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in seen(page)
        assert "Made from the register on 27 April 2026" in seen(page)
    assert "Page 1" not in all_text(made)


def test_a_file_stays_small() -> None:
    assert len(PAPERS["annual-update"]("en")) < 26 * 1024
