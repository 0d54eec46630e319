"""The README's first command where there is no display: one whole journey, as a person would type it."""

import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / "installer" / "run"


def journey(folder: Path) -> list[str]:
    """What the journey prints for other programs to read; its running words go to stderr."""
    done = subprocess.run(
        [str(RUN), "--no-window", "--into", str(folder)],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.splitlines()


@pytest.mark.slow
def test_the_journey_ends_with_the_picture_and_the_pdf(tmp_path: Path) -> None:
    folder = tmp_path / "journey"
    picture, paper = journey(folder)[-2:]
    assert Path(picture).is_absolute()
    assert Path(picture).read_bytes().startswith(b"\x89PNG")
    assert Path(paper).is_absolute()
    assert Path(paper).read_bytes().startswith(b"%PDF")
    # A second journey starts afresh in the same folder.
    assert journey(folder)[-1] == paper
