"""What rests on an unsettled figure says so where a reader begins, not after the last page."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from pmdesk.domain.words import words_in
from pmdesk.papers.alignment import alignment
from pmdesk.papers.annual_pack import annual_pack
from pmdesk.papers.annual_update import annual_update
from pmdesk.papers.cabinet import cabinet
from pmdesk.papers.contributions import contributions
from pmdesk.papers.measure import measure
from pmdesk.papers.plan import plan
from pmdesk.papers.progress import progress
from pmdesk.papers.slippage import slippage
from tests.papers.example_figures import alignment_paper, measure_paper, plan_figures
from tests.papers.example_pack import pack_figures
from tests.papers.example_papers import annual_update_figures, progress_figures
from tests.papers.example_partnerships import cabinet_figures, contribution_figures, slippage_figures

EN = words_in("en")
SAID = "Two people wrote this."
MADE: dict[str, tuple[Callable[..., bytes], Any]] = {
    "alignment": (alignment, alignment_paper(EN)),
    "annual-pack": (annual_pack, pack_figures(EN)),
    "annual-update": (annual_update, annual_update_figures()),
    "cabinet": (cabinet, cabinet_figures(EN)),
    "contributions": (contributions, contribution_figures(EN)),
    "measure": (measure, measure_paper(EN)),
    "plan": (plan, plan_figures(EN)),
    "progress": (progress, progress_figures(EN)),
    "slippage": (slippage, slippage_figures(EN)),
}


@pytest.mark.parametrize("name", MADE)
def test_it_stands_above_the_first_table_and_the_first_section(name: str) -> None:
    drawn, figures = MADE[name]
    pages = PdfReader(BytesIO(drawn(replace(figures, unsettled=SAID), EN))).pages
    first = [line.strip() for line in pages[0].extract_text().split("\n")]
    assert SAID in first[:8]
    assert sum(page.extract_text().count(SAID) for page in pages) == 1
    assert SAID not in "".join(page.extract_text() for page in PdfReader(BytesIO(drawn(figures, EN))).pages)
