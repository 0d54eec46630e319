"""The switch between what partners think and what the council thinks of its own framework."""

from pmdesk.ui.pages.health_switch import SwitchedList
from pmdesk.ui.pages.records_page import RecordsPage
from tests.running import Running, copy_of


def test_it_leads_to_the_other_and_back(run: Running, sample_file: object) -> None:
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    page = run.office.visit("health-checks")
    for there in ("validations", "health-checks"):
        assert isinstance(page, RecordsPage)
        assert isinstance(page.list_part, SwitchedList)
        page.list_part.switch.chosen.emit(there)
        assert run.window.current() == there
        page = run.window.pages.currentWidget()
