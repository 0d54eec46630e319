"""The annual pack of a real register: which updates it prints, in which order, and how it is stopped."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from pmdesk.actions.annual_pack import pack_figures, pack_size
from pmdesk.actions.paper_names import file_name
from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.updates import move_on
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.domain.words import Words
from pmdesk.register.store import Register, open_register
from tests.papers.reading import of_kind

TODAY, EN = "2026-04-27", Words()


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Register]:
    with open_register(Path(copy(sample_file, tmp_path / "sample.pmdesk"))) as register:
        yield register


def test_it_prints_what_was_agreed_by_body(sample: Register) -> None:
    figures = pack_figures(sample, (), None, EN, TODAY)
    bodies = [update.body for update in figures.updates]
    assert len(bodies) == 24 and bodies == sorted(bodies, key=str.casefold)
    assert {update.standing for update in figures.updates} == {""}
    assert figures.intro.startswith("46 annual updates are owed for the year. Received: 31. Awaited: 15.")
    assert pack_size(sample, "2025-26", TODAY) == 34
    assert len(pack_figures(sample, (), "2024-25", EN, TODAY).updates) == 42


def test_it_can_print_only_what_was_published(sample: Register) -> None:
    assert pack_figures(sample, ("published",), None, EN, TODAY).updates == ()
    accepted = sample.all("annual_update", status="accepted")[0]
    move_on(sample, "annual_update", str(accepted["id"]), "published", TODAY)
    assert len(pack_figures(sample, ("published",), None, EN, TODAY).updates) == 1
    for wrong in (("draft",), ("accepted", "published")):
        with pytest.raises(Refused, match="‘accepted’"):
            pack_figures(sample, wrong, None, EN, TODAY)


def test_its_pictures_count_what_it_prints(sample: Register) -> None:
    def answers(*which: str) -> int:
        pictures = pack_figures(sample, which, None, EN, TODAY).pictures
        assert pictures is not None and pictures.returns is not None and pictures.returns.owed == 46
        worth = [each for each in pictures.bars if each.key == "worthwhile"]
        return sum(share.n for share in worth[0].rows[0].shares) if worth else 0

    assert answers() == 24 and answers("published") == 0


def test_it_is_a_paper_with_a_name_of_its_own(sample: Register) -> None:
    assert file_name(sample, "annual-pack", (), None, EN, TODAY) == "Annual updates pack, 2025-26.pdf"
    made = paper_bytes(sample, "annual-pack", (), "2025-26", EN, TODAY)
    assert of_kind(made, "H1") == ["Annual updates from outside bodies, 2025-26"]
    assert len(of_kind(made, "TOCI")) == 29


@pytest.mark.parametrize("name", ["annual-pack", "cabinet", "slippage"])
def test_long_papers_say_how_far_they_are_and_can_be_stopped(name: str, sample: Register) -> None:
    seen: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        seen.append((done, of))
        return len(seen) < 6

    with pytest.raises(Stopped):
        paper_bytes(sample, name, (), None, EN, TODAY, progress)
    assert [done for done, _of in seen] == list(range(6)) and seen[0][1] > 6


def test_a_register_without_a_year_has_no_pack(register: Register) -> None:
    with pytest.raises(Refused, match="no municipal year"):
        pack_figures(register, (), None, EN, TODAY)
    assert pack_size(register, "", TODAY) == 0
