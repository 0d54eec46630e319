"""A member's desk is read from their own file."""

from pathlib import Path

from pmdesk.actions.member_desk import desk_of_member
from pmdesk.actions.member_files import make_member_file
from pmdesk.actions.registers import open_register
from pmdesk.domain.words import Words


def test_the_desk_of_a_member_of_the_sample(tmp_path: Path, sample_file: Path) -> None:
    copy = tmp_path / "aldermoor.pmdesk"
    copy.write_bytes(sample_file.read_bytes())
    with open_register(copy) as register:
        robert = str(register.find("person", "Robert Ashdown")[0]["id"])
        made = make_member_file(register, robert, tmp_path / "ashdown.pmdesk", "2026-04-27")
    with open_register(made) as own:
        page = desk_of_member(own, "2026-04-27", Words())
    assert (page.id, page.facts[0].value) == (robert, "1 of 2 in")
    titles = [section.title for section in page.sections]
    assert "Moorland Arts Trust" in titles and "Wendle Internal Drainage Board" not in titles
