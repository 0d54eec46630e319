"""The milestone chart as a picture, without a window."""

from pathlib import Path

from installer.picture import draw
from pmdesk.actions.registers import open_sample


def test_the_chart_of_a_partnership_is_drawn_from_its_register(tmp_path: Path) -> None:
    register = tmp_path / "sample.pmdesk"
    open_sample(register).close()
    picture = draw(register, "Wendle Valley Town Centre Board", tmp_path / "milestones.png")
    drawn = picture.read_bytes()
    assert drawn.startswith(b"\x89PNG")
    width, height = (int.from_bytes(drawn[at : at + 4]) for at in (16, 20))
    assert width > 2_000
    assert height > 500
