"""The charts as pictures, without a window."""

from pathlib import Path

from installer.picture import draw, draw_measure, draw_plan
from pmdesk.actions.records import save
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


def test_the_measures_of_a_plan_are_drawn_from_their_register(tmp_path: Path) -> None:
    register = tmp_path / "sample.pmdesk"
    with open_sample(register) as opened:
        plan, _ = save(opened, "plan", {"name": "Bench plan"})
        objective, _ = save(opened, "objective", {"name": "More benches", "plan": plan})
        save(opened, "measure", {"title": "Benches painted", "objective": objective})
    assert draw_plan(register, "Bench plan", tmp_path / "plan.svg").read_bytes().startswith(b"<?xml")


def test_the_trajectory_of_a_measure_is_drawn_from_its_register(tmp_path: Path) -> None:
    register = tmp_path / "sample.pmdesk"
    with open_sample(register) as opened:
        save(opened, "measure", {"code": "ZZ99", "title": "Benches painted"})
    picture = draw_measure(register, "zz99", tmp_path / "measure.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
