"""Under a milestone: what its owner was asked, and the form of a new question with what is known in it."""

from pathlib import Path

from pmdesk.ui.pages.milestones import MilestonesPage
from pmdesk.ui.pages.records_page import RecordsPage
from tests.running import Running, copy_of


def test_a_milestone_leads_to_its_challenge_and_to_a_new_one(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    milestone = run.register.find("milestone", "Bus station design agreed")[0]
    page = run.office.visit("milestones", milestone["id"])
    assert isinstance(page, MilestonesPage)
    part = page.view.in_hand.challenges
    assert part.table.isVisible() and not part.empty.isVisible()
    run.press("Challenge whoever answers for this milestone", page)
    asked = run.window.page()
    assert isinstance(asked, RecordsPage)
    form = asked.form()
    assert form and form.fields["milestone"].value() == milestone["id"]
    assert form.fields["to_organisation"].value() == milestone["owner_organisation"]
    run.office.visit("milestones", milestone["id"])
    part.table.clicked.emit(part.table.model().index(0, 0))
    assert run.window.current() == "challenges"
    assert run.register.title(asked.shown()).startswith("When will the design")
    other = run.register.find("milestone", "Masterplan adopted")[0]["id"]
    run.office.visit("milestones", other)
    assert part.empty.isVisible() and not part.table.isVisible()
