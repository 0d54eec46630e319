"""The table of papers: each stands under its own name, and a name that is none is refused."""

import pytest

from pmdesk.actions.paper_table import PACK, PAPERS, paper_called
from pmdesk.domain.check import Refused
from pmdesk.domain.entities import ENTITIES


def test_a_paper_stands_under_its_name_and_is_of_a_kind_we_know() -> None:
    assert all(paper.name == name for name, paper in PAPERS.items())
    assert {paper.of for paper in PAPERS.values()} - {"", PACK} <= set(ENTITIES)
    assert paper_called("cabinet").many


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="no paper called ‘minutes’"):
        paper_called("minutes")
