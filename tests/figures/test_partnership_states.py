import pytest

from pmdesk.figures.partnership_states import owed, partnership_pill
from tests.figures.partnership_story import SAFETY, TODAY, UPDATES, WORDS


@pytest.mark.parametrize("change", [{"reporting_interval": None}, {"kind": "grant"}, {"status": "proposed"}])
def test_what_owes_no_report_is_never_overdue(change: dict[str, object]) -> None:
    quiet = {**SAFETY, **change}
    assert owed(quiet, [], 14, TODAY) == (None, None)
    assert partnership_pill(quiet, [], 14, TODAY, WORDS) is None
    assert partnership_pill(quiet, UPDATES[:1], 14, TODAY, WORDS) == ("complete", "Signed off")


def test_one_that_ended_says_so() -> None:
    assert partnership_pill({**SAFETY, "status": "ended"}, UPDATES, 14, TODAY, WORDS) == ("plain", "Ended")
